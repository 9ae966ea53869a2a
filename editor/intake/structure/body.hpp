// SPDX-License-Identifier: Apache-2.0
// The body of a document or annex: divisions and articles of a legal text, levels
// 一、（一）1.（1）, lists, captions, 附件说明. A stage of recognition.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"

namespace gongbao::editor {

/// Sets role and label of the lines of `body`, and Mark::Lead on run-in headings.
/// Writes: a finding where articles are not numbered in sequence.
void mark_body(Lines& lines, Range body, core::Diagnostics& findings);

}  // namespace gongbao::editor
