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

// The columns [begin, end) of the parts side by side, as a table of their own.
TableGrid columns_of(const TableGrid& grid, int begin, int end) {
    TableGrid own;
    own.rows = grid.rows;
    own.columns = end - begin;
    own.head_rows = grid.head_rows;
    return own;
}

class TableMaker {
  public:
    TableMaker(const TableParts& parts, const std::string& document, NodeId parent,
               Composer& composer)
        : parts_(parts),
          place_(core::Place(core::PlaceKind::Title, document)
                     .with(core::PlaceKind::Block, parts.table->id)),
          parent_(parent),
          composer_(composer),
          profile_(composer.profile()),
          grid_(TableGrid::of(*parts.table->table)) {}

    void make(Stack& stack) {
        const bool empty = grid_.rows == 0 || grid_.columns == 0;
        if (empty)
            report(core::Level::Hint, "typeset.table_empty");
        else
            fit_ = fit_table(*parts_.table->table, grid_, composer_);
        const Length width = fit_.turned ? profile_.text_height() : composer_.measure();
        boxes_ = words_above(parts_, width, parent_, place_, composer_);
        if (!empty) add_rows();
        append(boxes_, words_below(parts_, width, parent_, place_, composer_));
        if (boxes_.empty()) return;
        if (!fit_.turned) return stand_upright(stack);
        heads_.resize(1);
        append(stack.boxes, turn_pages(std::move(boxes_), heads_.front(), profile_));
    }

  private:
    void report(core::Level level, const char* id) {
        composer_.layout().findings.push_back({level,
                                               place_,
                                               {id,
                                                {{"columns", std::to_string(grid_.columns)},
                                                 {"parts", std::to_string(fit_.parts.size())}}},
                                               {}});
    }

    void report_fit() {
        if (fit_.small)
            report(core::Level::Warning, "typeset.table_too_wide");
        else if (!fit_.parts.empty())
            report(core::Level::Hint, "typeset.table_in_parts");
        else if (fit_.turned)
            report(core::Level::Hint, "typeset.table_turned");
        else if (fit_.size != profile_.style(StyleName::TableCell).size)
            report(core::Level::Hint, "typeset.table_smaller");
    }

    void add_rows() {
        report_fit();
        if (fit_.parts.empty()) {
            add_part(grid_, fit_, set_cells(grid_, fit_, parent_, place_, composer_));
            return;
        }
        const TableGrid all = side_by_side(grid_, fit_.stub, fit_.parts);
        std::vector<SetCell> cells = set_cells(all, fit_, parent_, place_, composer_);
        int begin = 0;
        for (const TablePart& part : fit_.parts) {
            const int end = begin + fit_.stub + part.end - part.begin;
            TableFit fit = fit_;
            fit.widths.assign(fit_.widths.begin() + begin, fit_.widths.begin() + end);
            add_part(columns_of(all, begin, end), fit, taken(cells, begin, end));
            begin = end;
        }
    }

    // The cells of a part, counted from its first column.
    static std::vector<SetCell> taken(std::vector<SetCell>& cells, int begin, int end) {
        std::vector<SetCell> own;
        for (SetCell& cell : cells) {
            if (cell.place.column < begin || cell.place.column >= end) continue;
            own.push_back(std::move(cell));
            own.back().place.column -= begin;
        }
        return own;
    }

    // Rows below the words above the table, or below the part before, there under 续表.
    void add_part(const TableGrid& grid, const TableFit& fit, std::vector<SetCell> cells) {
        const Length room = fit.turned ? profile_.text_width() : profile_.text_height();
        RowStacker stacker(grid, fit, profile_.table, room, std::move(cells));
        std::vector<Box> rows = stacker.stack();
        const bool first = part_++ == 0;
        std::vector<Box> again;
        if (!first) {
            again = continued(rows.front().frame_width);
            again.front().before = profile_.line / 2;
        }
        repeat_head(rows, stacker.head_boxes(), room);
        const bool below_words = !boxes_.empty();
        rows.front().before = !first ? 0 : below_words ? kBelowCaption : profile_.line / 3;
        rows.front().may_break_before = !below_words;
        append(boxes_, std::move(again));
        append(boxes_, std::move(rows));
    }

    std::vector<Box> continued(Length width) {
        const TextStyle& style = profile_.style(StyleName::TableCell);
        std::vector<Box> boxes;
        add_lines(composer_.set(composer_.segmenter().of(profile_.words.continued, style), width, 0,
                                TextAlign::Right, place_),
                  style, kArtifact, profile_, boxes);
        return boxes;
    }

    // What is printed above the rows of a further page: 续表 and the head, read by nobody a second
    // time.
    void repeat_head(std::vector<Box>& rows, std::size_t heads, Length room) {
        if (heads == 0 || heads == rows.size()) return;
        std::vector<Box> head = continued(rows.front().frame_width);
        head.insert(head.end(), rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(heads));
        for (Box& box : head) {
            box.notes.clear();
            for (BoxLine& line : box.lines) {
                line.node = kArtifact;
                line.line.spans.clear();
            }
        }
        if (height_of(head) > room / 3) return;
        for (std::size_t i = heads; i < rows.size(); ++i)
            rows[i].table_head = static_cast<int>(heads_.size());
        heads_.push_back(std::move(head));
    }

    void stand_upright(Stack& stack) {
        const auto before = static_cast<int>(stack.table_heads.size());
        for (Box& box : boxes_)
            if (box.table_head >= 0) box.table_head += before;
        std::move(heads_.begin(), heads_.end(), std::back_inserter(stack.table_heads));
        boxes_.back().lead += profile_.line / 2;
        boxes_.back().height += profile_.line / 2;
        append(stack.boxes, std::move(boxes_));
    }

    const TableParts& parts_;
    core::Place place_;
    NodeId parent_;
    Composer& composer_;
    const Profile& profile_;
    TableGrid grid_;
    TableFit fit_;
    int part_ = 0;                         ///< how many are stacked
    std::vector<std::vector<Box>> heads_;  ///< repeated, by part
    std::vector<Box> boxes_;
};

}  // namespace

void add_table(const TableParts& parts, const std::string& document, NodeId parent,
               Composer& composer, Stack& stack) {
    Composer off_grid = composer.on_grid(false);
    TableMaker(parts, document, parent, off_grid).make(stack);
}

}  // namespace gongbao::typeset
