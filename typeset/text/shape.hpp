// SPDX-License-Identifier: Apache-2.0
// Turns the text of a paragraph into atoms: which face sets each character, its cell, and the white
// space around it.
//
//   itemize: characters in their context → choose_face: a face a cluster → cells → spacing
//
// Breaks are left open (break_points.hpp decides them).
#pragma once

#include <string>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "typeset/text/atoms.hpp"
#include "typeset/text/ink_shifts.hpp"
#include "typeset/text/readings.hpp"
#include "typeset/text/text_rules.hpp"

namespace gongbao::typeset {

/// A paragraph ready to be broken into lines.
struct ShapedText {
    std::vector<Atom> atoms;  ///< in reading order
    Rubies rubies;            ///< above them, in order
};

class Shaper {
  public:
    /// Both must outlive the Shaper. `texts` takes clusters of several code points.
    Shaper(const FontBook& fonts, std::vector<std::u32string>& texts)
        : fonts_(fonts), texts_(texts) {}

    /// Every character is set, a letter and its marks always by one face: what no font of the chain
    /// has becomes a visible 〓 (GETA MARK), what prints nothing is kept with the character before.
    /// Oddities are reported with `place` (choose_face.hpp).
    ShapedText shape(const std::vector<Segment>& segments, const TextRules& rules,
                     const core::Place& place, core::Diagnostics& findings);

  private:
    const FontBook& fonts_;
    std::vector<std::u32string>& texts_;
    InkShifts ink_shifts_;
};

}  // namespace gongbao::typeset
