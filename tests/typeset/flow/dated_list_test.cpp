// SPDX-License-Identifier: Apache-2.0
// Lists by date: 大事记 and 人事任免.
#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using tests::block;
using tests::document;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;
using tests::SeenLine;

TEST(Chronicle, HangsTheLinesOfADayBesideItsDate) {
    const LaidOut out =
        tests::lay_out(document("大事记", {"2月2日　" + han(100), "12月25日　" + han(100)}),
                       profile_named("gongbao"));
    const Length em = profile_named("gongbao").style(StyleName::Paragraph).size;
    std::vector<SeenLine> lines;
    for (const SeenLine& line : lines_of(out.layout))
        if (line.tag == Tag::P) lines.push_back(line);
    ASSERT_EQ(lines.size(), 6u);
    const Length margin = profile_named("gongbao").inner;
    EXPECT_EQ(lines[0].x, margin + 2 * em);
    EXPECT_EQ(lines[3].x, margin + 2 * em);
    EXPECT_EQ(lines[1].x, lines[2].x);
    EXPECT_GT(lines[1].x, lines[0].x + 4 * em);
    EXPECT_GT(lines[4].x, lines[1].x) << "a longer date, a wider hang";
}

TEST(Chronicle, LeavesOtherParagraphsThatNameADayAlone) {
    const LaidOut out = tests::lay_out(
        document("通知", {"2月2日起，" + han(100), "2月　" + han(100), "第3日　" + han(100)}),
        profile_named("gongbao"));
    const Length margin = profile_named("gongbao").inner;
    std::size_t flush = 0;
    for (const SeenLine& line : lines_of(out.layout))
        if (line.tag == Tag::P && line.x == margin) ++flush;
    EXPECT_EQ(flush, 6u);
}

TEST(Appointments, PartTheDecisionsOfEachDay) {
    const std::string first = "2026年2月6日，省人民政府决定：";
    const std::string second = "2026年2月25日，省人民政府决定：";
    const core::Document list =
        document("人事任免", {first, "任命甲为局长；", "免去乙的职务。", second, "任命丙为厅长。"});
    const LaidOut out = tests::lay_out(list, profile_named("gongbao"));
    const Length line = profile_named("gongbao").line;
    const Length last = line_with(out.layout, "免去乙").y;
    EXPECT_EQ(line_with(out.layout, "任命甲").y - line_with(out.layout, "2026年2月6日").y, line);
    EXPECT_EQ(line_with(out.layout, "2026年2月25日").y - last, 2 * line);
    std::string words;
    core::for_each_block(list, [&](const core::Block& one) { words += core::plain_text(one); });
    EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(words));
}

}  // namespace
}  // namespace gongbao::typeset
