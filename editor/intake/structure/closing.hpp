// SPDX-License-Identifier: Apache-2.0
// The close of a document or annex: signature, date, 附注, and what is printed after them, 版记
// last. A stage of recognition.
#pragma once

#include <optional>
#include <string>

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Where the document that begins at range.begin closes: its signature up to the last line before
/// an annex or attached text; its 版记 alone where it is not signed. Nothing when it has neither (a
/// law, a plan). Of several signatures with dates the one of an agency that `title` names is taken.
std::optional<Range> find_closing(const Lines& lines, Range range, const std::string& title);

/// Does the title name agencies of which none signs here, nor a person or a line set to the right?
bool is_signed_by_others(const Lines& lines, Range closing, const std::string& title);

/// Sets the roles of a closing that find_closing found.
/// Writes: findings for a signature known by its position only, for a date without its day, for
/// lines of the 版记 and for lines behind the date that are none of these.
void mark_closing(Lines& lines, Range closing, core::Diagnostics& findings);

}  // namespace gongbao::editor
