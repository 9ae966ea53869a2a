// SPDX-License-Identifier: Apache-2.0
#include "archive/search/divide.hpp"

#include <algorithm>

#include "archive/search/tokens.hpp"

namespace gongbao::archive {
namespace {

// Longer groups are sentences, and are cut into pieces at once.
constexpr std::size_t kLongestHalved = 24;
constexpr std::size_t kLongestPiece = 16;
constexpr std::size_t kShortest = 2;

bool is_found(const Matcher& matcher, std::u32string_view term) {
    return matcher.has(Expression::word(term));
}

std::vector<std::u32string> best_halves(const Matcher& matcher, std::u32string_view group) {
    std::vector<std::u32string> best;
    std::int64_t most = 0;
    for (std::size_t at = kShortest; at + kShortest <= group.size(); ++at) {
        const std::vector<std::u32string> halves{std::u32string(group.substr(0, at)),
                                                 std::u32string(group.substr(at))};
        const std::int64_t count = matcher.count(all_words(halves));
        if (count > most) {
            most = count;
            best = halves;
        }
    }
    return best;
}

Division longest_pieces(const Matcher& matcher, std::u32string_view group) {
    Division pieces;
    while (!group.empty()) {
        std::size_t length = std::min(group.size(), kLongestPiece);
        while (length >= kShortest && !is_found(matcher, group.substr(0, length))) --length;
        if (length >= kShortest)
            pieces.parts.emplace_back(group.substr(0, length));
        else
            pieces.whole = false;
        group.remove_prefix(std::max<std::size_t>(length, 1));
    }
    return pieces;
}

Division divide_group(const Matcher& matcher, std::u32string_view group) {
    if (is_found(matcher, group)) return {{std::u32string(group)}, true};
    if (kind_of(group.front()) != CharacterKind::Sign) return {{}, false};
    if (group.size() <= kLongestHalved)
        if (auto halves = best_halves(matcher, group); !halves.empty())
            return {std::move(halves), true};
    return longest_pieces(matcher, group);
}

}  // namespace

Division divide(const Matcher& matcher, std::u32string_view word) {
    Division all;
    for (std::size_t at = 0; at < word.size();) {
        const std::u32string_view group = group_at(word, at);
        Division some = divide_group(matcher, group);
        all.whole = all.whole && some.whole;
        for (std::u32string& part : some.parts)
            if (std::find(all.parts.begin(), all.parts.end(), part) == all.parts.end())
                all.parts.push_back(std::move(part));
        at += group.size() + 1;
    }
    return all;
}

}  // namespace gongbao::archive
