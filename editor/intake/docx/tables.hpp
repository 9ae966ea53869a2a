// SPDX-License-Identifier: Apache-2.0
// A table (w:tbl, ECMA-376 part 1, 17.4): rows of cells with their spans, head rows, column widths.
// Cells merged downwards become one cell; tables inside of cells give up their words to the cell.
// Called by the story.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "core/document/table.hpp"
#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// Writes: to the findings, with places such as "表2第3行第1格". No rows when all are deleted.
core::Table read_table(pugi::xml_node table, Reading& reading, const core::Place& place);

}  // namespace gongbao::editor::docx
