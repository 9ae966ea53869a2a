// SPDX-License-Identifier: Apache-2.0
// A table's cells in their columns and rows, and the widths of the columns.
#pragma once

#include <vector>

#include "typeset/flow/composer.hpp"

namespace gongbao::typeset {

struct GridCell {
    const core::Cell* cell = nullptr;
    int row = 0;
    int column = 0;
    int row_span = 1;     ///< cut at the table's last row
    int column_span = 1;
    bool header = false;
};

struct TableGrid {
    int rows = 0;
    int columns = 0;
    std::vector<GridCell> cells;       ///< in reading order
    /// Every place belongs to one cell: rows with too few cells are filled with empty ones.
    static TableGrid of(const core::Table& table);
};

/// White space between a cell's rule and its words.
constexpr Length kCellPadding = pt(3);

/// The widths of the columns of `table`, together `width`: as the manuscript says, otherwise by
/// what stands in them. `too_narrow` is set when a column has no room for two characters.
std::vector<Length> column_widths(const core::Table& table, const TableGrid& grid, Length width,
                                  const TextStyle& style, Composer& composer, bool& too_narrow);

}  // namespace gongbao::typeset
