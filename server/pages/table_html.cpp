// SPDX-License-Identifier: Apache-2.0
#include "server/pages/table_html.hpp"

#include "core/xml/escape.hpp"

namespace gongbao::server {
namespace {

std::string span_attribute(const char* name, int span) {
    return span > 1 ? std::string(" ") + name + "=\"" + std::to_string(span) + "\"" : "";
}

std::string cell_html(const core::Cell& cell, bool in_head, NoteList& notes) {
    const bool header = cell.header || in_head;
    const std::string tag = header ? "th" : "td";
    std::string html = "<" + tag + span_attribute("colspan", cell.column_span) +
                       span_attribute("rowspan", cell.row_span);
    if (header) html += in_head ? " scope=\"col\"" : " scope=\"row\"";
    const std::string align = align_class(cell.align);
    if (!align.empty()) html += " class=\"" + align.substr(1) + "\"";
    html += ">";
    for (const core::Runs& paragraph : cell.paragraphs) {
        if (&paragraph != &cell.paragraphs.front()) html += "<br>";
        html += runs_html(paragraph, notes);
    }
    return html + "</" + tag + ">";
}

std::string row_html(const core::Row& row, NoteList& notes) {
    std::string html = "<tr>";
    for (const core::Cell& cell : row.cells) html += cell_html(cell, row.header, notes);
    return html + "</tr>\n";
}

}  // namespace

std::string table_html(const core::Block& block, const std::string& caption, int number,
                       const core::Messages& words, NoteList& notes) {
    const auto& rows = block.table->rows;
    const std::string label =
        words.say({"pages.document.table", {{"number", std::to_string(number)}}});
    std::string html = "<div class=\"table-box\" role=\"region\" tabindex=\"0\" aria-label=\"" +
                       core::escape_html(label) + "\">\n<table" + id_attribute(block.id) + ">\n";
    if (!caption.empty()) html += "<caption>" + caption + "</caption>\n";
    std::size_t heads = 0;
    while (heads < rows.size() && rows[heads].header) ++heads;
    if (heads > 0) {
        html += "<thead>\n";
        for (std::size_t i = 0; i < heads; ++i) html += row_html(rows[i], notes);
        html += "</thead>\n";
    }
    html += "<tbody>\n";
    for (std::size_t i = heads; i < rows.size(); ++i) html += row_html(rows[i], notes);
    return html + "</tbody>\n</table>\n</div>\n";
}

}  // namespace gongbao::server
