// SPDX-License-Identifier: Apache-2.0
// What changed between two versions of a text: paragraphs are matched first, then the characters of
// those that belong together. For the change bars of a proof (page/change_marks.hpp).
//
// In: the paragraphs of both versions, white space left out. Out: for each paragraph of the new
// version which of its characters are new and where old ones are missing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gongbao::typeset {

/// Characters [begin, end) of a paragraph.
struct CharRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const CharRange&, const CharRange&) = default;
};

struct ParagraphChanges {
    std::vector<CharRange> added;      ///< new characters, or such that replace others; in order
    std::vector<std::size_t> removed;  ///< old ones are missing before this character; in order
    bool paragraph_removed_before = false;  ///< a whole paragraph
    bool paragraph_removed_after = false;   ///< the same, behind the last paragraph

    bool any() const {
        return !added.empty() || !removed.empty() || paragraph_removed_before ||
               paragraph_removed_after;
    }
};

/// One entry for each paragraph of `now`.
std::vector<ParagraphChanges> find_changes(const std::vector<std::u32string>& before,
                                           const std::vector<std::u32string>& now);

}  // namespace gongbao::typeset
