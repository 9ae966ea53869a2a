// SPDX-License-Identifier: Apache-2.0
// Characters that look like another and are not it: radicals, compatibility ideographs, letters of
// another alphabet, circles in years. The text keeps what the manuscript has; odd_characters
// reports it, and recognition reads the standard form.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gongbao::editor {

/// The character that a radical or compatibility ideograph stands for; any other is itself.
char32_t standard_form(char32_t c);
bool has_look_alikes(std::string_view text);
/// `text` in standard forms. For recognition only.
std::string in_standard_forms(std::string_view text);
/// The same, but for characters whose standard form has another length, so that a byte of the
/// result is the same byte of `text`.
std::string in_standard_forms_in_place(std::string_view text);

/// The Latin letter that a Cyrillic or Greek letter looks like.
std::optional<char32_t> latin_look_alike(char32_t c);
/// The mark of Chinese for a half-width mark of katakana: ｡ → 。
std::optional<char32_t> wide_mark(char32_t c);
/// Something round that is written for 〇.
bool is_circle(char32_t c);
bool is_han_digit(char32_t c);
/// Without width, and kept in the text: joiners, directions, variation selectors, tags.
bool is_format_character(char32_t c);
bool is_combining_mark(char32_t c);

}  // namespace gongbao::editor
