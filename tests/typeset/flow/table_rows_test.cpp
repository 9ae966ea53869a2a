// SPDX-License-Identifier: Apache-2.0
// Rows on pages, and tables that no manuscript should have: long, wide, ragged, with spans that
// overlap. Every word stands on the pages, and time does not grow faster than the table.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "tests/worded.hpp"
#include "typeset/flow/table_grid.hpp"

namespace gongbao::typeset {
namespace {

using tests::document_of;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

std::string words_in(const core::Document& document) {
    return core::without_spaces(core::plain_text(document));
}

std::size_t count_of(const core::Diagnostics& findings, const std::string& id) {
    return static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [&](const auto& finding) { return finding.message.id == id; }));
}

// By page: how many lines of the cell that `words` stand in.
std::map<std::size_t, int> lines_on_pages(const Layout& layout, std::string_view words) {
    const NodeId node = line_with(layout, words).node;
    std::map<std::size_t, int> lines;
    for (const auto& line : lines_of(layout))
        if (line.node == node) ++lines[line.page];
    return lines;
}

TEST(TableRow, StaysWholeWhileItFitsHalfAPage) {
    for (std::size_t above = 0; above < 34; above += 3) {
        core::Blocks body;
        for (std::size_t i = 0; i < above; ++i)
            body.push_back(tests::block(core::Role::Paragraph, han(20)));
        body.push_back(tests::table({{"甲", "起" + han(500)}, {"乙", "终" + han(500)}}, 0));
        const LaidOut out =
            tests::lay_out(document_of("关于行的通知", body), profile_named("gongbao"));
        EXPECT_EQ(lines_on_pages(out.layout, "起").size(), 1u) << above;
        EXPECT_EQ(lines_on_pages(out.layout, "终").size(), 1u) << above;
    }
}

TEST(TableRow, IsCutWithTwoLinesOrMoreOnEitherSide) {
    for (std::size_t above = 0; above < 40; ++above) {
        core::Blocks body;
        for (std::size_t i = 0; i < above; ++i)
            body.push_back(tests::block(core::Role::Paragraph, han(20)));
        body.push_back(tests::table({{"甲", "起" + han(1300), han(60)}}, 0));
        const LaidOut out =
            tests::lay_out(document_of("关于行的通知", body), profile_named("gongbao"));
        for (const auto& [page, lines] : lines_on_pages(out.layout, "起"))
            EXPECT_GE(lines, 2) << above;
    }
}

TEST(TableGrid, DropsRowsAndColumnsInWhichNothingBegins) {
    core::Block block = tests::table({{"甲", "乙"}, {"丙", "丁"}}, 0);
    for (core::Cell& cell : block.table->rows[0].cells) cell.column_span = 500;
    block.table->rows[1].cells[0].column_span = 500;
    block.table->rows[1].cells[1].column_span = 400;
    block.table->rows.insert(block.table->rows.begin() + 1, core::Row{});
    for (core::Cell& cell : block.table->rows[0].cells) cell.row_span = 2;
    const TableGrid grid = TableGrid::of(*block.table);
    EXPECT_EQ(grid.columns, 2);
    EXPECT_EQ(grid.rows, 2);
    EXPECT_EQ(grid.source_columns, (std::vector<int>{500, 500}));
    for (const GridCell& cell : grid.cells) EXPECT_EQ(cell.row_span * cell.column_span, 1);
}

TEST(TableGrid, GivesEveryPlaceToOneCellWhateverTheSpansSay) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        std::mt19937 random(seed);
        core::Block block =
            tests::table(std::vector<std::vector<std::string>>(1 + random() % 7), 0);
        for (core::Row& row : block.table->rows)
            for (auto c = random() % 6; c > 0; --c) {
                core::Cell cell;
                cell.paragraphs.push_back({core::text_run("甲")});
                cell.row_span = static_cast<int>(random() % 9) - 1;
                cell.column_span = static_cast<int>(random() % 7) - 1;
                row.cells.push_back(cell);
            }
        const TableGrid grid = TableGrid::of(*block.table);
        std::set<std::pair<int, int>> places;
        for (const GridCell& cell : grid.cells)
            for (int r = cell.row; r < cell.row + cell.row_span; ++r)
                for (int c = cell.column; c < cell.column + cell.column_span; ++c) {
                    EXPECT_TRUE(r < grid.rows && c < grid.columns) << seed;
                    EXPECT_TRUE(places.insert({r, c}).second) << seed;
                }
        EXPECT_EQ(places.size(), static_cast<std::size_t>(grid.rows * grid.columns)) << seed;
        const core::Document document = document_of("关于乱表的通知", {block});
        const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
        EXPECT_EQ(tests::words_of(out.layout), words_in(document)) << seed;
    }
}

TEST(HardTable, KeepsEveryWordOfSixtyColumns) {
    std::vector<std::string> head;
    std::vector<std::string> row;
    for (int i = 0; i < 60; ++i) {
        head.push_back("项目" + std::to_string(i));
        row.push_back(std::to_string(1000 + i * 7));
    }
    const core::Document document =
        document_of("关于六十列的通知", {tests::table({head, row, row}, 1)});
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    EXPECT_EQ(tests::words_in_tree(out.layout), words_in(document));
    EXPECT_EQ(count_of(out.layout.findings, "typeset.table_in_parts"), 1u);
}

TEST(HardTable, CutsAWordWiderThanItsColumnAndSaysWhereOnce) {
    const std::string word(300, 'W');
    const core::Document document = document_of(
        "关于长词的通知", {tests::table({{"甲", "乙"}, {word, word}, {word, "丙"}}, 1)});
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    EXPECT_EQ(tests::words_of(out.layout), words_in(document));
    ASSERT_EQ(count_of(out.layout.findings, "typeset.table_words_cut"), 1u);
    EXPECT_EQ(count_of(out.layout.findings, "typeset.run_too_wide"), 0u);
    for (const core::Diagnostic& finding : out.layout.findings) {
        if (finding.message.id == "typeset.table_words_cut") {
            EXPECT_NE(gongbao::tests::worded(finding.place).find("第2行第1列"), std::string::npos)
                << finding.place.text();
        }
    }
}

TEST(Table, CutsNoNumberThatASmallerTypeOrAWiderColumnSaves) {
    core::Block block = tests::table(
        {{"地区", "金额", "说明"}, {"澜城", "1,234,567,890.25", han(30)}, {"永安", "9.5", han(90)}},
        1);
    block.table->column_widths = {100, 50, 850};
    const LaidOut out =
        tests::lay_out(document_of("关于数的通知", {block}), profile_named("gongbao"));
    EXPECT_TRUE(out.layout.findings.empty());
    EXPECT_EQ(line_with(out.layout, "1,234").words, "1,234,567,890.25");
}

TEST(TableRow, OfAGroupIsFollowedByARowOfIt) {
    for (std::size_t above = 20; above < 34; ++above) {
        std::vector<std::vector<std::string>> rows{{"序号", "名称", "时代"}};
        for (std::size_t i = 0; i < above + 12; ++i)
            rows.push_back({std::to_string(i + 1), "石窟", "唐"});
        core::Block block = tests::table(rows, 1);
        core::Row group;
        group.cells.resize(1);
        group.cells[0].paragraphs = {{core::text_run("二、古墓葬")}};
        group.cells[0].column_span = 3;
        block.table->rows.insert(block.table->rows.begin() + static_cast<std::ptrdiff_t>(above) + 1,
                                 group);
        const LaidOut out =
            tests::lay_out(document_of("关于行的通知", {block}), profile_named("gongbao"));
        EXPECT_EQ(line_with(out.layout, "古墓葬").page,
                  line_with(out.layout, std::to_string(above + 1)).page)
            << above;
    }
}

TEST(Table, DrawsEachRuleInOnePieceOnEachPage) {
    std::vector<std::vector<std::string>> rows;
    for (int i = 0; i < 60; ++i) rows.push_back({"甲", "乙", "丙"});
    const LaidOut out = tests::lay_out(document_of("关于线的通知", {tests::table(rows, 0)}),
                                       profile_named("gongwen"));
    const Profile& profile = profile_named("gongwen");
    for (const Page& page : out.layout.pages) {
        std::set<std::size_t> row_tops;
        for (const PlacedLine& line : page.lines)
            if (line.node != kArtifact && line.y > profile.top)
                row_tops.insert(static_cast<std::size_t>(line.y));
        std::size_t upright = 0;
        for (const PlacedRule& rule : page.rules)
            upright += rule.rect.height > rule.rect.width ? 1 : 0;
        EXPECT_LE(upright, 6u) << "four rules between columns, not four a row";
        EXPECT_LE(page.rules.size(), row_tops.size() + 8);
    }
}

TEST(HardTable, TakesTimeInProportionToItsRows) {
    const auto seconds = [](int rows) {
        std::vector<std::vector<std::string>> cells{{"序号", "名称", "金额"}};
        for (int i = 1; i <= rows; ++i) cells.push_back({std::to_string(i), "云岭碑", "12.5"});
        core::Block block = tests::table(cells, 1);
        block.table->rows[1].cells[1].row_span = rows;
        return tests::processor_seconds_for(document_of("关于长表的通知", {block}));
    };
    const double some = std::max(0.004, seconds(1000));
    EXPECT_LT(seconds(10000), 25 * some) << "ten times the rows; a square would take a hundred";
}

}  // namespace
}  // namespace gongbao::typeset
