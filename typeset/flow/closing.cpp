// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/closing.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;

// 国务院 → 国 务 院: a signature of two to four characters stands wide (reference 1.4).
void spread_short(SetLine& line, const TextStyle& style) {
    const std::size_t count = line.glyphs.size();
    if (!style.spread_short || count < 2 || count > 4) return;
    for (const PlacedGlyph& glyph : line.glyphs)
        if (glyph.text >= kTextPool || !core::is_han(glyph.text)) return;
    const Length gap = style.size / 2;
    for (std::size_t i = 0; i < count; ++i) line.glyphs[i].x += static_cast<Length>(i) * gap;
    line.width += static_cast<Length>(count - 1) * gap;
}

}  // namespace

std::size_t add_closing(const core::Blocks& blocks, std::size_t at, const std::string& title,
                        NodeId parent, Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    std::size_t end = at;
    while (end < blocks.size() &&
           (blocks[end].role == Role::Signature || blocks[end].role == Role::Date))
        ++end;
    const Length width = composer.measure();
    struct Set {
        const TextStyle* style;
        std::vector<SetLine> lines;
        bool is_date;
    };
    std::vector<Set> sets;
    Length date_width = 0;
    for (std::size_t i = at; i < end; ++i) {
        const bool is_date = blocks[i].role == Role::Date;
        const TextStyle& style = profile.style(is_date ? StyleName::Date : StyleName::Signature);
        NoteTexts notes;
        auto lines = composer.set(composer.segmenter().of(blocks[i], style, notes), width, 0,
                                  TextAlign::Left, core::excerpt(title, 16) + " " + blocks[i].id);
        for (SetLine& line : lines) {
            if (!is_date) spread_short(line, style);
            if (is_date) date_width = std::max(date_width, line.width);
        }
        sets.push_back({&style, std::move(lines), is_date});
    }
    const Length em = profile.style(StyleName::Date).size;
    const Length right_edge = width - profile.date_right * em;
    const Length centre = right_edge - date_width / 2;
    const Length limit = width - profile.signature_right * em;
    bool first = true;
    for (Set& set : sets) {
        for (SetLine& line : set.lines) {
            Length x = set.is_date || date_width == 0 ? right_edge - line.width
                                                      : centre - line.width / 2;
            line.offset = std::clamp(x, Length{0}, std::max(Length{0}, limit - line.width));
        }
        const NodeId node = composer.layout().add_node(Tag::P, parent);
        const std::size_t begin = stack.boxes.size();
        add_lines(std::move(set.lines), *set.style, node, profile, stack.boxes);
        for (std::size_t i = begin; i < stack.boxes.size(); ++i) {
            stack.boxes[i].may_break_before = false;
            if (!first && i == begin) stack.boxes[i].before = 0;
        }
        first = false;
    }
    return end;
}

}  // namespace gongbao::typeset
