// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/read_html.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "editor/intake/html/measure.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

RawDocument read_page(const std::string& html, core::Diagnostics* findings = nullptr) {
    core::Diagnostics own;
    return read_html({"page.html", html}, findings != nullptr ? *findings : own);
}
RawDocument read_body(const std::string& body, core::Diagnostics* findings = nullptr) {
    return read_page("<div id=\"UCAP-CONTENT\">" + body + "</div>", findings);
}
const RawParagraph& paragraph(const RawDocument& raw, std::size_t i) {
    return std::get<RawParagraph>(raw.blocks.at(i));
}
std::string text(const RawDocument& raw, std::size_t i) {
    return core::plain_text(paragraph(raw, i).runs);
}

TEST(HtmlReader, TakesTheContentAndNotTheNavigation) {
    core::Diagnostics findings;
    const RawDocument raw = read_page(
        "<body><div>首页 &gt; 公报</div><div "
        "id='UCAP-CONTENT'><p>正文。</p></div><div>打印</div></body>",
        &findings);
    ASSERT_EQ(raw.blocks.size(), 1u);
    EXPECT_EQ(text(raw, 0), "正文。");
    ASSERT_NE(find_of(findings, "intake.surroundings_left_out"), nullptr);
    EXPECT_EQ(find_of(findings, "intake.surroundings_left_out")->message.args.at("count"), "7");
}

TEST(HtmlReader, FindsTheDensestBlockOfAnUnknownPage) {
    std::string article;
    for (int i = 0; i < 20; ++i)
        article += "<p>各地要加强河道管理，保障防洪安全，抓好各项工作落实。</p>";
    const RawDocument raw =
        read_page("<body><div><a>首页</a><a>公报</a></div><div class=x><div class=y>" + article +
                  "</div></div><div>联系我们</div></body>");
    EXPECT_EQ(raw.blocks.size(), 20u);
}

TEST(HtmlReader, ReadsTheMetadataTable) {
    const RawDocument raw = read_page(
        "<table><tr><td><b>索 引 号：</b></td><td>000/2022-1</td><td><b>主题分类：</b></td>"
        "<td>综合政务\\政务公开</td></tr><tr><td>标　　题：</td><td "
        "colspan=3>关于河道的通知</td></tr>"
        "<tr><td>发文字号：</td><td></td><td>发布日期：</td><td>2022年04月10日</td></tr></table>"
        "<div id='UCAP-CONTENT'><p>正文。</p></div>");
    using Field = std::pair<std::string, std::string>;
    EXPECT_EQ(raw.fields, (std::vector<Field>{{"索引号", "000/2022-1"},
                                              {"主题分类", "综合政务\\政务公开"},
                                              {"标题", "关于河道的通知"},
                                              {"发布日期", "2022年04月10日"}}));
}

TEST(HtmlReader, ReadsMetadataWithoutReadings) {
    const RawDocument raw = read_page(
        "<table><tr><td>标题：</td><td>关于<ruby>亳<rp>(</rp><rt>bó</rt><rp>)</rp></ruby>州的通知</"
        "td></tr></table>"
        "<div id='UCAP-CONTENT'><p>正文。</p></div>");
    ASSERT_EQ(raw.fields.size(), 1u);
    EXPECT_EQ(raw.fields[0].second, "关于亳州的通知");
}

TEST(HtmlReader, ReadsMetadataWrittenOnOneLine) {
    const RawDocument raw = read_page(
        "<ul><li>文号：云府发〔2022〕3号</li><li><b>成文日期：</b>2022-04-03</li></ul>"
        "<div id='zoom'><p>文号：这一行属于正文。</p></div>");
    ASSERT_EQ(raw.fields.size(), 2u);
    EXPECT_EQ(raw.fields[0].second, "云府发〔2022〕3号");
    EXPECT_EQ(raw.fields[1].second, "2022-04-03");
}

TEST(HtmlReader, KeepsAlignmentOfStyleAttributeAndElement) {
    const RawDocument raw = read_body(
        "<p style='text-align:center'>甲</p><p align=right>乙</p><center>丙</center>"
        "<div style='TEXT-ALIGN: right'><p>丁</p></div><p>戊</p>");
    EXPECT_EQ(paragraph(raw, 0).align, core::Align::Center);
    EXPECT_EQ(paragraph(raw, 1).align, core::Align::Right);
    EXPECT_EQ(paragraph(raw, 2).align, core::Align::Center);
    EXPECT_EQ(paragraph(raw, 3).align, core::Align::Right);
    EXPECT_EQ(paragraph(raw, 4).align, core::Align::Natural);
}

TEST(HtmlReader, BreakInsideATitleStaysABreak) {
    const RawDocument raw = read_body("<p align=center>关于加强河道<br>管理的通知</p>");
    ASSERT_EQ(raw.blocks.size(), 1u);
    EXPECT_EQ(paragraph(raw, 0).runs[1].kind, core::Inline::Kind::LineBreak);
}

TEST(HtmlReader, BreakBeforeAnIndentOrABlankLineEndsTheParagraph) {
    const RawDocument raw =
        read_body("第一段。<br>　　第二段。<br><br>第三段，<br>&nbsp;&nbsp;&nbsp;&nbsp;第四段。");
    ASSERT_EQ(raw.blocks.size(), 4u);
    EXPECT_EQ(text(raw, 3), "第四段。");
}

TEST(HtmlReader, EntitiesBecomeCharacters) {
    EXPECT_EQ(
        text(read_body("<p>&ldquo;双随机&rdquo;&hellip;&#12296;甲&#x3009;A&amp;B &lt;</p>"), 0),
        "“双随机”…〈甲〉A&B <");
}

TEST(HtmlReader, LineEndsOfTheSourceAreNoSpacesBetweenHan) {
    EXPECT_EQ(text(read_body("<p>加强河道\n     管理</p>"), 0), "加强河道管理");
}

TEST(HtmlReader, MarksAreKept) {
    const RawDocument raw = read_body(
        "<p>甲<b>乙</b><i>丙</i><u>丁</u>m<sup>2</sup>CO<sub>2</sub><span "
        "style='font-weight:700'>戊</span></p>");
    const core::Runs& runs = paragraph(raw, 0).runs;
    ASSERT_EQ(runs.size(), 9u);
    EXPECT_TRUE(runs[1].marks.has(core::Mark::Bold));
    EXPECT_TRUE(runs[2].marks.has(core::Mark::Italic));
    EXPECT_TRUE(runs[3].marks.has(core::Mark::Underline));
    EXPECT_TRUE(runs[5].marks.has(core::Mark::Superscript));
    EXPECT_TRUE(runs[7].marks.has(core::Mark::Subscript));
    EXPECT_TRUE(runs[8].marks.has(core::Mark::Bold));
}

TEST(HtmlReader, EmphasisByStyleIsKept) {
    const RawDocument raw = read_body(
        "<p>甲<span style='text-emphasis:filled dot'>乙</span><span "
        "style='-webkit-text-emphasis: dot'>丙</span><span "
        "style='text-emphasis:none'>丁</span></p>");
    const core::Runs& runs = paragraph(raw, 0).runs;
    ASSERT_EQ(runs.size(), 3u);
    EXPECT_EQ(runs[1], core::text_run("乙丙", core::Marks{}.add(core::Mark::Emphasis)));
}

TEST(HtmlReader, RubyIsAReadingOverItsCharacters) {
    using core::ruby;
    using core::text_run;
    const core::Marks bold = core::Marks{}.add(core::Mark::Bold);
    const std::vector<std::pair<std::string, core::Runs>> kRubies = {
        {"<ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp></ruby>", {ruby("汉", "hàn")}},
        {"<ruby>汉<rt>hàn</rt>字<rt>zì</rt></ruby>", {ruby("汉", "hàn"), ruby("字", "zì")}},
        {"<ruby>\n <rb>汉</rb> <rt>hàn</rt>\n <rb>字</rb><rt>zì</rt>\n</ruby>",
         {ruby("汉", "hàn"), ruby("字", "zì")}},
        {"<ruby><rb>汉</rb><rb>字</rb><rp>(</rp><rt>hàn</rt><rt>zì</rt><rp>)</rp></ruby>",
         {ruby("汉", "hàn"), ruby("字", "zì")}},
        {"<ruby><rb>汉</rb><rb>字</rb><rtc><rt>hàn</rt><rt>zì</rt></rtc></ruby>",
         {ruby("汉", "hàn"), ruby("字", "zì")}},
        {"<ruby><rb>汉</rb><rb>字</rb><rt>hàn\n zì</rt></ruby>", {ruby("汉字", "hàn zì")}},
        {"<ruby>汉字<rt>hànzì</rt>甲</ruby>", {ruby("汉字", "hànzì"), text_run("甲")}},
        {"<ruby><b>汉</b><rt><span>hàn</span></rt></ruby>", {ruby("汉", "hàn", bold)}},
        {"<b><ruby>汉<rt>hàn</rt></ruby></b>", {ruby("汉", "hàn", bold)}},
        {"<ruby>汉<rt></rt></ruby>", {text_run("汉")}},
    };
    for (const auto& [html, runs] : kRubies) {
        core::Diagnostics findings;
        const RawDocument raw = read_body("<p>“" + html + "”</p>", &findings);
        core::Runs expected{text_run("“")};
        for (const core::Inline& run : runs)
            if (run.kind == core::Inline::Kind::Text && run.marks == core::Marks{} &&
                expected.back().kind == core::Inline::Kind::Text)
                expected.back().text += run.text;
            else
                expected.push_back(run);
        if (expected.back().kind == core::Inline::Kind::Text)
            expected.back().text += "”";
        else
            expected.push_back(text_run("”"));
        EXPECT_EQ(paragraph(raw, 0).runs, expected) << html;
        EXPECT_TRUE(findings.empty()) << html;
    }
}

TEST(HtmlReader, ReadingsWithNothingToStandOverStayAsWordsAndAreReported) {
    const std::vector<std::pair<std::string, std::string>> kApart = {
        {"<ruby><rt>hàn</rt></ruby>", "hàn"},
        {"<ruby><rb>汉</rb><rb>字</rb><rb>甲</rb><rt>hàn</rt><rt>zì</rt></ruby>", "汉字甲hànzì"},
        {"<ruby>汉<rt>hàn</rt><rt>Han</rt></ruby>", "汉hànHan"},
        {"<ruby>汉<br>字<rt>hànzì</rt></ruby>", "汉/字hànzì"},
        {"<ruby><ruby>汉<rt>hàn</rt></ruby><rt>Han</rt></ruby>", "汉(hàn)Han"},
    };
    for (const auto& [html, words] : kApart) {
        core::Diagnostics findings;
        const RawDocument raw = read_body("<p align=center>" + html + "</p>", &findings);
        std::string seen;
        for (const core::Inline& run : paragraph(raw, 0).runs)
            seen += run.kind == core::Inline::Kind::LineBreak ? "/"
                    : run.kind == core::Inline::Kind::Ruby    ? run.text + "(" + run.reading + ")"
                                                              : run.text;
        EXPECT_EQ(seen, words);
        EXPECT_GE(count_of(findings, "intake.ruby_apart"), 1u) << html;
    }
}

TEST(HtmlReader, ChangeOfTypefaceMarksARunInHeading) {
    const RawDocument raw = read_body(
        "<p><span style='font-family:楷体'>坚持公开。</span>各地要加强管理。</p>"
        "<p><span style='font-family:楷体'>云府发〔2022〕3号</span></p>");
    EXPECT_TRUE(paragraph(raw, 0).runs[0].marks.has(core::Mark::Lead));
    EXPECT_FALSE(paragraph(raw, 0).runs[1].marks.has(core::Mark::Lead));
    EXPECT_FALSE(paragraph(raw, 1).runs[0].marks.has(core::Mark::Lead));
}

TEST(HtmlReader, HiddenTextIsLeftOutAndReported) {
    core::Diagnostics findings;
    const RawDocument raw = read_body(
        "<p>甲</p><p style='display: none'>暗藏</p><p "
        "hidden>又藏</p><script>x()</script><style>p{}</style><p>乙</p>",
        &findings);
    EXPECT_EQ(raw.blocks.size(), 2u);
    EXPECT_EQ(count_of(findings, "intake.hidden_left_out"), 2u);
}

TEST(HtmlReader, StruckTextIsReadAndReported) {
    for (const char* struck :
         {"<s>旧文</s>", "<del>旧<b></b>文</del>", "<strike><b>旧文</b></strike>",
          "<span style='text-decoration: line-through'>旧文</span>",
          "<ruby><s>旧文</s><rt>jiùwén</rt></ruby>"}) {
        core::Diagnostics findings;
        const RawDocument raw = read_body("<p>甲" + std::string(struck) + "乙</p>", &findings);
        EXPECT_EQ(core::plain_text(paragraph(raw, 0).runs), "甲旧文乙") << struck;
        ASSERT_NE(find_of(findings, "intake.struck_text"), nullptr) << struck;
        EXPECT_EQ(find_of(findings, "intake.struck_text")->level, core::Level::Error);
    }
    core::Diagnostics findings;
    read_body("<p>甲<ins>乙</ins><span style='text-decoration: underline'>丙</span></p>",
              &findings);
    EXPECT_EQ(count_of(findings, "intake.struck_text"), 0u);
}

TEST(HtmlReader, PictureOutsideOfTheFileIsReported) {
    core::Diagnostics findings;
    read_body("<p>甲</p><p><img src='images/1.jpg'></p>", &findings);
    ASSERT_NE(find_of(findings, "intake.picture_left_out"), nullptr);
    EXPECT_EQ(find_of(findings, "intake.picture_left_out")->place,
              core::Place(core::PlaceKind::Paragraph, 2));
}

TEST(HtmlReader, TablesKeepSpansHeadsAndCells) {
    const RawDocument raw = read_body(
        "<table><thead><tr><th rowspan=2>县</th><th "
        "colspan=2>河道</th></tr><tr><th>名称</th><th>长度</th></tr></thead>"
        "<tbody><tr><td "
        "align=center>甲县<br>乙县</td><td><p>清河</p><p>白河</p></td><td>&nbsp;</td></tr></"
        "tbody></table>");
    ASSERT_EQ(raw.blocks.size(), 1u);
    const core::Table& table = std::get<RawTable>(raw.blocks[0]).table;
    ASSERT_EQ(table.rows.size(), 3u);
    EXPECT_TRUE(table.rows[1].header);
    EXPECT_FALSE(table.rows[2].header);
    EXPECT_EQ(table.rows[0].cells[0].row_span, 2);
    EXPECT_EQ(table.rows[0].cells[1].column_span, 2);
    EXPECT_EQ(table.rows[2].cells[0].align, core::Align::Center);
    EXPECT_EQ(table.rows[2].cells[1].paragraphs.size(), 2u);
    ASSERT_EQ(table.rows[2].cells[2].paragraphs.size(), 1u);
    EXPECT_TRUE(table.rows[2].cells[2].paragraphs[0].empty());
}

TEST(HtmlReader, TableThatOnlyArrangesIsNoTable) {
    const RawDocument raw = read_body("<table><tr><td><p>甲。</p><p>乙。</p></td></tr></table>");
    ASSERT_EQ(raw.blocks.size(), 2u);
    EXPECT_EQ(text(raw, 1), "乙。");
}

TEST(HtmlReader, NumbersOfAnOrderedListArePrinted) {
    const RawDocument raw =
        read_body("<ol start=3><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul>");
    EXPECT_EQ(text(raw, 0), "3.甲");
    EXPECT_EQ(text(raw, 1), "4.乙");
    EXPECT_EQ(text(raw, 2), "•丙");
}

TEST(HtmlReader, Gb18030PageIsRead) {
    const RawDocument raw = read_page(
        "<html><head><meta "
        "charset=gb2312></head><body><p>\xD4\xC6\xC1\xEB\xCA\xA1</p></body></html>");
    EXPECT_EQ(text(raw, 0), "云岭省");
}

TEST(HtmlReader, BrokenMarkupLosesNoWord) {
    const RawDocument raw =
        read_body("<p>甲<b>乙<p>丙</b>丁<table><tr>戊<td>己</table>庚</i></p></div>辛");
    std::string words;
    for (const RawBlock& block : raw.blocks)
        if (const auto* p = std::get_if<RawParagraph>(&block)) words += core::plain_text(p->runs);
    for (const char* word : {"甲", "乙", "丙", "丁", "戊", "己", "庚"})
        EXPECT_NE(words.find(word), std::string::npos) << word << " in " << words;
}

class HostilePage : public testing::TestWithParam<std::pair<const char*, const char*>> {};

TEST_P(HostilePage, NestedTooDeeplyIsRefusedAtOnce) {
    std::string html = "<html><body>";
    for (int i = 0; i < 100000; ++i) html += GetParam().first;
    html += "甲" + std::string(GetParam().second);
    try {
        read_page(html);
        FAIL() << "read";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::TooLarge);
    }
}

INSTANTIATE_TEST_SUITE_P(HtmlReader, HostilePage,
                         testing::Values(std::pair{"<div>", ""}, std::pair{"<b>", ""},
                                         std::pair{"<div></b>", ""},  // closes what is not open
                                         std::pair{"<table><tr><td>", ""},
                                         std::pair{"<ul><li>", ""}, std::pair{"<svg><td>", ""}));

TEST(HtmlReader, ManyParagraphsThatCloseThemselvesAreNoNesting) {
    std::string html;
    for (int i = 0; i < 5000; ++i) html += "<p>甲<br>";
    EXPECT_LT(html::measure(html, 5000).depth, 10u);
    EXPECT_EQ(read_body(html).blocks.size(), 5000u);
}

TEST(HtmlReader, SpansWithoutSenseAreBounded) {
    const RawDocument raw = read_body(
        "<table><tr><td colspan=99999999 rowspan=-4>甲</td><td colspan=x>乙</td></tr></table>");
    const core::Table& table = std::get<RawTable>(raw.blocks[0]).table;
    EXPECT_EQ(table.rows[0].cells[0].column_span, 1000);
    EXPECT_EQ(table.rows[0].cells[0].row_span, 1);
    EXPECT_EQ(table.rows[0].cells[1].column_span, 1);
}

}  // namespace
}  // namespace gongbao::editor
