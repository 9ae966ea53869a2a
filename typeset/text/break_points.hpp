// SPDX-License-Identifier: Apache-2.0
// Decides where a line may end: never (CLREQ prohibitions, words, pairs), freely, or at a price
// (numbers with their units, 〔2022〕38号, labels). Scripts other than Han and Latin break by UAX
// #14 (ICU).
#pragma once

#include <string>
#include <vector>

#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

/// Writes: `break_after` of every atom but forced ones. `texts` holds the atoms' pooled texts.
void find_break_points(std::vector<Atom>& atoms, Prohibition prohibition,
                       const std::vector<std::u32string>& texts);

/// Adds what a break costs the sense: inside words (ICU's dictionary), inside 《》, before 的. For
/// titles, which are broken at the sense (GB/T 9704-2012, 7.3.1).
void prefer_sense_breaks(std::vector<Atom>& atoms);

}  // namespace gongbao::typeset
