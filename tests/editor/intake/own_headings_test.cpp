// SPDX-License-Identifier: Apache-2.0
// Headings that only the author's file marks: of Word, of a page, of Markdown.
#include <gtest/gtest.h>

#include "tests/editor/docx/docx_builder.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using Outline = std::vector<std::string>;

constexpr const char* kStyles = R"(
<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="t"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="h1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="h2"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="h3"><w:name w:val="三级标题"/></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:name w:val="局小标题"/>
<w:basedOn w:val="h2"/></w:style>
<w:style w:type="paragraph" w:styleId="look"><w:name w:val="像标题的正文"/>
<w:basedOn w:val="h2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="toc1"><w:name w:val="toc 1"/></w:style>)";

std::string styled(const std::string& words, const std::string& style) {
    return paragraph(words, "<w:pStyle w:val=\"" + style + "\"/>");
}

const std::string kHead = styled("云岭省人民政府办公厅关于加强堤防巡查工作的通知", "t") +
                          paragraph("云办发〔2026〕12号", R"(<w:jc w:val="center"/>)") +
                          paragraph("各市、州人民政府：");
const std::string kFoot = paragraph("云岭省人民政府办公厅", R"(<w:jc w:val="right"/>)") +
                          paragraph("2026年3月5日", R"(<w:jc w:val="right"/>)");

TakenIn take_docx(const std::string& body) {
    return take_in({"a.docx", DocxBuilder(body).styles(kStyles).bytes()});
}

// The body of a document with head and foot.
Outline body_of(const std::string& body) {
    Outline all = outline_of(take_docx(kHead + body + kFoot).document);
    all.erase(all.begin(), all.begin() + 3);
    all.resize(all.size() - 2);
    return all;
}

TEST(OwnHeadings, StylesAndLevelsWithoutNumbersAreHeadings) {
    EXPECT_EQ(
        body_of(styled("总体要求", "h1") + paragraph("坚持安全第一。") + styled("摸清底数", "own") +
                paragraph("各地完成登记。") +
                paragraph("登记方式", R"(<w:outlineLvl w:val="2"/>)") + paragraph("线上登记。") +
                styled("登记内容", "h3") + paragraph("堤段与责任人。") + styled("工作要求", "h1") +
                paragraph("严格巡查。")),
        (Outline{"heading1 总体要求", "paragraph 坚持安全第一。", "heading2 摸清底数",
                 "paragraph 各地完成登记。", "heading3 登记方式", "paragraph 线上登记。",
                 "heading3 登记内容", "paragraph 堤段与责任人。", "heading1 工作要求",
                 "paragraph 严格巡查。"}));
}

TEST(OwnHeadings, AStyleThatTakesTheLevelAwayMarksNone) {
    EXPECT_EQ(body_of(styled("各地每日一查", "look") + paragraph("坚持安全第一。")),
              (Outline{"paragraph 各地每日一查", "paragraph 坚持安全第一。"}));
}

TEST(OwnHeadings, LevelsNeedNotBeginAtTheFirst) {
    EXPECT_EQ(body_of(styled("总体要求", "h2") + paragraph("坚持安全第一。") +
                      styled("巡查方式", "h3") + paragraph("每日一查。")),
              (Outline{"heading1 总体要求", "paragraph 坚持安全第一。", "heading2 巡查方式",
                       "paragraph 每日一查。"}));
}

TEST(OwnHeadings, AgreeWithPrintedNumbers) {
    EXPECT_EQ(
        body_of(styled("一、总体要求", "h1") + paragraph("坚持安全第一。") +
                styled("基本原则", "h2") + paragraph("属地负责。") + styled("二、主要任务", "h1") +
                styled("摸清底数", "h2") + paragraph("各地完成登记。")),
        (Outline{"heading1 [一、] 总体要求", "paragraph 坚持安全第一。", "heading2 基本原则",
                 "paragraph 属地负责。", "heading1 [二、] 主要任务", "heading2 摸清底数",
                 "paragraph 各地完成登记。"}));
    EXPECT_EQ(body_of(paragraph("一、总体要求") + paragraph("坚持安全第一。") +
                      styled("基本原则", "h3") + paragraph("属地负责。")),
              (Outline{"heading1 [一、] 总体要求", "paragraph 坚持安全第一。", "heading2 基本原则",
                       "paragraph 属地负责。"}))
        << "below a numbered heading that the file does not mark";
}

TEST(OwnHeadings, StandBesideTheDivisionsOfTheirLevel) {
    EXPECT_EQ(body_of(styled("前　言", "h1") + paragraph("编制本规划。") +
                      styled("第一章　总则", "h1") + styled("一、现状", "h2") +
                      paragraph("堤防二百处。") + styled("规划期限", "h2") + paragraph("五年。")),
              (Outline{"chapter 前　言", "paragraph 编制本规划。", "chapter [第一章] 总则",
                       "heading1 [一、] 现状", "paragraph 堤防二百处。", "heading1 规划期限",
                       "paragraph 五年。"}));
}

TEST(OwnHeadings, NumbersOfAStandardFollowTheLevels) {
    EXPECT_EQ(body_of(styled("1. 总则", "h1") + styled("1.1 目的", "h2") + paragraph("规范巡查。") +
                      styled("2. 巡查", "h1") + styled("2.1 频次", "h2") + paragraph("每日一次。")),
              (Outline{"heading1 [1.] 总则", "heading2 1.1 目的", "paragraph 规范巡查。",
                       "heading1 [2.] 巡查", "heading2 2.1 频次", "paragraph 每日一次。"}));
}

TEST(OwnHeadings, AStyleTakenForItsLookIsNotBelieved) {
    const std::string body = styled("坚持安全第一，落实责任。", "h1") +
                             styled("各地每日巡查一次。", "h1") + styled("总体要求", "h1") +
                             paragraph("甲。") + paragraph("乙。");
    const TakenIn taken = take_docx(kHead + body + kFoot);
    EXPECT_EQ(outline_of(taken.document)[5], "paragraph 总体要求");
    EXPECT_EQ(count_of(taken.findings, "intake.own_headings_not_believed"), 1u);
}

TEST(OwnHeadings, ADocumentOfHeadingsAloneHasNone) {
    std::string body;
    for (const char* words : {"甲堤", "乙堤", "丙堤", "丁堤", "戊堤", "己堤"})
        body += styled(words, "h1");
    EXPECT_EQ(body_of(body)[0], "paragraph 甲堤");
}

// By its words and place a level without text below is an item of a list (core/document/structure);
// the file says otherwise.
TEST(OwnHeadings, StandAsHeadingsWithoutTextBelow) {
    const TakenIn taken = take_docx(kHead + styled("一、责任分工", "h1") + styled("甲堤", "h2") +
                                    styled("乙堤", "h2") + styled("二、巡查要求", "h1") +
                                    paragraph("每日一查。") + paragraph("三、附则") + kFoot);
    std::vector<std::string> standing;
    for (const core::Block& block : taken.document.body)
        if (block.heading) standing.push_back(core::plain_text(block.runs));
    EXPECT_EQ(standing, (Outline{"责任分工", "甲堤", "乙堤", "巡查要求"}));
}

TEST(OwnHeadings, ALineThatReadsAsTextStaysAParagraph) {
    const std::string body =
        styled("总体要求", "h1") + paragraph("坚持安全第一。") + styled("工作要求", "h1") +
        styled("各地要每日巡查，发现险情立即报告。", "h1") + paragraph("严格巡查。");
    const TakenIn taken = take_docx(kHead + body + kFoot);
    EXPECT_EQ(outline_of(taken.document)[6], "paragraph 各地要每日巡查，发现险情立即报告。");
    const core::Diagnostic* told = find_of(taken.findings, "intake.own_heading_reads_as_text");
    ASSERT_NE(told, nullptr);
    EXPECT_EQ(told->level, core::Level::Hint);
}

TEST(OwnHeadings, SignatureDateAndAnnexLabelStayWhatTheyAre) {
    const TakenIn taken =
        take_docx(kHead + styled("总体要求", "h1") + paragraph("坚持安全第一。") +
                  styled("云岭省人民政府办公厅", "h1") + styled("2026年3月5日", "h1") +
                  styled("附件", "h1") + styled("巡查安排表", "h1") + paragraph("每日一次。"));
    EXPECT_EQ(
        outline_of(taken.document),
        (Outline{"title 云岭省人民政府办公厅关于加强堤防巡查工作的通知",
                 "number 云办发〔2026〕12号", "addressees 各市、州人民政府：", "heading1 总体要求",
                 "paragraph 坚持安全第一。", "signature 云岭省人民政府办公厅", "date 2026年3月5日",
                 "-- annex", "annex-label 附件", "title 巡查安排表", "paragraph 每日一次。"}));
}

TEST(OwnHeadings, TheStyleOfTheTitleTellsTheTitle) {
    const Outline outline =
        outline_of(take_docx(paragraph("内部编号　甲12", R"(<w:jc w:val="center"/>)") +
                             styled("云岭省堤防巡查", "t") + styled("五年安排", "t") +
                             styled("总体要求", "h1") + paragraph("坚持安全第一。"))
                       .document);
    EXPECT_EQ(outline, (Outline{"note 内部编号　甲12", "title 云岭省堤防巡查/五年安排",
                                "heading1 总体要求", "paragraph 坚持安全第一。"}));
}

TEST(OwnHeadings, OfAPage) {
    EXPECT_EQ(outline_of(take_body("<h1>关于加强堤防巡查工作的通知</h1><p>各市：</p>"
                                   "<h2>总体要求</h2><p>坚持安全第一。</p>"
                                   "<h3><span>巡查</span>方式</h3><p>每日一查。</p>"
                                   "<div role='heading' aria-level='2'>工作要求</div>"
                                   "<p>严格巡查。</p>")
                             .document),
              (Outline{"title 关于加强堤防巡查工作的通知", "addressees 各市：", "heading1 总体要求",
                       "paragraph 坚持安全第一。", "heading2 巡查方式", "paragraph 每日一查。",
                       "heading1 工作要求", "paragraph 严格巡查。"}));
}

TEST(OwnHeadings, OfMarkdown) {
    const TakenIn taken = take_in({"a.md",
                                   "# 关于加强堤防巡查工作的通知\n\n各市：\n\n## 总体要求\n\n"
                                   "坚持安全第一。\n\n### 巡查方式 ###\n\n每日一查。\n"});
    EXPECT_EQ(outline_of(taken.document),
              (Outline{"title 关于加强堤防巡查工作的通知", "addressees 各市：", "heading1 总体要求",
                       "paragraph 坚持安全第一。", "heading2 巡查方式", "paragraph 每日一查。"}));
    EXPECT_EQ(count_of(taken.findings, "intake.markdown_headings"), 1u);
    EXPECT_EQ(count_of(taken.findings, "intake.markdown_in_text"), 0u);
}

// ---- contents ----

std::string field(const std::string& kind) {
    return "<w:r><w:fldChar w:fldCharType=\"" + kind + "\"/></w:r>";
}
std::string entry(const std::string& words, const std::string& page, const std::string& before = {},
                  const std::string& after = {}) {
    return R"(<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr>)" + before + "<w:r><w:t>" + words +
           "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>" + page + "</w:t></w:r>" + after + "</w:p>";
}
const std::string kText = paragraph("第一章　总则") + paragraph("堤防要牢。") +
                          paragraph("第二章　任务") + paragraph("一、近期任务") +
                          paragraph("巡查堤防。");
const Outline kOutline = {"title 云岭省堤防规划",
                          "paragraph 编制单位：云岭省水利厅",
                          "contents 目录",
                          "contents 第一章　总则　1",
                          "contents 第二章　任务　3",
                          "contents 一、近期任务　4",
                          "chapter [第一章] 总则",
                          "paragraph 堤防要牢。",
                          "chapter [第二章] 任务",
                          "heading1 [一、] 近期任务",
                          "paragraph 巡查堤防。"};
const std::string kCover =
    paragraph("云岭省堤防规划", R"(<w:jc w:val="center"/>)") + paragraph("编制单位：云岭省水利厅");

TEST(PrintedContents, OfAFieldBelowACover) {
    const std::string code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>";
    EXPECT_EQ(
        outline_of(take_docx(kCover + paragraph("目录") +
                             entry("第一章　总则", "1", field("begin") + code + field("separate")) +
                             entry("第二章　任务", "3") +
                             entry("一、近期任务", "4", {}, field("end")) + kText)
                       .document),
        kOutline);
}

TEST(PrintedContents, OfTheirStyle) {
    const auto line = [](const std::string& words, const std::string& page) {
        std::string made = entry(words, page);
        return made.replace(made.find("\"a\""), 3, "\"toc1\"");
    };
    EXPECT_EQ(outline_of(take_docx(kCover + paragraph("目录") + line("第一章　总则", "1") +
                                   line("第二章　任务", "3") + line("一、近期任务", "4") + kText)
                             .document),
              kOutline);
}

TEST(PrintedContents, OfDotsOrTabsInAText) {
    const std::string text = "第一章　总则\n堤防要牢。\n第二章　任务\n一、近期任务\n巡查堤防。\n";
    const Outline tabs = outline_of(
        take_text(
            "云岭省堤防规划\n编制单位：云岭省水利厅\n目　录\n第一章　总则\t1\n第二章　任务\t3\n"
            "一、近期任务\t4\n" +
            text)
            .document);
    Outline expected = kOutline;
    expected[2] = "contents 目　录";
    EXPECT_EQ(tabs, expected);
    const Outline dots = outline_of(
        take_text("云岭省堤防规划\n编制单位：云岭省水利厅\n目录\n第一章　总则……1\n第二章　任务……3\n"
                  "附件：堤防名单……4\n" +
                  text)
            .document);
    EXPECT_EQ(dots[5], "contents 附件：堤防名单……4") << "it opens no annex";
    EXPECT_EQ(dots[6], "chapter [第一章] 总则");
}

TEST(PrintedContents, WithoutPagesWhereTheLinesComeAgain) {
    const Outline outline = outline_of(
        take_text("云岭省堤防规划\n编制单位：云岭省水利厅\n目录\n第一章　总则\n第二章　任务\n"
                  "第一章　总则\n堤防要牢。\n第二章　任务\n巡查堤防。\n")
            .document);
    EXPECT_EQ(outline[3], "contents 第一章　总则");
    EXPECT_EQ(outline[4], "contents 第二章　任务");
    EXPECT_EQ(outline[5], "chapter [第一章] 总则");
}

TEST(PrintedContents, AFieldThatSwallowedTheTextMarksNone) {
    const std::string code = "<w:r><w:instrText> TOC \\o </w:instrText></w:r>";
    const Outline outline = outline_of(
        take_docx(kCover + entry("第一章　总则", "1", field("begin") + code + field("separate")) +
                  paragraph("堤防由县级以上人民政府负责巡查。") + "<w:p>" + field("end") + "</w:p>")
            .document);
    EXPECT_EQ(outline.back(), "paragraph 堤防由县级以上人民政府负责巡查。");
}

}  // namespace
}  // namespace gongbao::editor
