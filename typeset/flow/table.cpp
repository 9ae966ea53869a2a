// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/table_cells.hpp"
#include "typeset/flow/table_grid.hpp"
#include "typeset/flow/table_rows.hpp"
#include "typeset/flow/table_widths.hpp"
#include "typeset/flow/turned_pages.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kBelowCaption = pt(3);

void append(std::vector<Box>& boxes, std::vector<Box> more) {
    std::move(more.begin(), more.end(), std::back_inserter(boxes));
}

Length height_of(const std::vector<Box>& boxes) {
    Length height = 0;
    for (const Box& box : boxes) height += box.height;
    return height;
}

class TableMaker {
  public:
    TableMaker(const TableParts& parts, const std::string& document, NodeId parent, Composer& composer)
        : parts_(parts), place_(document + " " + parts.table->id), parent_(parent), composer_(composer),
          profile_(composer.profile()), grid_(TableGrid::of(*parts.table->table)) {}

    void make(Stack& stack) {
        const bool empty = grid_.rows == 0 || grid_.columns == 0;
        if (empty) report(core::Level::Hint, "typeset.table_empty");
        else fit_ = fit_table(*parts_.table->table, grid_, composer_);
        const Length width = fit_.turned ? profile_.text_height() : composer_.measure();
        boxes_ = words_above(parts_, width, parent_, place_, composer_);
        if (!empty) add_rows();
        append(boxes_, words_below(parts_, width, parent_, place_, composer_));
        if (boxes_.empty()) return;
        if (fit_.turned) append(stack.boxes, turn_pages(std::move(boxes_), head_, profile_));
        else stand_upright(stack);
    }

  private:
    void report(core::Level level, const char* id) {
        composer_.layout().findings.push_back(
            {level, place_, {id, {{"columns", std::to_string(grid_.columns)}}}, {}});
    }

    void report_fit() {
        if (fit_.small) report(core::Level::Warning, "typeset.table_too_wide");
        else if (fit_.turned) report(core::Level::Hint, "typeset.table_turned");
        else if (fit_.size != profile_.style(StyleName::TableCell).size)
            report(core::Level::Hint, "typeset.table_smaller");
    }

    void add_rows() {
        report_fit();
        const Length room = fit_.turned ? profile_.text_width() : profile_.text_height();
        RowStacker stacker(grid_, fit_, profile_.table, room,
                           set_cells(grid_, fit_, parent_, place_, composer_));
        std::vector<Box> rows = stacker.stack();
        repeat_head(rows, stacker.head_boxes(), room);
        const bool below_words = !boxes_.empty();
        rows.front().before = below_words ? kBelowCaption : profile_.line / 3;
        rows.front().may_break_before = !below_words;
        append(boxes_, std::move(rows));
    }

    // What is printed above the rows of a further page: 续表 and the head, read by nobody a second time.
    void repeat_head(std::vector<Box>& rows, std::size_t heads, Length room) {
        if (heads == 0 || heads == rows.size()) return;
        const TextStyle& style = profile_.style(StyleName::TableCell);
        auto lines = composer_.set(composer_.segmenter().of(profile_.words.continued, style),
                                   rows.front().frame_width, 0, TextAlign::Right, place_);
        add_lines(std::move(lines), style, kArtifact, profile_, head_);
        head_.insert(head_.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(heads));
        for (Box& box : head_) {
            box.notes.clear();
            for (BoxLine& line : box.lines) line.node = kArtifact;
        }
        if (height_of(head_) > room / 3) return head_.clear();
        for (std::size_t i = heads; i < rows.size(); ++i) rows[i].table_head = 0;
    }

    void stand_upright(Stack& stack) {
        const auto number = static_cast<int>(stack.table_heads.size());
        for (Box& box : boxes_)
            if (box.table_head >= 0) box.table_head = number;
        if (!head_.empty()) stack.table_heads.push_back(std::move(head_));
        boxes_.back().lead += profile_.line / 2;
        boxes_.back().height += profile_.line / 2;
        append(stack.boxes, std::move(boxes_));
    }

    const TableParts& parts_;
    std::string place_;
    NodeId parent_;
    Composer& composer_;
    const Profile& profile_;
    TableGrid grid_;
    TableFit fit_;
    std::vector<Box> head_;    ///< repeated
    std::vector<Box> boxes_;
};

}  // namespace

void add_table(const TableParts& parts, const std::string& document, NodeId parent, Composer& composer,
               Stack& stack) {
    TableMaker(parts, document, parent, composer).make(stack);
}

}  // namespace gongbao::typeset
