// SPDX-License-Identifier: Apache-2.0
#include "core/akn/write_text.hpp"

#include <array>
#include <span>
#include <string>

#include "core/akn/names.hpp"

namespace gongbao::core::akn {
namespace {

void write_ruby(XmlWriter& xml, const Inline& run) {
    xml.open("inline").attribute("name", kRuby);
    xml.open("inline").attribute("name", kRubyBase).text(run.text).close();
    xml.open("inline").attribute("name", kRubyText).text(run.reading).close();
    xml.close();
}

void write_inline(XmlWriter& xml, const Inline& run) {
    switch (run.kind) {
        case Inline::Kind::Text: xml.text(run.text); break;
        case Inline::Kind::LineBreak: xml.open("eol").close(); break;
        case Inline::Kind::Ruby: write_ruby(xml, run); break;
        case Inline::Kind::Note:
            xml.open("authorialNote").attribute("marker", run.text);
            xml.attribute("placement", "bottom");
            xml.open("p");
            write_runs(xml, run.note);
            xml.close().close();
            break;
    }
}

int open_marks(XmlWriter& xml, Marks marks) {
    int opened = 0;
    for (const auto& [mark, element, name] : kMarkElements) {
        if (!marks.has(mark)) continue;
        xml.open(element);
        if (!name.empty()) xml.attribute("name", name);
        ++opened;
    }
    return opened;
}

void write_label(XmlWriter& xml, const Block& block) {
    if (block.label.empty()) return;
    xml.open_mixed("inline").attribute("name", "num").text(block.label).close();
}

const MarkElement* signer_element(const Inline& run) {
    for (const MarkElement& part : kSignerElements)
        if (run.marks.has(part.mark)) return &part;
    return nullptr;
}

void open_signer(XmlWriter& xml, const MarkElement& part, const std::string& block, int count) {
    xml.open(part.element);
    xml.attribute("eId", block + "__" + std::string(part.element) + "_" + std::to_string(count));
    xml.attribute("refersTo", "#" + signer_reference(part, block));
}

// The words of a Signature: neighbouring runs of a post or a name in one element.
void write_signature(XmlWriter& xml, const Block& block) {
    const std::span<const Inline> runs(block.runs);
    std::array<int, kSignerElements.size()> counts{};
    for (std::size_t i = 0; i < runs.size();) {
        const MarkElement* part = signer_element(runs[i]);
        std::size_t end = i + 1;
        while (end < runs.size() && signer_element(runs[end]) == part) ++end;
        const auto stretch = runs.subspan(i, end - i);
        if (part == nullptr) {
            write_runs(xml, stretch);
        } else {
            open_signer(xml, *part, block.id,
                        ++counts[static_cast<std::size_t>(part - kSignerElements.data())]);
            write_runs(xml, stretch, Marks{}.add(part->mark));
            xml.close();
        }
        i = end;
    }
}

void write_words(XmlWriter& xml, const Block& block, std::size_t from) {
    if (block.role == Role::Signature) return write_signature(xml, block);
    write_runs(xml, std::span(block.runs).subspan(from));
}

// Opens the element that says what the words are; false when the role has none.
bool open_meaning(XmlWriter& xml, const Block& block) {
    for (const auto& [role, element] : kMeaningElements) {
        if (role != block.role) continue;
        if (role == Role::Date) {
            const auto date = parse_date(plain_text(block.runs));
            if (!date) return false;
            xml.open(element).attribute("date", iso(*date));
        } else {
            xml.open(element);
        }
        return true;
    }
    return false;
}

void write_figure(XmlWriter& xml, const Figure& figure) {
    xml.open("img").attribute("src", std::string(kMediaFolder) + figure.digest);
    xml.attribute("alt", figure.alt).attribute("gb:type", figure.type);
    xml.attribute("gb:width", std::to_string(figure.width_um));
    xml.attribute("gb:height", std::to_string(figure.height_um)).close();
}

// Inside an open p: words and figure.
void write_paragraph(XmlWriter& xml, const Block& block, std::size_t from) {
    const bool meaning = open_meaning(xml, block);
    write_words(xml, block, from);
    if (meaning) xml.close();
    if (block.figure) write_figure(xml, *block.figure);
}

void write_span(XmlWriter& xml, std::string_view name, int span) {
    if (span != 1) xml.attribute(name, std::to_string(span));
}

void write_cell(XmlWriter& xml, const Cell& cell) {
    xml.open(cell.header ? "th" : "td");
    write_align(xml, cell.align);
    write_span(xml, "rowspan", cell.row_span);
    write_span(xml, "colspan", cell.column_span);
    for (const Runs& paragraph : cell.paragraphs) {
        xml.open_mixed("p");
        write_runs(xml, paragraph);
        xml.close();
    }
    xml.close();
}

// The schema wants a cell in every row; a row whose cells all hang down from above has none.
void write_no_cell(XmlWriter& xml) {
    xml.open("td").attribute("class", "none").close();
}

void write_row(XmlWriter& xml, const Row& row) {
    xml.open("tr");
    if (row.header) xml.attribute("class", "header");
    for (const Cell& cell : row.cells) write_cell(xml, cell);
    if (row.cells.empty()) write_no_cell(xml);
    xml.close();
}

// Inside an open table: what stands under its caption.
void write_rows(XmlWriter& xml, const Table& table) {
    for (const Row& row : table.rows) write_row(xml, row);
    if (!table.rows.empty()) return;
    xml.open("tr").attribute("class", "none");
    write_no_cell(xml);
    xml.close();
}

void write_widths(XmlWriter& xml, const Table& table) {
    if (table.column_widths.empty()) return;
    std::string widths;
    for (const int width : table.column_widths)
        widths += (widths.empty() ? "" : " ") + std::to_string(width);
    xml.attribute("gb:widths", widths);
}

}  // namespace

void write_runs(XmlWriter& xml, std::span<const Inline> runs, Marks implied) {
    bool after_bare_text = false;
    for (const Inline& run : runs) {
        const int opened = open_marks(xml, run.marks.without(implied));
        const bool is_text = run.kind == Inline::Kind::Text;
        // Two runs of plain text, or one without words, would melt into their neighbours.
        const bool apart = opened == 0 && is_text && (after_bare_text || run.text.empty());
        if (apart) xml.open("span");
        write_inline(xml, run);
        if (apart) xml.close();
        for (int i = 0; i < opened; ++i) xml.close();
        after_bare_text = opened == 0 && is_text && !apart;
    }
}

void write_align(XmlWriter& xml, Align align) {
    for (const auto& [known, name] : kAligns)
        if (known == align) xml.attribute("gb:align", name);
}

void write_flat(XmlWriter& xml, const Block& block) {
    if (block.table)
        xml.open("table");
    else
        xml.open_mixed("p");
    xml.attribute("eId", block.id);
    xml.attribute("class", name_of(block.role));
    write_align(xml, block.align);
    if (block.table) {
        write_widths(xml, *block.table);
        if (!block.label.empty() || !block.runs.empty()) {
            xml.open_mixed("caption");
            write_label(xml, block);
            write_words(xml, block, 0);
            xml.close();
        }
        write_rows(xml, *block.table);
    } else {
        write_label(xml, block);
        write_paragraph(xml, block, 0);
    }
    xml.close();
}

void write_matter(XmlWriter& xml, const Block& block, std::size_t from) {
    if (!block.table) {
        xml.open_mixed("p");
        write_paragraph(xml, block, from);
        xml.close();
        return;
    }
    xml.open("table");
    write_widths(xml, *block.table);
    if (from < block.runs.size()) {
        xml.open_mixed("caption");
        write_words(xml, block, from);
        xml.close();
    }
    write_rows(xml, *block.table);
    xml.close();
}

}  // namespace gongbao::core::akn
