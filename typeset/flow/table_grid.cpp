// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_grid.hpp"

#include <algorithm>
#include <numeric>

namespace gongbao::typeset {
namespace {

const core::Cell& empty_cell() {
    static const core::Cell kCell{{core::Runs{}}, 1, 1, false, core::Align::Natural};
    return kCell;
}

// Room for two characters.
Extent least_width(const TextStyle& style) { return style.size * 2 + 2 * kCellPadding; }

// Columns narrower than `least` are widened at the cost of the wider ones.
void widen(std::vector<Length>& widths, Extent least) {
    Extent missing = 0;
    Extent spare = 0;
    for (const Length w : widths) (w < least ? missing : spare) += w < least ? least - w : w - least;
    if (missing == 0 || spare < missing) return;
    Extent left = missing;
    for (Length& w : widths) {
        if (w <= least) {
            w = static_cast<Length>(least);
            continue;
        }
        // Rounded up, so that the last of the wide ones never gives more than it has.
        const Extent gives = std::min(left, ((w - least) * missing + spare - 1) / spare);
        w = static_cast<Length>(w - gives);
        left -= gives;
    }
}

// Widths in the proportions of `share`, together exactly `width`.
std::vector<Length> in_proportion(const std::vector<Extent>& share, Length width) {
    const Extent total = std::max<Extent>(1, std::accumulate(share.begin(), share.end(), Extent{0}));
    std::vector<Length> widths;
    Extent seen = 0;
    Length given = 0;
    for (const Extent part : share) {
        seen += part;
        const auto due = static_cast<Length>(width * seen / total);
        widths.push_back(due - given);
        given = due;
    }
    return widths;
}

// The widest a column would like to be, its widest cell on one line.
std::vector<Extent> natural_widths(const TableGrid& grid, const TextStyle& style, Composer& composer) {
    std::vector<Extent> natural(static_cast<std::size_t>(grid.columns), least_width(style));
    for (const GridCell& place : grid.cells) {
        Extent widest = 0;
        for (const core::Runs& paragraph : place.cell->paragraphs) {
            NoteTexts notes;
            widest = std::max(widest, composer.width_of(composer.segmenter().of(paragraph, style, notes)));
        }
        widest = widest / place.column_span + 2 * kCellPadding;
        for (int c = place.column; c < place.column + place.column_span; ++c) {
            auto& column = natural[static_cast<std::size_t>(c)];
            column = std::max(column, widest);
        }
    }
    return natural;
}

}  // namespace

TableGrid TableGrid::of(const core::Table& table) {
    TableGrid grid;
    grid.rows = static_cast<int>(table.rows.size());
    std::vector<std::vector<char>> taken(table.rows.size());
    const auto is_taken = [&](std::size_t row, int column) {
        const auto c = static_cast<std::size_t>(column);
        return c < taken[row].size() && taken[row][c] != 0;
    };
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        int column = 0;
        for (const core::Cell& cell : table.rows[r].cells) {
            while (is_taken(r, column)) ++column;
            GridCell place{&cell, static_cast<int>(r), column,
                           std::clamp(cell.row_span, 1, grid.rows - static_cast<int>(r)),
                           std::clamp(cell.column_span, 1, 1000),
                           cell.header || table.rows[r].header};
            int free = 1;
            while (free < place.column_span && !is_taken(r, column + free)) ++free;
            place.column_span = free;
            for (int dr = 0; dr < place.row_span; ++dr) {
                auto& row = taken[r + static_cast<std::size_t>(dr)];
                row.resize(std::max<std::size_t>(row.size(), static_cast<std::size_t>(column + free)));
                std::fill_n(row.begin() + column, free, char{1});
            }
            grid.cells.push_back(place);
            column += free;
            grid.columns = std::max(grid.columns, column);
        }
    }
    for (std::size_t r = 0; r < table.rows.size(); ++r)
        for (int c = 0; c < grid.columns; ++c)
            if (!is_taken(r, c))
                grid.cells.push_back({&empty_cell(), static_cast<int>(r), c, 1, 1, table.rows[r].header});
    std::stable_sort(grid.cells.begin(), grid.cells.end(), [](const GridCell& a, const GridCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    return grid;
}

std::vector<Length> column_widths(const core::Table& table, const TableGrid& grid, Length width,
                                  const TextStyle& style, Composer& composer, bool& too_narrow) {
    const Extent least = least_width(style);
    std::vector<Length> widths;
    if (static_cast<int>(table.column_widths.size()) == grid.columns) {
        widths = in_proportion({table.column_widths.begin(), table.column_widths.end()}, width);
    } else {
        std::vector<Extent> natural = natural_widths(grid, style, composer);
        const Extent total = std::accumulate(natural.begin(), natural.end(), Extent{0});
        if (total > width) {
            // Narrow columns keep their width; wide ones share what is left.
            const Extent fair = width / std::max(1, grid.columns);
            Extent kept = 0;
            Extent wide = 0;
            for (const Extent n : natural) (n <= fair ? kept : wide) += n;
            for (Extent& n : natural)
                if (n > fair && wide > 0) n = std::max(least, (width - kept) * n / wide);
        }
        widths = in_proportion(natural, width);
    }
    widen(widths, least);
    too_narrow = std::any_of(widths.begin(), widths.end(), [&](Length w) { return w < least; });
    return widths;
}

}  // namespace gongbao::typeset
