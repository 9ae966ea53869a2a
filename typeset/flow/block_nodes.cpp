// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/block_nodes.hpp"

#include "core/document/document.hpp"

namespace gongbao::typeset {

BlockNodes::BlockNodes(const core::Document& document, Layout& layout, NodeId sect)
    : layout_(layout), sect_(sect), levels_(document), lists_(layout, sect) {}

ItemNodes BlockNodes::add(const core::Block& block) {
    contents_ = kArtifact;
    if (core::is_item(block)) return lists_.add(block);
    lists_.close();
    return {layout_.add_node(tag_of(block), sect_), kArtifact};
}

NodeId BlockNodes::add_index_entry() {
    lists_.close();
    if (contents_ == kArtifact) contents_ = layout_.add_node(Tag::TOC, sect_);
    return layout_.add_node(Tag::P, layout_.add_node(Tag::TOCI, contents_));
}

void BlockNodes::close() {
    lists_.close();
    contents_ = kArtifact;
}

void BlockNodes::bookmark(const core::Block& heading, Box& box) {
    box.bookmark = static_cast<int>(layout_.bookmarks.size());
    layout_.bookmarks.push_back({levels_.of(heading) - 1, core::plain_text(heading), 0});
}

Tag BlockNodes::tag_of(const core::Block& block) const {
    if (const int level = levels_.of(block); level > 0)
        return static_cast<Tag>(static_cast<int>(Tag::H1) + level - 1);
    return block.role == core::Role::Caption ? Tag::Caption : Tag::P;
}

}  // namespace gongbao::typeset
