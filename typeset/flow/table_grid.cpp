// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_grid.hpp"

#include <algorithm>
#include <cstdint>

#include "core/document/table.hpp"

namespace gongbao::typeset {
namespace {

// Spans end here, so that a few cells cannot ask for millions of places.
constexpr int kMostSpanned = 2000;

const core::Cell& empty_cell() {
    static const core::Cell kCell{{core::Runs{}}, 1, 1, false, core::Align::Natural};
    return kCell;
}

class GridMaker {
  public:
    explicit GridMaker(const core::Table& table) : table_(table), taken_(table.rows.size()) {
        grid_.rows = static_cast<int>(table.rows.size());
    }

    TableGrid make() {
        for (std::size_t r = 0; r < table_.rows.size(); ++r) place_row(r);
        fill();
        std::stable_sort(grid_.cells.begin(), grid_.cells.end(),
                         [](const GridCell& a, const GridCell& b) {
                             return a.row != b.row ? a.row < b.row : a.column < b.column;
                         });
        drop_unused();
        return std::move(grid_);
    }

  private:
    bool is_taken(std::size_t row, int column) const {
        const auto c = static_cast<std::size_t>(column);
        return c < taken_[row].size() && taken_[row][c] != 0;
    }

    void place_row(std::size_t r) {
        int column = 0;
        for (const core::Cell& cell : table_.rows[r].cells) {
            while (is_taken(r, column)) ++column;
            GridCell place{&cell,
                           static_cast<int>(r),
                           column,
                           std::clamp(cell.row_span, 1, grid_.rows - static_cast<int>(r)),
                           std::clamp(cell.column_span, 1, std::max(1, kMostSpanned - column)),
                           cell.header || table_.rows[r].header};
            int free = 1;
            while (free < place.column_span && !is_taken(r, column + free)) ++free;
            place.column_span = free;
            for (int dr = 0; dr < place.row_span; ++dr)
                take(r + static_cast<std::size_t>(dr), column, free);
            grid_.cells.push_back(place);
            column += free;
            grid_.columns = std::max(grid_.columns, column);
        }
    }

    void take(std::size_t r, int column, int count) {
        auto& row = taken_[r];
        row.resize(std::max<std::size_t>(row.size(), static_cast<std::size_t>(column + count)));
        std::fill_n(row.begin() + column, count, char{1});
    }

    // Columns in which a cell begins; the others are not seen.
    std::vector<char> begun(bool by_row) const {
        std::vector<char> begins(static_cast<std::size_t>(by_row ? grid_.rows : grid_.columns));
        for (const GridCell& cell : grid_.cells)
            begins[static_cast<std::size_t>(by_row ? cell.row : cell.column)] = 1;
        return begins;
    }

    void fill() {
        std::vector<int> begins;
        const std::vector<char> begun_at = begun(false);
        for (int c = 0; c < grid_.columns; ++c)
            if (begun_at[static_cast<std::size_t>(c)] != 0) begins.push_back(c);
        if (table_.rows.size() * begins.size() > TableGrid::kMostPlaces) return;
        begins.push_back(grid_.columns);
        for (std::size_t r = 0; r < table_.rows.size(); ++r)
            for (std::size_t k = 0; k + 1 < begins.size(); ++k)
                if (!is_taken(r, begins[k]))
                    grid_.cells.push_back({&empty_cell(), static_cast<int>(r), begins[k], 1,
                                           begins[k + 1] - begins[k], table_.rows[r].header});
    }

    void drop_unused() {
        const std::vector<char> rows = begun(true);
        const std::vector<char> columns = begun(false);
        const std::vector<int> row_at = numbered(rows);
        const std::vector<int> column_at = numbered(columns);
        for (GridCell& cell : grid_.cells) shrink(cell, row_at, column_at);
        for (int c = 0; c < grid_.columns; ++c) {
            if (columns[static_cast<std::size_t>(c)] != 0) grid_.source_columns.push_back(0);
            if (!grid_.source_columns.empty()) ++grid_.source_columns.back();
        }
        int heads = 0;
        while (heads < grid_.rows && table_.rows[static_cast<std::size_t>(heads)].header) ++heads;
        grid_.head_rows = row_at[static_cast<std::size_t>(heads)];
        grid_.rows = row_at.back();
        grid_.columns = column_at.back();
    }

    // By old number (and one past the last): the new one.
    static std::vector<int> numbered(const std::vector<char>& kept) {
        std::vector<int> numbers{0};
        for (const char keep : kept) numbers.push_back(numbers.back() + (keep != 0 ? 1 : 0));
        return numbers;
    }

    static void shrink(GridCell& cell, const std::vector<int>& row_at,
                       const std::vector<int>& column_at) {
        const int row = row_at[static_cast<std::size_t>(cell.row)];
        const int column = column_at[static_cast<std::size_t>(cell.column)];
        cell.row_span = row_at[static_cast<std::size_t>(cell.row + cell.row_span)] - row;
        cell.column_span =
            column_at[static_cast<std::size_t>(cell.column + cell.column_span)] - column;
        cell.row = row;
        cell.column = column;
    }

    const core::Table& table_;
    TableGrid grid_;
    std::vector<std::vector<char>> taken_;
};

}  // namespace

TableGrid TableGrid::of(const core::Table& table) {
    return GridMaker(table).make();
}

}  // namespace gongbao::typeset
