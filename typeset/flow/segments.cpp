// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/segments.hpp"

#include "core/document/block.hpp"
#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

// Han has no bold and no italic of its own (CLREQ 3.2): emphasis is a change of face. Latin letters
// slant.
const std::string& role_for(core::Marks marks, const std::string& role) {
    static const std::string kHei = "hei";
    static const std::string kItalic = "italic";
    if (marks.has(core::Mark::Bold)) return kHei;
    if (marks.has(core::Mark::Italic)) return kItalic;
    return role;
}

}  // namespace

Segment Segmenter::make(std::u32string text, const std::string& role, const TextStyle& style,
                        core::Marks marks) {
    GlyphStyle look{style.size, 0, style.color, style.bold};
    if (marks.has(core::Mark::Superscript) || marks.has(core::Mark::Subscript)) {
        look.size = style.size * 6 / 10;
        look.rise =
            marks.has(core::Mark::Superscript) ? style.size * 35 / 100 : -style.size * 12 / 100;
    }
    Segment segment;
    segment.text = std::move(text);
    segment.role = fonts_.role(role_for(marks, role));
    segment.size = look.size;
    segment.style = layout_.style_index(look);
    segment.emphasis = marks.has(core::Mark::Emphasis);
    segment.underline = marks.has(core::Mark::Underline);
    return segment;
}

// Readings have half the size of their characters (CLREQ, 3.4.2).
Segment Segmenter::make_words(const core::Inline& run, const TextStyle& style) {
    const bool lead = run.marks.has(core::Mark::Lead) && !style.lead_font.empty();
    Segment segment =
        make(core::to_utf32(run.text), lead ? style.lead_font : style.font, style, run.marks);
    if (run.kind == core::Inline::Kind::Ruby) {
        const Length rise = layout_.glyph_styles[segment.style].rise;
        segment.reading = core::to_utf32(run.reading);
        segment.reading_style = layout_.style_index({segment.size / 2, rise, style.color, false});
    }
    return segment;
}

std::vector<Segment> Segmenter::of(const core::Block& block, const TextStyle& style,
                                   NoteTexts& notes) {
    std::vector<Segment> segments;
    if (!block.label.empty()) {
        const std::string& role = style.label_font.empty() ? style.font : style.label_font;
        const std::string label = block.label + std::string(core::label_gap(block));
        segments.push_back(make(core::to_utf32(label), role, style, {}));
        segments.back().label = true;
    }
    for (Segment& segment : of(block.runs, style, notes)) segments.push_back(std::move(segment));
    return segments;
}

std::vector<Segment> Segmenter::of(const core::Runs& runs, const TextStyle& style,
                                   NoteTexts& notes) {
    std::vector<Segment> segments;
    for (const core::Inline& run : runs) {
        switch (run.kind) {
            case core::Inline::Kind::Text:
            case core::Inline::Kind::Ruby: segments.push_back(make_words(run, style)); break;
            case core::Inline::Kind::LineBreak:
                segments.push_back(make({kLineBreak}, style.font, style, {}));
                break;
            case core::Inline::Kind::Note: {
                core::Marks raised;
                raised.add(core::Mark::Superscript);
                segments.push_back(make(core::to_utf32(run.text), style.font, style, raised));
                segments.back().note = static_cast<int>(notes.size());
                notes.push_back({&run});
                break;
            }
        }
    }
    return segments;
}

std::vector<Segment> Segmenter::of(std::string_view text, const TextStyle& style) {
    return {make(core::to_utf32(text), style.font, style, {})};
}

}  // namespace gongbao::typeset
