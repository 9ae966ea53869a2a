// SPDX-License-Identifier: Apache-2.0
// Headers and footers. They belong to the sheet, not to the text, so their words are not read; but
// a document number that stands there would be missed, and is reported. Marks of secrecy and drafts
// stand there too: their words, those of watermarks and the file's own properties go to
// structure/disclosure. Called by read_docx.
#pragma once

#include <vector>

#include "editor/intake/docx/reading.hpp"

namespace gongbao::editor::docx {

/// Their words, watermarks and what the file says of itself, for marks that forbid the document to
/// the public. Writes: to the findings, one a header or footer with words besides page numbers.
/// Throws: Error(Invalid) when such a part is damaged.
std::vector<RawAside> read_margins(const Reading& reading);

}  // namespace gongbao::editor::docx
