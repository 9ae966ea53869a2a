// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/flow/table_grid.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::document_of;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

LaidOut set(core::Block table) {
    return tests::lay_out(document_of("关于表格的通知", {std::move(table)}),
                          profile_named("gongbao"));
}

core::Block long_table(int rows) {
    std::vector<std::vector<std::string>> cells{{"序号", "名称", "地址"}};
    for (int i = 1; i <= rows; ++i)
        cells.push_back({std::to_string(i), "云岭碑" + std::to_string(i), "澜城市临澜区"});
    return tests::table(cells, 1);
}

TEST(TableGrid, PutsCellsBesideWhatSpansIntoTheirRow) {
    core::Block block = tests::table({{"甲", "乙"}, {"丙"}}, 0);
    block.table->rows[0].cells[0].row_span = 2;
    const TableGrid grid = TableGrid::of(*block.table);
    EXPECT_EQ(grid.columns, 2);
    ASSERT_EQ(grid.cells.size(), 3u);
    EXPECT_EQ(grid.cells[2].row, 1);
    EXPECT_EQ(grid.cells[2].column, 1);
}

TEST(TableGrid, FillsShortRowsAndCutsSpansAtTheTablesEdge) {
    core::Block block = tests::table({{"甲", "乙", "丙"}, {"丁"}}, 0);
    block.table->rows[1].cells[0].row_span = 9;
    const TableGrid grid = TableGrid::of(*block.table);
    std::set<std::pair<int, int>> places;
    for (const GridCell& cell : grid.cells)
        for (int r = cell.row; r < cell.row + cell.row_span; ++r)
            for (int c = cell.column; c < cell.column + cell.column_span; ++c)
                EXPECT_TRUE(places.insert({r, c}).second) << "two cells in one place";
    EXPECT_EQ(places.size(), 6u) << "every place belongs to a cell";
}

TEST(Table, GivesTheColumnsTheWidthsOfTheManuscript) {
    core::Block block = tests::table({{"甲", "乙"}, {"丙", "丁"}}, 0);
    block.table->column_widths = {250, 750};
    for (core::Row& row : block.table->rows)
        for (core::Cell& cell : row.cells) cell.align = core::Align::Left;
    const LaidOut out = set(block);
    const Profile& profile = profile_named("gongbao");
    EXPECT_NEAR(line_with(out.layout, "乙").x - line_with(out.layout, "甲").x,
                profile.text_width() / 4, 2);
}

TEST(Table, NeverReachesOutOfTheTypeArea) {
    const LaidOut out = set(tests::table({{"甲", han(80), "丙"}, {"丁", han(200), han(50)}}, 1));
    const Profile& profile = profile_named("gongbao");
    for (const auto& line : lines_of(out.layout)) {
        EXPECT_GE(line.x, profile.inner - pt(6)) << line.words;
        EXPECT_LE(line.x + line.width, profile.inner + profile.text_width()) << line.words;
    }
}

TEST(Table, RepeatsItsHeadUnderAWordOfContinuation) {
    const LaidOut out = set(long_table(120));
    ASSERT_GT(out.layout.pages.size(), 2u);
    for (std::size_t page = 1; page < out.layout.pages.size(); ++page) {
        int heads = 0;
        bool continued = false;
        for (const auto& line : lines_of(out.layout)) {
            if (line.page != page) continue;
            heads += line.words == "名称" ? 1 : 0;
            continued = continued || line.words == "（续表）";
            if (line.words == "名称") {
                EXPECT_EQ(line.tag, Tag::Artifact) << "read once, printed often";
            }
        }
        EXPECT_EQ(heads, 1) << page;
        EXPECT_TRUE(continued) << page;
    }
}

TEST(Table, LosesNoWordOfAThousandRows) {
    const core::Document document = document_of("关于长表的通知", {long_table(1000)});
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(document)));
}

TEST(Table, CutsARowHigherThanThePage) {
    const core::Document document = document_of(
        "关于高表的通知", {tests::table({{"甲", han(30)}, {"乙", han(9000)}, {"丙", "丁"}}, 1)});
    const LaidOut out = tests::lay_out(document, profile_named("gongbao"));
    EXPECT_GT(out.layout.pages.size(), 3u);
    const Profile& profile = profile_named("gongbao");
    for (const auto& line : lines_of(out.layout)) {
        if (line.tag != Tag::Artifact) {
            EXPECT_LE(line.y, profile.height - profile.bottom) << line.words;
        }
    }
    EXPECT_EQ(tests::words_of(out.layout).size(),
              core::without_spaces(core::plain_text(document)).size());
}

TEST(Table, StandsInPartsWithTooManyColumnsAndSaysSo) {
    std::vector<std::string> row;
    for (int i = 0; i < 24; ++i) row.push_back("项目" + std::to_string(i));
    Profile profile = profile_named("gongbao");
    profile.table.turn = false;
    const LaidOut out =
        tests::lay_out(document_of("关于表格的通知", {tests::table({row, row}, 1)}), profile);
    ASSERT_FALSE(out.layout.findings.empty());
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.table_in_parts");
    EXPECT_EQ(out.layout.findings.front().message.args.at("columns"), "24");
    EXPECT_EQ(line_with(out.layout, "项").size,
              profile_named("gongbao").style(StyleName::TableHead).size);
}

TEST(Table, LeavesItsSizeToOneWithANarrowColumn) {
    core::Block block = tests::table({{"号", "名称"}, {"1", han(200)}}, 1);
    block.table->column_widths = {20, 980};
    const LaidOut out = set(block);
    EXPECT_TRUE(out.layout.findings.empty());
    EXPECT_EQ(line_with(out.layout, "号").size,
              profile_named("gongbao").style(StyleName::TableHead).size);
    EXPECT_TRUE(set(tests::table({{"号", han(900)}, {"1", "甲"}}, 1)).layout.findings.empty());
}

TEST(Table, StacksNoWordsTwoByTwo) {
    std::vector<std::vector<std::string>> rows{{"序号", "工程名称", "合计"},
                                               {"1", "水文感知能力提升工程", "6.82"}};
    for (int year = 2026; year < 2034; ++year) {
        rows[0].push_back(std::to_string(year) + "年");
        rows[1].push_back(std::to_string(year % 7) + ".25");
    }
    for (const char* profile : {"gongbao", "large-print"}) {
        const LaidOut out = tests::lay_out(document_of("关于投资的通知", {tests::table(rows, 1)}),
                                           profile_named(profile));
        EXPECT_EQ(line_with(out.layout, "水文感知").words.substr(0, 12), "水文感知") << profile;
    }
}

TEST(Table, SetsItsWordsAwayFromTheGridOfTheText) {
    const LaidOut out = tests::lay_out(
        document_of("关于格的通知", {tests::table({{"2024年", "1月"}, {"甲", "乙"}}, 1),
                                     tests::block(core::Role::Paragraph, "在1月")}),
        profile_named("gongwen"));
    const auto gap_before_last = [&](std::string_view words) {
        for (const Page& page : out.layout.pages)
            for (const PlacedLine& line : page.lines) {
                std::string own;
                for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
                    core::append_utf8(own, out.layout.glyphs[i].text);
                if (own != words) continue;
                const PlacedGlyph& last = out.layout.glyphs[line.first + line.count - 1];
                const PlacedGlyph& digit = out.layout.glyphs[line.first + line.count - 2];
                const Length size = out.layout.glyph_styles[digit.style].size;
                return (last.x - digit.x) * 100 / size -
                       tests::fonts().face(digit.face).advance_of(digit.glyph) / 10;
            }
        ADD_FAILURE() << "no line is " << words;
        return 0;
    };
    EXPECT_NEAR(gap_before_last("1月"), 25, 2);
    EXPECT_NEAR(gap_before_last("2024年"), 25, 2);
    EXPECT_GE(gap_before_last("在1月"), 24) << "half a character, a quarter on either side";
}

TEST(Table, PutsSpannedWordsOnceAndTagsTheSpan) {
    core::Block block = tests::table({{"合计", "丙"}, {"甲", "乙", "丁"}}, 0);
    block.table->rows[0].cells[0].column_span = 2;
    const LaidOut out = set(block);
    const auto line = line_with(out.layout, "合计");
    EXPECT_EQ(out.layout.nodes[line.node].column_span, 2);
    EXPECT_EQ(out.layout.nodes[line.node].tag, Tag::TD);
}

TEST(Table, MakesHeaderCellsOfHeaderRows) {
    const LaidOut out = set(long_table(2));
    EXPECT_EQ(line_with(out.layout, "名称").tag, Tag::TH);
    EXPECT_EQ(line_with(out.layout, "云岭碑1").tag, Tag::TD);
}

TEST(Table, KeepsTheMiddleOfASpanInTheMiddle) {
    core::Block block = tests::table({{"甲", "一"}, {"二"}, {"三"}}, 0);
    block.table->rows[0].cells[0].row_span = 3;
    const LaidOut out = set(block);
    EXPECT_NEAR(line_with(out.layout, "甲").y, line_with(out.layout, "二").y, 2);
}

TEST(Table, EndsNoPageInsideAShortSpan) {
    core::Blocks body;
    for (int i = 0; i < 30; ++i) body.push_back(tests::block(Role::Paragraph, han(20)));
    std::vector<std::vector<std::string>> rows{{"组", "名"}};
    for (int i = 0; i < 24; ++i)
        rows.push_back(i % 3 == 0
                           ? std::vector<std::string>{"第" + std::to_string(i / 3) + "组", "甲"}
                           : std::vector<std::string>{"乙"});
    core::Block table = tests::table(rows, 1);
    for (std::size_t r = 1; r < rows.size(); r += 3) table.table->rows[r].cells[0].row_span = 3;
    body.push_back(table);
    const LaidOut out =
        tests::lay_out(document_of("关于分组的通知", std::move(body)), profile_named("gongbao"));
    std::map<std::size_t, int> cells_on;
    for (const auto& line : lines_of(out.layout))
        if (line.words == "甲" || line.words == "乙") ++cells_on[line.page];
    ASSERT_GE(cells_on.size(), 2u);
    for (const auto& [page, cells] : cells_on) EXPECT_EQ(cells % 3, 0) << page;
}

TEST(Table, LeavesNoLastRowAloneOnAPage) {
    for (int rows = 30; rows <= 80; ++rows) {
        const LaidOut out = set(long_table(rows));
        std::map<std::size_t, int> rows_on;
        for (const auto& line : lines_of(out.layout))
            if (core::starts_with(line.words, "云岭碑")) ++rows_on[line.page];
        for (const auto& [page, count] : rows_on) EXPECT_GE(count, 2) << rows;
    }
}

TEST(Table, StaysWholeWhenItIsSmall) {
    for (std::size_t filler = 20; filler <= 42; ++filler) {
        core::Blocks body;
        for (std::size_t i = 0; i < filler; ++i)
            body.push_back(tests::block(Role::Paragraph, han(20)));
        body.push_back(long_table(4));
        const LaidOut out =
            tests::lay_out(document_of("关于小表的通知", body), profile_named("gongbao"));
        EXPECT_EQ(line_with(out.layout, "云岭碑1").page, line_with(out.layout, "云岭碑4").page)
            << filler;
    }
}

TEST(Table, IsNothingWhenItIsEmpty) {
    core::Block block;
    block.role = Role::Table;
    block.table.emplace();
    EXPECT_EQ(tests::words_of(set(block).layout), "关于表格的通知");
}

TEST(Table, PrintsTheWordsOfItsOwnBlock) {
    const auto with_words = [](const std::string& words) {
        core::Block block = tests::table({{"名", "数"}, {"行", "5"}}, 1);
        block.runs = {core::text_run(words)};
        return block;
    };
    for (const char* profile : {"gongbao", "gongwen"}) {
        const core::Document document =
            document_of("关于表格的通知",
                        {tests::block(Role::Caption, "表1　概况"), with_words("单位：吨、台（套）"),
                         tests::block(Role::Paragraph, "其间。"), with_words("各地区情况")});
        const LaidOut out = tests::lay_out(document, profile_named(profile));
        EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(document)));
        EXPECT_EQ(line_with(out.layout, "单位").y, line_with(out.layout, "表1").y)
            << "a unit at the right";
        EXPECT_EQ(line_with(out.layout, "各地区情况").tag, Tag::Caption);
    }
}

}  // namespace
}  // namespace gongbao::typeset
