// SPDX-License-Identifier: Apache-2.0
// Right-to-left runs (Arabic, Hebrew, Uyghur names) in a paragraph: the levels of the Unicode
// bidirectional algorithm (UAX #9, by ICU), and the places of a line's cells in visual order.
//
// Atoms and glyphs stay in reading order everywhere; only their x runs the other way. So the text
// of a line, and of the PDF's structure tree, is the text of the document.
#pragma once

#include <vector>

#include "typeset/layout/geometry.hpp"

namespace gongbao::typeset {

struct Atom;
struct Char;

/// A letter or a control of a right-to-left script.
bool runs_right_to_left(char32_t c);

/// Writes: the level of every character. A paragraph with Han runs from left to right; one without
/// follows its first strong character.
void resolve_levels(std::vector<Char>& chars);

/// The left end of each cell on the line made of `line`, in the order of `line`. A gap stands
/// between the two atoms it was made for, on whichever side that is.
std::vector<Length> places_in_visual_order(const std::vector<Atom>& line);

}  // namespace gongbao::typeset
