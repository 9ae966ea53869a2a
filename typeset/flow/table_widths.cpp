// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_widths.hpp"

#include <algorithm>
#include <numeric>

#include "core/document/table.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/table_numbers.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kStep = pt(0.5);
constexpr Length kLeastSide = pt(0.6);

// What a column asks for at the profile's own size, without the white space beside the words.
struct Need {
    Extent unbroken = 0;  // no word or number is cut
    Extent least = 0;     // … and no cell becomes a tower
    Extent easy = 0;      // … and words stand beside each other
    Extent natural = 0;   // every cell on one line
    Extent below = 0;     // every cell below the head on one line
    Extent before = 0;    // a column of numbers: the widest part before the point, and after it
    Extent after = 0;
};

Extent sum(const std::vector<Extent>& parts) {
    return std::accumulate(parts.begin(), parts.end(), Extent{0});
}

// Widths in the proportions of `share`, together exactly `width`.
std::vector<Length> in_proportion(const std::vector<Extent>& share, Length width) {
    const Extent total = std::max<Extent>(1, sum(share));
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

// Columns narrower than `least` are widened at the cost of those that have more than theirs.
void widen(std::vector<Length>& widths, const std::vector<Extent>& least) {
    Extent missing = 0;
    Extent spare = 0;
    for (std::size_t c = 0; c < widths.size(); ++c)
        (widths[c] < least[c] ? missing : spare) +=
            widths[c] < least[c] ? least[c] - widths[c] : widths[c] - least[c];
    if (missing == 0 || spare < missing) return;
    Extent left = missing;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        if (widths[c] <= least[c]) {
            widths[c] = static_cast<Length>(least[c]);
            continue;
        }
        // Rounded up, so that the last of the wide ones never gives more than it has.
        const Extent gives = std::min(left, ((widths[c] - least[c]) * missing + spare - 1) / spare);
        widths[c] = static_cast<Length>(widths[c] - gives);
        left -= gives;
    }
}

// Narrow columns have what they like; the wide ones share what is left, by what stands in them.
std::vector<Length> share_out(std::vector<Extent> natural, const std::vector<Extent>& least,
                              Length width) {
    if (sum(natural) > width) {
        std::vector<char> settled(natural.size());
        Extent left = width;
        Extent wide = sum(natural);
        auto open = static_cast<Extent>(natural.size());
        for (bool found = true; found && open > 0;) {
            found = false;
            const Extent fair = left / open;
            for (std::size_t c = 0; c < natural.size(); ++c) {
                if (settled[c] != 0 || natural[c] > fair) continue;
                settled[c] = 1;
                found = true;
                left -= natural[c];
                wide -= natural[c];
                --open;
            }
        }
        for (std::size_t c = 0; c < natural.size(); ++c)
            if (settled[c] == 0)
                natural[c] = std::max<Extent>(1, left * natural[c] / std::max<Extent>(1, wide));
    }
    std::vector<Length> widths = in_proportion(natural, width);
    widen(widths, least);
    return widths;
}

class Fitter {
  public:
    Fitter(const core::Table& table, const TableGrid& grid, Composer& composer)
        : table_(table),
          grid_(grid),
          composer_(composer),
          look_(composer.profile().table),
          cell_style_(composer.profile().style(StyleName::TableCell)),
          head_style_(composer.profile().style(StyleName::TableHead)),
          needs_(static_cast<std::size_t>(grid.columns)) {}

    TableFit fit() {
        fit_.numbers = number_columns(grid_);
        ask_cells();
        const Profile& profile = composer_.profile();
        const Length upright = composer_.measure();
        const Length turned = profile.text_height();
        const Length smallest = std::min(look_.smallest, cell_style_.size);
        if (try_sizes(upright, cell_style_.size, smallest, &Need::least)) return fit_;
        fit_.turned = look_.turn && turned > upright;
        const Length width = fit_.turned ? turned : upright;
        if (fit_.turned && try_sizes(width, cell_style_.size, smallest, &Need::least)) return fit_;
        if (fit_.turned && try_sizes(width, cell_style_.size, smallest, &Need::unbroken))
            return fit_;
        fit_.turned = false;
        if (split(upright, cell_style_.size, smallest)) return fit_;
        fit_.turned = look_.turn && turned > upright;
        fit_.small = true;
        if (!try_sizes(width, smallest, std::min(kSmallestType, smallest), &Need::unbroken))
            take_size(width, std::min(kSmallestType, smallest), &Need::unbroken);
        return fit_;
    }

  private:
    Composer::Demand demand_of(const GridCell& place, const TextStyle& style) {
        Composer::Demand most;
        for (const core::Runs& paragraph : place.cell->paragraphs) {
            NoteTexts notes;
            const auto demand =
                composer_.demand_of(composer_.segmenter().of(paragraph, style, notes));
            most.natural = std::max(most.natural, demand.natural);
            most.unbroken = std::max(most.unbroken, demand.unbroken);
        }
        return most;
    }

    // Three lines of a cell are enough, where its column can be four characters wide, ten where it
    // can be six.
    static Need need_of(const Composer::Demand& demand, const TextStyle& style) {
        Need need;
        need.natural = demand.natural;
        need.unbroken = std::max(demand.unbroken, std::min<Extent>(demand.natural, 2 * style.size));
        need.least =
            std::max({need.unbroken, std::min<Extent>(demand.natural * 2 / 5, 4 * style.size),
                      std::min<Extent>(demand.natural / 10, 6 * style.size)});
        need.easy = std::max(need.unbroken, std::min<Extent>(demand.natural, 6 * style.size));
        return need;
    }

    void ask_cells() {
        for (const GridCell& place : grid_.cells) {
            const TextStyle& style = place.header ? head_style_ : cell_style_;
            const Composer::Demand demand = demand_of(place, style);
            if (place.column_span > 1) {
                if (demand.natural > 0) spanning_.push_back({&place, need_of(demand, style)});
                continue;
            }
            Need& column = needs_[static_cast<std::size_t>(place.column)];
            raise(column, need_of(demand, style));
            if (!place.header) column.below = std::max(column.below, demand.natural);
            if (!place.header && fit_.numbers[static_cast<std::size_t>(place.column)] != 0)
                ask_number(place, demand.natural, column);
        }
        for (Need& column : needs_) {
            column.unbroken = std::max(column.unbroken, column.before + column.after);
            raise(column, {0, column.unbroken, column.unbroken, column.unbroken, 0, 0, 0});
        }
        for (const auto& [place, need] : spanning_) ask_span(*place, need);
    }

    void ask_number(const GridCell& place, Extent natural, Need& column) {
        const std::u32string words = words_of(*place.cell);
        const auto point = point_of(words);
        if (!point) return;
        const core::Runs whole{core::text_run(core::to_utf8(words.substr(0, *point)))};
        NoteTexts notes;
        const Extent before =
            composer_.width_of(composer_.segmenter().of(whole, cell_style_, notes));
        column.before = std::max(column.before, before);
        column.after = std::max(column.after, natural - before);
    }

    static void raise(Need& column, const Need& need) {
        column.unbroken = std::max(column.unbroken, need.unbroken);
        column.least = std::max(column.least, need.least);
        column.easy = std::max(column.easy, need.easy);
        column.natural = std::max(column.natural, need.natural);
    }

    // What a cell needs beyond its columns' own needs is asked of each of them alike.
    void ask_span(const GridCell& place, const Need& need) {
        for (const auto part : {&Need::unbroken, &Need::least, &Need::easy, &Need::natural}) {
            Extent have = 2 * look_.side * (place.column_span - 1);
            for (int c = place.column; c < place.column + place.column_span; ++c)
                have += needs_[static_cast<std::size_t>(c)].*part;
            if (have >= need.*part) continue;
            const Extent each = (need.*part - have + place.column_span - 1) / place.column_span;
            for (int c = place.column; c < place.column + place.column_span; ++c)
                needs_[static_cast<std::size_t>(c)].*part += each;
        }
    }

    Length side_at(Length size) const {
        const auto side = static_cast<Length>(Extent{look_.side} * size / cell_style_.size);
        return std::max(std::min(kLeastSide, look_.side), side);
    }

    // What the columns ask for at `size`, white space included; rounded up, so that a word that
    // fits here fits when it is set.
    std::vector<Extent> asked(Extent Need::*part, Length size) const {
        std::vector<Extent> parts;
        for (const Need& need : needs_)
            parts.push_back(need.*part * size / cell_style_.size + need.*part / 500 +
                            2 * side_at(size) + 2);
        return parts;
    }

    // The largest type at which every column has room beside the stub; its columns are then each
    // part's own.
    bool split(Length width, Length from, Length to) {
        const int stub = stub_columns(grid_);
        for (Length size = from;; size = std::max(to, size - kStep)) {
            const std::vector<Extent> room = asked(&Need::easy, size);
            fit_.parts = parts_of(grid_, stub, room, width);
            if (fit_.parts.size() > 1) {
                fit_.stub = stub;
                take_size_in_parts(width, size, room);
                return true;
            }
            if (size <= to) return false;
        }
    }

    void take_size_in_parts(Length width, Length size, const std::vector<Extent>& room) {
        fit_.size = size;
        fit_.side = side_at(size);
        const std::vector<Extent> natural = asked(&Need::natural, size);
        const std::vector<Extent> below =
            side_by_side(asked(&Need::below, size), fit_.stub, fit_.parts);
        for (const TablePart& part : fit_.parts) {
            const std::vector<TablePart> one{part};
            const auto widths = share_out(side_by_side(natural, fit_.stub, one),
                                          side_by_side(room, fit_.stub, one), width);
            fit_.widths.insert(fit_.widths.end(), widths.begin(), widths.end());
        }
        note_wraps(below);
        fit_.numbers = side_by_side(fit_.numbers, fit_.stub, fit_.parts);
    }

    void note_wraps(const std::vector<Extent>& below) {
        for (std::size_t c = 0; c < below.size(); ++c)
            fit_.wraps.push_back(below[c] > fit_.widths[c] ? 1 : 0);
    }

    bool try_sizes(Length width, Length from, Length to, Extent Need::*part) {
        for (Length size = from;; size = std::max(to, size - kStep)) {
            if (sum(asked(part, size)) <= width) {
                take_size(width, size, part);
                return true;
            }
            if (size <= to) return false;
        }
    }

    void take_size(Length width, Length size, Extent Need::*part) {
        fit_.size = size;
        fit_.side = side_at(size);
        const std::vector<Extent> least = asked(part, size);
        std::vector<Extent> said = manuscript_widths();
        if (said.empty()) {
            fit_.widths = share_out(asked(&Need::natural, size), least, width);
        } else {
            fit_.widths = in_proportion(said, width);
            widen(fit_.widths, least);
        }
        note_wraps(asked(&Need::below, size));
    }

    std::vector<Extent> manuscript_widths() const {
        const auto columns = static_cast<std::size_t>(
            std::accumulate(grid_.source_columns.begin(), grid_.source_columns.end(), 0));
        if (table_.column_widths.size() != columns) return {};
        std::vector<Extent> widths;
        auto next = table_.column_widths.begin();
        for (const int count : grid_.source_columns) {
            widths.push_back(std::accumulate(next, next + count, Extent{0}));
            next += count;
        }
        return widths;
    }

    struct Spanning {
        const GridCell* place;
        Need need;
    };

    const core::Table& table_;
    const TableGrid& grid_;
    Composer& composer_;
    const TableLook& look_;
    const TextStyle& cell_style_;
    const TextStyle& head_style_;
    std::vector<Need> needs_;
    std::vector<Spanning> spanning_;
    TableFit fit_;
};

}  // namespace

TableFit fit_table(const core::Table& table, const TableGrid& grid, Composer& composer) {
    return Fitter(table, grid, composer).fit();
}

}  // namespace gongbao::typeset
