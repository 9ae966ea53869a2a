// SPDX-License-Identifier: Apache-2.0
// 版记 of an official document (GB/T 9704-2012, 7.4): to whom copies go, who printed it and when, between
// rules at the foot of the last page. Lines of the document's own are taken for it where it ends with them;
// 印发机关 and 印发日期 are made of metadata where it does not say them.
#pragma once

#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// The last blocks of a document that are lines of its 版记, in their order.
struct ColophonBlocks {
    std::vector<const core::Block*> copies;  ///< 抄送：…
    const core::Block* printed = nullptr;    ///< ××办公厅　2026年3月7日印发
    bool has(const core::Block& block) const;
};

/// Empty when the profile prints no 版记.
ColophonBlocks colophon_blocks(const core::Document& document, const Profile& profile);

/// One box at the foot; none when there is nothing to say. The document's own lines get nodes below
/// `parent`.
void add_colophon(const core::Document& document, const ColophonBlocks& blocks, NodeId parent,
                  Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
