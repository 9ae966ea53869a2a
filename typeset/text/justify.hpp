// SPDX-License-Identifier: Apache-2.0
// Spreads or squeezes the atoms of one line to its measure, in CLREQ's order (reference 3.3), and
// places their glyphs.
#pragma once

#include <vector>

#include "typeset/text/atoms.hpp"
#include "typeset/text/break_lines.hpp"

namespace gongbao::typeset {

struct Adjustment;

/// The line `span` set to `width`; alignment as in `measure`. `atoms` are not changed.
/// `adjustment`, when given, is told what gave and what took (line_reason.hpp).
SetLine set_line(const std::vector<Atom>& atoms, const LineSpan& span, Length width,
                 TextAlign align, const TextRules& rules, Adjustment* adjustment = nullptr);

}  // namespace gongbao::typeset
