// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/changes.hpp"

#include <algorithm>
#include <map>

#include "typeset/flow/common_parts.hpp"

namespace gongbao::typeset {
namespace {

// Paragraphs less alike than this, in thousandths, are not two versions of one.
constexpr int kAlike = 300;
// More pairs than this are not compared one by one: the paragraphs are paired in order.
constexpr std::size_t kMostPairs = 10000;

using Paragraphs = std::vector<std::u32string>;

std::vector<std::size_t> numbered(const Paragraphs& paragraphs,
                                  std::map<std::u32string, std::size_t>& numbers) {
    std::vector<std::size_t> row;
    for (const std::u32string& one : paragraphs)
        row.push_back(numbers.emplace(one, numbers.size()).first->second);
    return row;
}

std::vector<std::size_t> row_of(const std::u32string& text) {
    return {text.begin(), text.end()};
}

std::vector<std::uint64_t> pairs_of(const std::u32string& text) {
    std::vector<std::uint64_t> pairs;
    for (std::size_t i = 0; i + 1 < text.size(); ++i)
        pairs.push_back(std::uint64_t{text[i]} << 32 | text[i + 1]);
    std::sort(pairs.begin(), pairs.end());
    return pairs;
}

// How alike two texts are by their pairs of neighbouring characters (Dice), in thousandths.
int likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    if (a.empty() || b.empty()) return 0;
    std::vector<std::uint64_t> both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    return static_cast<int>(2000 * both.size() / (a.size() + b.size()));
}

class Comparison {
  public:
    Comparison(const Paragraphs& before, const Paragraphs& now)
        : before_(before), now_(now), changes_(now.size()) {}

    std::vector<ParagraphChanges> run() {
        std::map<std::u32string, std::size_t> numbers;
        const auto old_row = numbered(before_, numbers);
        const auto new_row = numbered(now_, numbers);
        std::size_t old_at = 0;
        std::size_t new_at = 0;
        for (const auto& [old_match, new_match] : common_parts(old_row, new_row)) {
            compare_stretch(old_at, old_match, new_at, new_match);
            old_at = old_match + 1;
            new_at = new_match + 1;
        }
        compare_stretch(old_at, before_.size(), new_at, now_.size());
        return std::move(changes_);
    }

  private:
    // Between two paragraphs that are the same in both: which are versions of each other?
    void compare_stretch(std::size_t old_begin, std::size_t old_end, std::size_t new_begin,
                         std::size_t new_end) {
        std::size_t old_at = old_begin;
        std::size_t new_at = new_begin;
        for (const auto& [old_one, new_one] : versions(old_begin, old_end, new_begin, new_end)) {
            note_removed(old_at, old_one, new_one);
            note_added(new_at, new_one);
            compare_characters(before_[old_one], now_[new_one], changes_[new_one]);
            old_at = old_one + 1;
            new_at = new_one + 1;
        }
        // Old paragraphs that new ones replace need no mark of their own.
        if (new_at == new_end) note_removed(old_at, old_end, new_end);
        note_added(new_at, new_end);
    }

    // Pairs of paragraphs, in order, that are most alike taken together.
    std::vector<Match> versions(std::size_t old_begin, std::size_t old_end, std::size_t new_begin,
                                std::size_t new_end) const {
        const std::size_t n = old_end - old_begin;
        const std::size_t m = new_end - new_begin;
        std::vector<Match> found;
        if (n == 0 || m == 0) return found;
        if (n * m > kMostPairs) {
            for (std::size_t i = 0; i < std::min(n, m); ++i)
                found.emplace_back(old_begin + i, new_begin + i);
            return found;
        }
        std::vector<std::vector<std::uint64_t>> old_pairs;
        std::vector<std::vector<std::uint64_t>> new_pairs;
        for (std::size_t i = 0; i < n; ++i) old_pairs.push_back(pairs_of(before_[old_begin + i]));
        for (std::size_t j = 0; j < m; ++j) new_pairs.push_back(pairs_of(now_[new_begin + j]));
        // best[i][j]: the most likeness among the first i old and j new ones.
        std::vector<std::vector<int>> best(n + 1, std::vector<int>(m + 1, 0));
        std::vector<std::vector<int>> alike(n + 1, std::vector<int>(m + 1, 0));
        for (std::size_t i = 1; i <= n; ++i)
            for (std::size_t j = 1; j <= m; ++j) {
                const int here = likeness(old_pairs[i - 1], new_pairs[j - 1]);
                alike[i][j] = here >= kAlike ? here : 0;
                best[i][j] =
                    std::max({best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + alike[i][j]});
            }
        for (std::size_t i = n, j = m; i > 0 && j > 0;) {
            if (best[i][j] == best[i - 1][j])
                --i;
            else if (best[i][j] == best[i][j - 1])
                --j;
            else
                found.emplace_back(old_begin + --i, new_begin + --j);
        }
        std::reverse(found.begin(), found.end());
        return found;
    }

    void note_removed(std::size_t old_begin, std::size_t old_end, std::size_t new_at) {
        if (old_begin == old_end || now_.empty()) return;
        if (new_at < now_.size())
            changes_[new_at].paragraph_removed_before = true;
        else
            changes_.back().paragraph_removed_after = true;
    }

    void note_added(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) changes_[i].added = {{0, now_[i].size()}};
    }

    static void compare_characters(const std::u32string& before, const std::u32string& now,
                                   ParagraphChanges& changes) {
        std::vector<Match> matches =
            without_chance(common_parts(row_of(before), row_of(now)), before, now);
        matches.emplace_back(before.size(), now.size());
        std::size_t old_at = 0;
        std::size_t new_at = 0;
        for (const auto& [old_match, new_match] : matches) {
            if (new_match > new_at)
                changes.added.push_back({new_at, new_match});
            else if (old_match > old_at)
                changes.removed.push_back(new_match);
            old_at = old_match + 1;
            new_at = new_match + 1;
        }
    }

    // A single character that stands alone between two changes is the same by chance.
    static std::vector<Match> without_chance(const std::vector<Match>& matches,
                                             const std::u32string& before,
                                             const std::u32string& now) {
        std::vector<Match> kept;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            const auto& [old_at, new_at] = matches[i];
            const bool follows = i == 0 ? old_at == 0 || new_at == 0
                                        : matches[i - 1] == Match{old_at - 1, new_at - 1};
            const bool goes_on = i + 1 == matches.size()
                                     ? old_at + 1 == before.size() || new_at + 1 == now.size()
                                     : matches[i + 1] == Match{old_at + 1, new_at + 1};
            if (follows || goes_on) kept.push_back(matches[i]);
        }
        return kept;
    }

    const Paragraphs& before_;
    const Paragraphs& now_;
    std::vector<ParagraphChanges> changes_;
};

}  // namespace

std::vector<ParagraphChanges> find_changes(const Paragraphs& before, const Paragraphs& now) {
    return Comparison(before, now).run();
}

}  // namespace gongbao::typeset
