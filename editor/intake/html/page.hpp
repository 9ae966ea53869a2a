// SPDX-License-Identifier: Apache-2.0
// Finds, in the tree of a web page, the element that holds the document and the metadata table
// beside it. Used by the HTML reader only.
#pragma once

#include <gumbo.h>

#include <string>
#include <utility>
#include <vector>

namespace gongbao::editor::html {

/// The element holding the document: by the ids and classes that government sites use
/// (UCAP-CONTENT, TRS_Editor, zoom …), else the smallest block holding most of the page's words.
const GumboNode& main_content(const GumboNode& root);

/// Label and value of the page's metadata outside of `content` (索引号, 发文字号 …): table cells, terms
/// of a definition list, and "label：value" in one element; then <meta name> of the head. Labels
/// without white space and colon, only known ones, the first value of each.
std::vector<std::pair<std::string, std::string>> page_fields(const GumboNode& root,
                                                             const GumboNode& content);

/// The words below `node` that a browser would show, white space left out.
std::string visible_words(const GumboNode& node);
/// Elements that hold no words of the page: script, style, template, iframe, form controls …
bool is_machinery(GumboTag tag);

}  // namespace gongbao::editor::html
