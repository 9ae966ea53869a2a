// SPDX-License-Identifier: Apache-2.0
// A table of a document: rows of cells, each with paragraphs of runs.
#pragma once

#include <cstdint>
#include <vector>

#include "core/document/inline.hpp"

namespace gongbao::core {

enum class Align : std::uint8_t { Natural, Left, Center, Right, Justify };

struct Cell {
    std::vector<Runs> paragraphs;  ///< at least one, possibly without runs
    int column_span = 1;
    int row_span = 1;
    bool header = false;
    Align align = Align::Natural;

    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
    std::vector<Cell> cells;  ///< only cells that start in this row
    bool header = false;      ///< repeated at the head of each page
    friend bool operator==(const Row&, const Row&) = default;
};

struct Table {
    std::vector<int> column_widths;  ///< parts per thousand of the table's width; empty: by content
    std::vector<Row> rows;
    friend bool operator==(const Table&, const Table&) = default;
};

}  // namespace gongbao::core
