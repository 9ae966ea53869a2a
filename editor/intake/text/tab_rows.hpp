// SPDX-License-Identifier: Apache-2.0
// Tables that a text shows as lines of columns parted by tabs, as they come out of a spreadsheet or
// of Word. Told from lists (1.\t…), from contents (…\t12), from head and signature lines with a tab
// between two elements. Used by read_text.
#pragma once

#include <vector>

#include "core/document/table.hpp"
#include "core/report/diagnostic.hpp"
#include "editor/intake/text/join_lines.hpp"

namespace gongbao::editor {

/// Sets SourceLine::table of the lines that are rows; the tables in order, a row a line.
/// Writes: a hint for each table, a warning where rows have different numbers of columns.
std::vector<core::Table> find_tab_rows(std::vector<SourceLine>& lines, core::Diagnostics& findings);

}  // namespace gongbao::editor
