// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/label.hpp"

#include <gtest/gtest.h>

#include <string>

namespace gongbao::editor {
namespace {

struct Good {
    const char* text;
    LabelKind kind;
    const char* label;
    long number;
};

class OpensWithLabel : public testing::TestWithParam<Good> {};

TEST_P(OpensWithLabel, OfKindAndNumber) {
    const Good& good = GetParam();
    const Label label = read_label(good.text);
    EXPECT_EQ(label.kind, good.kind) << good.text;
    EXPECT_EQ(std::string(good.text).substr(0, label.bytes), good.label);
    EXPECT_EQ(label.number, good.number) << good.text;
}

INSTANTIATE_TEST_SUITE_P(
    Label, OpensWithLabel,
    testing::Values(Good{"一、总体要求", LabelKind::Han, "一、", 1},
                    Good{"二十一、附则", LabelKind::Han, "二十一、", 21},
                    Good{"（一）加强公开。聚焦", LabelKind::HanBracket, "（一）", 1},
                    Good{"(十二)加强公开", LabelKind::HanBracket, "(十二)", 12},
                    Good{"（三）、其他", LabelKind::HanBracket, "（三）、", 3},
                    Good{"㈡ 其他", LabelKind::HanBracket, "㈡", 2},
                    Good{"1.统筹推进", LabelKind::Arabic, "1.", 1},
                    Good{"12．统筹推进", LabelKind::Arabic, "12．", 12},
                    Good{"3、统筹推进", LabelKind::Arabic, "3、", 3},
                    Good{"１．统筹推进", LabelKind::Arabic, "１．", 1},
                    Good{"（1）统筹", LabelKind::ArabicBracket, "（1）", 1},
                    Good{"(15)统筹", LabelKind::ArabicBracket, "(15)", 15},
                    Good{"2）统筹", LabelKind::ArabicBracket, "2）", 2},
                    Good{"③统筹", LabelKind::Circled, "③", 3},
                    Good{"•统筹", LabelKind::Bullet, "•", 0},
                    Good{"第一编　总则", LabelKind::Part, "第一编", 1},
                    Good{"第一分编　通则", LabelKind::Part, "第一分编", 1},
                    Good{"第十二章 附 则", LabelKind::Chapter, "第十二章", 12},
                    Good{"第三节　许可", LabelKind::Section, "第三节", 3},
                    Good{"第一百零五条　本办法", LabelKind::Article, "第一百零五条", 105},
                    Good{"第十条之一　本办法", LabelKind::Article, "第十条之一", 10},
                    Good{"第 7 条　本办法", LabelKind::Article, "第 7 条", 7},
                    Good{"第二条本办法适用于本省", LabelKind::Article, "第二条", 2},
                    Good{"7.1　适用范围", LabelKind::Decimal, "7.1", 1},
                    Good{"7　附则", LabelKind::Decimal, "7", 7}));

TEST(Label, TellsTheDepthOfADecimalNumber) {
    EXPECT_EQ(read_label("3.2.1 信息报送").depth, 3);
    EXPECT_EQ(read_label("3 信息报送").depth, 1);
}

TEST(Label, SaysWhetherWhiteSpaceFollows) {
    EXPECT_TRUE(read_label("第二条　本办法").followed_by_gap);
    EXPECT_FALSE(read_label("第二条本办法").followed_by_gap);
}

class OpensWithNone : public testing::TestWithParam<const char*> {};

TEST_P(OpensWithNone, AndStaysText) {
    EXPECT_FALSE(read_label(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Label, OpensWithNone,
                         testing::Values("", "1.5亿元资金",     // a decimal number
                                         "2022年全省重点工作",  // a year
                                         "2022.4.3", "10%以上",
                                         "一、二级医院应当",  // neighbours in a row, not a level
                                         "三、四类地区", "一是加强公开",  // words
                                         "第三条规定的条件", "第三条、第四条所列",
                                         "第三条第二款规定",  // mentions
                                         "第一批名单", "第十四个五年规划", "（试行）",
                                         "（此件公开发布）", "（2022年4月3日）",
                                         "1000.附录",  // beyond any numbering
                                         "“第三条　修改为", "附件1", "12名代表"));

}  // namespace
}  // namespace gongbao::editor
