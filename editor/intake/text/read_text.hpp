// SPDX-License-Identifier: Apache-2.0
// The plain text reader: a line is a paragraph, except where a page end or the width of a printed
// line cut one in two (text copied out of a PDF); then the parts are joined and each join is
// reported.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/manuscript.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// The paragraphs of a text file in any encoding of decode_text; places are "第N行".
/// Writes: to `findings` the encoding when it is not UTF-8, joins, page numbers and
/// invisible characters left out.
/// Throws: Error(Invalid) for an unknown encoding.
RawDocument read_text(const Manuscript& manuscript, core::Diagnostics& findings);

}  // namespace gongbao::editor
