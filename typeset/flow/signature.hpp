// SPDX-License-Identifier: Apache-2.0
// What stands in a signature: the name of an agency, or a person's post and name. Short ones stand
// wide: 国 务 院, 总　理　李　强. Only places of glyphs change, never the words.
#pragma once

#include <optional>

#include "typeset/profile/profile.hpp"
#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

/// Where a person's name begins in a line "省　长　陆怀舟", and the white space before it ends the
/// post.
struct Signer {
    std::size_t post_end = 0;    ///< index of the first glyph of the white space
    std::size_t name_begin = 0;  ///< index of the first glyph of the name
};

/// Post and name, parted by white space; nothing for the name of an agency.
std::optional<Signer> signer_in(const SetLine& line);

/// 国务院 → 国 务 院: two to four Han characters get half a character between them.
void spread_agency(SetLine& line, const TextStyle& style);

/// A post and a name of two characters each take three, and the white space between is `gap` at
/// least. Returns the x of the name.
Length spread_signer(SetLine& line, const Signer& signer, const TextStyle& style, Length gap);

/// Moves the glyphs from `first` on to the right.
void move_from(SetLine& line, std::size_t first, Length by);

}  // namespace gongbao::typeset
