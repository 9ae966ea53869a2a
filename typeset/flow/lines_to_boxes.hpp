// SPDX-License-Identifier: Apache-2.0
// A paragraph's lines as boxes, one a line, with its footnotes.
#pragma once

#include <string>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/references.hpp"

namespace gongbao::typeset {

/// Base line of a line of `style` below the top of its box: characters hang from the top, the lead
/// is below (reference 1.1: no lead after the last line of a page).
Length base_line(const TextStyle& style);

/// Sets `block` in `style` and adds its boxes; each reference becomes a Link below `node`, each
/// footnote's mark a Reference (footnotes.hpp). `label`, when there is one, is the node of the
/// block's label.
void add_paragraph(const core::Block& block, const TextStyle& style, NodeId node,
                   const std::string& place, const std::vector<Reference>& references,
                   Composer& composer, Stack& stack, NodeId label = kArtifact);

/// Boxes for lines that are already set. Page breaks before the last line are forbidden (孤行).
/// `span_nodes`: the nodes of parts of the lines, by Segment::span.
void add_lines(std::vector<SetLine> lines, const TextStyle& style, NodeId node,
               const Profile& profile, std::vector<Box>& boxes,
               const std::vector<NodeId>& span_nodes = {});

}  // namespace gongbao::typeset
