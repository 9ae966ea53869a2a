// SPDX-License-Identifier: Apache-2.0
// A table's cells in their rows and columns: from whatever a manuscript says to a regular grid, in
// which every place belongs to exactly one cell. First stage of table.cpp.
#pragma once

#include <vector>

#include "core/document/document_fwd.hpp"

namespace gongbao::typeset {

struct GridCell {
    const core::Cell* cell = nullptr;
    int row = 0;
    int column = 0;
    int row_span = 1;     ///< cut at the table's last row
    int column_span = 1;  ///< cut where another cell stands
    bool header = false;
    /// Of a table in parts (table_parts.hpp): the cell among all columns, and whether an earlier
    /// part has it too.
    const GridCell* whole = nullptr;
    bool repeated = false;
};

struct TableGrid {
    int rows = 0;
    int columns = 0;
    int head_rows = 0;            ///< rows at the top that the manuscript calls headers
    std::vector<GridCell> cells;  ///< in reading order
    std::vector<int>
        source_columns;  ///< by column: how many columns of the manuscript it stands for

    /// Rows with too few cells are filled with empty ones. A row or column in which no cell begins
    /// is dropped: its neighbours' spans say nothing that could be seen. Of a table with more than
    /// kMostPlaces places the missing ones stay empty.
    static TableGrid of(const core::Table& table);
    static constexpr std::size_t kMostPlaces = 4'000'000;

    int end_row(const GridCell& cell) const { return cell.row + cell.row_span; }
};

}  // namespace gongbao::typeset
