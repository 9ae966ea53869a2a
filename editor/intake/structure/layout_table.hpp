// SPDX-License-Identifier: Apache-2.0
// Tables that only lay out: a whole document in one cell, the head, signatures or 版记 in cells.
// They are read as if they were not there. A table of data is never opened; in doubt it stays one,
// with a finding. A stage of recognition, before anything is marked.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Writes: a hint for each table opened, a warning for one that holds lines of 版头 or 版记 and
/// stays.
void open_layout_tables(Lines& lines, core::Diagnostics& findings);

}  // namespace gongbao::editor
