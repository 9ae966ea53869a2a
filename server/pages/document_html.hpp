// SPDX-License-Identifier: Apache-2.0
// A document's text as HTML: every word of it, in printed order, and nothing else.
//
// Block ids become element ids, so a link can point at an article (#art_10). Headings are those of
// core::headings_of; tables keep their spans inside a box that scrolls sideways; footnotes are
// linked both ways and stand at the end of their part. Called by document_page.cpp; a test takes
// the tags off again and compares with core::plain_text.
#pragma once

#include <string>
#include <vector>

#include "core/document/document.hpp"
#include "core/report/messages.hpp"

namespace gongbao::server {

/// A heading of the text, for the table of contents beside it.
struct Anchor {
    std::string id;
    std::string words;
    int level = 2;  ///< of the HTML heading
};

struct DocumentHtml {
    std::string title;            ///< inside the h1
    std::string text;             ///< everything but the title
    std::vector<Anchor> anchors;  ///< headings and annex titles, in order
};

/// Requires: ids assigned. `words` names tables and notes for assistive programs.
DocumentHtml document_html(const core::Document& document, const core::Messages& words);

}  // namespace gongbao::server
