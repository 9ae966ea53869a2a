// SPDX-License-Identifier: Apache-2.0
// The tables of a profile but its styles, each read by itself. Called by profile.cpp in an order in
// which what one needs of another is there: 版头 has lengths in characters of the text.
#pragma once

#include "typeset/profile/profile.hpp"
#include "typeset/profile/profile_section.hpp"

namespace gongbao::typeset {

// Each takes what its table says into `profile` and throws Error(Invalid) naming file, line and key
// of what it may not say.
void read_page(ProfileSection& section, Profile& profile);
void read_text(ProfileSection section, Profile& profile);
void read_columns(ProfileSection& section, Profile& profile);
void read_table(ProfileSection section, Profile& profile);
void read_item(ProfileSection section, Profile& profile);
void read_head(ProfileSection section, Profile& profile);
void read_folio(ProfileSection section, Profile& profile);
void read_parts(ProfileSection section, Profile& profile);
void read_offprint(ProfileSection section, Profile& profile);
void read_words(ProfileSection section, Profile& profile);
void read_red_head(ProfileSection section, Profile& profile);
void read_proof(ProfileSection section, Profile& profile);
void read_colophon(ProfileSection section, Profile& profile);

}  // namespace gongbao::typeset
