// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/leader.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "core/document/block.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

bool is_locator(const core::Inline& run) {
    return run.marks.has(core::Mark::Locator);
}

// The block up to its locator, and the locator.
std::pair<core::Block, core::Runs> parted(const core::Block& block) {
    core::Block words = block;
    const auto first = std::find_if(words.runs.begin(), words.runs.end(), is_locator);
    core::Runs locator(std::make_move_iterator(first), std::make_move_iterator(words.runs.end()));
    words.runs.erase(first, words.runs.end());
    return {std::move(words), std::move(locator)};
}

// The places of a locator, 第1期第3页、 and so on: a line may end between them, never inside one.
std::vector<SetLine> pieces_of(const core::Runs& locator, const TextStyle& style,
                               const core::Place& place, Composer& composer) {
    constexpr std::string_view kBetween = "、";
    std::vector<SetLine> pieces;
    const std::string text = core::plain_text(locator);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(kBetween, at), text.size() - kBetween.size());
        const std::string piece = text.substr(at, end + kBetween.size() - at);
        pieces.push_back(composer.set_single(composer.segmenter().of(piece, style), place));
        at += piece.size();
    }
    return pieces;
}

// Places that stand on one line; the first line may stand beside the words.
struct Row {
    std::vector<SetLine> pieces;
    Length width = 0;
    bool beside = false;
};

std::vector<Row> rows_of(std::vector<SetLine> pieces, Length room_beside, Length room) {
    std::vector<Row> rows;
    for (SetLine& piece : pieces) {
        if (rows.empty()) rows.push_back({{}, 0, piece.width <= room_beside});
        const Length limit = rows.back().beside ? room_beside : room;
        if (!rows.back().pieces.empty() && rows.back().width + piece.width > limit)
            rows.emplace_back();
        rows.back().width += piece.width;
        rows.back().pieces.push_back(std::move(piece));
    }
    return rows;
}

void add_empty_line(const TextStyle& style, const Profile& profile, std::vector<Box>& boxes) {
    TextStyle below = style;
    below.before = 0;
    add_lines(std::vector<SetLine>(1), below, kArtifact, profile, boxes);
    boxes.back().lines.clear();
}

// Right-aligned up to `right`, with a leader from the words of the line, or from `left`.
void put_row(Row row, Length left, Length right, const Paragraph& entry, Composer& composer,
             Box& box) {
    const TextStyle& style = entry.style;
    Length x = right - row.width;
    BoxLine words{left, base_line(style), {}, kArtifact};
    if (!box.lines.empty()) {
        words.x = box.lines.front().x;
        words.line.width = box.lines.front().line.width;
    }
    add_leader(words, x - style.size / 2, style, composer, box);
    for (SetLine& piece : row.pieces) {
        const Length width = piece.width;
        box.lines.push_back({x, base_line(style), std::move(piece), entry.node});
        x += width;
    }
}

void keep_together(std::size_t first, Stack& stack) {
    for (std::size_t i = first + 1; i < stack.boxes.size(); ++i)
        stack.boxes[i].may_break_before = false;
}

}  // namespace

void add_leader(const BoxLine& line, Length stop, const TextStyle& style, Composer& composer,
                Box& box) {
    const Length step = style.size / 2;
    const Length from = (line.x + line.line.width + style.size) / step * step;
    SetLine dot = composer.set_single(composer.segmenter().of("·", style),
                                      core::Place(core::PlaceKind::Contents));
    if (dot.glyphs.empty()) return;
    SetLine leader;
    for (Length x = from; x + step <= stop; x += step) {
        PlacedGlyph glyph = dot.glyphs.front();
        glyph.x += x - from;
        leader.glyphs.push_back(glyph);
    }
    leader.width = static_cast<Length>(leader.glyphs.size()) * step;
    if (!leader.glyphs.empty()) box.lines.push_back({from, line.y, std::move(leader), kArtifact});
}

bool has_locator(const core::Block& block) {
    return std::any_of(block.runs.begin(), block.runs.end(), is_locator);
}

void add_entry_with_locator(const Paragraph& entry, Composer& composer, Stack& stack) {
    const TextStyle& style = entry.style;
    auto [words, locator] = parted(entry.block);
    NoteTexts notes;
    const Length measure = entry.measure - style.left - style.right;
    const std::size_t first = stack.boxes.size();
    auto segments = composer.segmenter().of(words, style, notes);
    std::vector<NodeId> spans;
    mark_notes(entry.node, segments, notes, composer.layout(), spans);
    add_lines(composer.set_at_sense(segments, measure, style.indent, entry.place), style,
              entry.node, composer.profile(), stack.boxes, spans);
    add_notes(std::span(stack.boxes).subspan(first), notes, entry.node, entry.place, composer);
    const Length right = entry.measure - style.right;
    const Length hang = 2 * style.size;
    Length from = right;  // nothing is beside yet
    if (stack.boxes.size() > first) {
        const BoxLine& last = stack.boxes.back().lines.front();
        from = last.x + last.line.width + hang;
    }
    for (Row& row :
         rows_of(pieces_of(locator, style, entry.place, composer), right - from, measure - hang)) {
        const bool beside = row.beside && stack.boxes.size() > first;
        if (!beside) add_empty_line(style, composer.profile(), stack.boxes);
        put_row(std::move(row), style.left + hang, right, entry, composer, stack.boxes.back());
    }
    keep_together(first, stack);
}

}  // namespace gongbao::typeset
