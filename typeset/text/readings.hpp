// SPDX-License-Identifier: Apache-2.0
// Readings above their characters (ruby, 注音; CLREQ 3.4.2): of half their size, centred over the
// group they belong to, which no line end parts. A reading that is wider reaches a little over its
// neighbours where they leave room; where that is not enough its group is spaced out.
//
// Made by shape.hpp with the paragraph's atoms; put on its lines by the composer.
#pragma once

#include <cstdint>
#include <vector>

#include "typeset/text/atoms.hpp"
#include "typeset/text/break_lines.hpp"

namespace gongbao::typeset {

/// The atoms [first, first + count) of a paragraph that one reading stands over.
struct RubyGroup {
    const Segment* segment = nullptr;  ///< has the reading
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};
using RubyGroups = std::vector<RubyGroup>;

/// A reading set, and its group.
struct Ruby {
    std::uint32_t first = 0;  ///< as in RubyGroup
    std::uint32_t count = 0;
    std::vector<PlacedGlyph> glyphs;  ///< from the reading's own left end
    Length size = 0;                  ///< of its type
    Length width = 0;
    Length top = 0;    ///< of its ink, above its own base line
    Length apart = 0;  ///< white space that keeps it off the reading beside it
};
using Rubies = std::vector<Ruby>;

/// Notes that the atoms from `begin` on are of the group of `segment`: a new one, or more of the
/// last. No group begins or ends with a line break.
void add_to_group(RubyGroups& groups, const Segment& segment, std::size_t begin,
                  const std::vector<Atom>& atoms);

/// The reading of `group`, set from its own atoms.
Ruby set_ruby(const RubyGroup& group, const std::vector<Atom>& own, const FontBook& fonts);

/// Spaces groups out evenly, half a gap at their ends, where their readings find no room; to whole
/// characters on a grid.
void make_room(const Rubies& rubies, bool grid, std::vector<Atom>& atoms);

/// No line ends inside a group. Comes behind find_break_points.
void hold_groups(const Rubies& rubies, std::vector<Atom>& atoms);

/// Puts those readings whose groups begin in the line `span` of `atoms` above its glyphs.
void add_rubies(const Rubies& rubies, const std::vector<Atom>& atoms, const LineSpan& span,
                SetLine& line);

/// The white space `line` needs above the `top` of its characters, counted from the base line, so
/// that no reading comes near the line before it; 0 where it has none.
Length room_above(const SetLine& line, Length top);
/// The same where `before` is that line, for its emphasis dots: `bottom` is that of its characters,
/// `shift` how far right of it `line` begins.
Length room_between(const SetLine& before, Length bottom, const SetLine& line, Length top,
                    Length shift);

}  // namespace gongbao::typeset
