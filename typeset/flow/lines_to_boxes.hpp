// SPDX-License-Identifier: Apache-2.0
// A paragraph's lines as boxes, one a line, with its footnotes.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/references.hpp"

namespace gongbao::typeset {

/// Base line of a line of `style` below the top of its box: characters hang from the top, the lead
/// is below (reference 1.1: no lead after the last line of a page).
Length base_line(const TextStyle& style);

/// A block to be set as lines: how it looks, how much room it has, what it is in the structure
/// tree.
struct Paragraph {
    const core::Block& block;
    const TextStyle& style;
    Length measure = 0;  ///< width of its column
    NodeId node = kArtifact;
    core::Place place;                        ///< names it in findings
    NodeId label = kArtifact;                 ///< of the block's label, when that has a node
    std::span<const Reference> references{};  ///< in the block's words
};

/// Sets `paragraph` and adds its boxes; each reference becomes a Link below its node, each
/// footnote's mark a Reference (footnotes.hpp).
void add_paragraph(const Paragraph& paragraph, Composer& composer, std::vector<Box>& boxes);

/// Boxes for lines that are already set. Page breaks before the last line are forbidden (孤行).
/// `span_nodes`: the nodes of parts of the lines, by Segment::span.
void add_lines(std::vector<SetLine> lines, const TextStyle& style, NodeId node,
               const Profile& profile, std::vector<Box>& boxes,
               const std::vector<NodeId>& span_nodes = {});

}  // namespace gongbao::typeset
