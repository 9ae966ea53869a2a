// SPDX-License-Identifier: Apache-2.0
// Run-in headings: in "（一）加强公开。聚焦…" the words up to the first 。 are the heading of the
// paragraph and are printed in its typeface. A stage of recognition.
#pragma once

#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Marks the run-in headings of the levels in `body` with Mark::Lead: by the manuscript's own
/// change of typeface where it shows one, else by wording.
void mark_leads(Lines& lines, Range body);

}  // namespace gongbao::editor
