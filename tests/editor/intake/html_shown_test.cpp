// SPDX-License-Identifier: Apache-2.0
// What a browser shows of a page is what is read; what it does not show is named in a finding.
#include <gtest/gtest.h>

#include "editor/intake/html/read_html.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

struct Shown {
    const char* html;
    const char* text;
    const char* finding;  ///< "" for none at all
    const char* words;    ///< that the finding names
};

class ShownPage : public testing::TestWithParam<Shown> {};

TEST_P(ShownPage, IsReadAsShownAndTheRestIsNamed) {
    core::Diagnostics findings;
    const RawDocument raw = read_html(
        {"page.html", "<div id=zoom>甲" + std::string(GetParam().html) + "乙</div>"}, findings);
    std::string text;
    for (const RawBlock& block : raw.blocks)
        for (const core::Inline& run : std::get<RawParagraph>(block).runs)
            text += run.kind == core::Inline::Kind::LineBreak ? "/" : run.text;
    EXPECT_EQ(text, "甲" + std::string(GetParam().text) + "乙") << GetParam().html;
    if (*GetParam().finding == '\0') {
        EXPECT_TRUE(findings.empty()) << GetParam().html << " " << findings.front().message.id;
        return;
    }
    const core::Diagnostic* finding = find_of(findings, GetParam().finding);
    ASSERT_NE(finding, nullptr) << GetParam().html;
    if (*GetParam().words != '\0') {
        EXPECT_EQ(finding->message.args.at("words"), GetParam().words) << GetParam().html;
    }
}

INSTANTIATE_TEST_SUITE_P(
    Controls, ShownPage,
    testing::Values(Shown{"<input type=checkbox checked>是<input type=checkbox>否", "☑是☐否",
                          "intake.controls_read", "☑ ☐"},
                    Shown{"<input type=radio checked>是<input type=radio>否", "◉是○否",
                          "intake.controls_read", "◉ ○"},
                    Shown{"<input value=值>", "值", "intake.controls_read", "值"},
                    Shown{"<select><option>丙<option selected>丁</select>", "丁",
                          "intake.control_left_out", "丙"},
                    Shown{"<select><option>丙<option>丁</select>", "丙", "intake.control_left_out",
                          "丁"},
                    Shown{"<textarea>丙\n丁</textarea>", "丙/丁", "", ""},
                    Shown{"<input placeholder=请填>", "", "intake.control_left_out", "请填"},
                    Shown{"<input>", "", "intake.blanks_lost", ""},
                    Shown{"<input type=hidden value=藏>", "", "", ""},
                    Shown{"<input type=submit value=提交>", "", "intake.control_left_out", "提交"},
                    Shown{"<button>提交</button>", "", "intake.element_left_out", "提交"},
                    Shown{"<meter>三成</meter>", "", "intake.element_left_out", "三成"}));

INSTANTIATE_TEST_SUITE_P(
    Blanks, ShownPage,
    testing::Values(
        Shown{"<span style='border-bottom:1px solid #000'>&nbsp;&nbsp;&nbsp;&nbsp;</span>", "　　",
              "", ""},
        Shown{"<style>.b{border-bottom:solid 1px}</style><span class=b>&emsp;&emsp;</span>", "　　",
              "", ""},
        Shown{"<span style='text-decoration:underline;white-space:pre'>    </span>", "　　", "",
              ""},
        Shown{"<span style='border-bottom:1px solid;padding:0 40px'></span>", "",
              "intake.blanks_lost", ""},
        Shown{"<span style='border-bottom:none'>&nbsp;&nbsp;&nbsp;&nbsp;</span>", " ", "", ""}));

INSTANTIATE_TEST_SUITE_P(Scripts, ShownPage,
                         testing::Values(Shown{"<script>document.write('<p>第一条</p>')</script>",
                                               "", "intake.script_left_out", "<p>第一条</p>"},
                                         Shown{"<script>document.write('<i>x</i>')</script>", "",
                                               "", ""},
                                         Shown{"<script>alert('第一条')</script>", "", "", ""},
                                         Shown{"<script>x.innerHTML='未完</script>", "",
                                               "intake.script_left_out", "未完"}));

INSTANTIATE_TEST_SUITE_P(
    SymbolFonts, ShownPage,
    testing::Values(
        Shown{"<i style='font:12pt/1.5 Wingdings'>l</i>", "●", "", ""},
        Shown{"<i style='font-family:Wingdings'><b style='font:7pt Arial'>l</b></i>", "l", "", ""},
        Shown{"<i style='font-family:Wingdings'><b style='font:inherit'>l</b></i>", "●", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    Hidden, ShownPage,
    testing::Values(
        Shown{"<style>.x{display:none}</style><i class=x>藏</i>", "", "intake.hidden_left_out",
              "藏"},
        Shown{"<style>.x{display:none}p.x{color:red}</style><b class='y x'>藏</b>", "",
              "intake.hidden_left_out", "藏"},
        Shown{"<style>@media print{i{display:none}}@media "
              "(max-width:600px){i{display:none}}</style><i>丙</i>",
              "丙", "", ""},
        Shown{"<style>i{display:none}#a{display:inline}</style><i id=a>丙</i>", "丙", "", ""},
        Shown{"<span style='visibility:hidden'>藏<b style='visibility:visible'>丙</b></span>", "丙",
              "intake.hidden_left_out", "藏"},
        Shown{"<span style='font-size:0'>藏<b style='font-size:12pt'>丙</b></span>", "丙",
              "intake.hidden_left_out", "藏"},
        Shown{"<span style='position:absolute;left:-9999px'>藏</span>", "",
              "intake.hidden_left_out", "藏"},
        Shown{"<span style='opacity:0'>藏</span>", "", "intake.hidden_left_out", "藏"},
        Shown{"<span style='color:transparent'>藏</span>", "", "intake.hidden_left_out", "藏"},
        Shown{"<dialog>藏</dialog>", "", "intake.hidden_left_out", "藏"},
        Shown{"<span style='color:#FFF'>丙</span>", "丙", "intake.same_colour", "丙"},
        Shown{"<span aria-hidden=true>丙</span>", "丙", "", ""},
        Shown{"<style>i:nth-child(2){display:none}</style><i>丙</i>", "丙", "intake.style_unread",
              "i:nth-child(2)"},
        Shown{"<style>i:hover{display:none}</style><i>丙</i>", "丙", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    OtherElements, ShownPage,
    testing::Values(
        Shown{"<template>藏</template>", "", "intake.element_left_out", "藏"},
        Shown{"<noscript>藏</noscript>", "", "intake.element_left_out", "藏"},
        Shown{"<object>藏</object>", "", "intake.element_left_out", "藏"},
        Shown{"<canvas>藏</canvas>", "", "intake.element_left_out", "藏"},
        Shown{"<video>藏</video>", "", "intake.element_left_out", "藏"},
        Shown{"<svg><text>藏</text></svg>", "", "intake.element_left_out", "藏"},
        Shown{"<math><mi>x</mi><mo>=</mo></math>", "x=", "intake.formula_in_a_row", "x="},
        Shown{"<iframe srcdoc='藏'></iframe>", "", "intake.frame_left_out", "藏"},
        Shown{"<details>丙</details>", "丙", "intake.folded_text", "丙"},
        Shown{"<details open>丙</details>", "丙", "", ""},
        Shown{"<q>丙<q>丁</q></q>", "“丙‘丁’”", "", ""},
        Shown{"<bdo dir=rtl>丙丁</bdo>", "丙丁", "intake.right_to_left", "丙丁"},
        Shown{"丙<wbr>丁", "丙丁", "", ""},
        Shown{"丙&shy;丁&#8203;", "丙丁", "intake.invisible_left_out", ""},
        Shown{"<ruby>丙<rp>另见</rp><rt>bǐng</rt></ruby>", "丙", "intake.element_left_out", "另见"},
        Shown{"<u>&nbsp;&nbsp;&nbsp;</u>", "　　", "", ""},
        Shown{"<div class='share'>分享到</div>", "", "intake.chrome_left_out", "分享到"},
        Shown{"<div class='share'>丙。</div>", "丙。", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    Letters, ShownPage,
    testing::Values(
        Shown{"<b style='text-transform:uppercase'>abc</b>", "ABC", "", ""},
        Shown{"<b style='text-transform:capitalize'>gb standard</b>", "Gb Standard", "", ""},
        Shown{"<b style='font-variant:small-caps'>gb</b>", "GB", "", ""},
        Shown{"<b style='text-transform:uppercase'><i style='text-transform:none'>abc</i></b>",
              "abc", "", ""},
        Shown{"<b style='font-family:Wingdings 2'>R</b>", "☑", "", ""},
        Shown{"<font face=Wingdings>丙</font>", "丙", "", ""}));

INSTANTIATE_TEST_SUITE_P(
    Generated, ShownPage,
    testing::Values(Shown{"<style>i::before{content:'（' attr(n) '\\FF09'}</style><i n=3>丙</i>",
                          "（3）丙", "intake.generated_read", "（3）"},
                    Shown{"<style>i{counter-increment:q}i:after{content:counter(q) "
                          "'条'}</style><i>丙</i><i>丁</i>",
                          "丙1条丁2条", "intake.generated_read", "1条2条"},
                    Shown{"<style>i::before{content:var(--x)}</style><i>丙</i>", "丙",
                          "intake.generated_unread", "var(--x)"},
                    Shown{"<style>i::before{content:'';display:block}</style><i>丙</i>", "丙", "",
                          ""}));

TEST(HtmlReader, LinesToWriteOnAreKept) {
    core::Diagnostics findings;
    const std::string line = "<u>&nbsp;&nbsp;&nbsp;&nbsp;</u>";
    const RawDocument raw = read_html(
        {"page.html", "<p>意见：<br>" + line + "</p><p>" + line + "</p><p>&nbsp;&nbsp;</p>"},
        findings);
    ASSERT_EQ(raw.blocks.size(), 3u);
    for (const std::size_t i : {1u, 2u})
        EXPECT_EQ(core::plain_text(std::get<RawParagraph>(raw.blocks[i]).runs), "　　");
}

TEST(HtmlReader, LinesOfTheSiteInTablesThatArrangeAreLeftOut) {
    core::Diagnostics findings;
    const RawDocument raw =
        read_html({"page.html",
                   "<table><tr><td>首页 &gt; "
                   "文件</table><table><tr><td>关于河道的通知<tr><td>2026-03-06 10:00　浏览次数：3"
                   "<tr><td><p>各市：</p><p>甲。</p><tr><td>上一篇：乙</"
                   "table><table><tr><td>云ICP备1号</table>"},
                  findings);
    std::string text;
    for (const RawBlock& block : raw.blocks)
        text += core::plain_text(std::get<RawParagraph>(block).runs) + "|";
    EXPECT_EQ(text, "关于河道的通知|各市：|甲。|");
    EXPECT_EQ(count_of(findings, "intake.chrome_left_out"), 4u);
    for (const char* kept :
         {"<p>首页设计规范</p>", "<p>2026年3月6日会议</p>", "<p>2026-03-06 10:00</p>"})
        EXPECT_EQ(
            read_html({"page.html", std::string(kept) + "<p>甲。</p>"}, findings).blocks.size(), 2u)
            << kept;
}

TEST(HtmlReader, ALineToWriteOnIsNoSignature) {
    const TakenIn taken =
        take_in({"page.html",
                 "<p>云岭省水利厅关于河道的通知</p><p>各市：</p><p>请照此办理。</"
                 "p><p><u>&nbsp;&nbsp;&nbsp;&nbsp;</u></p>"
                 "<p align=right>云岭省水利厅</p><p align=right>2026年3月5日</p>"});
    ASSERT_EQ(taken.document.conclusions.size(), 2u);
    EXPECT_EQ(core::plain_text(taken.document.conclusions[0].runs), "云岭省水利厅");
}

TEST(HtmlReader, TheTitleThatTheSiteRepeatsIsReadOnce) {
    core::Diagnostics findings;
    const std::string rest = "<p>关于河道的通知</p><p>甲。</p>";
    EXPECT_EQ(
        read_html({"page.html", "<div id=zoom><h1>关于河道的通知</h1>" + rest + "</div>"}, findings)
            .blocks.size(),
        2u);
    EXPECT_EQ(count_of(findings, "intake.chrome_left_out"), 1u);
    EXPECT_EQ(
        read_html({"page.html", "<div id=zoom><p>甲。</p><p>甲。</p><p>乙。</p></div>"}, findings)
            .blocks.size(),
        3u);
}

TEST(HtmlReader, ATableOfOneColumnWithRulesStaysATable) {
    core::Diagnostics findings;
    for (const char* rules :
         {"<table border=1><tr><td>甲", "<table style='border:1px solid'><tr><td>甲",
          "<table><tr><td style='border-bottom:1px solid'>甲", "<table><tr><th>甲"})
        EXPECT_TRUE(std::holds_alternative<RawTable>(
            read_html({"page.html", std::string(rules) + "<tr><td>乙</table>"}, findings)
                .blocks.front()))
            << rules;
}

TEST(HtmlReader, TextThatTheSitesScriptShowsIsRead) {
    core::Diagnostics findings;
    const auto words = [&](const std::string& id) {
        const RawDocument raw =
            read_html({"page.html", "<p>外</p><div id=" + id +
                                        " style='visibility:hidden;opacity:0'><p>甲。</p></div>"},
                      findings);
        return core::plain_text(std::get<RawParagraph>(raw.blocks.front()).runs);
    };
    EXPECT_EQ(words("js_content"), "甲。");
    EXPECT_EQ(words("other"), "外");
}

TEST(HtmlReader, TheFootOfATableIsReadAtItsFoot) {
    core::Diagnostics findings;
    const RawDocument raw =
        read_html({"page.html",
                   "<table><tfoot><tr><td>合计<td>9</tfoot><tbody><tr><td>甲<td>4</tbody>"
                   "<thead><tr><td>项目<td>金额</thead></table>"},
                  findings);
    std::string first_cells;
    for (const core::Row& row : std::get<RawTable>(raw.blocks.front()).table.rows)
        first_cells += core::plain_text(row.cells[0].paragraphs[0]) + "/";
    EXPECT_EQ(first_cells, "项目/甲/合计/");
}

TEST(HtmlReader, ATableOfDataAroundAnotherIsNotTakenApartInSilence) {
    const std::string page =
        "><tr><td>甲<td>乙<tr><td>丙<td><table border=1><tr><td>1<td>2</table></table>";
    core::Diagnostics findings;
    read_html({"page.html", "<table border=1" + page}, findings);
    EXPECT_EQ(count_of(findings, "intake.table_dissolved"), 1u);
    findings.clear();
    read_html({"page.html", "<table border=0" + page}, findings);
    EXPECT_EQ(count_of(findings, "intake.table_dissolved"), 0u) << "columns of the page";
}

TEST(HtmlReader, TitleBesideTheBoxIsTakenInWhereTheBoxHasNone) {
    const std::string heading = "<h2>云岭省水利厅关于河道的通知</h2>";
    const auto read = [](const std::string& html) {
        core::Diagnostics findings;
        std::string text;
        for (const RawBlock& block : read_html({"page.html", html}, findings).blocks)
            text += core::plain_text(std::get<RawParagraph>(block).runs) + "|";
        return text;
    };
    EXPECT_EQ(read(heading + "<div id=zoom><p>各市：</p><p>各地要加强管理。</p></div>"),
              "云岭省水利厅关于河道的通知|各市：|各地要加强管理。|");
    for (const char* own : {"云岭省水利厅关于河道的通知", "云岭省水利厅 关于河道的通知",
                            "云岭省人民政府令", "关于河道问题的意见"})
        EXPECT_EQ(read(heading + "<div id=zoom><p>" + own + "</p><p>各市：</p></div>"),
                  own + std::string("|各市：|"));
    EXPECT_EQ(read("<h2>首页</h2><div id=zoom><p>各市：</p></div>"), "各市：|");
    EXPECT_EQ(read("<div id=zoom><p>各市：</p></div>" + heading), "各市：|");
}

TEST(HtmlReader, LinesOfTheSiteAreLeftOutAtBothEndsOnly) {
    core::Diagnostics findings;
    const RawDocument raw = read_html(
        {"page.html",
         "<div "
         "id=zoom><p>来源：云岭发布</p><p>甲。</p><p>子。</p><p>丑。</p><p>打印本页</p><p>乙。</p>"
         "<p>【打印】【关闭】</p></div>"},
        findings);
    EXPECT_EQ(raw.blocks.size(), 5u);
    EXPECT_EQ(count_of(findings, "intake.chrome_left_out"), 2u);
}

}  // namespace
}  // namespace gongbao::editor
