// SPDX-License-Identifier: Apache-2.0
// A table as boxes, one a row: TableGrid (table_grid.hpp) → TableFit (table_widths.hpp) → cells
// (table_cells.hpp) → rows (table_rows.hpp) → boxes, with what is printed again on each page it goes on to.
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

/// Adds the table of `block`. Its header rows are repeated, under 续表, on each page it goes on to. A
/// table without a cell is nothing.
void add_table(const core::Block& block, NodeId parent, Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
