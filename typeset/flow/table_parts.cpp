// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_parts.hpp"

#include <algorithm>

#include "typeset/flow/table_numbers.hpp"

namespace gongbao::typeset {
namespace {

// Takes columns into parts no wider than `limit`, as many into each as fit.
class Filler {
  public:
    Filler(const TableGrid& grid, int stub, const std::vector<Extent>& asked)
        : stub_(stub), asked_(asked), crossed_(static_cast<std::size_t>(grid.columns) + 1) {
        for (const GridCell& cell : grid.cells)
            for (int c = cell.column + 1; c < cell.column + cell.column_span; ++c)
                crossed_[static_cast<std::size_t>(c)] = 1;
    }

    Extent width_of(int begin, int end) const {
        Extent width = 0;
        for (int c = begin; c < end; ++c) width += asked_[static_cast<std::size_t>(c)];
        return width;
    }

    std::vector<TablePart> fill(Extent limit) const {
        std::vector<TablePart> parts;
        const auto columns = static_cast<int>(asked_.size());
        for (int begin = stub_; begin < columns;) {
            int end = begin;
            Extent width = width_of(0, stub_);
            while (end < columns && width + width_of(end, end + 1) <= limit)
                width += width_of(end, end + 1), ++end;
            if (end == begin) return {};
            if (end < columns) end = at_an_edge(begin, end);
            parts.push_back({begin, end});
            begin = end;
        }
        return parts;
    }

  private:
    // The last place, in the second half of the part, where no cell would be cut.
    int at_an_edge(int begin, int end) const {
        for (int c = end; c > begin + (end - begin) / 2; --c)
            if (crossed_[static_cast<std::size_t>(c)] == 0) return c;
        return end;
    }

    int stub_;
    const std::vector<Extent>& asked_;
    std::vector<char> crossed_;  ///< by column: a cell reaches over its left edge
};

// The places of `cell` among the columns of a part: those of the stub, then its own.
GridCell piece_of(const GridCell& cell, int stub, const TablePart& part) {
    const int end = cell.column + cell.column_span;
    const int in_stub = std::max(0, std::min(end, stub) - cell.column);
    const int from = std::clamp(cell.column, part.begin, part.end);
    const int in_part = std::max(0, std::min(end, part.end) - from);
    GridCell piece = cell;
    piece.whole = &cell;
    piece.column = in_stub > 0 ? cell.column : stub + from - part.begin;
    piece.column_span = in_stub + in_part;
    return piece;
}

}  // namespace

int stub_columns(const TableGrid& grid) {
    return grid.columns > 2 && counts_from_one(grid, 0) ? 2 : 1;
}

std::vector<TablePart> parts_of(const TableGrid& grid, int stub, const std::vector<Extent>& asked,
                                Extent width) {
    const Filler filler(grid, stub, asked);
    std::vector<TablePart> parts = filler.fill(width);
    // The narrowest limit that makes no more of them.
    Extent low = filler.width_of(0, stub);
    for (Extent high = width; !parts.empty() && low + pt(1) < high;) {
        const Extent limit = (low + high) / 2;
        std::vector<TablePart> tried = filler.fill(limit);
        const bool good = !tried.empty() && tried.size() <= parts.size();
        if (good) parts = std::move(tried);
        (good ? high : low) = limit;
    }
    return parts;
}

TableGrid side_by_side(const TableGrid& grid, int stub, const std::vector<TablePart>& parts) {
    TableGrid all;
    all.rows = grid.rows;
    all.head_rows = grid.head_rows;
    all.source_columns = side_by_side(grid.source_columns, stub, parts);
    all.columns = static_cast<int>(all.source_columns.size());
    for (const GridCell& cell : grid.cells) {
        int left = 0;
        bool met = false;
        for (const TablePart& part : parts) {
            GridCell piece = piece_of(cell, stub, part);
            piece.column += left;
            left += stub + part.end - part.begin;
            if (piece.column_span == 0) continue;
            piece.repeated = met;
            met = true;
            all.cells.push_back(piece);
        }
    }
    std::stable_sort(all.cells.begin(), all.cells.end(), [](const GridCell& a, const GridCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return all;
}

}  // namespace gongbao::typeset
