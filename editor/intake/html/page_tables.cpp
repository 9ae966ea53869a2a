// SPDX-License-Identifier: Apache-2.0
// The tables of a page: the part of PageReader that reads them.
#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

#include "core/report/place.hpp"
#include "editor/intake/html/page_reader.hpp"
#include "editor/intake/html/tree.hpp"

namespace gongbao::editor::html {
namespace {

constexpr int kWidestSpan = 1000;

bool holds_table(const GumboNode& node) {
    for (const GumboNode* child : children_of(node))
        if (is_tag(*child, GUMBO_TAG_TABLE) || holds_table(*child)) return true;
    return false;
}

int span_of(const GumboElement& cell, const char* name) {
    const std::string value(attribute(cell, name));
    return std::clamp(std::atoi(value.c_str()), 1, kWidestSpan);
}

bool is_cell(const GumboNode& node) {
    return is_tag(node, GUMBO_TAG_TD) || is_tag(node, GUMBO_TAG_TH);
}

std::size_t count_cells(const GumboNode& row) {
    const auto children = children_of(row);
    return static_cast<std::size_t>(std::count_if(
        children.begin(), children.end(), [](const auto* child) { return is_cell(*child); }));
}

// Sections as they are printed: the first thead on top, the first tfoot at the foot, wherever in
// the table they stand.
std::vector<const GumboNode*> in_printed_order(const GumboNode& table) {
    const auto children = children_of(table);
    std::vector<const GumboNode*> order(children.begin(), children.end());
    const auto find = [&](GumboTag tag) {
        return std::find_if(order.begin(), order.end(),
                            [&](const GumboNode* child) { return is_tag(*child, tag); });
    };
    if (const auto foot = find(GUMBO_TAG_TFOOT); foot != order.end())
        std::rotate(foot, foot + 1, order.end());
    if (const auto head = find(GUMBO_TAG_THEAD); head != order.end())
        std::rotate(order.begin(), head, head + 1);
    return order;
}

// A table with rules of its own or of its cells, or with heads of columns: one that shows data.
bool shows_data(const GumboNode& node, const Styles& styles) {
    if (is_tag(node, GUMBO_TAG_TH)) return true;
    const bool drawn = is_element(node) && (is_tag(node, GUMBO_TAG_TABLE) || is_cell(node)) &&
                       (std::atoi(std::string(attribute(node.v.element, "border")).c_str()) > 0 ||
                        !styles.value(node, "border").empty() || has_rule_below(node, styles));
    if (drawn) return true;
    for (const GumboNode* child : children_of(node))
        if (is_element(*child) && shows_data(*child, styles)) return true;
    return false;
}

// A table with rules and several rows of cells holds data, not the page's columns.
bool is_drawn(const GumboNode& table) {
    return std::atoi(std::string(attribute(table.v.element, "border")).c_str()) > 0;
}

}  // namespace

// The rows of a table in the order of the file; those of a thead are marked.
void PageReader::collect_rows(const GumboNode& node, bool head, std::vector<Row>& rows) {
    for (const GumboNode* child : children_of(node)) {
        if (is_tag(*child, GUMBO_TAG_TR))
            rows.push_back({child, head});
        else if (is_tag(*child, GUMBO_TAG_THEAD) || is_tag(*child, GUMBO_TAG_TBODY) ||
                 is_tag(*child, GUMBO_TAG_TFOOT))
            collect_rows(*child, head || is_tag(*child, GUMBO_TAG_THEAD), rows);
    }
}

void PageReader::read_table(const GumboNode& node, const Look& look) {
    std::vector<Row> rows;
    collect_rows(node, false, rows);
    std::size_t cells = 0;
    std::size_t wide_rows = 0;
    for (const Row& row : rows) {
        cells += count_cells(*row.node);
        wide_rows += count_cells(*row.node) > 1;
    }
    end_paragraph();
    if (wide_rows > 1 && is_drawn(node) && holds_table(node))
        account_.report(words_below(node), "intake.table_dissolved", here());
    // A table that only arranges: its cells are read as if it were not there.
    const bool arranges = wide_rows == 0 && !shows_data(node, styles_);
    if (cells <= 1 || arranges || holds_table(node)) return read_inside(node, look);
    builder_.end_item();
    end_paragraph();
    RawTable table;
    const std::function<void(const GumboNode&, const Look&, bool)> read_part =
        [&](const GumboNode& part, const Look& part_look, bool head) {
            for (const GumboNode* child : in_printed_order(part)) {
                const bool section = is_tag(*child, GUMBO_TAG_THEAD) ||
                                     is_tag(*child, GUMBO_TAG_TBODY) ||
                                     is_tag(*child, GUMBO_TAG_TFOOT);
                if (is_tag(*child, GUMBO_TAG_TR)) {
                    read_row({child, head}, part_look, table.table);
                } else if (section && !is_hidden(*child, styles_)) {
                    read_part(*child, look_inside(*child, styles_, part_look),
                              head || is_tag(*child, GUMBO_TAG_THEAD));
                } else {
                    read_node(*child, part_look);
                }
            }
        };
    read_part(node, look, false);
    table.place = core::Place(core::PlaceKind::Paragraph, paragraphs_)
                      .followed_by({core::PlaceKind::Table, ++tables_});
    if (!table.table.rows.empty()) raw_.blocks.emplace_back(std::move(table));
}

void PageReader::read_row(const Row& source, const Look& look, core::Table& table) {
    if (is_hidden(*source.node, styles_)) return leave_out(*source.node, "intake.hidden_left_out");
    core::Row row;
    const Look row_look = look_inside(*source.node, styles_, look);
    for (const GumboNode* child : children_of(*source.node)) {
        if (!is_cell(*child))
            read_node(*child, row_look);
        else if (is_hidden(*child, styles_))
            leave_out(*child, "intake.hidden_left_out");
        else
            row.cells.push_back(read_cell(*child, row_look));
    }
    if (row.cells.empty()) return;
    row.header = source.head || std::all_of(row.cells.begin(), row.cells.end(),
                                            [](const core::Cell& cell) { return cell.header; });
    table.rows.push_back(std::move(row));
}

core::Cell PageReader::read_cell(const GumboNode& node, const Look& look) {
    core::Cell cell;
    cell.column_span = span_of(node.v.element, "colspan");
    cell.row_span = span_of(node.v.element, "rowspan");
    cell.header = node.v.element.tag == GUMBO_TAG_TH;
    ParagraphBuilder outer = std::exchange(builder_, {});
    in_cell_ = true;
    counters_.enter(node, Styles::Part::Element, ++depth_);
    read_children(node, look_inside(node, styles_, look));
    --depth_;
    builder_.end_item();
    in_cell_ = false;
    for (RawParagraph& paragraph : builder_.take()) {
        if (cell.paragraphs.empty() &&
            (paragraph.align == core::Align::Center || paragraph.align == core::Align::Right))
            cell.align = paragraph.align;
        cell.paragraphs.push_back(std::move(paragraph.runs));
    }
    if (cell.paragraphs.empty()) cell.paragraphs.emplace_back();
    builder_ = std::move(outer);
    return cell;
}

}  // namespace gongbao::editor::html
