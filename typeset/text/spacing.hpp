// SPDX-License-Identifier: Apache-2.0
// White space between the atoms of a paragraph: marks that meet give up blank halves, Han stands
// off from Latin, and on a grid Latin fills whole characters.
//
// Last stage of shape.hpp.
#pragma once

#include <vector>

#include "typeset/text/atoms.hpp"
#include "typeset/text/text_rules.hpp"

namespace gongbao::typeset {

/// Compression of marks that meet (CLREQ 3.1.6; GB/T 15834-2011, 5.1), Han–Latin gaps, and which
/// gaps take part when a line is spread.
void space_out(std::vector<Atom>& atoms, const TextRules& rules);

}  // namespace gongbao::typeset
