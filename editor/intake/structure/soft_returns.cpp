// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/soft_returns.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

// A line of a paragraph between two breaks.
struct Segment {
    core::Runs runs;
    std::string text;  // white space regular
    int indent = 0;
};

// A line without words may still be the place of a note.
bool is_empty(const Segment& segment) {
    return segment.text.empty() &&
           std::none_of(segment.runs.begin(), segment.runs.end(), [](const core::Inline& run) {
               return run.kind == core::Inline::Kind::Note;
           });
}

std::vector<Segment> segments_of(core::Runs runs) {
    std::vector<Segment> segments(1);
    for (core::Inline& run : runs) {
        if (run.kind == core::Inline::Kind::LineBreak)
            segments.emplace_back();
        else
            segments.back().runs.push_back(std::move(run));
    }
    for (Segment& segment : segments) {
        segment.indent = opening_indent(core::plain_text(segment.runs));
        segment.text = core::plain_text(tidy_white_space(segment.runs));
    }
    return segments;
}

// 一、总体要求, 第一章　总则: a heading on a line of its own.
bool is_heading_line(std::string_view text) {
    constexpr std::size_t kLongest = 25;
    const Label label = read_label(text);
    return label && label.kind <= LabelKind::HanBracket && label.kind != LabelKind::Article &&
           core::length(text) <= kLongest && !text.ends_with("，") && !text.ends_with("、");
}

bool ends_paragraph(const Segment& before, const Segment& after, core::Align align) {
    if (after.indent >= 150 && align != core::Align::Center) return true;
    if (date_line(after.text) || is_number_line(after.text)) return true;
    if (align == core::Align::Center) return false;
    const bool goes_on = before.text.ends_with("，") || before.text.ends_with("、");
    if (is_number_line(before.text) || is_open_date(after.text)) return true;
    if (is_addressees(after.text) && !goes_on) return true;
    if (is_annex_label(after.text) || is_annex_note(after.text) || imprint_element(after.text))
        return true;
    if (before.text.starts_with("特此") || after.text.starts_with("特此")) return true;
    if (is_heading_line(before.text) && !opens_with_closing_mark(after.text)) return true;
    return ending_of(before.text) == Ending::Sentence || read_label(after.text);
}

}  // namespace

std::vector<CutParagraph> cut_at_breaks(core::Runs runs, core::Align align) {
    std::vector<CutParagraph> paragraphs;
    const Segment* last = nullptr;
    const std::vector<Segment> segments = segments_of(std::move(runs));
    for (const Segment& segment : segments) {
        if (is_empty(segment)) {
            last = nullptr;
            continue;
        }
        if (last == nullptr || ends_paragraph(*last, segment, align))
            paragraphs.push_back({{}, segment.indent});
        else
            paragraphs.back().runs.push_back(core::line_break());
        core::Runs& paragraph = paragraphs.back().runs;
        paragraph.insert(paragraph.end(), segment.runs.begin(), segment.runs.end());
        last = &segment;
    }
    return paragraphs;
}

}  // namespace gongbao::editor
