// SPDX-License-Identifier: Apache-2.0
// Which style a block has, and what it is in the structure tree.
#pragma once

#include "core/document/document.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

StyleName style_for(core::Role role, bool in_annex);

/// True when the block is a heading that stands alone, not a paragraph opened by a label: the
/// run-in （一）… 。 is a paragraph.
bool is_heading(const core::Block& block);

/// 0 outermost … 3, by role: 编 章 节 | 一、（一）1.（1）. Requires: is_heading(block).
int heading_depth(core::Role role);

/// How deep a block stands in lists, by role: 项 1, 目 2, a list item 3; 0 for what is no list.
int list_depth(core::Role role);

}  // namespace gongbao::typeset
