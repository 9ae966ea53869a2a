// SPDX-License-Identifier: Apache-2.0
// Symbol fonts (Symbol, Wingdings, Wingdings 2 and 3, Webdings, Zapf Dingbats …) print a sign where
// the file holds a letter: “R” in Wingdings 2 is ☑. One table tells what is printed, for every way
// a sign comes in: runs and w:sym of Word, bullets, font-family of a web page.
// Called by the docx and the HTML reader.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongbao::editor {

/// True for a font that has signs in the places of letters, whether its signs are known or not
/// (MT Extra and Marlett are not). Case, spaces and hyphens of the name do not matter.
bool is_symbol_font(std::string_view font);

/// What `c` prints in `font`, for its letter (also as code page 1252 has it: “Ÿ” is 9F) and for its
/// code in the private use area (U+F020–F0FF) alike. A symbol font has no Han and no marks of
/// Chinese; a character that cannot be one of its codes is itself, as in any other font.
/// Nothing when the sign is not known, and for the private use area of a font that is no symbol
/// font.
std::optional<char32_t> symbol_of(std::string_view font, char32_t c);

/// `c`, whose sign is not known, as a private-use character that nobody takes for a letter.
char32_t unknown_sign(char32_t c);

/// The text of a bullet or number set in `font`; "•" for a sign that is not known.
std::string label_in_font(std::string_view font, std::string_view text);

}  // namespace gongbao::editor
