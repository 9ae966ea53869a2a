// SPDX-License-Identifier: Apache-2.0
// A table block as HTML with its spans and header cells. Called by document_html.
#pragma once

#include <string>

#include "core/document/document.hpp"
#include "core/report/messages.hpp"
#include "server/pages/runs_html.hpp"

namespace gongbao::server {

/// `caption`: the words of the block itself, as HTML.
/// Requires: block.table. The box around it can be scrolled with the keyboard, and `number`, the
/// table's place on the page, tells it from others for people who hear it.
std::string table_html(const core::Block& block, const std::string& caption, int number,
                       const core::Messages& words, NoteList& notes);

}  // namespace gongbao::server
