// SPDX-License-Identifier: Apache-2.0
// What of a document stands in its 版头 (GB/T 9704-2012, 7.2, 10.2, 10.3): asked by whoever prints
// the head (red_head.hpp) and by whoever prints the rest.
#pragma once

#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/document/role.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

/// A block of the document that is printed in its head, and the node it has.
struct HeadBlock {
    const core::Block* block = nullptr;
    NodeId node = kArtifact;
};

/// Those of a document, in its order: elements of 版头, the first number and the title that is
/// itself the mark (××人民政府令).
struct HeadBlocks {
    std::vector<HeadBlock> blocks;
    const core::Block* title = nullptr;
    bool has(const core::Block& block) const;
    /// Those of one role, the title that is the mark not among them.
    std::vector<HeadBlock> with_role(core::Role role) const;
};

/// What `profile` prints in the head; the nodes are the caller's to make. An element with a
/// footnote or a reading stays where it stands.
HeadBlocks head_blocks(const core::Document& document, const Profile& profile);

}  // namespace gongbao::typeset
