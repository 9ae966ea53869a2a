// SPDX-License-Identifier: Apache-2.0
// The close of a document or annex: signature, date, 附注, and what is printed after them. A stage of
// recognition.
#pragma once

#include <optional>

#include "core/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Where the document that begins at range.begin closes: its signature up to the last line before
/// an annex or attached text. Nothing when it is not signed (a law, a plan).
std::optional<Range> find_closing(const Lines& lines, Range range);

/// Sets the roles of a closing that find_closing found.
/// Writes: a finding for a signature known by its position only and for lines of the 版记.
void mark_closing(Lines& lines, Range closing, core::Diagnostics& findings);

}  // namespace gongbao::editor
