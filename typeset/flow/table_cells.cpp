// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/table_cells.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "core/document/table.hpp"
#include "typeset/flow/footnotes.hpp"
#include "typeset/flow/lines_to_boxes.hpp"
#include "typeset/flow/table_numbers.hpp"
#include "typeset/text/readings.hpp"

namespace gongbao::typeset {
namespace {

TextStyle scaled(TextStyle style, Length size, Length of, const Profile& profile) {
    style.line = static_cast<Length>(Extent{profile.line_of(style)} * size / of);
    style.size = static_cast<Length>(Extent{style.size} * size / of);
    return style;
}

class CellSetter {
  public:
    CellSetter(const TableGrid& grid, const TableFit& fit, const core::Place& place,
               Composer& composer)
        : grid_(grid), fit_(fit), place_(place), composer_(composer) {
        const Profile& profile = composer.profile();
        const Length base = profile.style(StyleName::TableCell).size;
        cell_style_ = scaled(profile.style(StyleName::TableCell), fit.size, base, profile);
        head_style_ = scaled(profile.style(StyleName::TableHead), fit.size, base, profile);
        edges_.push_back(0);
        for (const Length width : fit.widths) edges_.push_back(edges_.back() + width);
    }

    std::vector<SetCell> set(NodeId parent) {
        Layout& layout = composer_.layout();
        const std::size_t findings = layout.findings.size();
        const NodeId table = layout.add_node(Tag::Table, parent);
        NodeId row_node = kArtifact;
        int row = -1;
        cells_.reserve(grid_.cells.size());
        for (const GridCell& place : grid_.cells) {
            if (place.row != row) row_node = layout.add_node(Tag::TR, table);
            row = place.row;
            cells_.push_back(set_cell(place, row_node));
        }
        align_points();
        gather_findings(findings);
        return std::move(cells_);
    }

  private:
    Length room_in(const GridCell& place) const {
        return edges_[static_cast<std::size_t>(place.column + place.column_span)] -
               edges_[static_cast<std::size_t>(place.column)] - 2 * fit_.side;
    }

    SetCell set_cell(const GridCell& place, NodeId row) {
        Layout& layout = composer_.layout();
        const TextStyle& style = place.header ? head_style_ : cell_style_;
        const GridCell& whole = place.whole != nullptr ? *place.whole : place;
        SetCell cell{place, {}, {}, kArtifact, {}, style.size, composer_.profile().line_of(style)};
        if (!place.repeated) cell.node = add_cell_node(whole, row);
        const std::size_t findings = layout.findings.size();
        const Length width = std::max(room_in(place), style.size);
        const core::Place here = place_.with(core::PlaceKind::Row, whole.row + 1)
                                     .with(core::PlaceKind::Column, whole.column + 1);
        for (const core::Runs& paragraph : place.cell->paragraphs) {
            NoteTexts notes;
            auto segments = composer_.segmenter().of(paragraph, style, notes);
            if (!place.repeated) mark_notes(cell.node, segments, notes, layout, cell.span_nodes);
            auto lines = composer_.set(segments, width, 0, align_of(place, segments, width), here);
            // An empty line between words, or several in an empty cell, is room to write in.
            if (lines.empty() && place.cell->paragraphs.size() > 1) lines.emplace_back();
            if (!notes.empty() && !place.repeated) add_notes_to(cell, lines, notes, here);
            if (cell.lines.empty())
                cell.lines = std::move(lines);
            else
                std::move(lines.begin(), lines.end(), std::back_inserter(cell.lines));
        }
        if (place.repeated) layout.findings.resize(findings);
        Length room = 0;
        for (const SetLine& line : cell.lines)
            room = std::max(room, room_above(line, base_line(style)));
        if (room > 0) cell.pitch = std::max(cell.pitch, style.size + 2 * room);
        return cell;
    }

    NodeId add_cell_node(const GridCell& place, NodeId row) {
        Layout& layout = composer_.layout();
        const NodeId node = layout.add_node(place.header ? Tag::TH : Tag::TD, row);
        layout.nodes[node].column_span = static_cast<std::int16_t>(place.column_span);
        layout.nodes[node].row_span = static_cast<std::int16_t>(std::min(place.row_span, 32767));
        return node;
    }

    void add_notes_to(SetCell& cell, const std::vector<SetLine>& lines, const NoteTexts& notes,
                      const core::Place& here) {
        cell.notes.resize(cell.lines.size());
        for (const SetLine& line : lines)
            cell.notes.push_back(notes_of(line, notes, cell.node, here, composer_));
    }

    TextAlign align_of(const GridCell& place, const std::vector<Segment>& segments, Length width) {
        switch (place.cell->align) {
            case core::Align::Left: return TextAlign::Left;
            case core::Align::Center: return TextAlign::Center;
            case core::Align::Right: return TextAlign::Right;
            default: break;
        }
        if (place.header) return TextAlign::Center;
        // A column of short words is centred; where one of them takes several lines, all begin at
        // the left. Few characters spread over a narrow column would fall apart.
        constexpr int kSpreads = 10;
        const bool wraps =
            place.column_span > 1 || place.cell->paragraphs.size() > 1
                ? composer_.width_of(segments) > width || place.cell->paragraphs.size() > 1
                : fit_.wraps[static_cast<std::size_t>(place.column)] != 0;
        if (!wraps) return TextAlign::Center;
        // 35 with （其中备用5） below it, among figures.
        const bool among_figures =
            place.column_span == 1 && fit_.numbers[static_cast<std::size_t>(place.column)] != 0;
        if (among_figures && composer_.width_of(segments) <= width) return TextAlign::Center;
        return width < kSpreads * cell_style_.size ? TextAlign::Left : TextAlign::Justify;
    }

    // A number set on one line: how far its point is from its left end.
    static std::optional<Length> point_in(const SetCell& cell) {
        if (cell.lines.size() != 1) return {};
        const SetLine& line = cell.lines.front();
        const std::u32string words = words_of(*cell.place.cell);
        const auto point = point_of(words);
        if (!point || line.glyphs.size() != words.size()) return {};
        return *point == words.size() ? line.width : line.glyphs[*point].x;
    }

    struct Figures {
        Length before = 0;
        Length after = 0;
        core::Align align = core::Align::Natural;
        bool met = false;
    };

    bool in_figures(const SetCell& cell) const {
        return !cell.place.header && cell.place.column_span == 1 &&
               fit_.numbers[static_cast<std::size_t>(cell.place.column)] != 0;
    }

    // The block of a column's numbers stands in its middle, or where the manuscript puts them.
    void align_points() {
        std::vector<Figures> columns(static_cast<std::size_t>(grid_.columns));
        for (const SetCell& cell : cells_) {
            if (!in_figures(cell)) continue;
            const auto point = point_in(cell);
            if (!point) continue;
            Figures& figures = columns[static_cast<std::size_t>(cell.place.column)];
            figures.before = std::max(figures.before, *point);
            figures.after = std::max(figures.after, cell.lines.front().width - *point);
            if (!figures.met) figures.align = cell.place.cell->align;
            figures.met = true;
        }
        for (SetCell& cell : cells_) {
            if (!in_figures(cell)) continue;
            const Figures& figures = columns[static_cast<std::size_t>(cell.place.column)];
            const Length spare = room_in(cell.place) - figures.before - figures.after;
            const auto point = spare < 0 ? std::nullopt : point_in(cell);
            if (!point) continue;
            const Length left = figures.align == core::Align::Left    ? 0
                                : figures.align == core::Align::Right ? spare
                                                                      : spare / 2;
            cell.lines.front().offset = left + figures.before - *point;
        }
    }

    // One finding of each kind a table, not one a cell.
    void gather_findings(std::size_t from) {
        core::Diagnostics& findings = composer_.layout().findings;
        core::Diagnostics kept;
        std::size_t cut = 0;
        std::set<std::pair<std::string, std::map<std::string, std::string>>> met;
        for (std::size_t i = from; i < findings.size(); ++i) {
            core::Diagnostic& finding = findings[i];
            const bool is_cut = finding.message.id == "typeset.run_too_wide";
            if (is_cut && ++cut > 1) continue;
            if (is_cut || met.insert({finding.message.id, finding.message.args}).second)
                kept.push_back(std::move(finding));
        }
        findings.resize(from);
        for (core::Diagnostic& finding : kept) {
            if (finding.message.id == "typeset.run_too_wide")
                finding.message = {"typeset.table_words_cut", {{"count", std::to_string(cut)}}};
            findings.push_back(std::move(finding));
        }
    }

    const TableGrid& grid_;
    const TableFit& fit_;
    const core::Place& place_;
    Composer& composer_;
    TextStyle cell_style_;
    TextStyle head_style_;
    std::vector<Length> edges_;
    std::vector<SetCell> cells_;
};

}  // namespace

std::vector<SetCell> set_cells(const TableGrid& grid, const TableFit& fit, NodeId parent,
                               const core::Place& place, Composer& composer) {
    return CellSetter(grid, fit, place, composer).set(parent);
}

}  // namespace gongbao::typeset
