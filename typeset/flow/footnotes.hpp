// SPDX-License-Identifier: Apache-2.0
// Footnotes: a Reference around each mark in the text, a Note for each text, and a link from one to
// the other and back (ISO 32000-1, 14.8.4.4.1; ISO 14289-1, 7.9). What stands on which page is
// page/paginate.hpp's.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Gives each footnote's mark among `segments` a Reference with a Link in it, below `node`. The
/// Links join `spans`, the nodes of the paragraph's own parts.
void mark_notes(NodeId node, std::vector<Segment>& segments, NoteTexts& notes, Layout& layout,
                std::vector<NodeId>& spans);

/// The footnotes whose marks stand in `line`, set small, for the foot of its page, in Notes below
/// `parent`. Requires: their marks went through mark_notes.
std::vector<Box> notes_of(const SetLine& line, const NoteTexts& notes, NodeId parent,
                          const core::Place& place, Composer& composer);
/// Gives each box those of its lines.
void add_notes(std::span<Box> boxes, const NoteTexts& notes, NodeId parent,
               const core::Place& place, Composer& composer);

}  // namespace gongbao::typeset
