// SPDX-License-Identifier: Apache-2.0
// The small change of a page's content stream: numbers, string bytes, colours. Used by
// page_content.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset::pdf {

/// A length in points with as many decimals as it needs.
void append_points(std::string& out, Extent length);
/// A glyph's code as two bytes of a literal string.
void append_code(std::string& string, std::uint16_t code);
/// The operator that fills with `color` from now on.
const char* fill_of(Color color);
/// The operator that strokes with `color` from now on.
const char* stroke_of(Color color);
/// UTF-16, high byte first and without a byte order mark, as the digits of a hexadecimal string.
std::string utf16_hex(std::u32string_view text);

}  // namespace gongbao::typeset::pdf
