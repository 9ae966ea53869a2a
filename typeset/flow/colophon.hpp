// SPDX-License-Identifier: Apache-2.0
// 版记 of an official document (GB/T 9704-2012, 7.4): to whom copies go, who printed it and when,
// between rules at the foot of the last page. Only what the document says itself: nothing is made
// of metadata.
#pragma once

#include <vector>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// The lines of a document's own 版记, in their order: the last of its conclusions or, where these
/// have none, of its last annex, unless that is a text passed on with its own 版记. They stand
/// behind the annexes in print (7.3.7).
struct ColophonBlocks {
    std::vector<const core::Block*> lines;
    bool has(const core::Block& block) const;
};

/// Empty when the profile prints no 版记.
ColophonBlocks colophon_blocks(const core::Document& document, const Profile& profile);

/// One box at the foot, with a node for each line below `parent`; none when there is nothing to
/// say.
void add_colophon(const ColophonBlocks& blocks, NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
