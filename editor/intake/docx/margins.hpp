// SPDX-License-Identifier: Apache-2.0
// Headers and footers. They belong to the sheet, not to the text, so their words are not read; but
// a document number that stands there would be missed, and is reported. Called by read_docx.
#pragma once

#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// Writes: to the findings, one a header or footer with words besides page numbers.
/// Throws: Error(Invalid) when such a part is damaged.
void report_margins(const Reading& reading);

}  // namespace gongbao::editor::docx
