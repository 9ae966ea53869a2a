// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "editor/intake/raw/words_kept.hpp"
#include "editor/intake/text/read_text.hpp"
#include "tests/editor/intake/taking_in.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

using Texts = std::vector<std::string>;

struct Read {
    Texts texts;
    core::Diagnostics findings;
};

Read paragraphs_of(const std::string& text) {
    Read read;
    const RawDocument raw = read_text({"a.txt", text}, read.findings);
    for (const RawBlock& block : raw.blocks)
        read.texts.push_back(core::plain_text(std::get<RawParagraph>(block).runs));
    return read;
}

TEST(TextReader, LineIsAParagraph) {
    EXPECT_EQ(paragraphs_of("甲事项。\n乙事项。\r\n丙事项。\r丁事项。").texts,
              (Texts{"甲事项。", "乙事项。", "丙事项。", "丁事项。"}));
}

TEST(TextReader, PlacesAreLinesOfTheFile) {
    core::Diagnostics findings;
    const RawDocument raw = read_text({"a.txt", "\n甲事项。\n\n\n乙事项。"}, findings);
    EXPECT_EQ(gongbao::tests::worded(std::get<RawParagraph>(raw.blocks[0]).place), "第2行");
    EXPECT_EQ(gongbao::tests::worded(std::get<RawParagraph>(raw.blocks[1]).place), "第5行");
}

// The body has begun (a sentence stands before), the paragraph breaks off, the next line goes on.
const std::string kCut =
    "各部门要抓好落实。\n\n推动河道管理信息公开。做好反垄断与反不正当\n\n竞争执法信息发布。规范公布"
    "清单。\n";

TEST(TextReader, ParagraphCutAtAPageEndIsJoined) {
    const Read read = paragraphs_of(kCut);
    ASSERT_EQ(read.texts.size(), 2u);
    EXPECT_EQ(read.texts[1],
              "推动河道管理信息公开。做好反垄断与反不正当竞争执法信息发布。规范公布清单。");
}

TEST(TextReader, EachJoinIsReportedWithItsPlace) {
    const Read read = paragraphs_of(kCut);
    ASSERT_EQ(read.findings.size(), 1u);
    EXPECT_EQ(read.findings[0].message.id, "intake.paragraph_joined");
    EXPECT_EQ(gongbao::tests::worded(read.findings[0].place), "第5行");
    EXPECT_EQ(read.findings[0].level, core::Level::Warning);
    EXPECT_EQ(read.findings[0].message.args.at("before"), "反垄断与反不正当");
}

class StaysApart : public testing::TestWithParam<const char*> {};

TEST_P(StaysApart, FromTheLineAbove) {
    const Read read = paragraphs_of(std::string("各部门要抓好落实。\n") + GetParam());
    EXPECT_EQ(read.texts.size(), 3u) << GetParam();
    EXPECT_TRUE(read.findings.empty());
}

INSTANTIATE_TEST_SUITE_P(
    TextReader, StaysApart,
    testing::Values(
        "一、总体要求\n以新发展理念为指导，全面贯彻落实各项决策部署。",  // heading, then text
        "一、提高政治站位，切实把思想和行动统一到省委、省政府决策部署上来\n各地要抓好落实。",
        "推动河道管理信息公开。规范公布清单\n云岭省人民政府",  // then a signature
        "推动河道管理信息公开。规范公布权责清单\n2022年4月3日",
        "推动河道管理信息公开。规范公布权责清单\n（二）加强惠民生信息公开。",
        "推动河道管理信息公开。规范公布权责清单\n附件1",
        "委员长，\n副委员长若干人。"));  // a column of names

TEST(TextReader, LinesOfATitleStayApart) {
    EXPECT_EQ(
        paragraphs_of("云岭省人民政府办公厅\n关于印发2022年全省河道管理重点\n工作安排的通知\n")
            .texts.size(),
        3u);
}

TEST(TextReader, LineThatOpensWithAClosingMarkGoesOn) {
    EXPECT_EQ(paragraphs_of("《云岭省河道管理办法\n》已经省政府同意。").texts,
              (Texts{"《云岭省河道管理办法》已经省政府同意。"}));
}

TEST(TextReader, LatinWordsAreJoinedWithASpace) {
    EXPECT_EQ(
        paragraphs_of(
            "各部门要抓好落实。\n参加有关国际组织的活动。该组织名为World\nTrade Organization。")
            .texts[1],
        "参加有关国际组织的活动。该组织名为World Trade Organization。");
}

// A text set in lines of 20 characters, paragraphs indented.
const std::string kSet =
    "　　为加强全省河道管理，保障防洪安全，发\n挥河道的综合效益，根据有关法律法规，结合\n本省实际，"
    "制定本办法。\n"
    "　　本省行政区域内的河道，包括湖泊、人工\n水道、行洪区、蓄洪区、滞洪区，适用本办法。\n"
    "　　河道管理实行按水系统一管理和分级管理\n相结合的原则，各级人民政府应当加强对本行\n政区域内河"
    "道管理工作的领导。\n";

TEST(TextReader, LinesOfOneWidthAreJoined) {
    const Read read = paragraphs_of(kSet);
    ASSERT_EQ(read.texts.size(), 3u);
    EXPECT_EQ(read.texts[0],
              "为加强全省河道管理，保障防洪安全，发挥河道的综合效益，根据有关法律法规，结合本省实际"
              "，制定本办法。");
    EXPECT_EQ(count_of(read.findings, "intake.lines_joined"), 5u);
}

TEST(TextReader, PageNumbersAreLeftOutAndReported) {
    const Read read = paragraphs_of(
        "各部门要抓好落实。\n推动河道管理信息公开。做好反垄断与反不正当\n— 3 "
        "—\n\f竞争执法信息发布。");
    EXPECT_EQ(read.texts.back(), "推动河道管理信息公开。做好反垄断与反不正当竞争执法信息发布。");
    EXPECT_EQ(count_of(read.findings, "intake.folio_left_out"), 1u);
}

TEST(TextReader, JoinsKeepEveryWord) {
    for (const std::string& text : {kCut, kSet}) {
        core::Diagnostics findings;
        const RawDocument raw = read_text({"a.txt", text}, findings);
        EXPECT_EQ(words_of(raw), core::without_spaces(text));
    }
}

// Wrapped by a program at a width: 34 Han characters, the first line of a paragraph indented by
// two.
TEST(TextReader, WrappedLinesOfAShortIndentedTextAreJoined) {
    const Read read = paragraphs_of(
        "云岭省人民政府办公厅关于加强堤防巡查工作的通知\n云办发〔2026〕12号\n\n各市、州人民政府：\n"
        "    为规范堤防巡查工作，保障人民群众生命财产安全，根据国家和省的有关\n"
        "规定，经省政府同意，现就有关事项通知如下。\n"
        "    一、总体要求\n"
        "    坚持安全第一，分级负责，各级各部门应当按照职责分工做好堤防巡查和\n"
        "日常监督管理工作。\n"
        "                                        云岭省人民政府办公厅\n"
        "                                             2026年3月5日\n");
    EXPECT_EQ(
        read.texts,
        (Texts{"云岭省人民政府办公厅关于加强堤防巡查工作的通知", "云办发〔2026〕12号",
               "各市、州人民政府：",
               "为规范堤防巡查工作，保障人民群众生命财产安全，根据国家和省的有关规定，经省政府"
               "同意，现就有关事项通知如下。",
               "一、总体要求",
               "坚持安全第一，分级负责，各级各部门应当按照职责分工做好堤防巡查和日常监督管理"
               "工作。",
               "云岭省人民政府办公厅", "2026年3月5日"}));
    EXPECT_EQ(count_of(read.findings, "intake.lines_joined"), 2u);
}

TEST(TextReader, WrappedLinesOfAShortTextWithoutIndentsAreJoined) {
    for (const std::size_t width : {20u, 30u, 40u}) {
        const std::u32string sentence =
            U"为规范堤防巡查工作，保障人民群众生命财产安全，根据国家和省的有关规定，经省政府同意，"
            U"现就"
            U"有关事项通知如下，请结合本地实际认真贯彻落实，"
            U"各级防汛机构应当逐级压实责任，汛期每日巡查，发现险情立即报告并就地处置。";
        std::string text = "关于加强堤防巡查的通知\n各市：\n";
        for (std::size_t at = 0; at < sentence.size(); at += width)
            text += core::to_utf8(sentence.substr(at, width)) + "\n";
        const Read read = paragraphs_of(text + "云岭省水利厅\n2026年3月5日\n");
        ASSERT_EQ(read.texts.size(), 5u) << width;
        EXPECT_EQ(read.texts[2], core::to_utf8(sentence)) << width;
    }
}

TEST(TextReader, NamesInColumnsAreNotJoined) {
    const Read read = paragraphs_of(
        "关于表彰的通知\n各市：\n名单如下：\n林望山　陈知远　周海青　吴一鸣　郑立言\n"
        "王守正　李思齐　孙长河　钱通达　赵明德\n冯春来　褚秋水　卫国平　蒋大川　沈小舟\n"
        "云岭省水利厅\n2026年3月5日\n");
    EXPECT_EQ(read.texts.size(), 8u);
}

TEST(TextReader, ALineThatBreaksOffAloneIsTold) {
    const Read read = paragraphs_of(
        "关于加强堤防巡查的通知\n各市：\n堤防要每日巡查。\n"
        "发现险情，立即报告县防汛指挥部和\n下游各乡。\n"
        "各地每季度向省水利厅报告一次巡查情况，重大险情随时报告，不得迟报、漏报、瞒报。\n");
    EXPECT_EQ(count_of(read.findings, "intake.line_may_go_on"), 1u);
    EXPECT_EQ(find_of(read.findings, "intake.line_may_go_on")->place,
              core::Place(core::PlaceKind::Line, 4));
}

TEST(TextReader, SignsOfMarkdownAreReported) {
    for (const char* line :
         {"# 关于加强堤防巡查的通知", "## 一、总体要求", "现就**有关事项**通知如下。",
          "**云岭省水利厅**", "张**、李**参加，**务必准时**到会。"}) {
        const Read read = paragraphs_of(std::string("甲事项。\n") + line + "\n乙事项。");
        ASSERT_EQ(count_of(read.findings, "intake.markdown_in_text"), 1u) << line;
        EXPECT_EQ(find_of(read.findings, "intake.markdown_in_text")->place,
                  core::Place(core::PlaceKind::Line, 2))
            << line;
    }
    for (const char* line :
         {"#1机组停运。", "#", "张**、李**参加。", "张**和李**参加。",
          "身份证号3201**********1234。", "电话138****1234，139****5678。", "张**（女）", "＊＊＊",
          "****", "电话12**转34**。", "张**身份证号3201**1234。"})
        EXPECT_EQ(count_of(paragraphs_of(line).findings, "intake.markdown_in_text"), 0u) << line;
}

}  // namespace
}  // namespace gongbao::editor
