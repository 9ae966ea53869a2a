// SPDX-License-Identifier: Apache-2.0
// Columns of figures: what a number is, and decimal points below each other.
#include <gtest/gtest.h>

#include <map>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/flow/table_numbers.hpp"

namespace gongbao::typeset {
namespace {

using tests::document_of;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;
using tests::SeenLine;

LaidOut set(core::Block table) {
    return tests::lay_out(document_of("关于数字的通知", {std::move(table)}),
                          profile_named("gongbao"));
}

// Where the part of a line before `digits` ends, on the page.
Length x_after(const Layout& layout, std::string_view words, std::size_t glyphs) {
    for (const Page& page : layout.pages)
        for (const PlacedLine& line : page.lines) {
            std::string own;
            for (std::uint32_t i = line.first; i < line.first + line.count; ++i)
                core::append_utf8(own, layout.glyphs[i].text);
            if (own != words) continue;
            return glyphs == line.count ? line.x + line.width
                                        : line.x + layout.glyphs[line.first + glyphs].x;
        }
    ADD_FAILURE() << "no line is " << words;
    return 0;
}

TEST(Number, HasItsPointAfterItsWholePart) {
    const std::map<std::u32string, std::size_t> numbers = {
        {U"7", 1},           {U"1.25", 1},  {U"1,204", 5}, {U"12,345,678.90", 10},
        {U"−3.5", 2},        {U"-0.8%", 2}, {U"85%", 2},   {U"100％", 3},
        {U"12.5万", 2},      {U"3亿元", 1}, {U"+6.0", 2},  {U"(2.0)", 2},
        {U"¥3,800.50元", 6}, {U"0.05", 1},  {U"0", 1},     {U"１２", 99}};
    for (const auto& [words, point] : numbers) {
        if (point == 99)
            EXPECT_FALSE(point_of(words)) << core::to_utf8(words);
        else
            EXPECT_EQ(point_of(words), point) << core::to_utf8(words);
    }
}

TEST(Number, IsNotADateACodeARangeOrAWord) {
    for (const std::u32string words : {U"2026年", U"0871", U"1-2", U"2026-2030", U"3.", U"1.2.3",
                                       U"约5", U"5个", U"", U"—", U"1,23", U"12,3456", U"1 2"})
        EXPECT_FALSE(point_of(words)) << core::to_utf8(words);
}

TEST(NumberColumn, PutsItsPointsBelowEachOther) {
    const LaidOut out = set(tests::table({{"项目", "金额"},
                                          {"甲", "1,204.5"},
                                          {"乙", "7"},
                                          {"丙", "−36.25"},
                                          {"丁", "—"},
                                          {"戊", "85%"}},
                                         1));
    const Length point = x_after(out.layout, "1,204.5", 5);
    EXPECT_EQ(x_after(out.layout, "7", 1), point);
    EXPECT_EQ(x_after(out.layout, "−36.25", 3), point);
    EXPECT_EQ(x_after(out.layout, "85%", 2), point);
}

TEST(NumberColumn, StandsInTheMiddleOfItsColumn) {
    const LaidOut out = set(tests::table({{"项目", "金额"}, {"甲", "104.5"}, {"乙", "7.25"}}, 1));
    const SeenLine head = line_with(out.layout, "金额");
    const SeenLine widest = line_with(out.layout, "104.5");
    const SeenLine longest = line_with(out.layout, "7.25");
    const Length middle = (widest.x + longest.x + longest.width) / 2;
    EXPECT_NEAR(head.x + head.width / 2, middle, 3);
}

TEST(NumberColumn, StandsAtTheRightWhereTheManuscriptSaysSo) {
    core::Block block = tests::table({{"项目", "金额"}, {"甲", "104.5"}, {"乙", "7.25"}}, 1);
    for (std::size_t r = 1; r < 3; ++r) block.table->rows[r].cells[1].align = core::Align::Right;
    const LaidOut out = set(block);
    const Profile& profile = profile_named("gongbao");
    EXPECT_EQ(x_after(out.layout, "104.5", 3), x_after(out.layout, "7.25", 1));
    EXPECT_NEAR(x_after(out.layout, "7.25", 4),
                profile.inner + profile.text_width() - profile.table.side, 10);
}

TEST(NumberColumn, IsNotOneThatCountsNorOneOfWords) {
    const core::Block block = tests::table(
        {{"序号", "数", "话"}, {"9", "5", "甲"}, {"10", "6.5", "12"}, {"11", "70", "乙"}}, 1);
    EXPECT_EQ(number_columns(TableGrid::of(*block.table)), (std::vector<char>{0, 1, 0}));
    const LaidOut out = set(block);
    const SeenLine nine = line_with(out.layout, "9");
    const SeenLine ten = line_with(out.layout, "10");
    EXPECT_NEAR(nine.x + nine.width / 2, ten.x + ten.width / 2, 2) << "序号 is centred";
}

TEST(NumberColumn, CentresANumberWithARemarkBelowIt) {
    core::Block block = tests::table(
        {{"项目", "储备量（吨）"}, {"粮食", "120"}, {"帐篷", "35"}, {"电机", "40"}}, 1);
    block.table->rows[2].cells[1].paragraphs.push_back({core::text_run("（备用5）")});
    const LaidOut out = set(block);
    const SeenLine number = line_with(out.layout, "35");
    const SeenLine remark = line_with(out.layout, "备用5");
    EXPECT_NEAR(number.x + number.width / 2, remark.x + remark.width / 2, pt(2));
}

}  // namespace
}  // namespace gongbao::typeset
