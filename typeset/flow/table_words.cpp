// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "core/document/block.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

using core::Block;
using core::Role;

TextStyle note_style(const Profile& profile, bool first) {
    TextStyle style = profile.style(StyleName::TableCell);
    style.line = profile.line_of(style);
    style.left = 2 * style.size;
    style.indent = first ? -style.left : 0;
    style.before = style.after = 0;
    style.align = TextAlign::Justify;
    return style;
}

std::vector<Box> boxes_of(const Paragraph& paragraph, Composer& composer) {
    std::vector<Box> boxes;
    add_paragraph(paragraph, composer, boxes);
    return boxes;
}

}  // namespace

std::optional<TableParts> table_at(const core::Blocks& blocks, std::size_t at) {
    TableParts parts;
    parts.begin = at;
    const auto stands = [&](Role role) { return at < blocks.size() && blocks[at].role == role; };
    if (stands(Role::Caption)) parts.caption = &blocks[at++];
    if (stands(Role::TableUnit)) parts.unit = &blocks[at++];
    if (at >= blocks.size() || !blocks[at].table) return {};
    parts.table = &blocks[at++];
    while (stands(Role::TableNote)) parts.notes.push_back(&blocks[at++]);
    parts.end = at;
    return parts;
}

std::vector<Box> words_above(const TableParts& parts, Length width, NodeId parent,
                             const core::Place& place, Composer& composer) {
    const Profile& profile = composer.profile();
    std::vector<Box> boxes;
    if (parts.caption != nullptr)
        boxes = boxes_of({*parts.caption, profile.style(StyleName::Caption), width,
                          composer.layout().add_node(Tag::Caption, parent), place},
                         composer);
    if (!parts.table->label.empty() || !parts.table->runs.empty()) {
        std::vector<Box> own = boxes_of({*parts.table, profile.style(StyleName::Caption), width,
                                         composer.layout().add_node(Tag::Caption, parent), place},
                                        composer);
        std::move(own.begin(), own.end(), std::back_inserter(boxes));
    }
    if (parts.unit != nullptr) {
        TextStyle style = profile.style(StyleName::TableCell);
        style.indent = style.left = style.right = 0;
        style.align = TextAlign::Right;
        std::vector<Box> unit =
            boxes_of({*parts.unit, style, width, composer.layout().add_node(Tag::P, parent), place},
                     composer);
        const auto end_of = [](const BoxLine& line) { return line.x + line.line.width; };
        const bool beside =
            !boxes.empty() && unit.size() == 1 && unit.front().notes.empty() &&
            end_of(boxes.back().lines.front()) + style.size <= unit.front().lines.front().x;
        if (beside) {
            BoxLine& own = unit.front().lines.front();
            own.y = boxes.back().lines.front().y;
            boxes.back().lines.push_back(std::move(own));
        } else {
            std::move(unit.begin(), unit.end(), std::back_inserter(boxes));
        }
    }
    for (std::size_t i = 1; i < boxes.size(); ++i) boxes[i].may_break_before = false;
    for (Box& box : boxes) box.on_line = false;
    return boxes;
}

std::vector<Box> words_below(const TableParts& parts, Length width, NodeId parent,
                             const core::Place& place, Composer& composer) {
    std::vector<Box> boxes;
    for (const Block* note : parts.notes) {
        // 2. and 3. stand under the text of 注：1.
        const TextStyle style = note_style(composer.profile(), note->label.empty());
        auto own = boxes_of(
            {*note, style, width, composer.layout().add_node(Tag::Note, parent), place}, composer);
        std::move(own.begin(), own.end(), std::back_inserter(boxes));
    }
    for (Box& box : boxes) {
        box.may_break_before = false;
        box.on_line = false;
    }
    if (!boxes.empty()) boxes.front().before = pt(2);
    return boxes;
}

}  // namespace gongbao::typeset
