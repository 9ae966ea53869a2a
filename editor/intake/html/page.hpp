// SPDX-License-Identifier: Apache-2.0
// Finds, in the tree of a web page, the element that holds the document, the heading that stands
// above it and the metadata table beside it. Used by the HTML reader only.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "editor/intake/html/styles.hpp"

namespace gongbao::editor::html {

class Page {
  public:
    Page(const GumboNode& root, const Styles& styles);

    /// The element holding the document: by the ids and classes that government sites use
    /// (UCAP-CONTENT, TRS_Editor, zoom …), else the smallest block holding most of the page's
    /// words.
    const GumboNode& content() const { return *content_; }

    /// The last heading before the content that reads as the title of a document; null for none.
    const GumboNode* heading() const;

    /// Label and value of the page's metadata outside of the content (索引号, 发文字号 …): table
    /// cells, terms of a definition list, and "label：value" in one element; then <meta name> of
    /// the head. Labels without white space and colon, only known ones, the first value of each.
    std::vector<std::pair<std::string, std::string>> fields() const;

  private:
    std::size_t count(const GumboNode& node);
    std::size_t words(const GumboNode& node) const;
    const GumboNode& densest(const GumboNode& node) const;
    const GumboNode& find_content() const;

    const GumboNode& root_;
    const Styles& styles_;
    std::unordered_map<const GumboNode*, std::size_t>
        words_;  ///< bytes of shown words below a node
    const GumboNode* content_;
};

/// The shown text below `node` with its inner spaces, without readings.
std::string shown_text(const GumboNode& node, const Styles& styles);

/// The lines of the page outside of `content`, hidden ones too, for marks that forbid the document
/// to the public.
std::vector<std::string> surrounding_lines(const GumboNode& root, const GumboNode& content);

/// The label that `text` is: 【索 引 号】 → 索引号.
std::string field_label(std::string_view text);
/// A label of the metadata that sites show with a document.
bool is_field_label(std::string_view label);

/// Elements that hold no words of the page: script, style, template, iframe, form controls …
bool is_machinery(GumboTag tag);

}  // namespace gongbao::editor::html
