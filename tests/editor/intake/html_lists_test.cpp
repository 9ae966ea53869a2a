// SPDX-License-Identifier: Apache-2.0
// Markers of lists as a browser prints them. The values were read off the accessibility tree of
// Chromium.
#include <gtest/gtest.h>

#include "editor/intake/html/read_html.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

// The paragraphs of a page, "|" between them.
std::string read(const std::string& body, core::Diagnostics* findings = nullptr) {
    core::Diagnostics own;
    const RawDocument raw =
        read_html({"page.html", "<div id=zoom>" + body + "</div>"}, findings ? *findings : own);
    std::string text;
    for (const RawBlock& block : raw.blocks) {
        if (!text.empty()) text += "|";
        if (const auto* paragraph = std::get_if<RawParagraph>(&block))
            text += core::plain_text(paragraph->runs);
        else
            text += "table";
    }
    return text;
}

struct List {
    const char* html;
    const char* printed;
};

class HtmlList : public testing::TestWithParam<List> {};

TEST_P(HtmlList, HasTheMarkersThatABrowserPrints) {
    EXPECT_EQ(read(GetParam().html), GetParam().printed) << GetParam().html;
}

INSTANTIATE_TEST_SUITE_P(
    Numbers, HtmlList,
    testing::Values(List{"<ol><li>甲<li>乙</ol>", "1.甲|2.乙"},
                    List{"<ol start=-1><li>甲<li>乙</ol>", "-1.甲|0.乙"},
                    List{"<ol type=a start=26><li>甲<li>乙</ol>", "z.甲|aa.乙"},
                    List{"<ol type=A><li>甲</ol>", "A.甲"},
                    List{"<ol type=i start=4><li>甲</ol>", "iv.甲"},
                    List{"<ol type=I start=3999><li>甲<li>乙</ol>", "MMMCMXCIX.甲|4000.乙"},
                    List{"<ol><li>甲<li value=10>乙<li>丙</ol>", "1.甲|10.乙|11.丙"},
                    List{"<ol reversed><li>甲<li>乙</ol>", "2.甲|1.乙"},
                    List{"<ol reversed start=10><li>甲<li>乙</ol>", "10.甲|9.乙"},
                    List{"<ol reversed><li>甲<li hidden>乙<li>丙</ol>", "2.甲|1.丙"},
                    List{"<ol><li>甲<li style='display:none'>乙<li>丙</ol>", "1.甲|2.丙"},
                    List{"<ol><li>甲<li style='display:block'>乙<li>丙</ol>", "1.甲|乙|2.丙"},
                    List{"<ol><div><li>甲</div><div><li>乙</div></ol>", "1.甲|2.乙"},
                    List{"<ol><li type=A>甲<li>乙</ol>", "A.甲|2.乙"},
                    List{"<ol><li>甲<ol><li>乙<li>丙</ol><li>丁</ol>", "1.甲|1.乙|2.丙|2.丁"},
                    List{"<ol><li>2026年<li>A级</ol>", "1. 2026年|2. A级"}));

INSTANTIATE_TEST_SUITE_P(
    Styles, HtmlList,
    testing::Values(
        List{"<ol style='list-style-type:decimal-leading-zero'><li>甲<li value=10>乙</ol>",
             "01.甲|10.乙"},
        List{"<ol style='list-style: cjk-ideographic' start=10><li>甲<li value=110>乙<li "
             "value=12345>丙</ol>",
             "十、甲|一百一十、乙|一萬二千三百四十五、丙"},
        List{"<ol style='list-style-type:simp-chinese-informal' start=105><li>甲<li "
             "value=-3>乙</ol>",
             "一百零五、甲|负三、乙"},
        List{"<ol style='list-style-type:simp-chinese-formal' start=21><li>甲</ol>", "贰拾壹、甲"},
        List{"<ol style='list-style-type:cjk-decimal' start=10><li>甲</ol>", "一〇、甲"},
        List{"<ol style='list-style-type:cjk-heavenly-stem' start=10><li>甲<li>乙</ol>",
             "癸、甲|一一、乙"},
        List{"<ol style='list-style-type:lower-greek'><li>甲<li>乙</ol>", "α.甲|β.乙"},
        List{"<ol style=\"list-style-type:'※ '\"><li>甲</ol>", "※甲"},
        List{"<style>.m li{list-style:upper-roman inside}</style><ol class=m><li>甲<li>乙</ol>",
             "I.甲|II.乙"},
        List{"<style>ol.m>li{list-style-type:lower-alpha!important}</style><ol class=m "
             "type=I><li>甲</ol>",
             "a.甲"},
        List{"<style>li{list-style-type:square}@media "
             "print{li{list-style:none}}</style><ol><li>甲</ol>",
             "▪甲"},
        List{"<style>li::marker{content:'（' counter(list-item) '）'}</style><ol><li>甲</ol>",
             "（1）甲"},
        List{"<div style='list-style:none'><ol><li>甲</ol></div>", "1.甲"}));

INSTANTIATE_TEST_SUITE_P(
    Bullets, HtmlList,
    testing::Values(List{"<ul><li>甲<ul><li>乙<ul><li>丙</ul></ul></ul>", "•甲|◦乙|▪丙"},
                    List{"<ol><li>甲<ul><li>乙</ul></ol>", "1.甲|◦乙"},
                    List{"<ul type=circle><li>甲<li type=square>乙</ul>", "◦甲|▪乙"},
                    List{"<li>甲<li>乙", "•甲|•乙"}, List{"<menu><li>甲</menu>", "•甲"},
                    List{"<div style='display:list-item'>甲</div>", "•甲"}));

INSTANTIATE_TEST_SUITE_P(
    NoWordsAreAdded, HtmlList,
    testing::Values(List{"<ol style='list-style-type:none'><li>一、甲<li>二、乙</ol>",
                         "一、甲|二、乙"},
                    List{"<ul style='list-style:none url(x.gif)'><li>甲</ul>", "甲"},
                    List{"<ul><li style='list-style-type:none'>甲<li>乙</ul>", "甲|•乙"},
                    List{"<dl><dt>甲<dd>乙</dl>", "甲|乙"},
                    List{"<ol><li style='visibility:hidden'>甲</ol>乙", "乙"}));

INSTANTIATE_TEST_SUITE_P(
    Blocks, HtmlList,
    testing::Values(List{"<ol><li><p>甲</p><p>乙</p><li>\n<div>丙</div></ol>", "1.甲|乙|2.丙"},
                    List{"<ol><li><ol type=a><li>甲</ol></ol>", "1. a.甲"},
                    List{"<ol><li><li>乙</ol>", "1.|2.乙"},
                    List{"<ol><li><table><tr><td>甲<td>乙</table><li>丙</ol>", "1.|table|2.丙"}));

TEST(HtmlList, OfAnUnknownStyleIsNumberedAndReported) {
    for (const char* html : {"<ol style='list-style-type:foo'><li>甲</ol>",
                             "<style>@counter-style decimal{suffix:'#'}</style><ol><li>甲</ol>"}) {
        core::Diagnostics findings;
        EXPECT_EQ(read(html, &findings), "1.甲");
        EXPECT_EQ(count_of(findings, "intake.list_marker_unknown"), 1u) << html;
    }
}

TEST(HtmlList, ItemIsNoSignature) {
    for (const char* list :
         {"<ul><li>云岭省水利厅</ul>", "<ol type=i start=9><li>云岭省水利厅</ol>",
          "<ul style='list-style-type:\"— \"'><li align=right>云岭省水利厅</ul>"}) {
        const TakenIn taken = take_body(std::string("<p>各地要加强管理。</p>") + list +
                                        "<p align=right>2026年3月5日</p>");
        for (const core::Block& block : taken.document.conclusions)
            EXPECT_NE(block.role, core::Role::Signature) << list;
    }
    const TakenIn taken = take_body(
        "<p>各地要加强管理。</p><ul style='list-style:none'><li align=right>云岭省水利厅"
        "<li align=right>2026年3月5日</ul>");
    EXPECT_EQ(taken.document.conclusions.at(0).role, core::Role::Signature)
        << "the list only arranges";
}

}  // namespace
}  // namespace gongbao::editor
