// SPDX-License-Identifier: Apache-2.0
// The opening of a document or annex: annex label, lines of the red head, title, number, 题注, addressees,
// printed contents. A stage of recognition.
#pragma once

#include "core/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Sets the roles of the lines that open `range`; returns the first line after them.
/// Writes: a finding when no title is found or the title's end is uncertain.
std::size_t mark_preface(Lines& lines, Range range, core::Diagnostics& findings);

}  // namespace gongbao::editor
