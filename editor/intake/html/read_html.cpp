// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/read_html.hpp"

#include <gumbo.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "editor/intake/encoding.hpp"
#include "editor/intake/html/nesting.hpp"
#include "editor/intake/html/page.hpp"
#include "editor/intake/html/paragraphs.hpp"
#include "editor/intake/html/ruby.hpp"
#include "editor/intake/place.hpp"
#include "editor/intake/white_space.hpp"
#include "editor/intake/words_kept.hpp"

namespace gongbao::editor {
namespace html {
namespace {

constexpr std::size_t kDeepestNesting = 1000;
constexpr int kWidestSpan = 1000;

bool is_block(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TBODY: return true;
        default: return false;
    }
}

std::vector<const GumboNode*> children_of(const GumboNode& node) {
    const GumboVector& children =
        node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
    std::vector<const GumboNode*> nodes;
    for (unsigned i = 0; i < children.length; ++i)
        nodes.push_back(static_cast<const GumboNode*>(children.data[i]));
    return nodes;
}

bool is_tag(const GumboNode& node, GumboTag tag) {
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

// The rows of a table; those of a thead are marked.
struct SourceRow {
    const GumboNode* node;
    bool head;
};
void collect_rows(const GumboNode& node, bool head, std::vector<SourceRow>& rows) {
    for (const GumboNode* child : children_of(node)) {
        if (is_tag(*child, GUMBO_TAG_TR)) rows.push_back({child, head});
        else if (is_tag(*child, GUMBO_TAG_THEAD)) collect_rows(*child, true, rows);
        else if (is_tag(*child, GUMBO_TAG_TBODY) || is_tag(*child, GUMBO_TAG_TFOOT))
            collect_rows(*child, head, rows);
    }
}

bool holds_table(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    for (const GumboNode* child : children_of(node))
        if (is_tag(*child, GUMBO_TAG_TABLE) || holds_table(*child)) return true;
    return false;
}

int span_of(const GumboElement& cell, const char* name) {
    const std::string value(attribute(cell, name));
    return std::clamp(std::atoi(value.c_str()), 1, kWidestSpan);
}

// Walks the document's element and fills a RawDocument.
class PageReader {
  public:
    PageReader(RawDocument& raw, core::Diagnostics& findings) : raw_(raw), findings_(findings) {}

    void read(const GumboNode& content) {
        read_node(content, {});
        end_paragraph();
    }

    /// The words that stand in the page's text, without automatic numbers.
    const std::string& words() const { return words_; }

  private:
    void read_node(const GumboNode& node, const Look& look) {
        if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
            node.type == GUMBO_NODE_WHITESPACE) {
            words_ += words_of(std::string_view(node.v.text.text));
            report_struck(node.v.text.text, look);
            builder_.add_text(node.v.text.text, look);
        } else if (node.type == GUMBO_NODE_ELEMENT) {
            read_element(node, look_inside(node.v.element, look));
        }
    }

    void read_element(const GumboNode& node, const Look& look) {
        const GumboElement& element = node.v.element;
        if (is_machinery(element.tag)) return;
        if (is_hidden(element)) return report_hidden(node);
        if (element.tag == GUMBO_TAG_IMG) return report_picture(element);
        if (element.tag == GUMBO_TAG_BR) return builder_.add_break();
        if (element.tag == GUMBO_TAG_RUBY) return read_ruby(node, look);
        if (element.tag == GUMBO_TAG_TABLE && !in_cell_) return read_table(node, look);
        if (!is_block(element.tag)) return read_children(node, look);
        end_paragraph();
        builder_.set_indent(first_line_indent(element));
        if (element.tag == GUMBO_TAG_LI) number_item(node);
        read_children(node, look);
        end_paragraph();
    }

    void read_children(const GumboNode& node, const Look& look) {
        for (const GumboNode* child : children_of(node)) read_node(*child, look);
    }

    void read_ruby(const GumboNode& node, const Look& look) {
        for (const RubyPart& part : ruby_parts(node)) {
            if (part.reading != nullptr && add_ruby(part, look)) continue;
            for (const GumboNode* base : part.base) read_node(*base, look);
            if (part.reading == nullptr) continue;
            const std::string reading = visible_words(*part.reading);
            if (!reading.empty())
                findings_.push_back({core::Level::Warning, here(),
                                     {"intake.ruby_apart", {{"reading", reading}}},
                                     core::excerpt(visible_words(node))});
            read_node(*part.reading, look);
        }
    }

    // False, with nothing read, unless base and reading are characters and nothing else.
    bool add_ruby(const RubyPart& part, Look look) {
        std::string base;
        std::string reading;
        Look ignored;
        for (const GumboNode* node : part.base)
            if (!add_characters(*node, base, look)) return false;
        if (!add_characters(*part.reading, reading, ignored)) return false;
        base = tidy_white_space(std::string_view(base));
        reading = tidy_white_space(std::string_view(reading));
        if (base.empty() || reading.empty()) return false;
        report_struck(base, look);
        words_ += words_of(std::string_view(base)) + words_of(std::string_view(reading));
        builder_.add_ruby(std::move(base), std::move(reading), look);
        return true;
    }

    // Adds the text of `node` to `text` and the marks around it to `look`; false where more than text
    // stands inside.
    static bool add_characters(const GumboNode& node, std::string& text, Look& look) {
        if (node.type == GUMBO_NODE_COMMENT) return true;
        if (node.type != GUMBO_NODE_ELEMENT) {
            text += node.v.text.text;
            return true;
        }
        const GumboElement& element = node.v.element;
        if (is_machinery(element.tag) || is_hidden(element) || is_block(element.tag)) return false;
        for (const GumboTag tag : {GUMBO_TAG_IMG, GUMBO_TAG_BR, GUMBO_TAG_RUBY, GUMBO_TAG_TABLE})
            if (element.tag == tag) return false;
        look = look_inside(element, look);
        for (const GumboNode* child : children_of(node))
            if (!add_characters(*child, text, look)) return false;
        return true;
    }

    // The number that a browser prints before an item of <ol>.
    void number_item(const GumboNode& item) {
        if (item.parent == nullptr || !is_tag(*item.parent, GUMBO_TAG_OL)) return;
        const std::string start(attribute(item.parent->v.element, "start"));
        int number = start.empty() ? 1 : std::atoi(start.c_str());
        for (const GumboNode* sibling : children_of(*item.parent)) {
            if (sibling == &item) break;
            number += is_tag(*sibling, GUMBO_TAG_LI);
        }
        builder_.add_number(std::to_string(number) + ".");
    }

    void end_paragraph() {
        builder_.end_paragraph();
        if (in_cell_) return;
        for (RawParagraph& paragraph : builder_.take()) {
            paragraph.place = place_of_paragraph(++paragraphs_);
            raw_.blocks.emplace_back(std::move(paragraph));
        }
    }

    void read_table(const GumboNode& node, const Look& look) {
        std::vector<SourceRow> rows;
        collect_rows(node, false, rows);
        end_paragraph();
        const std::size_t cells = count_cells(rows);
        if (cells <= 1 || holds_table(node)) return read_layout_table(node, look);
        for (const GumboNode* child : children_of(node))
            if (is_tag(*child, GUMBO_TAG_CAPTION)) read_node(*child, look);
        RawTable table;
        table.place = place_of_table(++tables_);
        for (const SourceRow& row : rows) read_row(row, look, table.table);
        if (!table.table.rows.empty()) raw_.blocks.emplace_back(std::move(table));
    }

    // A table that only arranges: its cells are read as if it were not there.
    void read_layout_table(const GumboNode& node, const Look& look) {
        read_children(node, look);
        end_paragraph();
    }

    static std::size_t count_cells(const std::vector<SourceRow>& rows) {
        std::size_t cells = 0;
        for (const SourceRow& row : rows)
            for (const GumboNode* child : children_of(*row.node))
                cells += is_tag(*child, GUMBO_TAG_TD) || is_tag(*child, GUMBO_TAG_TH);
        return cells;
    }

    void read_row(const SourceRow& source, const Look& look, core::Table& table) {
        if (is_hidden(source.node->v.element)) return report_hidden(*source.node);
        core::Row row;
        const Look row_look = look_inside(source.node->v.element, look);
        for (const GumboNode* child : children_of(*source.node)) {
            if (!is_tag(*child, GUMBO_TAG_TD) && !is_tag(*child, GUMBO_TAG_TH)) continue;
            if (is_hidden(child->v.element)) report_hidden(*child);
            else row.cells.push_back(read_cell(*child, row_look));
        }
        if (row.cells.empty()) return;
        row.header = source.head || std::all_of(row.cells.begin(), row.cells.end(),
                                                [](const core::Cell& cell) { return cell.header; });
        table.rows.push_back(std::move(row));
    }

    core::Cell read_cell(const GumboNode& node, const Look& look) {
        core::Cell cell;
        cell.column_span = span_of(node.v.element, "colspan");
        cell.row_span = span_of(node.v.element, "rowspan");
        cell.header = node.v.element.tag == GUMBO_TAG_TH;
        ParagraphBuilder outer = std::exchange(builder_, {});
        in_cell_ = true;
        read_children(node, look_inside(node.v.element, look));
        builder_.end_paragraph();
        in_cell_ = false;
        for (RawParagraph& paragraph : builder_.take()) {
            if (cell.paragraphs.empty() && (paragraph.align == core::Align::Center ||
                                            paragraph.align == core::Align::Right))
                cell.align = paragraph.align;
            cell.paragraphs.push_back(std::move(paragraph.runs));
        }
        if (cell.paragraphs.empty()) cell.paragraphs.emplace_back();
        builder_ = std::move(outer);
        return cell;
    }

    std::string here() const { return place_of_paragraph(paragraphs_ + 1); }

    void report_struck(std::string_view words, const Look& look) {
        if (!look.struck || core::trim(words).empty()) return;
        findings_.push_back(
            {core::Level::Error, here(), {"intake.struck_text", {}}, core::excerpt(std::string(words))});
    }

    void report_hidden(const GumboNode& node) {
        const std::string words = visible_words_inside(node);
        if (words.empty()) return;
        findings_.push_back({core::Level::Warning, here(),
                             {"intake.hidden_left_out", {{"words", core::excerpt(words, 20)}}},
                             core::excerpt(words)});
    }

    static std::string visible_words_inside(const GumboNode& node) {
        std::string words;
        for (const GumboNode* child : children_of(node)) words += visible_words(*child);
        return words;
    }

    void report_picture(const GumboElement& picture) {
        const std::string source(attribute(picture, "src"));
        findings_.push_back({core::Level::Warning, here(),
                             {"intake.picture_left_out", {{"picture", core::excerpt(source, 80)}}},
                             core::excerpt(source)});
    }

    RawDocument& raw_;
    core::Diagnostics& findings_;
    ParagraphBuilder builder_;
    std::string words_;
    int paragraphs_ = 0;
    int tables_ = 0;
    bool in_cell_ = false;
};

struct DestroyTree {
    void operator()(GumboOutput* output) const {
        gumbo_destroy_output(&kGumboDefaultOptions, output);
    }
};

void report_left_out(const GumboNode& root, const GumboNode& content, core::Diagnostics& findings) {
    const std::size_t all = core::length(visible_words(root));
    const std::size_t taken = core::length(visible_words(content));
    if (all > taken)
        findings.push_back(
            {core::Level::Hint,
             {},
             {"intake.surroundings_left_out", {{"count", std::to_string(all - taken)}}},
             {}});
}

}  // namespace
}  // namespace html

RawDocument read_html(const Manuscript& manuscript, core::Diagnostics& findings) {
    const DecodedText decoded =
        decode_text(manuscript.bytes, declared_charset(manuscript.bytes));
    if (html::nesting_of(decoded.text) > html::kDeepestNesting)
        throw core::Error(core::ErrorKind::TooLarge, {"intake.html_too_deep", {}});
    const std::unique_ptr<GumboOutput, html::DestroyTree> tree(gumbo_parse_with_options(
        &kGumboDefaultOptions, decoded.text.data(), decoded.text.size()));
    const GumboNode& content = html::main_content(*tree->document);

    RawDocument raw;
    raw.source = manuscript.name;
    raw.fields = html::page_fields(*tree->document, content);
    html::report_left_out(*tree->document, content, findings);
    html::PageReader reader(raw, findings);
    reader.read(content);
    require_same_words(html::visible_words(content), reader.words(), "read_html");
    return raw;
}

}  // namespace gongbao::editor
