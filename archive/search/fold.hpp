// SPDX-License-Identifier: Apache-2.0
// Folding: the form in which texts and queries are compared.
//
//   folded = group *( " " group )          group = 1*sign / 1*letter / 1*digit
//   sign   = Han, kana, hangul, … : scripts written without spaces between words
//
// Each character goes through Unicode's NFKC_Casefold (width, case, compatibility forms; UAX #15,
// UTS #39), radicals that NFKC leaves (U+2E80–2EF3) to the characters they look like, and then from
// traditional to simplified. Blanks inside a line do not part signs (附　件
// is 附件); they part letters and digits. Everything else (punctuation, symbols, tabs, ends of
// lines) parts groups. Letters and digits are groups of their own: GB/T9704 and GB/T 9704 are the
// same.
//
// For comparing only: what is stored and shown is always the original.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::archive {

struct FoldedText {
    /// A code point's bytes in the original.
    struct Span {
        std::uint32_t begin = 0;
        std::uint32_t end = 0;
    };
    std::u32string text;
    std::vector<Span> spans;  ///< one for each code point of `text`
};

enum class CharacterKind : std::uint8_t { Sign, Letter, Digit };

/// Requires: valid UTF-8 of less than 4 GiB.
FoldedText fold(std::string_view text);

/// The kind of a code point of a folded text. Requires: not the blank.
CharacterKind kind_of(char32_t folded);

/// `folded` without its blanks: equal for titles that differ in punctuation only.
std::u32string without_blanks(std::u32string_view folded);

/// Traditional Han characters made simplified, character by character, all else as it is.
/// For reading what a reader typed; bytes that are no UTF-8 become U+FFFD.
std::string simplified(std::string_view text);

}  // namespace gongbao::archive
