// SPDX-License-Identifier: Apache-2.0
// Stacks a document's blocks into boxes, with the structure tree they belong to.
//
// In: a Document. Out: boxes in printed order, nodes and bookmarks in the Layout. Knows nothing of
// pages but what may not be parted: a heading from the lines below it, the last line of a
// paragraph from the one before it, a signature from its date.
#pragma once

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/references.hpp"

namespace gongbao::typeset {

/// What a document is set for.
struct Setting {
    int columns = 1;                 ///< of its body; titles and wide tables stand across
    const CitedDocuments& together;  ///< the documents set with it
};

/// Adds the boxes of `document` to `stack`, its structure below `parent` in a Sect, which
/// is returned. Its first box says item 0.
NodeId build_boxes(const core::Document& document, const Setting& setting, NodeId parent,
                   Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
