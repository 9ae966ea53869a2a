// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/line.hpp"

#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/raw/look_alikes.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

Line text_line(core::Runs runs, const RawParagraph& source) {
    Line line;
    line.text = in_standard_forms_in_place(core::plain_text(runs));
    line.runs = std::move(runs);
    line.align = source.align;
    line.place = source.place;
    line.list_item = source.list_item;
    line.own_level = source.outline_level;
    line.title_style = source.title_style;
    line.of_contents = source.of_contents;
    return line;
}

bool opens_a_line(const core::Runs& rest, core::Align align) {
    std::string text;
    for (const core::Inline& run : rest) {
        if (run.kind == core::Inline::Kind::LineBreak) break;
        text += run.text;
    }
    if (align == core::Align::Center && text.starts_with("——")) return true;
    return date_line(text) || is_number_line(text) || is_annex_label(text);
}

void add_paragraph(const RawParagraph& paragraph, Lines& lines) {
    core::Runs runs;
    const core::Runs& all = paragraph.runs;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool cut = all[i].kind == core::Inline::Kind::LineBreak &&
                         opens_a_line({all.begin() + static_cast<std::ptrdiff_t>(i) + 1, all.end()},
                                      paragraph.align);
        if (!cut)
            runs.push_back(all[i]);
        else if (!runs.empty())
            lines.push_back(text_line(std::exchange(runs, {}), paragraph));
    }
    if (!runs.empty()) lines.push_back(text_line(std::move(runs), paragraph));
}

}  // namespace

Lines lines_of(const RawParagraph& paragraph) {
    Lines lines;
    add_paragraph(paragraph, lines);
    return lines;
}

Lines lines_of(const RawDocument& raw) {
    Lines lines;
    for (const RawBlock& block : raw.blocks) {
        if (const auto* paragraph = std::get_if<RawParagraph>(&block)) {
            add_paragraph(*paragraph, lines);
        } else if (const auto* table = std::get_if<RawTable>(&block)) {
            Line& line = lines.emplace_back();
            line.kind = Line::Kind::Table;
            line.role = core::Role::Table;
            line.table = table->table;
            line.place = table->place;
        } else {
            const auto& figure = std::get<RawFigure>(block);
            Line& line = lines.emplace_back();
            line.kind = Line::Kind::Figure;
            line.role = core::Role::Figure;
            line.figure = figure.figure;
            line.place = figure.place;
        }
    }
    return lines;
}

void cut_line(Lines& lines, std::size_t at, std::size_t bytes) {
    Line head = lines[at];
    Line tail = lines[at];
    head.runs.clear();
    tail.runs.clear();
    std::size_t left = bytes;
    for (core::Inline& run : lines[at].runs) {
        const std::size_t length = core::holds_words(run) ? run.text.size() : 0;
        if (left == 0) {
            tail.runs.push_back(std::move(run));
        } else if (length <= left) {
            left -= length;
            head.runs.push_back(std::move(run));
        } else if (run.kind == core::Inline::Kind::Ruby) {
            // Never cut: the whole group begins the new line.
            left = 0;
            tail.runs.push_back(std::move(run));
        } else {
            head.runs.push_back(core::text_run(run.text.substr(0, left), run.marks));
            tail.runs.push_back(core::text_run(run.text.substr(left), run.marks));
            left = 0;
        }
    }
    for (Line* line : {&head, &tail}) {
        line->runs = tidy_white_space(line->runs);
        line->text = in_standard_forms_in_place(core::plain_text(line->runs));
    }
    lines[at] = std::move(head);
    lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1, std::move(tail));
}

}  // namespace gongbao::editor
