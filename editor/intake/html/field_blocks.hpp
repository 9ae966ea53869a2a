// SPDX-License-Identifier: Apache-2.0
// The metadata (索引号, 发文机关, 发文字号 …) that some sites put above the title in the box of the
// text, as a table or as lines. They are the site's and not the document's words. Called by
// read_html.
#pragma once

#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor::html {

/// Takes such fields at the head of the text away, one alone only where it is a table with a colon;
/// known labels become fields of `raw`, unless the page has told them. Writes: to `findings`, the
/// words of each block that goes.
void take_field_blocks(RawDocument& raw, core::Diagnostics& findings);

}  // namespace gongbao::editor::html
