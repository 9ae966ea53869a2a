// SPDX-License-Identifier: Apache-2.0
// Stacks a document's blocks into boxes, with the structure tree they belong to.
//
// In: a Document. Out: boxes in printed order, nodes and bookmarks in the Layout. Knows nothing of
// pages but what may not be parted: a heading from the lines below it, the last line of a
// paragraph from the one before it, a signature from its date.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the boxes of `item` (number `index`) to `stack`, its structure below `parent`.
void build_boxes(const core::Document& document, int index, NodeId parent, Composer& composer,
                 Stack& stack);

}  // namespace gongbao::typeset
