// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/lines_to_boxes.hpp"

#include <utility>

namespace gongbao::typeset {
namespace {

// The footnotes whose marks stand in `box`, set small; they go to the foot of its page.
void add_notes(Box& box, const NoteTexts& notes, NodeId parent, const std::string& place,
               Composer& composer) {
    const TextStyle& style = composer.profile().style(StyleName::Footnote);
    for (const BoxLine& line : box.lines)
        for (const int number : line.line.notes) {
            const core::Inline& note = *notes[static_cast<std::size_t>(number)];
            core::Runs runs{core::text_run(note.text + "\xE2\x80\x82")};
            runs.insert(runs.end(), note.note.begin(), note.note.end());
            NoteTexts none;
            auto segments = composer.segmenter().of(runs, style, none);
            const NodeId node = composer.layout().add_node(Tag::Note, parent);
            auto lines = composer.set(std::move(segments), composer.profile().text_width(),
                                      style.indent, style.align, place);
            add_lines(std::move(lines), style, node, composer.profile(), box.notes);
        }
}

}  // namespace

Length base_line(const TextStyle& style) { return style.size * 88 / 100; }

void add_lines(std::vector<SetLine> lines, const TextStyle& style, NodeId node,
               const Profile& profile, std::vector<Box>& boxes) {
    const Length pitch = profile.line_of(style);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        Box box;
        box.height = pitch;
        box.lead = std::max(0, pitch - style.size);
        box.before = i == 0 ? style.before : 0;
        box.on_line = pitch == profile.line;
        box.may_break_before = i == 0 || i + 1 < lines.size();
        if (i + 1 == lines.size()) {
            box.height += style.after;
            box.lead += style.after;
        }
        for (const Rect& dot : lines[i].dots)
            box.rules.push_back({{style.left + lines[i].offset + dot.x, base_line(style) + dot.y,
                                  dot.width, dot.height}, style.color});
        for (const Rect& rule : lines[i].underlines)
            box.rules.push_back({{style.left + lines[i].offset + rule.x, base_line(style) + rule.y,
                                  rule.width, rule.height}, style.color});
        const Length x = style.left + lines[i].offset;
        box.lines.push_back({x, base_line(style), std::move(lines[i]), node});
        boxes.push_back(std::move(box));
    }
}

void add_paragraph(const core::Block& block, const TextStyle& style, NodeId node,
                   const std::string& place, Composer& composer, Stack& stack) {
    NoteTexts notes;
    auto segments = composer.segmenter().of(block, style, notes);
    const Length width = composer.profile().text_width() - style.left - style.right;
    auto lines = composer.set(std::move(segments), width, style.indent, style.align, place);
    const std::size_t first = stack.boxes.size();
    add_lines(std::move(lines), style, node, composer.profile(), stack.boxes);
    if (notes.empty()) return;
    for (std::size_t i = first; i < stack.boxes.size(); ++i)
        add_notes(stack.boxes[i], notes, node, place, composer);
}

}  // namespace gongbao::typeset
