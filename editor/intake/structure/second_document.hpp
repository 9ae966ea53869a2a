// SPDX-License-Identifier: Apache-2.0
// A second document in one manuscript: a title with a number or addressees of its own behind the
// first one's close, which the first neither issues nor passes on. Its number could never be found
// later, so such a manuscript must be parted before it is published. A stage of recognition.
#pragma once

#include <vector>

#include "core/report/diagnostic.hpp"
#include "editor/intake/structure/line.hpp"
#include "editor/intake/structure/parts.hpp"

namespace gongbao::editor {

/// Writes: an error for each second document. Annexes with a label, and texts that the first
/// document names by title or number or passes on (转发, 批转), are none.
void report_second_documents(const Lines& lines, const std::vector<Part>& parts,
                             core::Diagnostics& findings);

}  // namespace gongbao::editor
