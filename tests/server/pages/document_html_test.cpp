// SPDX-License-Identifier: Apache-2.0
#include "server/pages/document_html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <set>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/server/sample_archive.hpp"

namespace gongbao::server {
namespace {

using testing::HasSubstr;
using testing::Not;

const core::Messages& words() {
    static const core::Messages kWords = core::Messages::load(
        std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates" / "messages" / "zh-CN");
    return kWords;
}

/// What a reader sees: tags off, entities back, a picture as its alternative text.
std::string seen(const std::string& html) {
    std::string text =
        std::regex_replace(html, std::regex("<img[^>]*alt=\"([^\"]*)\"[^>]*>"), "$1");
    text = std::regex_replace(text, std::regex("<[^>]*>"), "");
    for (const auto& [entity, character] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        text = core::replace_all(text, entity, character);
    return core::without_spaces(text);
}

core::Document document_of(core::Blocks body) {
    core::Document document;
    document.body = std::move(body);
    core::decide_structure(document);
    core::assign_ids(document);
    return document;
}

core::Block block(core::Role role, const std::string& text, const std::string& label = "") {
    core::Block made;
    made.role = role;
    made.label = label;
    made.runs = {core::text_run(text)};
    return made;
}

TEST(DocumentHtml, SaysEveryWordOnceAndInOrder) {
    for (core::Document document :
         {tests::sample_rules("云岭省<试行>办法 & 细则", "云岭省人民政府令第1号"),
          tests::sample_notice("题", "云政办发〔2026〕1号")}) {
        // Footnotes are printed at the end of their part: compared apart.
        for (auto& paragraph : document.body)
            std::erase_if(paragraph.runs,
                          [](const auto& run) { return run.kind == core::Inline::Kind::Note; });
        const DocumentHtml html = document_html(document, words());
        EXPECT_EQ(seen(html.title + html.text), core::without_spaces(core::plain_text(document)));
    }
}

TEST(DocumentHtml, SaysTheWordsOfATableAndAFigureThemselves) {
    core::Block table = block(core::Role::Table, "单位：吨", "表1");
    table.table = core::Table{{}, {core::Row{{core::Cell{{{core::text_run("行")}}}}, false}}};
    core::Block figure = block(core::Role::Figure, "全图");
    figure.figure = core::Figure{"ab", "image/png", 0, 0, "河道"};
    const core::Document document = document_of({table, figure});
    EXPECT_EQ(seen(document_html(document, words()).text),
              core::without_spaces(core::plain_text(document)));
}

TEST(DocumentHtml, LinksFootnotesBothWays) {
    const auto html = document_html(tests::sample_notice("题", "云政办发〔2026〕1号"), words());
    EXPECT_THAT(html.text, HasSubstr("id=\"mark_1\" href=\"#note_1\""));
    EXPECT_THAT(html.text, HasSubstr("id=\"note_1\""));
    EXPECT_THAT(html.text, HasSubstr("href=\"#mark_1\""));
    EXPECT_THAT(html.text, HasSubstr("省政府第8次常务会议通过。"));
    EXPECT_LT(html.text.find("id=\"note_1\""), html.text.find("class=\"annex\""));
}

TEST(DocumentHtml, GivesArticlesAddresses) {
    const auto html = document_html(tests::sample_rules("题", "云岭省人民政府令第1号"), words());
    EXPECT_THAT(html.text, HasSubstr("id=\"art_3\""));
    EXPECT_THAT(html.text, HasSubstr("<span class=\"label\">第三条</span>　公共图书馆"));
}

TEST(DocumentHtml, KeepsEveryIdOnce) {
    const auto html = document_html(tests::sample_notice("题", "云政办发〔2026〕1号"), words());
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator match(html.text.begin(), html.text.end(), id), end; match != end;
         ++match)
        EXPECT_TRUE(ids.insert((*match)[1]).second) << (*match)[1];
    EXPECT_GT(ids.size(), 10U);
}

TEST(DocumentHtml, SkipsNoHeadingLevel) {
    using core::Role;
    const core::Block text = block(Role::Paragraph, "正文。");
    const auto html = document_html(
        document_of(
            {block(Role::Heading2, "先小后大", "（一）"), text, block(Role::Heading1, "大", "一、"),
             block(Role::Heading4, "跳级", "（1）"), text, block(Role::Heading1, "再大", "二、"),
             block(Role::Heading3, "又跳", "1."), text, block(Role::Heading3, "同级", "2."), text}),
        words());
    std::vector<int> levels;
    for (const Anchor& anchor : html.anchors) levels.push_back(anchor.level);
    EXPECT_EQ(levels, (std::vector<int>{2, 2, 3, 2, 3, 3}));
}

TEST(DocumentHtml, TakesALevelThatRunsOnForAParagraph) {
    using core::Role;
    core::Block led = block(Role::Heading2, "", "（一）");
    led.runs = {core::text_run("加强公开。", core::Marks{}.add(core::Mark::Lead)),
                core::text_run("聚焦重点。")};
    const auto html = document_html(
        document_of({led, block(Role::Heading3, "各地要按时报送工作情况。", "1.")}), words());
    EXPECT_TRUE(html.anchors.empty());
    EXPECT_THAT(html.text, HasSubstr("<span class=\"lead\">加强公开。</span>聚焦重点。"));
    EXPECT_THAT(html.text, Not(HasSubstr("<h2")));
}

TEST(DocumentHtml, KeepsSpansAndHeadsOfTables) {
    const auto html = document_html(tests::sample_notice("题", "云政办发〔2026〕1号"), words());
    EXPECT_THAT(html.text,
                HasSubstr("<th scope=\"col\">地区</th><th colspan=\"2\" scope=\"col\">"));
    EXPECT_THAT(html.text, HasSubstr("<td rowspan=\"2\">云岭市</td>"));
    EXPECT_THAT(html.text, HasSubstr("tabindex=\"0\" aria-label="));
}

TEST(DocumentHtml, NamesEachTableForPeopleWhoHearIt) {
    core::Document document = tests::sample_notice("题", "云政办发〔2026〕1号");
    const auto table = std::find_if(document.body.begin(), document.body.end(),
                                    [](const core::Block& one) { return one.table.has_value(); });
    ASSERT_NE(table, document.body.end());
    document.body.push_back(*table);
    const auto html = document_html(document, words());
    EXPECT_THAT(html.text, HasSubstr("aria-label=\"表格1，可左右滚动\""));
    EXPECT_THAT(html.text, HasSubstr("aria-label=\"表格2，可左右滚动\""));
}

TEST(DocumentHtml, EscapesMarkupWhereverTextStands) {
    using core::Role;
    const std::string evil = "<img src=x onerror=alert(1)>\"'&";
    core::Block note = block(Role::Paragraph, evil, evil);
    core::Inline mark;
    mark.kind = core::Inline::Kind::Note;
    mark.text = evil;
    mark.note = {core::text_run(evil)};
    note.runs.push_back(mark);
    core::Block table = block(Role::Table, "");
    core::Cell cell;
    cell.paragraphs = {core::Runs{core::text_run(evil)}};
    table.table = core::Table{{}, {core::Row{{cell}, false}}};
    core::Block figure = block(Role::Figure, "");
    figure.figure = core::Figure{evil, "image/png", 0, 0, evil};
    core::Document document = document_of({note, block(Role::Heading1, evil, evil), table, figure});
    document.preface = {block(Role::Title, evil), block(Role::Addressees, evil)};
    const auto html = document_html(document, words());
    EXPECT_THAT(html.title + html.text, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(html.title + html.text, Not(HasSubstr("\"'&")));
}

TEST(DocumentHtml, ShowsEveryMark) {
    using core::Mark;
    core::Block marked = block(core::Role::Paragraph, "");
    marked.runs = {core::text_run("甲", core::Marks{}.add(Mark::Bold).add(Mark::Underline)),
                   core::text_run("乙", core::Marks{}.add(Mark::Emphasis)), core::line_break(),
                   core::text_run("2", core::Marks{}.add(Mark::Superscript))};
    const auto html = document_html(document_of({marked}), words());
    EXPECT_THAT(html.text, HasSubstr("<u><strong>甲</strong></u>"));
    EXPECT_THAT(html.text, HasSubstr("<em class=\"dots\">乙</em><br><sup>2</sup>"));
}

TEST(DocumentHtml, ShowsReadingsOverTheirCharacters) {
    core::Block read = block(core::Role::Paragraph, "王");
    read.runs.push_back(core::ruby("喆", "zhé<", core::Marks{}.add(core::Mark::Bold)));
    const auto html = document_html(document_of({read}), words());
    EXPECT_THAT(html.text,
                HasSubstr("王<strong><ruby>喆<rp>（</rp><rt>zhé&lt;</rt><rp>）</rp></ruby>"
                          "</strong>"));
}

}  // namespace
}  // namespace gongbao::server
