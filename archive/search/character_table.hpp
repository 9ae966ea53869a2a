// SPDX-License-Identifier: Apache-2.0
// What folding makes of one code point, looked up. Made from ICU's data a page of 256 code points
// at a time when first needed; safe to read from many threads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace gongbao::archive {

struct FoldedCharacter {
    enum class Kind : std::uint8_t {
        Sign,
        Letter,
        Digit,
        Mark,     ///< a combining mark: part of a letter group, nothing after a sign
        Blank,    ///< white space inside a line
        Break,    ///< parts groups
        Nothing,  ///< ignorable: variation selectors, zero-width characters
        Several,  ///< folds to more than one character: see fold_several
    };
    char32_t folded = 0;
    Kind kind = Kind::Break;
    bool joins = false;  ///< may combine with what stands before it
};

const FoldedCharacter& folded_character(char32_t c);

/// NFKC_Casefold and simplification of a whole sequence.
std::u32string fold_several(std::u32string_view sequence);

/// The simplified form of one character, itself when it has none.
char32_t simplified(char32_t c);

}  // namespace gongbao::archive
