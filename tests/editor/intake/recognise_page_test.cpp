// SPDX-License-Identifier: Apache-2.0
// Documents on web pages: what alignment, typeface and the page's metadata table add to the
// wording.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using core::Date;
using testing::ElementsAre;

std::string centre(const std::string& text) {
    return "<p style='text-align:center'>" + text + "</p>";
}
std::string right(const std::string& text) {
    return "<p align='right'>" + text + "</p>";
}
std::string plain(const std::string& text) {
    return "<p>" + text + "</p>";
}

const std::string kTable =
    "<table><tr><td>索 引 "
    "号：</td><td>000000000/2022-00009</td><td>主题分类：</td><td>农业、林业、水利\\水利</td></tr>"
    "<tr><td>发文机关：</td><td>云岭省人民政府办公厅</td><td>成文日期：</td><td>2022年04月03日</"
    "td></tr>"
    "<tr><td>标　　题：</td><td colspan=3>云岭省人民政府办公厅关于河道治理几个问题的通知</td></tr>"
    "<tr><td>发文字号：</td><td>云办发〔2022〕38号</td><td>发布日期：</td><td>2022年04月10日</td></"
    "tr>"
    "<tr><td>主 题 词：</td><td>河道 治理</td></tr></table>";

std::string page_of(const std::string& body) {
    return "<html><body>" + kTable + "<div id='UCAP-CONTENT'>" + body + "</div></body></html>";
}

const std::string kNotice =
    centre("云岭省人民政府办公厅") + centre("关 于 河 道 治 理 几 个 问 题 的 通 知") +
    centre("云办发〔2022〕38号") + plain("各市（州）人民政府：") + plain("现就有关问题通知如下。") +
    plain("<b>一、治理范围</b>") + plain("各地要依法治理。") +
    right("云岭省人民政府办公厅&nbsp;&nbsp;") + right("2022年4月3日") + plain("（此件公开发布）");

TEST(RecognisePage, LetterSpacingGoesFromTheMetadataAndStaysInPrint) {
    const TakenIn taken = take_html(page_of(kNotice));
    EXPECT_EQ(taken.document.meta.title, "云岭省人民政府办公厅关于河道治理几个问题的通知");
    EXPECT_EQ(core::plain_text(taken.document.preface.front().runs),
              "云岭省人民政府办公厅关 于 河 道 治 理 几 个 问 题 的 通 知");
    EXPECT_EQ(count_of(taken.findings, "intake.title_differs"), 0u);
}

TEST(RecognisePage, FieldsFillTheMetadata) {
    const core::Metadata meta = take_html(page_of(kNotice)).document.meta;
    EXPECT_EQ(meta.index_number, "000000000/2022-00009");
    EXPECT_THAT(meta.themes, ElementsAre("农业、林业、水利/水利"));
    EXPECT_THAT(meta.keywords, ElementsAre("河道", "治理"));
    EXPECT_EQ(meta.published, (Date{2022, 4, 10}));
    EXPECT_EQ(meta.written, (Date{2022, 4, 3}));
    EXPECT_EQ(meta.source, "page.html");
}

TEST(RecognisePage, BoldOfAHeadingIsNoMark) {
    const TakenIn taken = take_html(page_of(kNotice));
    EXPECT_EQ(taken.document.body[1].role, core::Role::Heading1);
    EXPECT_EQ(taken.document.body[1].runs.front().marks.bits, 0);
}

TEST(RecognisePage, ContradictionsBetweenPageAndDocumentAreReported) {
    std::string body = kNotice;
    body = core::replace_all(body, "2022年4月3日", "2022年4月5日");
    body = core::replace_all(body, "〔2022〕38号", "〔2022〕39号");
    body = core::replace_all(body, "治 理", "管 理");
    const TakenIn taken = take_html(page_of(body));
    for (const char* id : {"intake.date_differs", "intake.number_differs", "intake.title_differs"})
        EXPECT_EQ(count_of(taken.findings, id), 1u) << id;
    EXPECT_EQ(taken.document.meta.number, "云办发〔2022〕39号");
    EXPECT_EQ(taken.document.meta.written, (Date{2022, 4, 5}));
}

TEST(RecognisePage, PageTellsWhatTheDocumentDoesNot) {
    const TakenIn taken = take_html(page_of(plain("各地要依法治理。")));
    EXPECT_EQ(taken.document.meta.title, "云岭省人民政府办公厅关于河道治理几个问题的通知");
    EXPECT_EQ(taken.document.meta.number, "云办发〔2022〕38号");
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省人民政府办公厅"));
    EXPECT_EQ(count_of(taken.findings, "intake.title_from_page"), 1u);
    EXPECT_TRUE(taken.document.preface.empty());
}

TEST(RecognisePage, OrderIsListedUnderTheNameOfItsRule) {
    const TakenIn taken = take_html(
        "<table><tr><td>标题：</td><td>云岭省河道管理办法</td></tr></table><div id='zoom'>" +
        centre("云岭省人民政府令") + centre("第350号") +
        plain("现公布《云岭省河道管理办法》，自2022年5月1日起施行。") + right("省　长　　林望山") +
        right("2022年3月18日") + centre("云岭省河道管理办法") +
        plain("第一条　为加强管理，制定本办法。") + "</div>");
    EXPECT_EQ(taken.document.meta.title, "云岭省河道管理办法");
    EXPECT_EQ(taken.document.meta.number, "云岭省人民政府令第350号");
}

TEST(RecognisePage, SignatureOverTwoRightAlignedLinesIsOneAgency) {
    const TakenIn taken = take_html(
        page_of(centre("关于做好防汛工作的通知") + plain("各地要抓好落实。") +
                right("云岭省应对强降雨灾害") + right("联防联控工作机制") + right("2022年6月1日")));
    EXPECT_THAT(taken.document.meta.issuers, ElementsAre("云岭省应对强降雨灾害联防联控工作机制"));
    EXPECT_EQ(taken.document.conclusions.size(), 3u);
}

TEST(RecognisePage, SignatureAndDateInOneParagraphAreTwo) {
    const TakenIn taken =
        take_html(page_of(centre("关于做好防汛工作的通知") + plain("各地要抓好落实。") +
                          right("云岭省水利厅<br>2022年6月1日")));
    EXPECT_THAT(outline_of(taken.document),
                ElementsAre("title 关于做好防汛工作的通知", "paragraph 各地要抓好落实。",
                            "signature 云岭省水利厅", "date 2022年6月1日"));
}

TEST(RecognisePage, CaptionsAndCentredLines) {
    const TakenIn taken = take_html(page_of(centre("关于做好防汛工作的通知") +
                                            plain("各地要抓好落实。") + centre("表1　任务表") +
                                            "<table><tr><td>县</td><td>任务</td></tr></table>" +
                                            centre("重点任务") + plain("加强巡查。")));
    EXPECT_EQ(taken.document.body[1].role, core::Role::Caption);
    EXPECT_EQ(taken.document.body[2].role, core::Role::Table);
    EXPECT_EQ(taken.document.body[3].role, core::Role::Paragraph);
    EXPECT_EQ(taken.document.body[3].align, core::Align::Center);
}

TEST(RecognisePage, UnitMayStandBetweenCaptionAndTable) {
    const TakenIn taken = take_html(page_of(
        centre("关于做好防汛工作的通知") + plain("各地要抓好落实。") + centre("防汛资金表") +
        right("单位：万元") + "<table><tr><td>县</td><td>资金</td></tr></table>"));
    EXPECT_EQ(taken.document.body[1].role, core::Role::Caption);
    EXPECT_EQ(taken.document.body[2].role, core::Role::TableUnit);
    EXPECT_EQ(taken.document.body[2].align, core::Align::Right);
}

TEST(RecognisePage, SubtitleMayStandInTheTitlesParagraph) {
    const TakenIn taken = take_html(
        "<h1>管好每一条河——《云岭省河道管理办法》解读</h1><div id='zoom'>" +
        centre("管好每一条河<br>——《云岭省河道管理办法》解读") + plain("问：为什么？") + "</div>");
    EXPECT_EQ(taken.document.meta.title, "管好每一条河");
    EXPECT_EQ(taken.document.preface[1].role, core::Role::Subtitle);
    EXPECT_EQ(count_of(taken.findings, "intake.title_differs"), 0u);
}

TEST(RecognisePage, AnnexTitleEndsWhereTheAnnexNoteSaysSo) {
    const TakenIn taken = take_html(page_of(
        centre("关于做好防汛工作的通知") + plain("各地要抓好落实。") + plain("附件：防汛任务表") +
        right("云岭省水利厅") + right("2022年6月1日") + plain("附件") + centre("防汛任务表") +
        centre("清河流域") + "<table><tr><td>县</td><td>任务</td></tr></table>"));
    ASSERT_EQ(taken.document.annexes.size(), 1u);
    const core::Blocks& annex = taken.document.annexes[0].blocks;
    EXPECT_EQ(core::plain_text(annex[1].runs), "防汛任务表");
    EXPECT_EQ(annex[2].role, core::Role::Caption);
}

TEST(RecognisePage, TypefaceOfThePageDecidesRunInHeadings) {
    const TakenIn taken = take_html(page_of(
        centre("关于做好防汛工作的通知") +
        plain(
            "<span "
            "style='font-family:楷体_GB2312'>"
            "（一）压实各级各类防汛责任，强化行政首长负责制，健全包保机制。</span>各地要落实。")));
    EXPECT_THAT(leads_of(taken.document),
                ElementsAre("压实各级各类防汛责任，强化行政首长负责制，健全包保机制。"));
}

TEST(RecognisePage, MetadataAboveTheTitleInTheBoxOfTheTextAreFields) {
    const std::string text = centre("云岭省水利厅关于加强堤防巡查的通知") +
                             plain("云水发〔2026〕6号") + plain("各市水利局：") +
                             plain("请执行。") + right("云岭省水利厅") + right("2026年3月5日");
    for (const char* head :
         {"<table><tr><td>索 引 "
          "号：</td><td>000/2026-1</td><td>发文机关：</td><td>云岭省水利厅</td></tr>"
          "<tr><td>发文字号</td><td>云水发〔2026〕6号</td><td>关键词</td><td>堤防</td></tr></"
          "table>",
          "<table><tr><td>索引号：000/2026-1</td><td>文号：云水发〔2026〕6号</td></tr></table>",
          "<table><tr><td>索引号：</td><td>000/2026-1</td></tr></table>",
          "<ul><li>索引号：000/2026-1</li><li>发布日期：2026年3月6日</li></ul>",
          "<p>索引号：000/2026-1</p><p>发文机关：云岭省水利厅</p>"}) {
        const TakenIn taken = take_body(head + text);
        EXPECT_EQ(taken.document.meta.title, "云岭省水利厅关于加强堤防巡查的通知") << head;
        EXPECT_EQ(taken.document.meta.number, "云水发〔2026〕6号") << head;
        EXPECT_EQ(taken.document.meta.index_number, "000/2026-1") << head;
        EXPECT_EQ(outline_of(taken.document)[2], "addressees 各市水利局：") << head;
        EXPECT_GE(count_of(taken.findings, "intake.fields_left_out"), 1u) << head;
        EXPECT_EQ(count_of(taken.findings, "intake.second_document"), 0u) << head;
    }
    for (const char* head :
         {"<table><tr><td>序号</td><td>名称</td></tr><tr><td>1</td><td>东渡</td></tr></table>",
          "<table><tr><td>索引号</td><td>000/2026-1</td><td>备注</td></tr><tr><td>发文机关</"
          "td><td>甲</td><td>乙</td></tr></table>",
          "<table><tr><td>索引号</td><td>000/2026-1</td></tr></table>", "<p>来源：本报</p>",
          "<p>有效期：三年。</p><p>来源：本报</p>"}) {
        const TakenIn taken = take_body(head + text);
        EXPECT_EQ(count_of(taken.findings, "intake.fields_left_out"), 0u) << head;
    }
    EXPECT_EQ(
        take_body("<table><tr><td>发布日期：</td><td>二〇二六年三月六日</td></tr></table>" + text)
            .document.meta.published,
        (core::Date{2026, 3, 6}));
    EXPECT_EQ(
        count_of(take_body(text + "<p>来源：本报</p><p>文号：云水发〔2026〕7号</p><p>名称：甲</p>")
                     .findings,
                 "intake.fields_left_out"),
        0u);
}

TEST(RecognisePage, WordsOfTheSiteAroundTheTextAreNeitherTitleNorAnnex) {
    const TakenIn taken = take_html(
        "<html><body><div class='nav'><a>首页</a><a>公开</a></div><h1>云岭省堤防巡查办法</h1>"
        "<p>第一条　为了加强堤防巡查，制定本办法。</p><p>第二条　本办法自2026年3月1日起施行。</p>"
        "<p>云岭省水利厅</p><p>2026年2月6日</p><p>相关链接：<a>关于堤防的解读</a></p></body></"
        "html>");
    EXPECT_EQ(taken.document.meta.title, "云岭省堤防巡查办法");
    EXPECT_TRUE(taken.document.annexes.empty());
    EXPECT_EQ(count_of(taken.findings, "intake.chrome_left_out"), 2u);
}

TEST(RecognisePage, LinksBelowTheTextAreNoAnnex) {
    const std::string text = centre("云岭省水利厅关于加强堤防巡查的通知") + plain("各市水利局：") +
                             plain("请执行。") + right("云岭省水利厅") + right("2026年3月5日");
    const TakenIn taken =
        take_body(text + "<p>相关链接：</p><ul><li>堤防巡查办法解读</li><li>一图读懂</li></ul>");
    EXPECT_TRUE(taken.document.annexes.empty());
    ASSERT_EQ(count_of(taken.findings, "intake.chrome_left_out"), 1u);
    EXPECT_NE(find_of(taken.findings, "intake.chrome_left_out")
                  ->message.args.at("words")
                  .find("一图读懂"),
              std::string::npos);
    const TakenIn kept = take_body(text + "<p>相关链接</p><p>各单位应当按本通知执行。</p>");
    EXPECT_NE(core::plain_text(kept.document).find("应当按本通知执行"), std::string::npos);
    EXPECT_EQ(count_of(kept.findings, "intake.chrome_left_out"), 0u);
}

}  // namespace
}  // namespace gongbao::editor
