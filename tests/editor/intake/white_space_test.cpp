// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/white_space.hpp"

#include <gtest/gtest.h>

namespace gongbao::editor {
namespace {

struct Case {
    const char* before;
    const char* after;
};

class WhiteSpace : public testing::TestWithParam<Case> {};

TEST_P(WhiteSpace, IsMadeRegular) {
    EXPECT_EQ(tidy_white_space(std::string_view(GetParam().before)), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Rules, WhiteSpace,
    testing::Values(
        Case{"　　为做好工作", "为做好工作"}, Case{"  工作 \t", "工作"},
        Case{"2022 年全省第 3 批", "2022年全省第3批"},  // the typesetter makes this gap
        Case{"川 A 12345", "川A 12345"}, Case{"关于 WTO 规则", "关于WTO规则"},
        Case{"〔2022〕 38 号", "〔2022〕38号"}, Case{"（一） 加强", "（一）加强"},
        Case{"云岭省 人民政府", "云岭省 人民政府"},  // may be letter-spacing or a separator
        Case{"省  长", "省 长"}, Case{"省长　林望山", "省长　林望山"},
        Case{"省长 　林望山", "省长　林望山"},
        Case{"World  Trade\tOrganization", "World Trade Organization"},
        Case{"行政\n    法规", "行政法规"},  // a line end of the file
        Case{"World\nTrade", "World Trade"}, Case{"省\u00A0长", "省 长"},
        Case{"7.1 适用范围", "7.1 适用范围"},
        Case{"表1 名称", "表1 名称"},  // an opening number keeps its gap
        Case{"他说 “公开” 很好", "他说“公开”很好"},
        Case{"He said “yes” twice", "He said “yes” twice"},
        Case{"张三\t30\t甲局", "张三　30　甲局"},
        Case{"第一条\t总则", "第一条 总则"},  // a tab parts
        Case{"一、\t总则", "一、总则"}, Case{"共\n\t30人", "共30人"},
        Case{"姓名：      电话：", "姓名：　　　电话："},  // the next field of a form follows
        Case{"负责人：    （签字）", "负责人：　　（签字）"},
        Case{"负责人： 电话：", "负责人：电话："}, Case{"签发人：    张三", "签发人：张三"},
        Case{"单位：    甲局（牵头）", "单位：甲局（牵头）"},
        Case{"结果：    （盖章）意见", "结果：（盖章）意见"}, Case{"公\u200B开\uFEFF", "公开"},
        Case{"公\u0001开", "公开"}, Case{"\u3000\u3000", ""}));

TEST(WhiteSpace, IsRegularAcrossRuns) {
    const core::Runs runs = {core::text_run("　　公开 "),
                             core::text_run(" WTO", core::Marks{}.add(core::Mark::Bold)),
                             core::text_run(" 规则")};
    const core::Runs tidy = tidy_white_space(runs);
    ASSERT_EQ(tidy.size(), 3u);
    EXPECT_EQ(tidy[0].text, "公开");
    EXPECT_EQ(tidy[1].text, "WTO");
    EXPECT_EQ(tidy[2].text, "规则");
}

TEST(WhiteSpace, GoesBesideLineBreaks) {
    const core::Runs tidy =
        tidy_white_space({core::line_break(), core::text_run("关于 "), core::line_break(),
                          core::text_run("　的通知"), core::line_break()});
    ASSERT_EQ(tidy.size(), 3u);
    EXPECT_EQ(tidy[0].text, "关于");
    EXPECT_EQ(tidy[1].kind, core::Inline::Kind::LineBreak);
    EXPECT_EQ(tidy[2].text, "的通知");
}

TEST(WhiteSpace, FootnotesStay) {
    core::Inline note{core::Inline::Kind::Note, "①", {}, {core::text_run(" 见 2022 年报 ")}};
    const core::Runs tidy =
        tidy_white_space({core::text_run("数据 "), note, core::text_run(" 表明")});
    ASSERT_EQ(tidy.size(), 3u);
    EXPECT_EQ(tidy[1].note.front().text, "见2022年报");
}

TEST(WhiteSpace, ReadingsStayOverTheirCharacters) {
    const core::Runs tidy =
        tidy_white_space({core::text_run("王 "), core::ruby("喆", " zhé "), core::ruby("喆", "zhé"),
                          core::text_run(" 2026"), core::ruby("云 岭", "yún\nlǐng")});
    EXPECT_EQ(tidy,
              (core::Runs{core::text_run("王 "), core::ruby("喆", "zhé"), core::ruby("喆", "zhé"),
                          core::text_run("2026"), core::ruby("云 岭", "yún lǐng")}));
}

TEST(WhiteSpace, TidyingTwiceChangesNothing) {
    for (const char* text :
         {"2022 年 WTO 规则 （一） 加强", "国 务 院　中 央 军 委", "表1 名称 7.1 范围"}) {
        const std::string once = tidy_white_space(std::string_view(text));
        EXPECT_EQ(tidy_white_space(std::string_view(once)), once);
    }
}

TEST(WhiteSpace, LetterSpacingIsUndone) {
    EXPECT_EQ(without_letter_spacing("国 务 院"), "国务院");
    EXPECT_EQ(without_letter_spacing("教　育　部"), "教育部");
    EXPECT_EQ(without_letter_spacing("省水利厅 省财政厅"), "省水利厅 省财政厅");
    EXPECT_EQ(without_letter_spacing("国务院"), "国务院");
}

TEST(WhiteSpace, IndentIsMeasured) {
    EXPECT_EQ(opening_indent("　　公开"), 200);
    EXPECT_EQ(opening_indent("    公开"), 200);
    EXPECT_EQ(opening_indent("\u00A0\u00A0公开"), 100);
    EXPECT_EQ(opening_indent("公开"), 0);
}

TEST(Words, AreWhatIsLeftWithoutWhiteSpace) {
    EXPECT_EQ(words_of("　公 开\n\u200B2022 年"), "公开2022年");
    const core::Inline note{core::Inline::Kind::Note, "①", {}, {core::text_run("见 表")}};
    EXPECT_EQ(words_of(core::Runs{core::text_run("数 据"), note}), "数据①见表");
}

}  // namespace
}  // namespace gongbao::editor
