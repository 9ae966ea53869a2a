// SPDX-License-Identifier: Apache-2.0
// The structure tree of one document while its boxes are built: headings, paragraphs, lists and
// tables of contents below its Sect, and the bookmarks of its headings. What a block is, core says
// (core/document/structure.hpp).
#pragma once

#include "core/document/structure.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/open_lists.hpp"

namespace gongbao::typeset {

class BlockNodes {
  public:
    /// The document and the layout outlive it.
    BlockNodes(const core::Document& document, Layout& layout, NodeId sect);

    /// The nodes of the next block of text.
    ItemNodes add(const core::Block& block);
    /// The node of an entry of an index; entries that follow each other are one table of contents.
    NodeId add_index_entry();
    /// What follows is no part of the list or table of contents that is open.
    void close();

    /// Notes that `heading` begins in `box`.
    void bookmark(const core::Block& heading, Box& box);

  private:
    Tag tag_of(const core::Block& block) const;

    Layout& layout_;
    NodeId sect_;
    core::HeadingLevels levels_;
    OpenLists lists_;
    NodeId contents_ = kArtifact;  ///< the table of contents that is open
};

}  // namespace gongbao::typeset
