// SPDX-License-Identifier: Apache-2.0
// What a table's style does to the words in its cells (ECMA-376 part 1, 17.7.6): capitals, hidden
// letters, a line through them, a symbol font, for the whole table or its first row. The cells are
// read without it; where it would print other words, a person is told. Called once a table.
#pragma once

#include <pugixml.hpp>
#include <string>

#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// Writes: to the findings, one for each kind of formatting that touches words of `table`.
void report_table_style(pugi::xml_node table, const Reading& reading, const core::Place& place);

}  // namespace gongbao::editor::docx
