// SPDX-License-Identifier: Apache-2.0
// The rows of a table as boxes: their heights, their rules, and where a page may end between or
// inside them. Fourth stage of table.cpp; used for upright and turned tables alike.
//
// A row is cut only when it is higher than half a page, and then with no fewer than two lines of a
// cell on either side. Each cell and each line is looked at once: time is linear in the table.
#pragma once

#include <vector>

#include "typeset/flow/box.hpp"
#include "typeset/flow/table_cells.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::typeset {

class RowStacker {
  public:
    /// `room`: height of the page the rows stand on. `cells` are those of `grid`, in its order.
    RowStacker(const TableGrid& grid, const TableFit& fit, const TableLook& look, Length room,
               std::vector<SetCell> cells);

    /// The boxes of all rows; takes the lines out of the cells.
    std::vector<Box> stack();
    /// How many of those boxes are rows of the head.
    std::size_t head_boxes() const { return head_boxes_; }

  private:
    void choose_heights();
    void place_lines(SetCell& cell);
    void step_over_rows(SetCell& cell, Length spare);
    Length height_of(const SetCell& cell) const;
    Length top(int row) const { return tops_[static_cast<std::size_t>(row)]; }
    bool held_together(const GridCell& place) const;
    bool may_part_above(int row) const;
    std::vector<Length> cuts_in(int row) const;
    bool may_cut(int row, Length y) const;
    void add_row(int row, std::vector<Box>& boxes);
    void add_rules(const GridCell& cell, int row, bool first, bool last, Box& box) const;
    bool is_group_head(int row) const;
    void hold_rows_together(std::vector<Box>& boxes) const;

    // A cell's lines by their tops below the table's; `next`: the first not yet in a box.
    struct Lines {
        std::vector<Length> tops;
        std::size_t next = 0;
    };

    const TableGrid& grid_;
    const TableLook& look_;
    Length room_;
    Length side_;
    std::vector<SetCell> cells_;
    std::vector<Lines> lines_;                        ///< by cell
    std::vector<Length> edges_;                       ///< of the columns, left to right
    std::vector<Length> tops_;                        ///< of the rows, and the foot of the last
    std::vector<std::vector<std::uint32_t>> in_row_;  ///< the cells that cover each row
    std::vector<std::size_t> first_box_;              ///< of each row
    std::size_t head_boxes_ = 0;
};

}  // namespace gongbao::typeset
