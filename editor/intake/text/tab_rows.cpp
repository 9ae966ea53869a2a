// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/text/tab_rows.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t kLongestCell = 60;  // characters of one of two columns: more is a text

Cells cells_of(const SourceLine& line) {
    Cells cells;
    for (const std::string_view cell : core::split(line.source, '\t'))
        cells.push_back(tidy_white_space(cell));
    while (!cells.empty() && cells.back().empty()) cells.pop_back();
    return cells;
}

std::size_t filled(const Cells& cells) {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !cell.empty(); }));
}

bool is_number(std::string_view cell) {
    const std::u32string all = core::to_utf32(cell);
    return !all.empty() && std::all_of(all.begin(), all.end(), [](char32_t c) {
        return core::is_digit(c) || is_one_of(c, U".,，％%-+—");
    });
}

bool is_label_alone(std::string_view cell) {
    const Label label = read_label(cell);
    return label && label.bytes == cell.size();
}

// Columns that no row fills are the width of a gap: 甲\t\t乙.
void drop_empty_columns(std::vector<Cells>& rows) {
    std::size_t width = 0;
    for (const Cells& row : rows) width = std::max(width, row.size());
    for (std::size_t column = width; column-- > 0;) {
        const bool empty = std::all_of(rows.begin(), rows.end(), [&](const Cells& row) {
            return column >= row.size() || row[column].empty();
        });
        if (!empty) continue;
        for (Cells& row : rows)
            if (column < row.size()) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
    }
}

bool is_even(const std::vector<Cells>& rows) {
    return std::all_of(rows.begin(), rows.end(),
                       [&](const Cells& row) { return row.size() == rows.front().size(); });
}

// Gaps of several tabs that stand for one where that makes all rows alike.
void make_even(std::vector<Cells>& rows) {
    drop_empty_columns(rows);
    if (is_even(rows)) return;
    std::vector<Cells> narrow = rows;
    for (Cells& row : narrow)
        std::erase_if(row, [](const std::string& cell) { return cell.empty(); });
    if (is_even(narrow)) rows = std::move(narrow);
}

std::size_t width_of(const std::vector<Cells>& rows) {
    std::size_t width = 0;
    for (const Cells& row : rows) width = std::max(width, row.size());
    return width;
}

// 1.\t…, 联系人：\t…, 总则\t3 below 目录: two columns that are no table.
bool is_pairs(const std::vector<Cells>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const Cells& row) {
        return is_label_alone(row[0]) || ends_with_colon(row[0]) ||
               std::any_of(row.begin(), row.end(), [](const std::string& cell) {
                   return core::length(cell) > kLongestCell;
               });
    });
}

bool is_all_dates(const Cells& row) {
    return std::all_of(row.begin(), row.end(), [](const std::string& cell) {
        return cell.empty() || date_line(cell).has_value();
    });
}

bool is_table(const std::vector<Cells>& rows) {
    const std::size_t width = width_of(rows);
    if (width < 2 || rows.size() < (width == 2 ? 3u : 2u)) return false;
    const auto full = std::count_if(rows.begin(), rows.end(),
                                    [&](const Cells& row) { return row.size() == width; });
    if (static_cast<std::size_t>(full) * 2 < rows.size()) return false;
    if (std::any_of(rows.begin(), rows.end(), is_all_dates)) return false;
    return width > 2 || !is_pairs(rows);
}

// Words above numbers, or words that only a head has.
bool opens_with_head(const std::vector<Cells>& rows) {
    constexpr std::array<std::string_view, 12> kHeads = {"序号", "编号", "项目", "名称",
                                                         "类别", "单位", "地区", "年份",
                                                         "指标", "姓名", "时间", "科目"};
    const Cells& first = rows.front();
    if (rows.size() < 2 || filled(first) != width_of(rows)) return false;
    if (std::any_of(first.begin(), first.end(), is_number)) return false;
    if (std::find(kHeads.begin(), kHeads.end(), core::without_spaces(first[0])) != kHeads.end())
        return true;
    for (std::size_t column = 0; column < first.size(); ++column)
        if (std::all_of(rows.begin() + 1, rows.end(), [&](const Cells& row) {
                return column < row.size() && is_number(row[column]);
            }))
            return true;
    return false;
}

core::Table table_of(const std::vector<Cells>& rows) {
    core::Table table;
    const bool headed = opens_with_head(rows);
    const std::size_t width = width_of(rows);
    for (const Cells& cells : rows) {
        core::Row& row = table.rows.emplace_back();
        row.header = headed && &cells == &rows.front();
        for (std::size_t column = 0; column < width; ++column) {
            core::Cell& cell = row.cells.emplace_back();
            cell.header = row.header;
            core::Runs& words = cell.paragraphs.emplace_back();
            if (column < cells.size() && !cells[column].empty())
                words.push_back(core::text_run(cells[column]));
        }
    }
    return table;
}

void report(const SourceLine& first, const std::vector<Cells>& rows, core::Diagnostics& findings) {
    const std::string columns = std::to_string(width_of(rows));
    findings.push_back(
        {core::Level::Hint,
         core::Place(core::PlaceKind::Line, first.number),
         {"intake.rows_made_table", {{"count", std::to_string(rows.size())}, {"columns", columns}}},
         core::excerpt(first.text)});
    if (is_even(rows)) return;
    std::size_t fewest = rows.front().size();
    for (const Cells& row : rows) fewest = std::min(fewest, row.size());
    findings.push_back(
        {core::Level::Warning,
         core::Place(core::PlaceKind::Line, first.number),
         {"intake.rows_uneven", {{"fewest", std::to_string(fewest)}, {"columns", columns}}},
         core::excerpt(first.text)});
}

}  // namespace

std::vector<core::Table> find_tab_rows(std::vector<SourceLine>& lines,
                                       core::Diagnostics& findings) {
    std::vector<core::Table> tables;
    std::size_t next = 0;
    for (std::size_t at = 0; at < lines.size(); at = next) {
        std::vector<Cells> rows;
        std::size_t stop = at;
        for (; stop < lines.size() && (stop == at || !lines[stop].after_blank); ++stop) {
            Cells cells = cells_of(lines[stop]);
            if (filled(cells) < 2) break;
            rows.push_back(std::move(cells));
        }
        const bool listed = at > 0 && is_contents_head(lines[at - 1].text);
        if (!rows.empty()) make_even(rows);
        if (!listed && !rows.empty() && is_table(rows)) {
            report(lines[at], rows, findings);
            tables.push_back(table_of(rows));
            for (std::size_t i = at; i < stop; ++i)
                lines[i].table = static_cast<int>(tables.size());
        }
        next = std::max(at + 1, stop);
    }
    return tables;
}

}  // namespace gongbao::editor
