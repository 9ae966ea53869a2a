// SPDX-License-Identifier: Apache-2.0
// Leader dots, and lines that end in a place: contents (front_matter) and the entries of an
// annual index, whose last words are a core::Mark::Locator.
#pragma once

#include "core/document/document_fwd.hpp"
#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {

/// Adds dots to `box` from the end of `line` to `stop`, on a raster common to all leaders of
/// `style`.
void add_leader(const BoxLine& line, Length stop, const TextStyle& style, Composer& composer,
                Box& box);

bool has_locator(const core::Block& block);

/// Sets an entry: its words from the left of its measure, the places of its locator at the right
/// end of the last line with a leader before them, or on lines of their own when there is no room.
/// A place is never broken. Every character of the block is set once, in order.
void add_entry_with_locator(const Paragraph& entry, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
