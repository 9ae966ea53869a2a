// SPDX-License-Identifier: Apache-2.0
// 更正: what it names, and what the editor is told about it.
#include "editor/index/corrections.hpp"

#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "tests/editor/desk/sample_desk.hpp"

namespace gongbao::editor {
namespace {

Manuscript correction(const std::string& words) {
    return {"correction.txt", "更　正\n\n" + words +
                                  "\n特此更正，并向读者致歉。\n\n《云岭省人民政府公报》编辑部\n"
                                  "2026年4月15日\n"};
}

std::vector<CorrectedText> corrected_by(const std::string& words) {
    const core::Document document = take_in(correction(words)).document;
    EXPECT_TRUE(is_correction(document));
    return corrected_texts(document, 2026);
}

TEST(Correction, NamesIssueTitleNumberAndPage) {
    const auto found = corrected_by(
        "本刊2025年第12期刊登的《云岭省财政厅关于印发〈资金管理办法〉的通知》（云财规〔2025〕4号）"
        "第17页“三年”应为“五年”。");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(core::slug(found[0].issue), "2025-12");
    EXPECT_EQ(found[0].title, "云岭省财政厅关于印发《资金管理办法》的通知");
    EXPECT_EQ(found[0].number, "云财规〔2025〕4号");
    EXPECT_EQ(found[0].page, 17);
}

TEST(Correction, MayNameSeveralTextsAndIssuesOfOtherKinds) {
    const auto found = corrected_by(
        "本刊第3期刊登的《人事任免》中，“方翾”应为“方翱”；本刊2026年专刊第1期刊登的《目录》第二条有"
        "误。");
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

std::string told_apart(const CorrectedText& text) {
    std::string how = core::slug(text.issue);
    if (text.how == CorrectedText::Issue::Running)
        how = "总" + std::to_string(text.issue.running.value_or(0));
    if (text.how == CorrectedText::Issue::Previous) how = "上期";
    if (text.how == CorrectedText::Issue::Unnamed) how = "?";
    return how + "|" + text.title + "|" + text.number + "|" + std::to_string(text.page);
}

std::string named_by(const std::string& words) {
    std::vector<std::string> all;
    for (const CorrectedText& text : corrected_by(words)) all.push_back(told_apart(text));
    return core::join(all, " ; ");
}

TEST(Correction, IsReadInManyWordings) {
    const std::vector<std::pair<std::string, std::string>> kCases{
        {"本刊2026年第三期第12页《关于甲的通知》中“乙”应为“丙”。", "2026-3|关于甲的通知||12"},
        {"我刊2025年3月15日出版的第5期（总第587期）刊登的《关于甲的通知》有误。",
         "2025-5|关于甲的通知||0"},
        {"《云岭省人民政府公报》2025年第5期《关于甲的通知》第2条有误。", "2025-5|关于甲的通知||0"},
        {"本刊去年第24期刊登的《关于甲的通知》有误。", "2025-24|关于甲的通知||0"},
        {"本刊总第612期刊登的《关于甲的通知》有误。", "总612|关于甲的通知||0"},
        {"本刊上期刊登的《关于甲的通知》有误。", "上期|关于甲的通知||0"},
        {"本刊上一期第3页“甲”应为“乙”。", "上期|||3"},
        {"本刊2026年增刊第1期第12—13页“甲”应为“乙”。", "2026-s1|||12"},
        {"本刊2026年第1期刊登的《关于甲的通知》（云府发〔2026〕2号）和《关于乙的通知》（云府发〔202"
         "6〕3号）有误。",
         "2026-1|关于甲的通知|云府发〔2026〕2号|0 ; 2026-1|关于乙的通知|云府发〔2026〕3号|0"},
        {"本刊2026年第1期有以下差错：\n1.第3页《关于甲的通知》“丙”应为“丁”；\n2."
         "《关于乙的通知》第5页“戊”应为“己”。",
         "2026-1|关于甲的通知||3 ; 2026-1|关于乙的通知||5"},
        {"2026年第1期刊登的《关于甲的通知》有误。", "2026-1|关于甲的通知||0"},
        {"《关于甲的通知》（云府发〔2026〕2号）第三条有误。", "?|关于甲的通知|云府发〔2026〕2号|0"},
        {"现对《关于甲的通知》（云府发〔2026〕2号）作如下更正。",
         "?|关于甲的通知|云府发〔2026〕2号|0"},
        {"本刊2026年第1期第8页“甲”应为“乙”。《关于丙的通知》第二条有误。",
         "2026-1|||8 ; 2026-1|关于丙的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》“丙”应为“丁”；第5页《关于乙的通知》“戊”应为“己”。",
         "2026-1|关于甲的通知||0 ; 2026-1|关于乙的通知||5"},
        {"本刊2026年第1期刊登的《关于甲的通知》附件《名单》第2页“乙”应为“《丙》”。",
         "2026-1|关于甲的通知||2"},
        {"本刊2026年第1期刊登的《关于甲的通知》中“本刊第9期刊登的《丁》”应为“《戊》”。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》中\"《丁》\"应为\"《戊》\"；\"己\"应为\"庚\"。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》，《某某法》第三条应为第四条。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期第2页“甲”应为“乙”，第5页“丙”应为“丁”。", "2026-1|||2 ; 2026-1|||5"},
        {"本刊2026年第1期第2页页码应为第5页。", "2026-1|||2"},
        {"本刊2026年第1期刊登的云府发〔2026〕2号和云府发〔2026〕3号有误。",
         "2026-1||云府发〔2026〕2号|0 ; 2026-1||云府发〔2026〕3号|0"},
        {"本刊2026年第1期刊登的《关于甲的通知》无误，《关于乙的通知》有误。",
         "2026-1|关于乙的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》与《关于乙的通知》均无误，《关于丙的通知》有误。",
         "2026-1|关于丙的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》第一条有误，其余正确无误。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期：\n1．第2页“甲”应为“乙”。", "2026-1|||2"},
        {"2026年第1期公报刊登的《关于甲的通知》有误。", "2026-1|关于甲的通知||0"},
    };
    for (const auto& [words, expected] : kCases) EXPECT_EQ(named_by(words), expected) << words;
}

TEST(Correction, AssertsNothingWhereItIsNotUnderstood) {
    for (const char* words :
         {"本刊第3、4期刊登的《关于甲的通知》有误。", "本刊2026年第1期附件《名单》有误。",
          "本刊2026年第1期和第2期刊登的《关于甲的通知》有误。",
          "本刊2026年第1期至第2期刊登的《关于甲的通知》有误。",
          "本刊2026年第1期刊登的云府发〔2026〕2号、3号有误。",
          "本刊2026年第1期目录中《关于甲的通知》的页码有误。",
          "本刊2026年第1期刊登的《关于甲的通知》经核对无误，不需要更正。",
          "本刊2026年第1期未刊登《关于甲的通知》，本期补登。",
          "2026年第1期地方政府债券的利率有误。", "本项目第2期工程有误。", "本刊编辑部电话有误。"})
        EXPECT_EQ(named_by(words), "") << words;
}

TEST(Correction, LinksOnlyWhatItsSentencePutsRight) {
    const std::vector<std::pair<std::string, std::string>> kCases{
        {"《关于甲的通知》与本刊第1期刊登的《关于乙的通知》内容重复。", ""},
        {"《关于甲的通知》已经废止。《关于乙的通知》第三条“丙”应为“丁”。", "?|关于乙的通知||0"},
        {"《关于甲的通知》已经废止，《关于乙的通知》第三条“丙”应为“丁”。", ""},
        {"《关于甲的通知》不存在错误，读者来信所指有误。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》不存在错误，读者来信所指有误。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》自5月1日起施行。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》是否有误，正在核对。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》并非漏排。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》已由制定机关宣布废止。", ""},
        {"读者认为本刊2026年第1期刊登的《关于甲的通知》“丙”应为“丁”。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》与《关于乙的通知》内容重复，应删去其一。", ""},
        {"更正后的文本即本刊2026年第1期刊登的《关于甲的通知》。", ""},
        {"某网站转载本刊2026年第1期刊登的《关于甲的通知》有误。", ""},
        {"本刊2026年第1期对《关于甲的通知》所作更正有误。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》的主管部门改为省丙厅。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》是为了纠正错误而制定的。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》规定申请人应为企业。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》作者来函要求更正。", ""},
        {"本刊2026年第1期刊登的《关于甲的通知》文号应为云府发〔2026〕3号。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》中的附件印刷错误，现重新刊登。",
         "2026-1|关于甲的通知||0"},
        {"根据本刊2026年第1期刊登的《关于甲的通知》，《关于乙的通知》有误。", ""},
        {"本刊2026年第1期刊登的云府发〔2026〕2号文件已经废止。", ""},
        {"本刊2026年第1期第2页登有目录。", ""},
        {"本刊2026年第1期第2页登有目录，第5页“丙”应为“丁”。", "2026-1|||5"},
        {"本刊2026年第1期刊登了《关于甲的通知》。其中“丙”应为“丁”。", "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》：\n第三条“丙”应为“丁”。", "2026-1|关于甲的通知||0"},
        {"因排版疏漏，本刊2026年第1期误将《关于甲的通知》的“丙”排为“丁”。",
         "2026-1|关于甲的通知||0"},
        {"现更正本刊2026年第1期刊登的《关于甲的通知》。", "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的下列文件有误：《关于甲的通知》、《关于乙的通知》。",
         "2026-1|关于甲的通知||0 ; 2026-1|关于乙的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》，因排版差错，第三条“丙”误植为“丁”。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》第三条漏排“丙”。", "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》中，由于疏忽，将“丙”印成“丁”，现予更正。",
         "2026-1|关于甲的通知||0"},
        {"本刊2026年第1期刊登的《关于甲的通知》“丙”系“丁”之误。", "2026-1|关于甲的通知||0"},
        {"读者来电指出本刊2026年第1期刊登的《关于甲的通知》有误，经核对属实。",
         "2026-1|关于甲的通知||0"},
    };
    for (const auto& [words, expected] : kCases) EXPECT_EQ(named_by(words), expected) << words;
}

TEST(Correction, ReadsAnIssueInBracketsAndAYearWithoutItsSign) {
    for (const char* words : {"《云岭省人民政府公报》（2026年第1期）刊登的《关于甲的通知》有误。",
                              "本刊2026第1期刊登的《关于甲的通知》有误。",
                              "本刊（2026年第1期，总第612期）刊登的《关于甲的通知》有误。"})
        EXPECT_EQ(named_by(words), "2026-1|关于甲的通知||0") << words;
}

TEST(Correction, IsKnownByItsTitle) {
    const auto is_one = [](const std::string& title, const std::string& words) {
        core::Document document;
        document.meta.title = title;
        core::Block block;
        block.runs = {core::text_run(words)};
        document.body = {block};
        return is_correction(document);
    };
    for (const char* title :
         {"更正", "更　正", "更正启事", "更正说明", "勘误", "勘误表", "重要更正", "更正与致歉",
          "致歉与更正", "更正公告", "更正（二）", "补正", "补正启事"})
        EXPECT_TRUE(is_one(title, "")) << title;
    const char* ours = "本刊2026年第1期刊登的《关于甲的通知》有误。";
    for (const char* title : {"关于更正甲通知的公告", "关于甲的通知的勘误说明"}) {
        EXPECT_TRUE(is_one(title, ours)) << title;
        EXPECT_FALSE(is_one(title, "现将不动产更正登记有关事项公告如下。")) << title;
    }
    for (const char* title : {"致歉", "致歉启事", "编者按"}) {
        EXPECT_TRUE(is_one(title, ours + std::string("特此更正。"))) << title;
        EXPECT_FALSE(is_one(title, "本刊2026年第1期刊登的《关于甲的通知》受到欢迎。")) << title;
    }
    for (const char* title : {"关于更正《关于乙的公告》的公告", "《关于乙的公告》更正说明",
                              "关于《乙办法》部分内容的更正"})
        EXPECT_TRUE(is_one(title, "")) << title;
    for (const char* title :
         {"关于更正登记的公告", "更正登记办法", "正误", "人事任免",
          "关于印发《更正登记办法》的通知", "关于《不动产登记法》更正登记的通知",
          "关于做好更正登记落实《乙办法》的通知"})
        EXPECT_FALSE(is_one(title, "")) << title;
}

TEST(Correction, MayNameItsIssueInItsTitle) {
    for (const char* title :
         {"本刊2026年第1期勘误表", "2026年第1期更正", "《云岭省人民政府公报》2026年第1期勘误",
          "更正（2026年第1期）", "2026年第1期正误表"}) {
        core::Document document;
        document.meta.title = title;
        core::Block block;
        block.runs = {core::text_run("第2页《关于甲的通知》第3行“乙”应为“丙”。")};
        document.body = {block};
        EXPECT_TRUE(is_correction(document)) << title;
        const auto texts = corrected_texts(document, 2025);
        ASSERT_EQ(texts.size(), 1u) << title;
        EXPECT_EQ(told_apart(texts[0]), "2026-1|关于甲的通知||2") << title;
    }
    core::Document bond;
    bond.meta.title = "2026年第1期地方政府债券发行更正公告";
    EXPECT_FALSE(is_correction(bond));
}

class CorrectionOnTheDesk : public testing::Test {
  protected:
    CorrectionOnTheDesk() {
        sample_.make_issue(1, {sample_.receive(notice(1)), sample_.receive(notice(2))});
        sample_.desk.press().publish({issue_number(1), "gongbao", kNow});
    }
    // The finding about the text a correction names.
    core::Diagnostic told(const std::string& words) {
        const auto findings =
            sample_.desk.manuscripts().receive(correction(words), kNow).taken.findings;
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
    EXPECT_EQ(told(kSecond + std::string("第2页“甲”应为“乙”。")).message.id,
              "desk.correction_stands");
    const core::Diagnostic finding = told(kSecond + std::string("第9页“甲”应为“乙”。"));
    EXPECT_EQ(finding.message.id, "desk.correction_page_wrong");
    EXPECT_EQ(finding.level, core::Level::Warning);
}

TEST_F(CorrectionOnTheDesk, IsWarnedOfATextThatWasNeverPrinted) {
    const core::Diagnostic finding =
        told("本刊2026年第1期刊登的《关于另一件事的通知》中，“甲”应为“乙”。");
    EXPECT_EQ(finding.message.id, "desk.correction_unknown");
    EXPECT_EQ(finding.level, core::Level::Warning);
}

TEST_F(CorrectionOnTheDesk, IsWarnedWhereverNothingWillBeLinked) {
    const std::vector<std::pair<std::string, std::string>> kCases{
        {"本刊近期刊登的一份文件有误。", "desk.correction_not_understood"},
        {"有一份文件有误。", "desk.correction_names_nothing"},
        {"《云岭省人民政府办公厅关于第2类事项的通知》已经废止。", "desk.correction_not_understood"},
        {kSecond + std::string("与第1号重复。"), "desk.correction_not_understood"},
        {"本刊2026年第1期刊登的《关于另一类事项的通知》（云府办发〔2026〕2号）有误。",
         "desk.correction_title_differs"},
        {"本刊2026年第1期“甲”应为“乙”。", "desk.correction_not_understood"},
        {"本刊总第999期刊登的《云岭省人民政府办公厅关于第2类事项的通知》有误。",
         "desk.correction_issue_unknown"},
        {"本刊2019年第3期刊登的《云岭省人民政府办公厅关于第2类事项的通知》有误。",
         "desk.correction_issue_unknown"},
        {"本刊2026年第1期第1页、第2页“甲”应为“乙”。", "desk.correction_ambiguous"},
    };
    for (const auto& [words, id] : kCases) {
        const core::Diagnostic finding = told(words);
        EXPECT_EQ(finding.message.id, id) << words;
        EXPECT_EQ(finding.level, core::Level::Warning) << words;
    }
}

TEST_F(CorrectionOnTheDesk, TakesNoTextOfAnotherPaperForItsOwn) {
    const std::string text = "2026年第1期刊登的《云岭省人民政府办公厅关于第2类事项的通知》有误。";
    for (const char* paper : {"《云南省人民政府公报》", "《水利》", "《水利》杂志",
                              "《云岭省水利公报》", "贵刊", "省水利公报"}) {
        const core::Diagnostic finding = told(paper + text);
        EXPECT_EQ(finding.message.id, "desk.correction_issue_unknown") << paper;
        EXPECT_EQ(finding.message.args.at("issue"), paper + std::string("2026年第1期"));
    }
    const std::string own = sample_.desk.gazette().name;
    for (const std::string& paper :
         {"《" + own + "》", own, std::string("因疏漏，") + own, std::string("本刊")})
        EXPECT_EQ(told(paper + text).level, core::Level::Hint) << paper;
}

TEST_F(CorrectionOnTheDesk, TakesTheLastIssueOfAnotherPaperForNoneOfItsOwn) {
    const DocumentId id = sample_.receive(correction(
        "《云南省人民政府公报》上期刊登的《云岭省人民政府办公厅关于第2类事项的通知》有误。"));
    sample_.make_issue(2, {sample_.receive(notice(3)), id});
    sample_.desk.press().publish({issue_number(2), "gongbao", kNow});
    EXPECT_TRUE(sample_.desk.archive().record("2026-1-2")->corrected_by.empty());
}

TEST_F(CorrectionOnTheDesk, IsGuessedAtByItsWordsUnderAnotherTitle) {
    const auto told_of = [&](const std::string& title, const std::string& words) {
        const Manuscript one{"a.txt", title + "\n\n" + words + "\n\n编辑部\n2026年4月15日\n"};
        for (const core::Diagnostic& finding :
             sample_.desk.manuscripts().receive(one, kNow).taken.findings)
            if (finding.message.id == "desk.may_be_correction")
                return finding.level == core::Level::Warning;
        return false;
    };
    EXPECT_TRUE(told_of("编辑部声明", kSecond + std::string("“甲”应为“乙”。特此更正。")));
    EXPECT_TRUE(told_of("致歉", "《某某通知》有误，现予以更正。"));
    EXPECT_FALSE(told_of("编者按", kSecond + std::string("受到欢迎。")));
    EXPECT_FALSE(told_of("更正登记办法", "申请更正的，应当提交材料。"));
}

TEST_F(CorrectionOnTheDesk, SpeaksOfNoIssueWhereNoneIsNamed) {
    const core::Diagnostic finding = told("《关于另一件事的通知》（云府办发〔2026〕99号）有误。");
    EXPECT_EQ(finding.message.id, "desk.correction_unknown");
    EXPECT_EQ(finding.message.args.at("issue"), "本刊档案");
}

TEST_F(CorrectionOnTheDesk, IsNotNeededForATextOfTheSameIssue) {
    const DocumentId text = sample_.receive(notice(3));
    const DocumentId id = sample_.receive(
        correction("本刊2026年第2期刊登的《云岭省人民政府办公厅关于第3类事项的通知》有误。"));
    sample_.make_issue(2, {text, id});
    std::vector<std::string> told;
    for (const core::Diagnostic& finding :
         sample_.desk.press().preview(issue_number(2), "gongbao").findings)
        if (finding.message.id.starts_with("desk.")) told.push_back(finding.message.id);
    EXPECT_EQ(told, std::vector<std::string>{"desk.correction_same_issue"});
}

TEST_F(CorrectionOnTheDesk, FindsATextByNumberByPageAndWithoutItsIssuer) {
    for (const char* words :
         {"本刊2026年第1期刊登的云府办发〔2026〕2号文件有误。",
          "本刊2026年第1期第2页“甲”应为“乙”。",
          "本刊2026年第1期刊登的《关于第2类事项的通知》有误。", "《关于第2类事项的通知》有误。",
          "《云岭省人民政府办公厅关于第2类事项的通知》（云府办发〔2026〕2号）有误。"}) {
        const core::Diagnostic finding = told(words);
        EXPECT_EQ(finding.level, core::Level::Hint) << words;
        EXPECT_EQ(finding.message.args.at("record"), "2026-1-2") << words;
    }
}

TEST_F(CorrectionOnTheDesk, IsJoinedWithItsTextAsItIsPublished) {
    const DocumentId id = sample_.receive(
        correction("本刊上期刊登的《云岭省人民政府办公厅关于第2类事项的通知》有误。"));
    sample_.make_issue(2, {sample_.receive(notice(3)), id});
    std::vector<std::string> told;
    for (const core::Diagnostic& finding :
         sample_.desk.press().preview(issue_number(2), "gongbao").findings)
        if (finding.message.id.starts_with("desk.")) told.push_back(finding.message.id);
    EXPECT_EQ(told, std::vector<std::string>{"desk.correction_joins"});
    EXPECT_TRUE(sample_.desk.archive().record("2026-1-2")->corrected_by.empty());
    sample_.desk.press().publish({issue_number(2), "gongbao", kNow});
    const auto corrected = sample_.desk.archive().record("2026-1-2")->corrected_by;
    ASSERT_EQ(corrected.size(), 1u);
    EXPECT_EQ(corrected[0].id, "2026-2-2");
    EXPECT_EQ(sample_.desk.archive().record("2026-2-2")->corrects.at(0).id, "2026-1-2");
    EXPECT_TRUE(sample_.desk.archive().verify().empty());
}

TEST_F(CorrectionOnTheDesk, IsNotJoinedWithATextOnAnotherPage) {
    sample_.make_issue(2,
                       {sample_.receive(correction(kSecond + std::string("第9页“甲”应为“乙”。")))});
    sample_.desk.press().publish({issue_number(2), "gongbao", kNow});
    EXPECT_TRUE(sample_.desk.archive().record("2026-2-1")->corrects.empty());
}

}  // namespace
}  // namespace gongbao::editor
