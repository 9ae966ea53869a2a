// SPDX-License-Identifier: Apache-2.0
// The opening of a document or annex: annex label, lines of the red head, title, number, 题注,
// addressees, printed contents. A stage of recognition.
#pragma once

#include <string>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Sets the roles of the lines that open `range`; returns the first line after them. `names` are
/// those of the 附件说明 without white space: an annex title that is one of them is complete.
/// Writes: findings for lines of the red head and for contents without an end.
std::size_t mark_preface(Lines& lines, Range range, const std::vector<std::string>& names,
                         core::Diagnostics& findings);

}  // namespace gongbao::editor
