// SPDX-License-Identifier: Apache-2.0
// Lists in the structure tree: items (core::is_item), one below the other, become L, LI, Lbl and
// LBody. A deeper kind stands inside the item above it. Called while boxes are built.
#pragma once

#include <vector>

#include "core/document/document.hpp"
#include "typeset/layout.hpp"

namespace gongbao::typeset {

/// The nodes of an item: its paragraph, and its label (kArtifact without one).
struct ItemNodes {
    NodeId paragraph = kArtifact;
    NodeId label = kArtifact;
};

class OpenLists {
  public:
    /// Lists stand below `sect`.
    OpenLists(Layout& layout, NodeId sect) : layout_(layout), sect_(sect) {}

    /// Adds an item for `block`, in the list that is open for its kind or in a new one.
    /// Requires: core::list_depth(block) > 0.
    ItemNodes add(const core::Block& block);
    /// What follows is no list.
    void close() { open_.clear(); }

  private:
    struct Open {
        int depth = 0;
        NodeId list = 0;
        NodeId body = 0;  ///< of its last item
    };

    Layout& layout_;
    NodeId sect_;
    std::vector<Open> open_;
};

}  // namespace gongbao::typeset
