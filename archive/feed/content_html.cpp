// SPDX-License-Identifier: Apache-2.0
#include "archive/feed/content_html.hpp"

#include "archive/feed/xml_writer.hpp"
#include "core/document/structure.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Block;

std::string element(const std::string& name, const std::string& content,
                    const std::string& attributes = {}) {
    return "<" + name + attributes + ">" + content + "</" + name + ">\n";
}

// Lines of plain text: a paragraph and, under it, its footnotes.
std::string lines(const std::string& text) {
    std::string html;
    for (const std::string_view line : core::split(text, '\n')) {
        if (!html.empty()) html += "<br>";
        html += escape_xml(line);
    }
    return html;
}

// The words of a paragraph are those of plain_text, so nothing is left out here that is kept there.
std::string words_of(const core::Runs& runs) {
    Block block;
    block.runs = runs;
    return lines(core::plain_text(block));
}

std::string cell_html(const core::Cell& cell) {
    std::string attributes;
    if (cell.column_span > 1) attributes += " colspan=\"" + std::to_string(cell.column_span) + '"';
    if (cell.row_span > 1) attributes += " rowspan=\"" + std::to_string(cell.row_span) + '"';
    std::string words;
    for (const core::Runs& paragraph : cell.paragraphs) {
        if (!words.empty()) words += "<br>";
        words += words_of(paragraph);
    }
    return element(cell.header ? "th" : "td", words, attributes);
}

std::string table_html(const core::Table& table) {
    std::string rows;
    for (const core::Row& row : table.rows) {
        std::string cells;
        for (const core::Cell& cell : row.cells) cells += cell_html(cell);
        rows += element("tr", cells);
    }
    return element("table", rows);
}

std::string picture_html(const core::Figure& figure, const std::string& base_url) {
    return "<p><img src=\"" + escape_xml(base_url + "/media/" + figure.digest) + "\" alt=\"" +
           escape_xml(figure.alt) + "\"></p>\n";
}

std::string block_html(const Block& block, int level, const std::string& base_url) {
    std::string html;
    const std::string before_table = core::plain_text([&] {
        Block words = block;
        words.table.reset();
        words.figure.reset();
        return words;
    }());
    if (!before_table.empty())
        html += element(level > 0 ? "h" + std::to_string(level) : "p", lines(before_table));
    if (block.table) html += table_html(*block.table);
    if (block.figure) html += picture_html(*block.figure, base_url);
    return html;
}

}  // namespace

std::string document_content(const core::Document& document, const std::string& base_url) {
    std::string html;
    const core::HeadingLevels levels(document);
    core::for_each_block(document, [&](const Block& block) {
        html += block_html(block, levels.of(block), base_url);
    });
    return html;
}

std::string edition_content(const std::vector<RecordSummary>& records,
                            const std::function<std::string(const RecordSummary&)>& address,
                            const std::function<std::string(const RecordSummary&)>& notes) {
    std::string html;
    for (std::size_t at = 0; at < records.size();) {
        const std::string& section = records[at].section;
        if (!section.empty()) html += element("h2", escape_xml(section));
        std::string items;
        for (; at < records.size() && records[at].section == section; ++at) {
            const RecordSummary& record = records[at];
            const std::string link = "<a href=\"" + escape_xml(address(record)) + "\">" +
                                     escape_xml(record.title) + "</a>";
            const std::string note = notes(record);
            items += element(
                "li", link + (record.number.empty() ? "" : "　" + escape_xml(record.number)) +
                          (note.empty() ? "" : "　" + note));
        }
        html += element("ul", items);
    }
    return html;
}

}  // namespace gongbao::archive
