// SPDX-License-Identifier: Apache-2.0
// Decides where the lines of a paragraph end, looking at the whole paragraph at once (total fit
// after Knuth and Plass, "Breaking paragraphs into lines", 1981), over CLREQ's means of giving way.
//
// In: atoms with their break points. Out: the breaks, first to last. Moves no glyph: justify.hpp
// does.
#pragma once

#include <cstdint>
#include <vector>

#include "typeset/text/atoms.hpp"
#include "typeset/text/text_rules.hpp"

namespace gongbao::typeset {

/// What the lines have to fill.
struct Measure {
    Length width = 0;  ///< of every line but the first
    Length first_width = 0;
    TextAlign align = TextAlign::Justify;
};

/// A line is the atoms [begin, end); `content_end` leaves out spaces at its end.
struct LineSpan {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t content_end = 0;
    bool last = false;       ///< ends the paragraph or stands before a forced break
    bool emergency = false;  ///< cut inside a run that is wider than its line
};

/// The breaks whose lines, taken together, look most even. Never fails: a run wider than its
/// line is cut between clusters and marked `emergency`.
std::vector<LineSpan> break_lines(const std::vector<Atom>& atoms, const Measure& measure,
                                  const TextRules& rules);

/// Do the atoms stand on one line with room for every mark? (Line breaks of their own aside.)
bool fits_one_line(const std::vector<Atom>& atoms, const Measure& measure);

/// The natural width of the line [begin, content_end): marks at its ends trimmed as the profile
/// says.
Extent natural_width(const std::vector<Atom>& atoms, const LineSpan& line, const TextRules& rules);

}  // namespace gongbao::typeset
