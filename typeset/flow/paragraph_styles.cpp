// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/paragraph_styles.hpp"

#include <algorithm>
#include <string>

#include "core/document/structure.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/block_style.hpp"

namespace gongbao::typeset {
namespace {

using core::Block;
using core::Role;

// Only where the role leaves it open.
void align(const Block& block, TextStyle& style) {
    const bool open = block.role == Role::Paragraph || core::is_of_head(block.role);
    const bool center = block.align == core::Align::Center;
    if (!open || (!center && block.align != core::Align::Right)) return;
    style.align = center ? TextAlign::Center : TextAlign::Right;
    style.indent = 0;
}

// 附件：1.甲 / 2.乙: the following names stand under the first, line by line (GB/T 9704-2012,
// 7.3.4).
void hang_annex_note(const Block& block, TextStyle& style) {
    const std::string text = block.label + core::plain_text(block.runs);
    if (core::starts_with(text, "附件")) return;
    style.indent += 3 * style.size;
    style.before = 0;
}

}  // namespace

TextStyle ParagraphStyles::next(const Block& block, bool in_annex) {
    TextStyle style = profile().style(name_of(block, in_annex));
    if (core::is_level(block.role) && !is_index_) choose_level_faces(block, style);
    if (core::stands_as_heading(block)) style.keep_next = true;
    align(block, style);
    join_white(block.role, style);
    if (block.role == Role::AnnexNote) hang_annex_note(block, style);
    if (block.role == Role::DatedEntry) hang_beside_date(block, style);
    if (block.role == Role::DatedOpening) part_from_group_before(style);
    return style;
}

StyleName ParagraphStyles::name_of(const Block& block, bool in_annex) const {
    if (is_index_ && block.role == Role::Heading1) return StyleName::IndexPart;
    if (is_index_ && block.role == Role::Heading2) return StyleName::IndexGroup;
    return style_for(block.role, in_annex);
}

// 一、 standing alone is a heading; opening a paragraph, it has the heading's face with the words
// it leads; without such words the paragraph is plain text (GB/T 9704-2012, 7.3.3).
void ParagraphStyles::choose_level_faces(const Block& block, TextStyle& style) const {
    const bool heading = core::stands_as_heading(block);
    const std::string face = style.lead_font.empty() ? style.font : style.lead_font;
    style.font = heading ? face : profile().style(StyleName::Paragraph).font;
    style.label_font = heading || core::leads(block) ? face : style.font;
    style.lead_font = face;
}

// 第一编, 第一章 and 第一节 in a row: the white below one is also that above the next.
void ParagraphStyles::join_white(Role role, TextStyle& style) {
    const bool division = core::is_division(role);
    if (division) style.before -= std::min(style.before, white_below_);
    white_below_ = division ? style.after : 0;
}

// The lines of an entry stand beside its date, where that leaves them room.
void ParagraphStyles::hang_beside_date(const Block& block, TextStyle& style) {
    const Extent date =
        composer_.width_of(composer_.segmenter().of(core::dated_head(block), style));
    if (style.indent + date > composer_.measure() / 2) return;
    style.left += style.indent + static_cast<Length>(date);
    style.indent = -static_cast<Length>(date);
}

void ParagraphStyles::part_from_group_before(TextStyle& style) {
    if (groups_++ > 0) style.before = std::max(style.before, profile().line);
}

}  // namespace gongbao::typeset
