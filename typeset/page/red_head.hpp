// SPDX-License-Identifier: Apache-2.0
// 版头 of an official document (GB/T 9704-2012, 7.2; letters 10.1, orders 10.2): 发文机关标志 in red, 发文字号
// and red rules above the text. Made of metadata, but for the number and, in an order, the title.
//
// What the standard gives in millimetres is measured on the ink, as with a ruler on the page; what it gives
// in lines and characters on the characters' boxes.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// The blocks of the document that are printed in its head, and the nodes they have; null: none.
struct HeadBlocks {
    const core::Block* number = nullptr;
    NodeId number_node = kArtifact;
    const core::Block* title = nullptr;  ///< the title that is itself the mark: ××人民政府令
    NodeId title_node = kArtifact;
};

/// The title of `document` when the profile lets it be the mark and it is a title of that kind (…令), else
/// null.
const core::Block* title_as_mark(const core::Document& document, const Profile& profile);

/// One box that heads the page.
void add_red_head(const core::Document& document, const HeadBlocks& blocks, Composer& composer,
                  Stack& stack);

}  // namespace gongbao::typeset
