// SPDX-License-Identifier: Apache-2.0
// Tables with what belongs to them, and wide ones turned by a quarter: head to the left, words
// whole, running heads upright.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::document_of;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

core::Block wide_table(int columns, int rows) {
    std::vector<std::vector<std::string>> cells(1, {"地区"});
    for (int c = 1; c < columns; ++c) cells[0].push_back("列" + std::to_string(c));
    for (int r = 1; r <= rows; ++r) {
        cells.push_back({"澜城" + std::to_string(r)});
        for (int c = 1; c < columns; ++c)
            cells.back().push_back(std::to_string(r * 1000 + c) + ".25");
    }
    return tests::table(cells, 1);
}

struct Turned {
    LaidOut out;
    core::Document document;
    Turned(core::Blocks body, const char* profile)
        : document(document_of("关于宽表的通知", std::move(body))) {
        out = tests::lay_out(document, profile_named(profile));
    }
    const Layout& layout() const { return out.layout; }
};

std::vector<PlacedLine> turned_lines(const Page& page) {
    std::vector<PlacedLine> lines;
    std::copy_if(page.lines.begin(), page.lines.end(), std::back_inserter(lines),
                 [](const PlacedLine& line) { return line.turned; });
    return lines;
}

TEST(WideTable, StandsTurnedOnPagesOfItsOwn) {
    const Turned set({tests::block(Role::Paragraph, "前文。"), wide_table(18, 60),
                      tests::block(Role::Paragraph, "后文。")},
                     "gongbao");
    EXPECT_EQ(tests::words_of(set.layout()), core::without_spaces(core::plain_text(set.document)));
    const std::size_t before = line_with(set.layout(), "前文").page;
    const std::size_t after = line_with(set.layout(), "后文").page;
    EXPECT_GE(after, before + 3) << "sixty rows take two pages";
    const Profile& profile = profile_named("gongbao");
    for (std::size_t i = before + 1; i < after; ++i)
        for (const PlacedLine& line : set.layout().pages[i].lines)
            EXPECT_EQ(line.turned,
                      line.y > profile.top && line.y <= profile.top + profile.text_height())
                << i;
    for (const core::Diagnostic& finding : set.layout().findings)
        EXPECT_EQ(finding.message.id, "typeset.table_turned");
}

TEST(WideTable, HasItsHeadAtTheLeftOfOddAndEvenPages) {
    for (const char* name : {"gongbao", "gongwen"}) {
        const Turned set({wide_table(18, 60)}, name);
        const Profile& profile = profile_named(name);
        int pages = 0;
        for (const Page& page : set.layout().pages) {
            const auto lines = turned_lines(page);
            if (lines.empty()) continue;
            ++pages;
            const Length left = page.recto || !profile.mirror ? profile.inner : profile.outer;
            Length head = profile.width;
            Length body = profile.width;
            for (const PlacedLine& line : lines) {
                const bool is_head = set.layout().nodes[line.node].tag != Tag::TD;
                (is_head ? head : body) = std::min(is_head ? head : body, line.x);
                EXPECT_GE(line.x, left);
                EXPECT_LE(line.x, left + profile.text_width());
                EXPECT_LE(line.y, profile.top + profile.text_height());
                EXPECT_GE(line.y - line.width, profile.top - pt(1));
            }
            EXPECT_LT(head, body) << "on each page";
        }
        EXPECT_GE(pages, 2) << name;
    }
}

TEST(WideTable, TakesItsCaptionUnitAndNotesWithIt) {
    core::Block caption = tests::block(Role::Caption, "表1　各地区收入");
    core::Block unit = tests::block(Role::Paragraph, "单位：万元");
    const Turned set(
        {caption, unit, wide_table(18, 3), tests::block(Role::Paragraph, "注：快报数。")},
        "gongbao");
    const std::size_t page = line_with(set.layout(), "地区").page;
    for (const char* words : {"表1", "单位", "注："}) {
        EXPECT_EQ(line_with(set.layout(), words).page, page) << words;
        bool turned = false;
        for (const PlacedLine& line : turned_lines(set.layout().pages[page]))
            turned = turned || line.y == line_with(set.layout(), words).y;
        EXPECT_TRUE(turned) << words;
    }
}

TEST(WideTable, StaysUprightWhereTheProfileSaysSo) {
    Profile profile = profile_named("gongbao");
    profile.table.turn = false;
    const LaidOut out = tests::lay_out(document_of("关于宽表的通知", {wide_table(18, 3)}), profile);
    for (const Page& page : out.layout.pages) EXPECT_TRUE(turned_lines(page).empty());
    ASSERT_FALSE(out.layout.findings.empty());
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.table_in_parts");
}

TEST(TableWords, PutTheUnitAtTheRightOfTheCaptionsLine) {
    const LaidOut out =
        tests::lay_out(document_of("关于表的通知", {tests::block(Role::Caption, "表1　收入"),
                                                    tests::block(Role::Paragraph, "单位：万元"),
                                                    tests::table({{"甲", "乙"}, {"1", "2"}}, 1)}),
                       profile_named("gongbao"));
    const auto caption = line_with(out.layout, "表1");
    const auto unit = line_with(out.layout, "单位");
    const Profile& profile = profile_named("gongbao");
    EXPECT_EQ(unit.y, caption.y);
    EXPECT_NEAR(unit.x + unit.width, profile.inner + profile.text_width(), pt(0.1));
    EXPECT_NEAR(caption.x + caption.width / 2, profile.inner + profile.text_width() / 2, pt(0.1));
    EXPECT_EQ(unit.size, profile.style(StyleName::TableCell).size);
}

TEST(TableWords, GiveTheUnitALineOfItsOwnBesideALongCaption) {
    const LaidOut out =
        tests::lay_out(document_of("关于表的通知", {tests::block(Role::Caption, "表1　" + han(38)),
                                                    tests::block(Role::Paragraph, "单位：万元"),
                                                    tests::table({{"甲", "乙"}, {"1", "2"}}, 1)}),
                       profile_named("gongbao"));
    EXPECT_GT(line_with(out.layout, "单位").y, line_with(out.layout, "表1").y);
}

TEST(TableWords, StayWithTheTable) {
    for (std::size_t above = 20; above < 40; ++above) {
        core::Blocks body;
        for (std::size_t i = 0; i < above; ++i)
            body.push_back(tests::block(Role::Paragraph, han(20)));
        body.push_back(tests::block(Role::Caption, "表1　收入"));
        body.push_back(tests::block(Role::Paragraph, "单位：万元"));
        std::vector<std::vector<std::string>> rows{{"甲", "乙"}};
        for (int i = 1; i < 60; ++i) rows.push_back({"行" + std::to_string(i), "5"});
        body.push_back(tests::table(rows, 1));
        body.push_back(tests::block(Role::Paragraph, "注：1.快报数。"));
        body.push_back(tests::block(Role::Heading3, "四舍五入。", "2."));
        body.push_back(tests::block(Role::Paragraph, "后文。"));
        const LaidOut out =
            tests::lay_out(document_of("关于表的通知", body), profile_named("gongbao"));
        EXPECT_EQ(line_with(out.layout, "表1").page, line_with(out.layout, "行1").page) << above;
        EXPECT_EQ(line_with(out.layout, "注：").page, line_with(out.layout, "行59").page) << above;
        EXPECT_EQ(line_with(out.layout, "四舍").page, line_with(out.layout, "行59").page) << above;
        EXPECT_LT(line_with(out.layout, "四舍").size, line_with(out.layout, "后文").size)
            << "a note, not body text";
    }
}

}  // namespace
}  // namespace gongbao::typeset
