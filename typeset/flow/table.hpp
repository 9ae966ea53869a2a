// SPDX-License-Identifier: Apache-2.0
// A table as boxes, one a row: TableGrid (table_grid.hpp) → TableFit (table_widths.hpp) → cells
// (table_cells.hpp) → rows (table_rows.hpp) → boxes, with the words around it (table_words.hpp) and
// what is printed again on each page it goes on to; turned, if it is too wide (turned_pages.hpp),
// or in parts (table_parts.hpp).
#pragma once

#include "typeset/flow/box.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/flow/table_words.hpp"

namespace gongbao::typeset {

/// Adds a table with its caption, unit line and notes. Its header rows are repeated, under 续表, on
/// each page it goes on to. Of a table without a cell only those words are left. `document` names
/// it in findings.
void add_table(const TableParts& parts, const std::string& document, NodeId parent,
               Composer& composer, Stack& stack);

}  // namespace gongbao::typeset
