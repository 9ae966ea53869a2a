// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/terms.hpp"

#include <gtest/gtest.h>

namespace gongbao::editor {
namespace {

using core::Date;

TEST(Terms, ReadTheDayOfEffect) {
    EXPECT_EQ(effective_term("本办法自2022年5月1日起施行。")->date, (Date{2022, 5, 1}));
    EXPECT_EQ(effective_term("本办法自2022 年5 月1 日起施行")->date, (Date{2022, 5, 1}));
    EXPECT_EQ(effective_term("现予公布，自2022年5月1日起施行。")->date, (Date{2022, 5, 1}));
    EXPECT_EQ(effective_term("《云岭省河道管理办法》已经通过，现予公布，自二〇二二年五月一日起施行。")->date,
              (Date{2022, 5, 1}));
    EXPECT_EQ(effective_term("本通知自2022年5月1日起执行，有效期5年。")->date, (Date{2022, 5, 1}));
}

TEST(Terms, ReadTheDayOfPublication) {
    EXPECT_TRUE(effective_term("本规定自公布之日起施行。")->from_publication);
    EXPECT_TRUE(effective_term("本意见自印发之日起施行。")->from_publication);
}

TEST(Terms, LeaveOtherDocumentsAlone) {
    EXPECT_FALSE(effective_term("《云岭省河道管理办法》自2008年1月1日起施行。"));
    EXPECT_FALSE(effective_term("自2022年5月1日起报送。"));
    EXPECT_FALSE(effective_term("各地要认真施行。"));
    EXPECT_FALSE(effective_term(""));
}

TEST(Terms, TheActThatItRepealsDoesNotCount) {
    const auto term = effective_term(
        "本办法自2022年5月1日起施行。2010年3月1日起施行的《云岭省河道管理暂行办法》同时废止。");
    ASSERT_TRUE(term);
    EXPECT_EQ(term->date, (Date{2022, 5, 1}));
}

TEST(Terms, ReadValidity) {
    EXPECT_EQ(validity_of("有效期至2027年4月30日。")->until, (Date{2027, 4, 30}));
    EXPECT_EQ(validity_of("本办法有效期5年。")->years, 5);
    EXPECT_EQ(validity_of("有效期为五年。")->years, 5);
    EXPECT_FALSE(validity_of("许可证的有效期届满前"));
    EXPECT_FALSE(validity_of("合同期限为5年。"));
}

TEST(Terms, ReadTheDateBeforeAVerb) {
    const char* note = "（2020年11月20日云岭省人民政府令第4号公布　根据2026年5月6日《关于修改的决定》修正）";
    EXPECT_EQ(date_before(note, "公布"), (Date{2020, 11, 20}));
    EXPECT_FALSE(date_before(note, "通过"));
    EXPECT_EQ(date_before("已经2022年3月1日省人民政府第100次常务会议通过", "通过"), (Date{2022, 3, 1}));
}

}  // namespace
}  // namespace gongbao::editor
