// SPDX-License-Identifier: Apache-2.0
// Columns of figures: which cells are numbers, and where their decimal points stand.
// Called by table_widths.cpp and table_cells.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "typeset/flow/table_grid.hpp"

namespace gongbao::typeset {

/// How many characters of a number stand before its decimal point, or before what follows its last
/// digit when it has none: 3 for "1.25" is 1, "−1,204" 6, "85%" 2, "12.5万" 2, "(3.0)" 2. Nothing
/// for what is no number; a row of digits that begins with 0 is a code (0871), not a number.
std::optional<std::size_t> point_of(std::u32string_view words);

/// The words of a cell of one paragraph, or empty.
std::u32string words_of(const core::Cell& cell);

/// By column: set in figures, points below each other. So are columns in which nearly all cells
/// below the head that say anything are numbers, but not 序号, which counts 1, 2, 3.
std::vector<char> number_columns(const TableGrid& grid);

/// Whether the cells of `column` below the head count 1, 2, 3: 序号.
bool counts_from_one(const TableGrid& grid, int column);

}  // namespace gongbao::typeset
