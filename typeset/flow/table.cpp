// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table.hpp"

#include <algorithm>
#include <utility>

#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/table_grid.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kRule = pt(0.5);
constexpr Length kRowPadding = pt(2.5);
constexpr Length kSmallest = pt(6);

// A cell set in its column, ready to be placed.
struct SetCell {
    GridCell place;
    std::vector<SetLine> lines;
    NodeId node = kArtifact;
    const TextStyle* style = nullptr;
    Length pitch = 0;
    Length height() const {
        return static_cast<Length>(std::max<std::size_t>(1, lines.size())) * pitch + 2 * kRowPadding;
    }
};

class TableSetter {
  public:
    TableSetter(const core::Block& block, NodeId parent, Composer& composer, Stack& stack)
        : block_(block), table_(*block.table), composer_(composer), stack_(stack),
          grid_(TableGrid::of(table_)), parent_(parent),
          cell_style_(composer.profile().style(StyleName::TableCell)),
          head_style_(composer.profile().style(StyleName::TableHead)) {}

    void set() {
        if (grid_.rows == 0 || grid_.columns == 0) return;
        choose_widths();
        set_cells();
        choose_heights();
        const std::size_t first = stack_.boxes.size();
        for (int row = 0; row < grid_.rows; ++row) add_row(row, stack_.boxes, false);
        stack_.boxes[first].before = composer_.profile().line / 3;
        stack_.boxes.back().lead += composer_.profile().line / 2;
        stack_.boxes.back().height += composer_.profile().line / 2;
        hold_together(first);
        repeat_heads(first);
    }

  private:
    void choose_widths() {
        const Length width = composer_.measure();
        bool too_narrow = false;
        widths_ = column_widths(table_, grid_, width, cell_style_, composer_, too_narrow);
        while (too_narrow && cell_style_.size > kSmallest) {
            for (TextStyle* style : {&cell_style_, &head_style_}) {
                style->line = composer_.profile().line_of(*style) * 9 / 10;
                style->size = std::max(kSmallest, style->size * 9 / 10);
            }
            widths_ = column_widths(table_, grid_, width, cell_style_, composer_, too_narrow);
        }
        if (cell_style_.size != composer_.profile().style(StyleName::TableCell).size)
            composer_.layout().findings.push_back(
                {core::Level::Warning, block_.id,
                 {"typeset.table_too_wide", {{"columns", std::to_string(grid_.columns)}}}, {}});
        edges_.assign(1, 0);
        for (const Length w : widths_) edges_.push_back(edges_.back() + w);
    }

    Length left(const GridCell& place) const { return edges_[static_cast<std::size_t>(place.column)]; }
    Length right(const GridCell& place) const {
        return edges_[static_cast<std::size_t>(place.column + place.column_span)];
    }

    TextAlign align_of(const SetCell& cell, bool one_line) const {
        switch (cell.place.cell->align) {
            case core::Align::Left: return TextAlign::Left;
            case core::Align::Center: return TextAlign::Center;
            case core::Align::Right: return TextAlign::Right;
            default: break;
        }
        if (cell.place.header || one_line) return TextAlign::Center;
        return TextAlign::Justify;
    }

    void set_cells() {
        Layout& layout = composer_.layout();
        const NodeId table = layout.add_node(Tag::Table, parent_);
        NodeId row_node = kArtifact;
        int row = -1;
        for (const GridCell& place : grid_.cells) {
            if (place.row != row) row_node = layout.add_node(Tag::TR, table);
            row = place.row;
            SetCell cell;
            cell.place = place;
            cell.style = place.header ? &head_style_ : &cell_style_;
            cell.pitch = composer_.profile().line_of(*cell.style);
            cell.node = layout.add_node(place.header ? Tag::TH : Tag::TD, row_node);
            layout.nodes[cell.node].column_span = static_cast<std::int16_t>(place.column_span);
            layout.nodes[cell.node].row_span = static_cast<std::int16_t>(place.row_span);
            set_words(cell);
            cells_.push_back(std::move(cell));
        }
    }

    void set_words(SetCell& cell) {
        const Length width = right(cell.place) - left(cell.place) - 2 * kCellPadding;
        for (const core::Runs& paragraph : cell.place.cell->paragraphs) {
            NoteTexts notes;
            auto segments = composer_.segmenter().of(paragraph, *cell.style, notes);
            const bool one_line = cell.place.cell->paragraphs.size() == 1 &&
                                  composer_.width_of(segments) <= width;
            auto lines = composer_.set(std::move(segments), std::max(width, cell.style->size), 0,
                                       align_of(cell, one_line), block_.id);
            for (SetLine& line : lines) cell.lines.push_back(std::move(line));
        }
    }

    void choose_heights() {
        heights_.assign(static_cast<std::size_t>(grid_.rows), 0);
        for (const SetCell& cell : cells_)
            if (cell.place.row_span == 1) {
                Length& height = heights_[static_cast<std::size_t>(cell.place.row)];
                height = std::max(height, cell.height());
            }
        for (const SetCell& cell : cells_) {
            if (cell.place.row_span == 1) continue;
            const Length missing = cell.height() - span_height(cell.place);
            if (missing > 0)
                heights_[static_cast<std::size_t>(cell.place.row + cell.place.row_span - 1)] += missing;
        }
    }

    Length span_height(const GridCell& place) const {
        Length sum = 0;
        for (int r = place.row; r < place.row + place.row_span; ++r)
            sum += heights_[static_cast<std::size_t>(r)];
        return sum;
    }

    // Spans that fit a third of a page stay together, and their words stand in the middle.
    bool held_together(const GridCell& place) const {
        return place.row_span > 1 && span_height(place) <= composer_.profile().text_height() / 3;
    }

    static bool covers(const SetCell& cell, int row) {
        return cell.place.row <= row && row < cell.place.row + cell.place.row_span;
    }

    void add_row(int row, std::vector<Box>& boxes, bool artifact) {
        const Length height = heights_[static_cast<std::size_t>(row)];
        const std::size_t first = boxes.size();
        const Length slice = composer_.profile().line_of(cell_style_);
        const bool cut = height > composer_.profile().text_height() / 2;
        const int slices = cut ? std::max(1, (height + slice - 1) / slice) : 1;
        for (int i = 0; i < slices; ++i) {
            Box box;
            box.height = i + 1 == slices ? height - i * slice : slice;
            box.frame_width = edges_.back();
            for (const SetCell& cell : cells_) {
                if (!covers(cell, row)) continue;
                add_rules(cell, row, i == 0, i + 1 == slices, box);
                add_lines_between(cell, row, cut ? i * slice : 0,
                                  cut && i + 1 < slices ? (i + 1) * slice : height, artifact, box);
                if (i == 0 && cell.place.row < row && held_together(cell.place))
                    box.may_break_before = false;
            }
            boxes.push_back(std::move(box));
        }
        boxes[first].may_break_before = boxes[first].may_break_before || row == 0;
    }

    void add_rules(const SetCell& cell, int row, bool first, bool last, Box& box) const {
        const Length x = left(cell.place);
        const Length width = right(cell.place) - x;
        box.rules.push_back({{x, 0, kRule, box.height}, Color::Black});
        box.rules.push_back({{x + width, 0, kRule, box.height}, Color::Black});
        if (first && cell.place.row == row)
            box.rules.push_back({{x, 0, width + kRule, kRule}, Color::Black});
        if (last && cell.place.row + cell.place.row_span - 1 == row)
            box.rules.push_back({{x, box.height, width + kRule, kRule}, Color::Black});
    }

    // Those lines of the cell whose tops fall between `from` and `to` of this row.
    void add_lines_between(const SetCell& cell, int row, Length from, Length to, bool artifact,
                           Box& box) const {
        Length above = 0;
        for (int r = cell.place.row; r < row; ++r) above += heights_[static_cast<std::size_t>(r)];
        const Length content = static_cast<Length>(cell.lines.size()) * cell.pitch;
        const Length room = span_height(cell.place);
        const bool middle = cell.place.row_span == 1 ? room <= composer_.profile().text_height() / 2
                                                     : held_together(cell.place);
        Length y = (middle ? std::max(kRowPadding, (room - content) / 2) : kRowPadding) - above;
        const bool last_row = cell.place.row + cell.place.row_span - 1 == row &&
                              to == heights_[static_cast<std::size_t>(row)];
        const Length half_lead = (cell.pitch - cell.style->size) / 2;
        for (const SetLine& line : cell.lines) {
            if (y >= from && (y < to || last_row)) {
                BoxLine placed;
                placed.x = left(cell.place) + kCellPadding + line.offset;
                placed.y = y - from + half_lead + base_line(*cell.style);
                placed.line = line;
                placed.node = artifact ? kArtifact : cell.node;
                box.lines.push_back(std::move(placed));
            }
            y += cell.pitch;
        }
    }

    int head_rows() const {
        int rows = 0;
        while (rows < grid_.rows && table_.rows[static_cast<std::size_t>(rows)].header) ++rows;
        return rows;
    }

    // No head without a row below it, no last row by itself; a small table stays whole.
    void hold_together(std::size_t first) {
        auto& boxes = stack_.boxes;
        Extent height = 0;
        for (std::size_t i = first; i < boxes.size(); ++i) height += boxes[i].height;
        const bool whole = height <= composer_.profile().text_height() / 4;
        const auto heads = first + static_cast<std::size_t>(head_rows());
        for (std::size_t i = first + 1; i < boxes.size(); ++i)
            if (whole || i <= heads || i + 1 == boxes.size()) boxes[i].may_break_before = false;
    }

    void repeat_heads(std::size_t first) {
        const int rows = head_rows();
        if (rows == 0 || rows == grid_.rows) return;
        std::vector<Box> head;
        TextStyle style = composer_.profile().style(StyleName::TableCell);
        auto lines = composer_.set(composer_.segmenter().of(composer_.profile().words.continued, style), edges_.back(), 0,
                                   TextAlign::Right, block_.id);
        add_lines(std::move(lines), style, kArtifact, composer_.profile(), head);
        for (int row = 0; row < rows; ++row) add_row(row, head, true);
        Length height = 0;
        for (const Box& box : head) height += box.height;
        if (height > composer_.profile().text_height() / 3) return;
        const auto number = static_cast<int>(stack_.table_heads.size());
        stack_.table_heads.push_back(std::move(head));
        for (std::size_t i = first + static_cast<std::size_t>(rows); i < stack_.boxes.size(); ++i)
            stack_.boxes[i].table_head = number;
    }

    const core::Block& block_;
    const core::Table& table_;
    Composer& composer_;
    Stack& stack_;
    TableGrid grid_;
    NodeId parent_;
    TextStyle cell_style_;
    TextStyle head_style_;
    std::vector<Length> widths_;
    std::vector<Length> edges_;
    std::vector<Length> heights_;
    std::vector<SetCell> cells_;
};

}  // namespace

void add_table(const core::Block& block, NodeId parent, Composer& composer, Stack& stack) {
    TableSetter(block, parent, composer, stack).set();
}

}  // namespace gongbao::typeset
