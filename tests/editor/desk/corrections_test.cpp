// SPDX-License-Identifier: Apache-2.0
// 更正: what it names, and what the editor is told about it.
#include "editor/index/corrections.hpp"

#include <gtest/gtest.h>

#include "tests/editor/desk/sample_desk.hpp"

namespace gongbao::editor {
namespace {

Manuscript correction(const std::string& words) {
    return {"correction.txt", "更　正\n\n" + words + "\n特此更正，并向读者致歉。\n\n《云岭省人民政府公报》编辑部\n"
                              "2026年4月15日\n"};
}

std::vector<CorrectedText> corrected_by(const std::string& words) {
    const core::Document document = take_in(correction(words)).document;
    EXPECT_TRUE(is_correction(document));
    return corrected_texts(document, 2026);
}

TEST(Correction, NamesIssueTitleNumberAndPage) {
    const auto found = corrected_by(
        "本刊2025年第12期刊登的《云岭省财政厅关于印发〈资金管理办法〉的通知》（云财规〔2025〕4号）第17页“三年”应为“五年”。");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(core::slug(found[0].issue), "2025-12");
    EXPECT_EQ(found[0].title, "云岭省财政厅关于印发《资金管理办法》的通知");
    EXPECT_EQ(found[0].number, "云财规〔2025〕4号");
    EXPECT_EQ(found[0].page, 17);
}

TEST(Correction, MayNameSeveralTextsAndIssuesOfOtherKinds) {
    const auto found = corrected_by("本刊第3期刊登的《人事任免》中，“方翾”应为“方翱”；本刊2026年专刊第1期刊登的《目录》第二条有误。");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(core::slug(found[0].issue), "2026-3");
    EXPECT_EQ(found[0].number, "");
    EXPECT_EQ(found[0].page, 0);
    EXPECT_EQ(core::slug(found[1].issue), "2026-z1");
}

TEST(Correction, NamesNothingWhereItsWordsDoNot) {
    EXPECT_TRUE(corrected_by("本刊近期刊登的一份文件有误。").empty());
    EXPECT_TRUE(corrected_by("本刊2026年第1期有误。").empty());
}

class CorrectionOnTheDesk : public testing::Test {
  protected:
    CorrectionOnTheDesk() {
        sample_.make_issue(1, {sample_.receive(notice(1)), sample_.receive(notice(2))});
        sample_.desk.publish(issue_number(1), "gongbao", kNow);
    }
    // The finding about the text a correction names.
    core::Diagnostic told(const std::string& words) {
        const auto findings = sample_.desk.receive(correction(words), kNow).taken.findings;
        for (const core::Diagnostic& finding : findings)
            if (finding.message.id.starts_with("desk.correction")) return finding;
        ADD_FAILURE() << "nothing was told";
        return {};
    }
    SampleDesk sample_;
};

constexpr const char* kSecond =
    "本刊2026年第1期刊登的《云岭省人民政府办公厅关于第2类事项的通知》（云府办发〔2026〕2号）";

TEST_F(CorrectionOnTheDesk, LearnsThePrintedPageOfWhatItCorrects) {
    const core::Diagnostic finding = told(kSecond + std::string("“甲”应为“乙”。"));
    EXPECT_EQ(finding.message.id, "desk.correction_page");
    EXPECT_EQ(finding.message.args.at("pages"), "第2页");
    EXPECT_EQ(finding.message.args.at("record"), "2026-1-2");
}

TEST_F(CorrectionOnTheDesk, IsWarnedOfAPageWhereTheTextDoesNotStand) {
    EXPECT_EQ(told(kSecond + std::string("第2页“甲”应为“乙”。")).message.id, "desk.correction_stands");
    const core::Diagnostic finding = told(kSecond + std::string("第9页“甲”应为“乙”。"));
    EXPECT_EQ(finding.message.id, "desk.correction_page_wrong");
    EXPECT_EQ(finding.level, core::Level::Warning);
}

TEST_F(CorrectionOnTheDesk, IsWarnedOfATextThatWasNeverPrinted) {
    const core::Diagnostic finding = told("本刊2026年第1期刊登的《关于另一件事的通知》中，“甲”应为“乙”。");
    EXPECT_EQ(finding.message.id, "desk.correction_unknown");
    EXPECT_EQ(finding.level, core::Level::Warning);
}

}  // namespace
}  // namespace gongbao::editor
