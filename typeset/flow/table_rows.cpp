// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_rows.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gongbao::typeset {
namespace {

// From a line's top to its base line: the white of the pitch above and below, then as base_line().
Length base_in(const SetCell& cell) {
    return (cell.pitch - cell.size) / 2 + cell.size * 88 / 100;
}

Length height_of_lines(const SetCell& cell) {
    return static_cast<Length>(std::max<std::size_t>(1, cell.lines.size())) * cell.pitch;
}

}  // namespace

RowStacker::RowStacker(const TableGrid& grid, const TableFit& fit, const TableLook& look,
                       Length room, std::vector<SetCell> cells)
    : grid_(grid),
      look_(look),
      room_(room),
      side_(fit.side),
      cells_(std::move(cells)),
      lines_(cells_.size()),
      in_row_(static_cast<std::size_t>(grid.rows)) {
    edges_.push_back(0);
    for (const Length width : fit.widths) edges_.push_back(edges_.back() + width);
    for (std::uint32_t i = 0; i < cells_.size(); ++i)
        for (int row = cells_[i].place.row; row < grid.end_row(cells_[i].place); ++row)
            in_row_[static_cast<std::size_t>(row)].push_back(i);
    choose_heights();
    for (SetCell& cell : cells_) place_lines(cell);
}

Length RowStacker::height_of(const SetCell& cell) const {
    return height_of_lines(cell) + 2 * look_.above;
}

// What a spanning cell needs beyond its rows goes to the last of them.
void RowStacker::choose_heights() {
    std::vector<Length> heights(static_cast<std::size_t>(grid_.rows));
    std::vector<std::vector<std::uint32_t>> ending(heights.size());
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
        const auto last = static_cast<std::size_t>(grid_.end_row(cells_[i].place) - 1);
        if (cells_[i].place.row_span == 1)
            heights[last] = std::max(heights[last], height_of(cells_[i]));
        else
            ending[last].push_back(i);
    }
    tops_.push_back(0);
    for (std::size_t row = 0; row < heights.size(); ++row) {
        for (const std::uint32_t i : ending[row])
            heights[row] = std::max(
                heights[row], height_of(cells_[i]) - (tops_.back() - top(cells_[i].place.row)));
        tops_.push_back(tops_.back() + heights[row]);
    }
}

// Spans that fit a third of a page stay together, and their words stand in the middle.
bool RowStacker::held_together(const GridCell& place) const {
    return place.row_span > 1 && top(grid_.end_row(place)) - top(place.row) <= room_ / 3;
}

void RowStacker::place_lines(SetCell& cell) {
    const Length from = top(cell.place.row);
    const Length height = top(grid_.end_row(cell.place)) - from;
    const Length spare = height - height_of_lines(cell);
    const bool middle = cell.place.row_span == 1 ? height <= room_ / 2 : held_together(cell.place);
    std::vector<Length>& tops = lines_[static_cast<std::size_t>(&cell - cells_.data())].tops;
    Length y = from + (middle ? std::max(look_.above, spare / 2) : look_.above);
    tops.reserve(cell.lines.size());
    for (std::size_t i = 0; i < cell.lines.size(); ++i, y += cell.pitch) tops.push_back(y);
    if (cell.place.row_span > 1 && !middle) step_over_rows(cell, spare - 2 * look_.above);
}

// A span's lines step over the rules beside them while there is room, so that a page may end at
// each.
void RowStacker::step_over_rows(SetCell& cell, Length spare) {
    int row = cell.place.row + 1;
    Length shift = 0;
    for (Length& y : lines_[static_cast<std::size_t>(&cell - cells_.data())].tops) {
        y += shift;
        while (row < grid_.end_row(cell.place) && top(row) <= y) ++row;
        if (row == grid_.end_row(cell.place) || y + cell.pitch <= top(row)) continue;
        const Length step = top(row) + look_.above - y;
        if (step > spare) continue;
        y += step;
        shift += step;
        spare -= step;
    }
}

// No page ends inside a short span, nor through a line of a long one.
bool RowStacker::may_part_above(int row) const {
    for (const std::uint32_t i : in_row_[static_cast<std::size_t>(row)]) {
        const SetCell& cell = cells_[i];
        if (cell.place.row == row) continue;
        if (held_together(cell.place)) return false;
        const auto& tops = lines_[i].tops;
        const auto after = std::lower_bound(tops.begin(), tops.end(), top(row));
        if (after != tops.begin() && *(after - 1) + cell.pitch > top(row)) return false;
    }
    return true;
}

// Whether the row may be cut at `y`, below the table's top: through no line, with no line of a cell
// alone on either side.
bool RowStacker::may_cut(int row, Length y) const {
    for (const std::uint32_t i : in_row_[static_cast<std::size_t>(row)]) {
        const auto& tops = lines_[i].tops;
        const auto after = std::lower_bound(tops.begin(), tops.end(), y);
        if (after != tops.begin() && *(after - 1) + cells_[i].pitch > y) return false;
        const auto above = after - tops.begin();
        const auto below = tops.end() - after;
        if (above > 0 && below > 0 && (above < 2 || below < 2)) return false;
    }
    return true;
}

// The places inside a row, below the table's top, where a page may end.
std::vector<Length> RowStacker::cuts_in(int row) const {
    const Length height = top(row + 1) - top(row);
    std::vector<Length> cuts;
    if (height <= room_ / 2) return cuts;
    const std::vector<std::uint32_t>& cells = in_row_[static_cast<std::size_t>(row)];
    const std::uint32_t tallest = *std::max_element(
        cells.begin(), cells.end(),
        [&](auto a, auto b) { return lines_[a].tops.size() < lines_[b].tops.size(); });
    const auto inside = [&](Length y) { return y > top(row) && y < top(row + 1); };
    for (const Length y : lines_[tallest].tops)
        if (inside(y) && may_cut(row, y)) cuts.push_back(y);
    if (!cuts.empty() || height <= room_) return cuts;
    // Higher than a page and its cells' lines never end together: the longest cell decides.
    for (std::size_t k = 2; k + 1 < lines_[tallest].tops.size(); ++k)
        if (inside(lines_[tallest].tops[k])) cuts.push_back(lines_[tallest].tops[k]);
    return cuts;
}

void RowStacker::add_row(int row, std::vector<Box>& boxes) {
    std::vector<Length> ends = cuts_in(row);
    ends.push_back(top(row + 1));
    Length from = top(row);
    first_box_.push_back(boxes.size());
    for (const Length end : ends) {
        Box box;
        box.height = end - from;
        box.frame_width = edges_.back();
        box.frame_rule = look_.frame;
        box.may_break_before = from > top(row) || may_part_above(row);
        for (const std::uint32_t i : in_row_[static_cast<std::size_t>(row)]) {
            SetCell& cell = cells_[i];
            add_rules(cell.place, row, from == top(row), end == top(row + 1), box);
            Lines& lines = lines_[i];
            const bool all = end == top(grid_.end_row(cell.place));
            for (; lines.next < lines.tops.size() && (all || lines.tops[lines.next] < end);
                 ++lines.next) {
                BoxLine placed;
                placed.line = std::move(cell.lines[lines.next]);
                placed.x = edges_[static_cast<std::size_t>(cell.place.column)] + side_ +
                           placed.line.offset;
                placed.y = lines.tops[lines.next] - from + base_in(cell);
                placed.node = cell.node;
                placed.span_nodes = cell.span_nodes;
                box.lines.push_back(std::move(placed));
                if (lines.next >= cell.notes.size()) continue;
                std::vector<Box>& notes = cell.notes[lines.next];
                std::move(notes.begin(), notes.end(), std::back_inserter(box.notes));
            }
        }
        boxes.push_back(std::move(box));
        from = end;
    }
}

void RowStacker::add_rules(const GridCell& cell, int row, bool first, bool last, Box& box) const {
    const Length left = edges_[static_cast<std::size_t>(cell.column)];
    const Length right = edges_[static_cast<std::size_t>(cell.column + cell.column_span)];
    const Length frame = look_.frame;
    const Length rule = look_.rule;
    const auto add = [&](Length x, Length y, Length width, Length height) {
        if (width > 0 && height > 0) box.rules.push_back({{x, y, width, height}, Color::Black});
    };
    if (left == 0)
        add(0, 0, frame, box.height);
    else
        add(left - rule / 2, 0, rule, box.height);
    if (right == edges_.back()) add(right - frame, 0, frame, box.height);
    if (first && cell.row == row) {
        if (row == 0)
            add(left, 0, right - left, frame);
        else
            add(left, -rule / 2, right - left, rule);
    }
    if (last && grid_.end_row(cell) == grid_.rows && row + 1 == grid_.rows)
        add(left, box.height - frame, right - left, frame);
}

// 二、古墓葬（12处） across the table: a head of the rows below it.
bool RowStacker::is_group_head(int row) const {
    const auto& cells = in_row_[static_cast<std::size_t>(row)];
    return cells.size() == 1 && cells_[cells.front()].place.row_span == 1 && edges_.size() > 2;
}

// No head without two rows below it, no group's head without a row, no last row by itself; a small
// table stays whole.
void RowStacker::hold_rows_together(std::vector<Box>& boxes) const {
    const auto begin_of = [&](int row) { return first_box_[static_cast<std::size_t>(row)]; };
    const auto hold = [&](std::size_t from, std::size_t to) {
        for (std::size_t i = from; i < to; ++i) boxes[i].may_break_before = false;
    };
    if (tops_.back() <= room_ / 3) return hold(1, boxes.size());
    const int first_row = grid_.head_rows;
    for (int row = 1; row <= first_row && row < grid_.rows; ++row)
        hold(begin_of(row), begin_of(row) + 1);
    const auto short_rows = [&](int from, int to) { return top(to) - top(from) <= room_ / 3; };
    if (first_row > 0 && first_row + 2 <= grid_.rows && short_rows(0, first_row + 2))
        hold(begin_of(first_row + 1), begin_of(first_row + 1) + 1);
    for (int row = first_row; row + 1 < grid_.rows; ++row)
        if (is_group_head(row) && short_rows(row, row + 2))
            hold(begin_of(row + 1), begin_of(row + 1) + 1);
    if (grid_.rows > 1 && short_rows(grid_.rows - 2, grid_.rows))
        hold(begin_of(grid_.rows - 1), begin_of(grid_.rows - 1) + 1);
}

std::vector<Box> RowStacker::stack() {
    std::vector<Box> boxes;
    for (int row = 0; row < grid_.rows; ++row) {
        if (row == grid_.head_rows) head_boxes_ = boxes.size();
        add_row(row, boxes);
    }
    if (grid_.head_rows == grid_.rows) head_boxes_ = boxes.size();
    hold_rows_together(boxes);
    return boxes;
}

}  // namespace gongbao::typeset
