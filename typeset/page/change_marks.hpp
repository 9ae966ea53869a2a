// SPDX-License-Identifier: Apache-2.0
// Marks what changed against an earlier version: a bar in the margin beside lines with new words, a
// red line under these words, a red stroke where words are missing, a tick in the margin where a
// paragraph is. Rules all of them, so artifacts: the text and its structure stay as they are.
#pragma once

#include "typeset/layout/layout.hpp"
#include "typeset/page/printed_text.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// Adds the marks to the pages of `layout`, which was set by `profile`; `before` is the earlier
/// version set in the same way.
void mark_changes(const PrintedText& before, const Profile& profile, Layout& layout);

}  // namespace gongbao::typeset
