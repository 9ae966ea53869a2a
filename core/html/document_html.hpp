// SPDX-License-Identifier: Apache-2.0
// A document's text as HTML: every word of it, in printed order, and nothing else.
//
// What a block is, structure.hpp says; here it gets its element. Levels become h2 … h6 without
// gaps, items stand in lists, tables keep their spans, footnotes are real notes at the end of their
// part, citations are links. Looks are classes, never styles. Called by the web page and the feed;
// a test takes the tags off again and compares with plain_text.
#pragma once

#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/html/html_options.hpp"

namespace gongbao::core {

/// A heading of the text, for a table of contents beside it.
struct HtmlAnchor {
    std::string id;
    std::string words;
    int level = 2;  ///< of the HTML heading
};

struct DocumentHtml {
    std::string title;                ///< inside the h1; empty when it stands in the text
    std::string text;                 ///< everything but that title
    std::vector<HtmlAnchor> anchors;  ///< headings and annex titles, in order
};

/// Requires: ids assigned.
DocumentHtml document_html(const Document& document, const HtmlOptions& options);

}  // namespace gongbao::core
