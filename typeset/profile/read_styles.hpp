// SPDX-License-Identifier: Apache-2.0
// The styles of a profile: what [style.base] says and what each says of its own. Called by
// profile.cpp.
#pragma once

#include "typeset/profile/profile.hpp"
#include "typeset/profile/profile_section.hpp"

namespace gongbao::typeset {

/// With `fonts` every role named must be in the catalogue and its files installed. Throws:
/// Error(Invalid), (Unavailable) for a font that is not installed, naming file, line and key.
void read_styles(ProfileSection section, const FontBook* fonts, Profile& profile);

}  // namespace gongbao::typeset
