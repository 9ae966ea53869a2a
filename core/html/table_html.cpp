// SPDX-License-Identifier: Apache-2.0
#include "core/html/table_html.hpp"

#include "core/xml/escape.hpp"

namespace gongbao::core {
namespace {

std::string span_attribute(const char* name, int span) {
    return span > 1 ? std::string(" ") + name + "=\"" + std::to_string(span) + "\"" : "";
}

std::string cell_html(const Cell& cell, bool in_head, const HtmlOptions& options, NoteList& notes) {
    const bool header = cell.header || in_head;
    const std::string tag = header ? "th" : "td";
    std::string html = "<" + tag + span_attribute("colspan", cell.column_span) +
                       span_attribute("rowspan", cell.row_span);
    if (header) html += in_head ? " scope=\"col\"" : " scope=\"row\"";
    const std::string align = align_class(cell.align);
    if (!align.empty()) html += " class=\"" + align.substr(1) + "\"";
    html += ">";
    for (const Runs& paragraph : cell.paragraphs) {
        if (&paragraph != &cell.paragraphs.front()) html += "<br>";
        html += runs_html(paragraph, {}, options, notes);
    }
    return html + "</" + tag + ">";
}

std::string row_html(const Row& row, const HtmlOptions& options, NoteList& notes) {
    std::string html = "<tr>";
    for (const Cell& cell : row.cells) html += cell_html(cell, row.header, options, notes);
    return html + "</tr>\n";
}

std::string rows_html(const Block& block, const std::string& caption, const HtmlOptions& options,
                      NoteList& notes) {
    const auto& rows = block.table->rows;
    std::string html = "<table" + id_attribute(block.id, options) + ">\n";
    if (!caption.empty()) html += "<caption>" + caption + "</caption>\n";
    std::size_t heads = 0;
    while (heads < rows.size() && rows[heads].header) ++heads;
    if (heads > 0) {
        html += "<thead>\n";
        for (std::size_t i = 0; i < heads; ++i) html += row_html(rows[i], options, notes);
        html += "</thead>\n";
    }
    html += "<tbody>\n";
    for (std::size_t i = heads; i < rows.size(); ++i) html += row_html(rows[i], options, notes);
    return html + "</tbody>\n</table>\n";
}

}  // namespace

std::string table_html(const Block& block, const std::string& caption, int number,
                       const HtmlOptions& options, NoteList& notes) {
    const std::string table = rows_html(block, caption, options, notes);
    if (!options.table_name) return table;
    return "<div class=\"table-box\" role=\"region\" tabindex=\"0\" aria-label=\"" +
           escape_html(options.table_name(number)) + "\">\n" + table + "</div>\n";
}

}  // namespace gongbao::core
