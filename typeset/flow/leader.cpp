// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/leader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

bool is_locator(const core::Inline& run) { return run.marks.has(core::Mark::Locator); }

// The block up to its locator, and the locator.
std::pair<core::Block, core::Runs> parted(const core::Block& block) {
    core::Block words = block;
    const auto first = std::find_if(words.runs.begin(), words.runs.end(), is_locator);
    core::Runs locator(std::make_move_iterator(first), std::make_move_iterator(words.runs.end()));
    words.runs.erase(first, words.runs.end());
    return {std::move(words), std::move(locator)};
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
    SetLine dot = composer.set_single(composer.segmenter().of("·", style), "目录");
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

void add_entry_with_locator(const core::Block& block, const TextStyle& style, Length width, NodeId node,
                            const std::string& place, Composer& composer, Stack& stack) {
    auto [words, locator] = parted(block);
    NoteTexts notes;
    const auto place_segments = composer.segmenter().of(locator, style, notes);
    const Extent room = composer.width_of(place_segments) + 2 * style.size;
    const Length measure = width - style.left - style.right;
    const bool beside = room <= measure * 2 / 5;
    const std::size_t first = stack.boxes.size();
    auto lines = composer.set(composer.segmenter().of(words, style, notes),
                              beside ? measure - static_cast<Length>(room) : measure, style.indent,
                              TextAlign::Left, place);
    add_lines(std::move(lines), style, node, composer.profile(), stack.boxes);
    if (beside && stack.boxes.size() > first) {
        Box& last = stack.boxes.back();
        SetLine end = composer.set_single(place_segments, place);
        const Length x = width - style.right - end.width;
        const BoxLine& line = last.lines.front();
        const Length y = line.y;
        add_leader(line, x - style.size / 2, style, composer, last);
        last.lines.push_back({x, y, std::move(end), node});
    } else {
        TextStyle below = style;
        below.before = 0;
        add_lines(composer.set(place_segments, measure, 2 * style.size, TextAlign::Right, place), below,
                  node, composer.profile(), stack.boxes);
    }
    keep_together(first, stack);
}

}  // namespace gongbao::typeset
