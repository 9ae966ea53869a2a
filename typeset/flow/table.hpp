// SPDX-License-Identifier: Apache-2.0
// Tables: column widths, cells set as paragraphs, spans, rules; a box a row, so that pages end between rows.
// A row higher than half a page is cut between its lines. Header rows come again on each page, under
// （续表）.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the table of `block`. One that cannot fit the column is set smaller, and reported.
void add_table(const core::Block& block, NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
