// SPDX-License-Identifier: Apache-2.0
// Boxes: the pieces a document is stacked from, top to bottom. A box is never cut; pages are made
// by deciding between which boxes they end (page/paginate.hpp).
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/document/figure.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

/// A line inside a box; x from the type area's left edge, y of the base line from the box's top.
struct BoxLine {
    Length x = 0;
    Length y = 0;
    SetLine line;
    NodeId node = kArtifact;
    std::vector<NodeId> span_nodes =
        {};  ///< by SpanRun::span: the nodes of the paragraph's own parts
};

struct BoxPicture {
    Rect rect;
    std::shared_ptr<const core::Media> media;
    NodeId node = kArtifact;
};

struct Box {
    Length before = 0;  ///< white space above, dropped at the head of a page
    Length height = 0;
    Length lead = 0;  ///< part of `height` that is white below the last line; may hang off the page
    bool may_break_before = true;
    bool heads_page = false;   ///< starts a new page
    bool heads_recto = false;  ///< … a right-hand one
    bool at_foot = false;      ///< sinks to the foot of its page
    bool on_line = false;      ///< a line of body text's pitch: stands on the page's lines
    int columns = 1;           ///< stands in one of so many narrow columns; 1: across the type area
    std::vector<int> anchors;  ///< indices into Layout::anchors: places that links lead to
    int bookmark = -1;         ///< index into Layout::bookmarks: this is where it leads
    int item = -1;             ///< index of the item that begins here
    /// Fills a page, turned by a quarter: its x runs up the page from the foot of the type area,
    /// its y from the left edge to the right.
    bool turned = false;
    int table_head = -1;  ///< index into Stack::table_heads, repeated if a page begins here
    /// A table row: left end and width of its frame, closed by a rule where a page cuts the table.
    Length frame_x = 0;
    Length frame_width = 0;
    Length frame_rule = 0;  ///< how strong it is
    std::vector<BoxLine> lines;
    std::vector<PlacedRule> rules;
    std::vector<BoxPicture> pictures;
    std::vector<Box> notes;  ///< footnotes that belong on the same page
    int mark = -1;           ///< of a footnote: index into Layout::anchors of the place of its mark
};

/// A document, or several, ready for pages.
struct Stack {
    std::vector<Box> boxes;
    std::vector<std::vector<Box>> table_heads;
    NodeId body = kArtifact;  ///< of one document: its 正文 are the nodes from here on
};

}  // namespace gongbao::typeset
