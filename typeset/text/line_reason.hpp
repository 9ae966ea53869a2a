// SPDX-License-Identifier: Apache-2.0
// Why a line is as it is: what it gave or took to fill its measure, why it ends where it does, and
// what stood in the way of ending it where it was full. Made only when a job asks for it
// (Job::explain); written out by explain.hpp.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/report/message.hpp"
#include "typeset/text/atoms.hpp"
#include "typeset/text/break_lines.hpp"

namespace gongbao::typeset {

/// What justify.cpp did to a line.
struct Adjustment {
    std::array<Extent, kShrinkStop + 1> shrunk{};          ///< by ShrinkStep
    std::array<Extent, kStretchHanLatin + 1> stretched{};  ///< by StretchStep
    Extent even = 0;                                       ///< put into every gap alike
    int even_gap = 0;                                      ///< of it in a gap, thousandths of an em
};

struct LineReason {
    std::string words;
    Extent width = 0;    ///< of the measure
    Extent natural = 0;  ///< before anything gives way
    Adjustment adjustment;
    std::vector<core::Message> facts;  ///< how it ends, and what was not possible
};

/// A paragraph's lines explained. Requires: one Adjustment a line, in order.
std::vector<LineReason> explain_lines(const std::vector<Atom>& atoms,
                                      const std::vector<LineSpan>& lines,
                                      const std::vector<Adjustment>& adjustments,
                                      const Measure& measure, const TextRules& rules,
                                      const std::vector<std::u32string>& texts);

}  // namespace gongbao::typeset
