// SPDX-License-Identifier: Apache-2.0
// The words of the search index, made from folded text by one piece of code for texts and queries.
//
//   signs 一二三四  →  一二 二三 三四 四       overlapping pairs, and the last sign alone
//   letters, digits →  the whole group       (cut after 40 characters)
//
// Adjacent tokens are adjacent in the text, so a phrase is exact; the single sign closing a group
// keeps a pair from crossing punctuation; a search for one sign asks for the tokens that start with
// it.
#pragma once

#include <string>
#include <string_view>

#include "archive/search/fold.hpp"

namespace gongbao::archive {

/// The group of `folded` that starts at `at`, up to the next blank.
inline std::u32string_view group_at(std::u32string_view folded, std::size_t at) {
    return folded.substr(at, folded.find(U' ', at) - at);
}

inline constexpr std::size_t kLongestWord = 40;

/// Calls visit(begin, end) with the range in `folded` of every token, in order.
template <typename Visit>
void for_each_token(std::u32string_view folded, Visit visit) {
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t end = at + group_at(folded, at).size();
        const bool signs = kind_of(folded[at]) == CharacterKind::Sign;
        const std::size_t length = signs ? 2 : kLongestWord;
        for (; at < end; at += signs ? 1 : length) visit(at, std::min(at + length, end));
        at = end + 1;
    }
}

}  // namespace gongbao::archive
