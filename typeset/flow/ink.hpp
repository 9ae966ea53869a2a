// SPDX-License-Identifier: Apache-2.0
// How far the drawn shapes of a line reach above and below its base line: what a ruler on the page
// measures, where a character's box is what the typesetter counts in.
#pragma once

#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Distances from the base line, upwards.
struct Ink {
    Length top = 0;
    Length bottom = 0;
};

/// Of all glyphs of `line`; {0, 0} for a line without ink.
Ink ink_of(const SetLine& line, const Composer& composer);

}  // namespace gongbao::typeset
