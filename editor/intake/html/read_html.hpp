// SPDX-License-Identifier: Apache-2.0
// The HTML reader: a page of a government site, or a file saved as HTML by an office program.
//
//   parse (gumbo, as a browser does, within bounds) → settle the styles → find the document's element
//   and the metadata → paragraphs and tables, as a browser shows them → the account of all words
//
// Called by take_in. gumbo.h stays inside editor/intake/html.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/manuscript.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// The document's paragraphs (places "第N段") and tables, and the page's metadata as fields.
/// Writes: to `findings` what was left out (pictures, hidden elements, captions of buttons,
/// everything beside the document) and what was added (markers are not reported, values of form
/// fields are). Throws: Error(Invalid) for an unknown encoding, (TooLarge) beyond the bounds of
/// html/parse.hpp.
RawDocument read_html(const Manuscript& manuscript, core::Diagnostics& findings);

}  // namespace gongbao::editor
