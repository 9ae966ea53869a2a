// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/footnotes.hpp"

#include <iterator>
#include <utility>

#include "core/document/inline.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr const char* kAfterMark = "\xE2\x80\x82";  // U+2002

// A place for links to lead to, and the link `from` that does.
int lead_from(NodeId from, const std::string& words, const std::string& mark, Layout& layout) {
    const auto anchor = static_cast<int>(layout.anchors.size());
    layout.anchors.push_back({});
    layout.references.push_back({from, {}, {}, anchor, core::replace_all(words, "{mark}", mark)});
    return anchor;
}

void set_note(const NoteText& note, NodeId parent, const core::Place& place, Composer& composer,
              std::vector<Box>& boxes) {
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::Footnote);
    const std::string& mark = note.run->text;
    core::Runs runs{core::text_run(mark), core::text_run(kAfterMark)};
    runs.insert(runs.end(), note.run->note.begin(), note.run->note.end());
    NoteTexts none;
    auto segments = composer.segmenter().of(runs, style, none);
    Layout& layout = composer.layout();
    const NodeId node = layout.add_node(Tag::Note, parent);
    const NodeId back = layout.add_node(Tag::Link, layout.add_node(Tag::Lbl, node));
    segments.front().span = 0;
    auto lines = composer.set(segments, profile.text_width(), style.indent, style.align, place);
    const std::size_t first = boxes.size();
    add_lines(std::move(lines), style, node, profile, boxes, {back});
    if (boxes.size() == first) return;
    boxes[first].anchors.push_back(lead_from(note.mark, profile.words.to_note, mark, layout));
    boxes[first].mark = lead_from(back, profile.words.to_mark, mark, layout);
}

}  // namespace

void mark_notes(NodeId node, std::vector<Segment>& segments, NoteTexts& notes, Layout& layout,
                std::vector<NodeId>& spans) {
    for (Segment& segment : segments) {
        if (segment.note < 0) continue;
        const NodeId link = layout.add_node(Tag::Link, layout.add_node(Tag::Reference, node));
        notes[static_cast<std::size_t>(segment.note)].mark = link;
        segment.span = static_cast<std::int16_t>(spans.size());
        spans.push_back(link);
    }
}

std::vector<Box> notes_of(const SetLine& line, const NoteTexts& notes, NodeId parent,
                          const core::Place& place, Composer& composer) {
    std::vector<Box> boxes;
    for (const int number : line.notes)
        set_note(notes[static_cast<std::size_t>(number)], parent, place, composer, boxes);
    return boxes;
}

void add_notes(std::span<Box> boxes, const NoteTexts& notes, NodeId parent,
               const core::Place& place, Composer& composer) {
    if (notes.empty()) return;
    for (Box& box : boxes)
        for (const BoxLine& line : box.lines) {
            std::vector<Box> own = notes_of(line.line, notes, parent, place, composer);
            std::move(own.begin(), own.end(), std::back_inserter(box.notes));
        }
}

}  // namespace gongbao::typeset
