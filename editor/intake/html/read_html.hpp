// SPDX-License-Identifier: Apache-2.0
// The HTML reader: a page of a government site, or a file saved as HTML by an office program.
//
//   parse (gumbo, as a browser does) → find the document's element and the metadata → paragraphs
//   and tables
//
// Called by take_in. gumbo.h stays inside editor/intake/html.
#pragma once

#include "core/diagnostic.hpp"
#include "editor/intake/intake.hpp"
#include "editor/intake/raw_document.hpp"

namespace gongbao::editor {

/// The document's paragraphs (places "第N段") and tables, and the page's metadata as fields.
/// Writes: to `findings` what was left out: pictures, hidden elements, everything beside the
/// document.
/// Throws: Error(Invalid) for an unknown encoding, (TooLarge) for elements nested deeper than
/// 1,000.
RawDocument read_html(const Manuscript& manuscript, core::Diagnostics& findings);

}  // namespace gongbao::editor
