// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/open_lists.hpp"

#include "core/document/block.hpp"
#include "core/document/structure.hpp"

namespace gongbao::typeset {
ItemNodes OpenLists::add(const core::Block& block) {
    const int depth = core::list_depth(block);
    while (!open_.empty() && open_.back().depth > depth) open_.pop_back();
    if (open_.empty() || open_.back().depth < depth) {
        const NodeId list = layout_.add_node(Tag::L, open_.empty() ? sect_ : open_.back().body);
        open_.push_back({depth, list, 0});
    }
    const NodeId item = layout_.add_node(Tag::LI, open_.back().list);
    ItemNodes nodes;
    if (!block.label.empty()) nodes.label = layout_.add_node(Tag::Lbl, item);
    // Layout::block_of finds the paragraph right behind its label.
    open_.back().body = layout_.add_node(Tag::LBody, item);
    nodes.paragraph = layout_.add_node(Tag::P, open_.back().body);
    return nodes;
}

}  // namespace gongbao::typeset
