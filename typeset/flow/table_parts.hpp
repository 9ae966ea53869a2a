// SPDX-License-Identifier: Apache-2.0
// A table with more columns than a page has room for, set in parts one below the other: each has
// some of the columns, and before them again the stub, the columns that say what a row is about.
// Called by table_widths.cpp, which knows how wide the columns are, and by table.cpp, which sets
// the parts.
#pragma once

#include <vector>

#include "typeset/flow/table_grid.hpp"
#include "typeset/layout/geometry.hpp"

namespace gongbao::typeset {

/// The columns [begin, end) of the table, beside the stub.
struct TablePart {
    int begin = 0;
    int end = 0;
};

/// Columns at the left that are repeated: the first, and the second where the first is 序号,
/// counting from 1.
int stub_columns(const TableGrid& grid);

/// The fewest parts that fit `width`, alike in width, no cell cut in two if that costs no part;
/// empty when there is a column without room beside the stub. `asked`: what each column needs.
std::vector<TablePart> parts_of(const TableGrid& grid, int stub, const std::vector<Extent>& asked,
                                Extent width);

/// The parts side by side, each with its stub. A cell that stands in several parts is `repeated` in
/// all but the first. Cells point into `grid`.
TableGrid side_by_side(const TableGrid& grid, int stub, const std::vector<TablePart>& parts);

/// What is said of each column of the table, said of each column of the parts side by side.
template <typename Said>
std::vector<Said> side_by_side(const std::vector<Said>& columns, int stub,
                               const std::vector<TablePart>& parts) {
    std::vector<Said> all;
    for (const TablePart& part : parts) {
        all.insert(all.end(), columns.begin(), columns.begin() + stub);
        all.insert(all.end(), columns.begin() + part.begin, columns.begin() + part.end);
    }
    return all;
}

}  // namespace gongbao::typeset
