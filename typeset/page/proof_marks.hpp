// SPDX-License-Identifier: Apache-2.0
// What makes a page a proof: line numbers, 校样 across the page beneath the text, a line that tells
// date and version. All artifacts, from [proof] of the profile.
#pragma once

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {

/// Adds them to the pages of `layout`, which `job` was set as. Blank pages stay blank.
void add_proof_marks(const Job& job, const Profile& profile, const FontBook& fonts, Layout& layout);

}  // namespace gongbao::typeset
