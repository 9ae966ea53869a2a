// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/lines_to_boxes.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "typeset/flow/footnotes.hpp"
#include "typeset/text/readings.hpp"

namespace gongbao::typeset {
namespace {

// Gives the words of each reference a Link of their own below `node`: cuts the segments at their
// ends.
void mark_references(std::span<const Reference> references, NodeId node,
                     std::vector<Segment>& segments, Layout& layout, std::vector<NodeId>& spans) {
    if (references.empty()) return;
    std::vector<Segment> cut;
    std::size_t at = 0;  // code points of the runs' text before the segment
    auto reference = references.begin();
    for (Segment& segment : segments) {
        const bool words = !segment.label && segment.note < 0 &&
                           segment.text != std::u32string_view(&kLineBreak, 1);
        while (words && reference != references.end() &&
               reference->begin < at + segment.text.size()) {
            const std::size_t begin = std::max(reference->begin, at) - at;
            const std::size_t end = std::min(reference->end - at, segment.text.size());
            if (begin > 0) {
                cut.push_back(segment);
                cut.back().text.resize(begin);
            }
            if (reference->begin >= at) {
                spans.push_back(layout.add_node(Tag::Link, node));
                layout.references.push_back(
                    {spans.back(), reference->block, reference->document, -1});
            }
            cut.push_back(segment);
            cut.back().text = segment.text.substr(begin, end - begin);
            cut.back().span = static_cast<std::int16_t>(spans.size() - 1);
            segment.text.erase(0, end);
            at += end;
            if (at < reference->end) break;
            ++reference;
        }
        if (words) at += segment.text.size();
        if (!segment.text.empty()) cut.push_back(std::move(segment));
    }
    segments = std::move(cut);
}

// What the white above a line at `x` lacks for its readings and the dots of the line before, with
// which `boxes` end.
Length missing_room(const SetLine& line, Length x, const TextStyle& style, Length before,
                    const std::vector<Box>& boxes) {
    if (line.readings.empty() || boxes.empty()) return 0;
    const Length top = base_line(style);
    Length room = room_above(line, top);
    for (const BoxLine& above : boxes.back().lines)
        room = std::max(room, room_between(above.line, style.size - top, line, top, x - above.x));
    return std::max(0, room - boxes.back().lead - before);
}

}  // namespace

Length base_line(const TextStyle& style) {
    return style.size * 88 / 100;
}

void add_lines(std::vector<SetLine> lines, const TextStyle& style, NodeId node,
               const Profile& profile, std::vector<Box>& boxes,
               const std::vector<NodeId>& span_nodes) {
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
        const Length x = style.left + lines[i].offset;
        const Length room = missing_room(lines[i], x, style, box.before, boxes);
        const Length extra = profile.in_register && box.on_line && room > 0 ? pitch : room;
        box.height += extra;
        box.lines.push_back({x, extra + base_line(style), std::move(lines[i]), node, span_nodes});
        boxes.push_back(std::move(box));
    }
}

void add_paragraph(const Paragraph& paragraph, Composer& composer, std::vector<Box>& boxes) {
    const TextStyle& style = paragraph.style;
    NoteTexts notes;
    auto segments = composer.segmenter().of(paragraph.block, style, notes);
    std::vector<NodeId> span_nodes;
    if (paragraph.label != kArtifact && !paragraph.block.label.empty()) {
        segments.front().span = 0;
        span_nodes.push_back(paragraph.label);
    }
    mark_notes(paragraph.node, segments, notes, composer.layout(), span_nodes);
    mark_references(paragraph.references, paragraph.node, segments, composer.layout(), span_nodes);
    const Length width = paragraph.measure - style.left - style.right;
    auto lines = composer.set(segments, width, style.indent, style.align, paragraph.place);
    const std::size_t first = boxes.size();
    add_lines(std::move(lines), style, paragraph.node, composer.profile(), boxes, span_nodes);
    add_notes(std::span(boxes).subspan(first), notes, paragraph.node, paragraph.place, composer);
}

}  // namespace gongbao::typeset
