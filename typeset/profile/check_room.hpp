// SPDX-License-Identifier: Apache-2.0
// Whether a profile leaves room for words; what leaves none is a mistake in it. Called by
// profile.cpp.
#pragma once

#include "typeset/profile/profile.hpp"
#include "typeset/profile/profile_section.hpp"

namespace gongbao::typeset {

/// Room for at least ten characters of the text, five in a column, and three lines. Throws:
/// Error(Invalid) naming the key that the nearest file changes, of several the largest.
void check_room(const ProfileSection& page, const ProfileSection& columns, const Profile& profile);

/// A style's own indents leave room for four characters in `width`. Throws: Error(Invalid).
void check_column(const ProfileSection& section, const TextStyle& style, Length width);

}  // namespace gongbao::typeset
