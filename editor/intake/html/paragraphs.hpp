// SPDX-License-Identifier: Apache-2.0
// Collects the running text of HTML elements into paragraphs: line breaks that end a paragraph,
// run-in headings told by their typeface, automatic numbers. Used by read_html for the page and
// for each cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "editor/intake/html/style.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor::html {

class ParagraphBuilder {
  public:
    /// Text of a node, in `look`.
    void add_text(std::string_view text, const Look& look);
    /// Characters with their reading, which stands above all of them. Requires: neither is blank.
    void add_ruby(std::string base, std::string reading, const Look& look);
    /// The marker of a list item, which stands in print and not in the page's text; it opens the
    /// first paragraph with words that follows.
    void add_marker(const std::string& marker);
    /// Puts a marker that no words follow into a paragraph of its own.
    void end_item();
    /// Whether the paragraphs that follow belong to a list item with a marker.
    void set_in_item(bool in_item) { in_item_ = in_item; }
    void add_break() { runs_.push_back(core::line_break()); }
    /// The indent that the style gives the paragraph under way.
    void set_indent(int indent) { indent_ = indent; }
    /// The level of the heading that the paragraphs that follow belong to, 0 for none.
    void set_heading(int level) { heading_ = level; }
    int heading() const { return heading_; }
    /// Ends the paragraph under way; empty ones vanish.
    void end_paragraph();

    /// The paragraphs so far, without places.
    std::vector<RawParagraph> take() { return std::move(paragraphs_); }

  private:
    void put(core::Runs runs);
    /// The first words of a paragraph say what it looks like.
    core::Marks marks_in(const Look& look, bool blank);

    core::Runs runs_;
    std::string marker_;
    bool in_item_ = false;
    int heading_ = 0;
    Look look_;
    int indent_ = 0;
    bool has_look_ = false;
    std::vector<RawParagraph> paragraphs_;
};

}  // namespace gongbao::editor::html
