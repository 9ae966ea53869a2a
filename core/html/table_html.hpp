// SPDX-License-Identifier: Apache-2.0
// A table block as HTML with its spans and header cells. Called by document_html.
#pragma once

#include <string>

#include "core/document/block.hpp"
#include "core/html/runs_html.hpp"

namespace gongbao::core {

/// `caption`: the words of the block itself, as HTML.
/// Requires: block.table. Where tables have names, the box around it can be scrolled with the
/// keyboard, and `number`, the table's place on the page, tells it from others for people who hear
/// it.
std::string table_html(const Block& block, const std::string& caption, int number,
                       const HtmlOptions& options, NoteList& notes);

}  // namespace gongbao::core
