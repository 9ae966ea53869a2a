// SPDX-License-Identifier: Apache-2.0
// UTF-8 text: checking, decoding, walking, and the few character classes every folder needs.
// Text inside the program is always valid UTF-8; what comes from outside passes `is_valid_utf8`.
#pragma once

#include <concepts>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::core {

/// True when `text` is well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool is_valid_utf8(std::string_view text);

/// The code point at `at`, moving `at` past it; U+FFFD for a byte that belongs to none.
/// Requires: at < text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);

std::u32string to_utf32(std::string_view text);
std::string to_utf8(std::u32string_view text);
void append_utf8(std::string& text, char32_t c);

/// Number of code points.
std::size_t length(std::string_view text);

/// The first `count` code points, with "…" appended when some were cut.
std::string excerpt(std::string_view text, std::size_t count = 40);

/// Han ideographs: the unified blocks, extensions A–H, compatibility ideographs, 〇 々.
bool is_han(char32_t c);
/// ASCII white space, U+00A0, U+1680, U+2000–200A, U+2028/9, U+202F, U+205F, U+3000, U+FEFF.
bool is_space(char32_t c);
bool is_ascii_digit(char32_t c);
bool is_ascii_letter(char32_t c);
/// Decimal digit, ASCII or full-width.
bool is_digit(char32_t c);
/// One of a few characters written down: is_one_of(c, U"，、；").
inline bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

std::string_view trim(std::string_view text);  ///< without is_space() at both ends
std::string without_spaces(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// Not of a string that is gone before its parts are looked at.
template <std::same_as<std::string> Passing>
std::vector<std::string_view> split(Passing&& text, char separator) = delete;
std::string join(const std::vector<std::string>& parts, std::string_view separator);
/// Every `what` in `text` becomes `with`.
std::string replace_all(std::string text, std::string_view what, std::string_view with);
bool starts_with(std::string_view text, std::string_view head);
bool ends_with(std::string_view text, std::string_view tail);

/// A…Z as a…z, everything else as it is: for names of formats and protocols. The bytes need not be
/// UTF-8.
std::string lower_case(std::string_view text);

/// Full-width ASCII (U+FF01–FF5E) to ASCII. For comparing and searching, never for stored text.
char32_t narrow(char32_t c);

/// Han numeral (〇 零 ○ 一…九 十 百 千 万, 廿) or decimal digits to a number; -1 when it is
/// neither. "二十一" → 21, "一百零五" → 105, "二〇二二" → 2022, "12" → 12.
long parse_numeral(std::string_view text);
/// 21 → "二十一", 105 → "一百零五". Requires: 0 <= n < 100,000,000.
std::string han_numeral(long n);

}  // namespace gongbao::core
