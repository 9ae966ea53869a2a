// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/own_headings.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kLongestHeading = 45;
constexpr std::size_t kLongestQuestion = 30;
constexpr int kDeepest = 4;
constexpr int kDivision = 0;  // rank of 编, 章, 节, above all headings

// 1–4 for a heading, kDivision for 编 章 节.
std::optional<int> rank_of(Role role) {
    switch (role) {
        case Role::Part:
        case Role::Chapter:
        case Role::Section: return kDivision;
        case Role::Heading1: return 1;
        case Role::Heading2: return 2;
        case Role::Heading3: return 3;
        case Role::Heading4: return 4;
        default: return std::nullopt;
    }
}

Role heading_of(int rank) {
    constexpr Role kRoles[] = {Role::Chapter, Role::Heading1, Role::Heading2, Role::Heading3,
                               Role::Heading4};
    return kRoles[std::clamp(rank, 0, kDeepest)];
}

bool names_a_matter(std::string_view text) {
    const std::u32string all = core::to_utf32(text);
    return std::any_of(all.begin(), all.end(),
                       [](char32_t c) { return core::is_han(c) || core::is_ascii_letter(c); });
}

// By its words alone.
bool reads_as_heading(const Line& line) {
    const std::string& text = line.text;
    const std::size_t length = core::length(text);
    if (length > kLongestHeading || text.find("。") != std::string::npos) return false;
    const bool question = text.ends_with("？") || text.ends_with("?");
    if (ending_of(text) == Ending::Sentence && !(question && length <= kLongestQuestion))
        return false;
    return !text.ends_with("，") && !text.ends_with("、") && names_a_matter(text);
}

// What its words and place say it is, whatever the file says.
bool is_something_else(const Line& line) {
    return line.align == core::Align::Right || date_line(line.text) || is_number_line(line.text) ||
           is_annex_label(line.text) || is_annex_note(line.text) || is_bracketed(line.text) ||
           is_contact(line.text) || imprint_element(line.text);
}

class OwnHeadings {
  public:
    OwnHeadings(Lines& lines, const std::vector<Part>& parts, core::Diagnostics& findings)
        : lines_(lines), findings_(findings) {
        for (const Part& part : parts)
            for (std::size_t i = part.body.begin; i < part.body.end; ++i)
                if (lines_[i].is_text() && !lines_[i].of_contents) body_.push_back(i);
    }

    void mark() {
        count();
        if (levels_.empty()) return;
        believe();
        set_ranks();
        for (const std::size_t i : body_) mark_line(lines_[i]);
    }

  private:
    struct Level {
        std::size_t unlabelled = 0;        // lines that only the file says are headings
        std::size_t as_heading = 0;        // of them those that read as such
        std::map<int, std::size_t> ranks;  // of lines whose printed number tells their depth
        std::map<Role, std::size_t> divisions;
        bool plain_numbers = true;  // 1. and 1.1 and nothing else
        const Line* first = nullptr;
        bool believed = true;
        int rank = kDeepest;
        Role division = Role::Chapter;
    };

    bool is_candidate(const Line& line) const {
        return line.own_level > 0 && line.role == Role::Paragraph && line.label_bytes == 0 &&
               !is_something_else(line);
    }

    void count() {
        for (const std::size_t i : body_) {
            const Line& line = lines_[i];
            if (line.own_level == 0) continue;
            const auto rank = rank_of(line.role);
            if (!rank && !is_candidate(line)) continue;
            Level& level = levels_[line.own_level];
            if (level.first == nullptr) level.first = &line;
            if (rank) {
                count_numbered(line, *rank, level);
            } else {
                ++level.unlabelled;
                level.as_heading += reads_as_heading(line);
            }
        }
    }

    static void count_numbered(const Line& line, int rank, Level& level) {
        ++level.ranks[rank];
        if (rank == kDivision) ++level.divisions[line.role];
        const LabelKind kind = read_label(line.text).kind;
        level.plain_numbers =
            level.plain_numbers && (kind == LabelKind::Arabic || kind == LabelKind::Decimal);
    }

    // A style that somebody took for its look: its lines are sentences, or all lines have it.
    void believe() {
        std::size_t marked = 0;
        for (const std::size_t i : body_) marked += lines_[i].own_level > 0;
        const bool all = body_.size() >= 5 && marked * 10 >= body_.size() * 9;
        for (auto& [number, level] : levels_) {
            if (level.unlabelled == 0) continue;
            level.believed = !all && level.as_heading * 3 >= level.unlabelled * 2;
            if (!level.believed && level.as_heading > 0) tell_disbelief(level);
        }
    }

    void tell_disbelief(const Level& level) {
        findings_.push_back(
            {core::Level::Hint,
             level.first->place,
             {"intake.own_headings_not_believed", {{"count", std::to_string(level.unlabelled)}}},
             core::excerpt(level.first->text)});
    }

    // The rank of the printed number that most lines of a level have.
    static std::optional<int> printed_rank(const Level& level) {
        const auto most =
            std::max_element(level.ranks.begin(), level.ranks.end(),
                             [](const auto& a, const auto& b) { return a.second < b.second; });
        return most == level.ranks.end() ? std::nullopt : std::optional(most->first);
    }

    // 1. above 1.1 on every level: by the standard 1. is the third and 1.1 by its form the second.
    bool contradicts_numbers() const {
        int before = kDivision - 1;
        bool contradicts = false;
        for (const auto& [number, level] : levels_) {
            const auto rank = printed_rank(level);
            if (!rank) continue;
            if (!level.plain_numbers) return false;
            contradicts = contradicts || *rank <= before;
            before = *rank;
        }
        return contradicts;
    }

    void set_ranks() {
        renumbers_ = contradicts_numbers();
        int before = rank_above();
        for (auto level = levels_.begin(); level != levels_.end(); ++level) {
            const auto printed = renumbers_ ? std::nullopt : printed_rank(level->second);
            level->second.rank = printed ? *printed : rank_between(before, std::next(level));
            if (printed == kDivision) level->second.division = most_common_division(level->second);
            before = std::max(before, level->second.rank);
        }
    }

    // Below `before` and, where there is room, above what the next level with a number has.
    int rank_between(int before, std::map<int, Level>::const_iterator next) const {
        std::optional<int> limit;
        for (; !renumbers_ && next != levels_.end() && !limit; ++next)
            limit = printed_rank(next->second);
        const int rank = std::min(before + 1, kDeepest);
        if (!limit || rank < *limit) return rank;
        return before == 0 && *limit <= 1 ? kDivision : std::min(rank, std::max(*limit, 1));
    }

    // Numbered headings that the file does not mark stand above marked ones that come after them.
    int rank_above() const {
        int rank = 0;
        for (const std::size_t i : body_) {
            const Line& line = lines_[i];
            if (line.own_level > 0 && is_candidate(line)) return rank;
            if (line.own_level > 0) return 0;
            if (const auto own = rank_of(line.role); own && *own > 0 && reads_as_heading(line))
                rank = *own;
        }
        return 0;
    }

    static Role most_common_division(const Level& level) {
        return std::max_element(level.divisions.begin(), level.divisions.end(),
                                [](const auto& a, const auto& b) { return a.second < b.second; })
            ->first;
    }

    void mark_line(Line& line) {
        const auto found = levels_.find(line.own_level);
        if (found == levels_.end()) return;
        const Level& level = found->second;
        if (!level.believed) return;
        const bool reads = reads_as_heading(line);
        if (rank_of(line.role)) {
            line.is_heading = reads;
            if (renumbers_ && reads) line.role = heading_of(level.rank);
        } else if (is_candidate(line) && reads) {
            line.is_heading = true;
            line.role = level.rank == kDivision ? level.division : heading_of(level.rank);
        } else if (is_candidate(line)) {
            findings_.push_back({core::Level::Hint,
                                 line.place,
                                 {"intake.own_heading_reads_as_text", {}},
                                 core::excerpt(line.text)});
        }
    }

    Lines& lines_;
    core::Diagnostics& findings_;
    std::vector<std::size_t> body_;  // lines of words in the bodies
    std::map<int, Level> levels_;    // by the author's level
    bool renumbers_ = false;         // the author's levels and not the numbers say how deep
};

}  // namespace

void mark_own_headings(Lines& lines, const std::vector<Part>& parts, core::Diagnostics& findings) {
    OwnHeadings(lines, parts, findings).mark();
}

}  // namespace gongbao::editor
