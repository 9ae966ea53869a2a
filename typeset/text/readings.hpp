// SPDX-License-Identifier: Apache-2.0
// Readings above their characters (ruby, 注音; CLREQ 3.4.2): of half their size, centred over the group they
// belong to, which no line end parts and which is spaced out where its reading is wider.
//
// Made by shape.hpp with the paragraph's atoms; put on its lines by the composer.
#pragma once

#include <cstdint>
#include <vector>

#include "typeset/text/atoms.hpp"
#include "typeset/text/break_lines.hpp"

namespace gongbao::typeset {

struct Reading {
    const Segment* segment = nullptr;   ///< it is of; not to be followed once the paragraph is shaped
    std::uint32_t first = 0;            ///< the group: atoms [first, first + count)
    std::uint32_t count = 0;
    std::vector<PlacedGlyph> glyphs;    ///< from the reading's own left end
    Length size = 0;                    ///< of its type
    Length width = 0;
    Length apart = 0;                   ///< white space that keeps it off the reading beside it
};
using Readings = std::vector<Reading>;

/// Notes that atoms [begin, end) are of the group of `segment`: a new one, or more of the last.
void add_to_group(Readings& readings, const Segment& segment, std::size_t begin, std::size_t end);

/// Sets `reading` from its own atoms.
void set_reading(Reading& reading, const std::vector<Atom>& own);

/// Spaces the group of `reading` out evenly, half a gap at its ends, where the reading is wider; to whole
/// characters on a grid.
void make_room(const Reading& reading, bool grid, std::vector<Atom>& atoms);

/// No line ends inside a group. Comes behind find_break_points.
void hold_groups(const Readings& readings, std::vector<Atom>& atoms);

/// Puts those readings whose groups begin in the line `span` of `atoms` above its glyphs.
void add_readings(const Readings& readings, const std::vector<Atom>& atoms, const LineSpan& span, SetLine& line);

/// The white space `line` needs above its characters' `top` above the base line, so that no reading comes near
/// the line before it; 0 where it has none.
Length room_above(const SetLine& line, Length top);
/// The same below the `bottom` of its characters, for emphasis dots.
Length room_below(const SetLine& line, Length bottom);

}  // namespace gongbao::typeset
