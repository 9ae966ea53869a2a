// SPDX-License-Identifier: Apache-2.0
// The small change of an SVG page: numbers, colours, names and words, as text. Used by
// write_svg.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset::svg {

/// a / b to the nearest whole number, halves away from zero. Requires: b > 0.
Extent rounded(Extent a, Extent b);

void append_hundredths(std::string& out, Length length);   ///< of a point: 21000 → "2100"
void append_thousandths(std::string& out, int number);     ///< 800 → "0.8"
void append_millimetres(std::string& out, Length length);  ///< "210mm"
/// Hundredths of a point in a thousandth of an em of `size`: 10500 → "1.05".
void append_scale(std::string& out, Length size);
void append_fill(std::string& out, Color color);  ///< nothing for black
/// A line of `width` thousandths of an em around what is drawn.
void append_outline(std::string& out, Color color, int width);
void append_name(std::string& out, std::uint16_t face, std::uint32_t glyph);  ///< "f3-1204"

/// The titles of the documents with lines on the page, and its number.
std::string title_of(const Layout& layout, const Page& page);
/// The words of the page, artifacts left out, a line each.
std::string words_of(const Layout& layout, const Page& page);

}  // namespace gongbao::typeset::svg
