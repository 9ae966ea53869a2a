// SPDX-License-Identifier: Apache-2.0
// Walks the element of a page that holds the document and fills a RawDocument with what a browser
// would show. Called by read_html.
#pragma once

#include <gumbo.h>

#include <string>
#include <string_view>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "editor/intake/html/account.hpp"
#include "editor/intake/html/lists.hpp"
#include "editor/intake/html/page_notes.hpp"
#include "editor/intake/html/paragraphs.hpp"
#include "editor/intake/html/ruby.hpp"
#include "editor/intake/html/style.hpp"
#include "editor/intake/html/styles.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor::html {

class PageReader {
  public:
    PageReader(const Styles& styles, RawDocument& raw, core::Diagnostics& findings);

    /// Paragraphs and tables below `content`, at the end of those that `raw` holds.
    /// Writes: findings of what is left out, added or to be looked at.
    /// Throws: Error(Invalid) unless each word below `content` was read or reported.
    void read(const GumboNode& content);

  private:
    struct Row {
        const GumboNode* node;
        bool head;
    };

    void read_node(const GumboNode& node, const Look& look);
    void read_text(std::string_view text, const Look& look);
    void read_element(const GumboNode& node, const Look& look);
    bool read_special(const GumboNode& node, const Look& look);
    void read_inside(const GumboNode& node, const Look& look);
    void read_children(const GumboNode& node, const Look& look);
    void read_item(const GumboNode& node, const Look& look);
    void read_control(const GumboNode& node, const Look& look);
    void read_quotation(const GumboNode& node, const Look& look);
    void generate(const GumboNode& node, Styles::Part part, const Look& look);
    void end_paragraph();

    void read_ruby(const GumboNode& node, const Look& look);
    bool add_ruby(const RubyPart& part, Look look);
    bool add_characters(const GumboNode& node, std::string& text, Look& look) const;
    void pass_over_brackets(const GumboNode& node);

    void read_table(const GumboNode& node, const Look& look);
    void collect_rows(const GumboNode& node, bool head, std::vector<Row>& rows);
    std::vector<const GumboNode*> cells_of(const GumboNode& row);
    void read_row(const Row& source, const Look& look, core::Table& table);
    core::Cell read_cell(const GumboNode& node, const Look& look);

    void leave_out(const GumboNode& node, const char* id);
    void leave_out_unseen();
    core::Place here() const;

    const Styles& styles_;
    RawDocument& raw_;
    core::Diagnostics& findings_;
    Account account_;
    PageNotes notes_;
    Lists lists_;
    Counters counters_;
    ParagraphBuilder builder_;
    std::string unseen_;  ///< words left out that no finding names yet
    int quotations_ = 0;
    int items_ = 0;
    int depth_ = 0;
    int paragraphs_ = 0;
    int tables_ = 0;
    bool in_cell_ = false;
};

}  // namespace gongbao::editor::html
