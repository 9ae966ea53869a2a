// SPDX-License-Identifier: Apache-2.0
#include "core/html/document_html.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <set>
#include <tuple>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/core/document/sample_documents.hpp"

namespace gongbao::core {
namespace {

using testing::HasSubstr;
using testing::Not;

/// As on a page of the site.
HtmlOptions page() {
    HtmlOptions options;
    options.notes_name = "注释";
    options.table_name = [](int number) { return "表格" + std::to_string(number); };
    options.link = [](const Citation& citation) { return "/to?" + citation.target; };
    return options;
}

/// As in a feed, among others.
HtmlOptions entry() {
    HtmlOptions options;
    options.media = "https://gazette.example/media/";
    options.ids = false;
    options.title_apart = false;
    return options;
}

/// What a reader sees: tags off, entities back, a picture as its alternative text.
std::string seen(const std::string& html) {
    std::string text =
        std::regex_replace(html, std::regex("<img[^>]*alt=\"([^\"]*)\"[^>]*>"), "$1");
    text = std::regex_replace(text, std::regex("<[^>]*>"), "");
    for (const auto& [entity, character] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        text = replace_all(text, entity, character);
    return without_spaces(text);
}

Document document_of(Blocks body) {
    Document document;
    document.body = std::move(body);
    decide_structure(document);
    assign_ids(document);
    return document;
}

Block block(Role role, const std::string& text, const std::string& label = "") {
    Block made;
    made.role = role;
    made.label = label;
    made.runs = {text_run(text)};
    return made;
}

TEST(DocumentHtml, SaysEveryWordOnceAndInOrder) {
    for (Document document :
         {tests::sample_rules("云岭省<试行>办法 & 细则", "云岭省人民政府令第1号"),
          tests::sample_notice("题", "云政办发〔2026〕1号")}) {
        // Footnotes are printed at the end of their part: compared apart.
        for (auto& paragraph : document.body)
            std::erase_if(paragraph.runs,
                          [](const auto& run) { return run.kind == Inline::Kind::Note; });
        const DocumentHtml html = document_html(document, page());
        EXPECT_EQ(seen(html.title + html.text), without_spaces(plain_text(document)));
    }
}

TEST(DocumentHtml, SaysTheWordsOfATableAndAFigureThemselves) {
    Block table = block(Role::Table, "单位：吨", "表1");
    table.table = Table{{}, {Row{{Cell{{{text_run("行")}}}}, false}}};
    Block figure = block(Role::Figure, "全图");
    figure.figure = Figure{"ab", "image/png", 0, 0, "河道"};
    const Document document = document_of({table, figure});
    EXPECT_EQ(seen(document_html(document, page()).text), without_spaces(plain_text(document)));
}

TEST(DocumentHtml, LinksFootnotesBothWays) {
    const auto html = document_html(tests::sample_notice("题", "云政办发〔2026〕1号"), page());
    EXPECT_THAT(html.text, HasSubstr("id=\"mark_1\" href=\"#note_1\""));
    EXPECT_THAT(html.text, HasSubstr("id=\"note_1\""));
    EXPECT_THAT(html.text, HasSubstr("href=\"#mark_1\""));
    EXPECT_THAT(html.text, HasSubstr("省政府第8次常务会议通过。"));
    EXPECT_LT(html.text.find("id=\"note_1\""), html.text.find("class=\"annex\""));
}

TEST(DocumentHtml, GivesArticlesAddresses) {
    const auto html = document_html(tests::sample_rules("题", "云岭省人民政府令第1号"), page());
    EXPECT_THAT(html.text, HasSubstr("id=\"art_3\""));
    EXPECT_THAT(html.text, HasSubstr("<span class=\"label\">第三条</span>　公共图书馆"));
}

TEST(DocumentHtml, KeepsEveryIdOnce) {
    const auto html = document_html(tests::sample_notice("题", "云政办发〔2026〕1号"), page());
    std::set<std::string> ids;
    const std::regex id(" id=\"([^\"]*)\"");
    for (std::sregex_iterator match(html.text.begin(), html.text.end(), id), end; match != end;
         ++match)
        EXPECT_TRUE(ids.insert((*match)[1]).second) << (*match)[1];
    EXPECT_GT(ids.size(), 10U);
}

TEST(DocumentHtml, SkipsNoHeadingLevel) {
    Blocks body;
    for (const auto& [role, words, label] : {std::tuple{Role::Heading2, "先小后大", "（一）"},
                                             {Role::Heading1, "大", "一、"},
                                             {Role::Heading4, "跳级", "（1）"},
                                             {Role::Heading1, "再大", "二、"},
                                             {Role::Heading3, "又跳", "1."},
                                             {Role::Heading3, "同级", "2."}}) {
        body.push_back(block(role, words, label));
        body.push_back(block(Role::Paragraph, "正文。"));
    }
    const auto html = document_html(document_of(std::move(body)), page());
    std::vector<int> levels;
    for (const HtmlAnchor& anchor : html.anchors) levels.push_back(anchor.level);
    EXPECT_EQ(levels, (std::vector<int>{2, 2, 3, 2, 3, 3}));
}

TEST(DocumentHtml, TakesALevelThatRunsOnForAParagraph) {
    Block led = block(Role::Heading2, "", "（一）");
    led.runs = {text_run("加强公开。", Marks{}.add(Mark::Lead)), text_run("聚焦重点。")};
    const auto html = document_html(
        document_of({led, block(Role::Heading3, "各地要按时报送工作情况。", "1.")}), page());
    EXPECT_TRUE(html.anchors.empty());
    EXPECT_THAT(html.text, HasSubstr("<span class=\"lead\">加强公开。</span>聚焦重点。"));
    EXPECT_THAT(html.text, Not(HasSubstr("<h2")));
}

TEST(DocumentHtml, KeepsSpansAndHeadsOfTables) {
    const auto html = document_html(tests::sample_notice("题", "云政办发〔2026〕1号"), page());
    EXPECT_THAT(html.text,
                HasSubstr("<th scope=\"col\">地区</th><th colspan=\"2\" scope=\"col\">"));
    EXPECT_THAT(html.text, HasSubstr("<td rowspan=\"2\">云岭市</td>"));
    EXPECT_THAT(html.text, HasSubstr("tabindex=\"0\" aria-label="));
}

TEST(DocumentHtml, NamesEachTableForPeopleWhoHearIt) {
    Document document = tests::sample_notice("题", "云政办发〔2026〕1号");
    const auto table = std::find_if(document.body.begin(), document.body.end(),
                                    [](const Block& one) { return one.table.has_value(); });
    ASSERT_NE(table, document.body.end());
    document.body.push_back(*table);
    const auto html = document_html(document, page());
    EXPECT_THAT(html.text, HasSubstr("aria-label=\"表格1\""));
    EXPECT_THAT(html.text, HasSubstr("aria-label=\"表格2\""));
}

TEST(DocumentHtml, EscapesMarkupWhereverTextStands) {
    const std::string evil = "<img src=x onerror=alert(1)>\"'&";
    Block note = block(Role::Paragraph, evil, evil);
    Inline mark;
    mark.kind = Inline::Kind::Note;
    mark.text = evil;
    mark.note = {text_run(evil)};
    note.runs.push_back(mark);
    Block table = block(Role::Table, "");
    Cell cell;
    cell.paragraphs = {Runs{text_run(evil)}};
    table.table = Table{{}, {Row{{cell}, false}}};
    Block figure = block(Role::Figure, "");
    figure.figure = Figure{evil, "image/png", 0, 0, evil};
    Document document = document_of({note, block(Role::Heading1, evil, evil), table, figure});
    document.preface = {block(Role::Title, evil), block(Role::Addressees, evil)};
    const auto html = document_html(document, page());
    EXPECT_THAT(html.title + html.text, Not(HasSubstr("<img src=x")));
    EXPECT_THAT(html.title + html.text, Not(HasSubstr("\"'&")));
}

TEST(DocumentHtml, ShowsEveryMark) {
    Block marked = block(Role::Paragraph, "");
    marked.runs = {text_run("甲", Marks{}.add(Mark::Bold).add(Mark::Underline)),
                   text_run("乙", Marks{}.add(Mark::Emphasis)), line_break(),
                   text_run("2", Marks{}.add(Mark::Superscript))};
    const auto html = document_html(document_of({marked}), page());
    EXPECT_THAT(html.text, HasSubstr("<u><strong>甲</strong></u>"));
    EXPECT_THAT(html.text, HasSubstr("<em class=\"dots\">乙</em><br><sup>2</sup>"));
}

TEST(DocumentHtml, ShowsReadingsOverTheirCharacters) {
    Block read = block(Role::Paragraph, "王");
    read.runs.push_back(ruby("喆", "zhé<", Marks{}.add(Mark::Bold)));
    const auto html = document_html(document_of({read}), page());
    EXPECT_THAT(html.text,
                HasSubstr("王<strong><ruby>喆<rp>（</rp><rt>zhé&lt;</rt><rp>）</rp></ruby>"
                          "</strong>"));
}

TEST(DocumentHtml, MakesListsOfItemsAndDeeperOnesInside) {
    const auto html = document_html(
        document_of({block(Role::Article, "应当符合下列条件：", "第一条"),
                     block(Role::Item, "有章程：", "（一）"), block(Role::SubItem, "甲；", "1."),
                     block(Role::SubItem, "乙。", "2."), block(Role::Item, "有住所。", "（二）"),
                     block(Role::Paragraph, "其他。")}),
        page());
    const std::string roles = std::regex_replace(
        html.text, std::regex("<(/?)(div|p)([^>]*)>[^<]*(<span[^>]*>[^<]*</span>[^<]*)?"),
        "<$1$2>");
    EXPECT_EQ(without_spaces(roles),
              "<p></p><div><div><p></p><div><div><p></p></div><div><p></p></div></div></div><div>"
              "<p></p></div></div><p></p>");
    EXPECT_THAT(html.text, HasSubstr("<div class=\"list\" role=\"list\">\n"
                                     "<div role=\"listitem\"><p id=\"art_1__para_1__point_1\""));
}

/// What an editor's page says of a block stands before it, inside the item of a list, and never
/// before the title that stands apart.
TEST(DocumentHtml, PutsWordsBesideABlock) {
    HtmlOptions options = page();
    options.beside = [](const Block& block) { return "[" + block.id + "]"; };
    Document document = document_of({block(Role::Article, "应当符合下列条件：", "第一条"),
                                     block(Role::Item, "有章程。", "（一）")});
    document.preface = {block(Role::Title, "题")};
    Annex annex;
    annex.blocks = {block(Role::AnnexLabel, "附件1"), block(Role::Title, "附题")};
    document.annexes = {annex};
    assign_ids(document);
    const std::string html = document_html(document, options).text;
    for_each_block(document, [&](const Block& each) {
        const bool title = each.id == document.preface.front().id;
        const std::size_t at = html.find("[" + each.id + "]<");
        EXPECT_EQ(at == std::string::npos, title) << each.id << html;
        if (!title) {
            EXPECT_EQ(html.find("id=\"" + each.id + "\"") - html.find("<", at),
                      each.role == Role::Title ? 4U : 3U)
                << each.id;
        }
    });
    EXPECT_THAT(html, HasSubstr("<div role=\"listitem\">["));
}

TEST(DocumentHtml, LinksWhatIsCitedThroughAllItsRuns) {
    Document document =
        document_of({block(Role::Article, "", "第一条"), block(Role::Article, "乙。", "第二条")});
    document.meta.title = "用水办法";
    Inline note{Inline::Kind::Note, "①", {}, {text_run("注。")}};
    document.body[0].runs = {text_run("依照本办法第"), text_run("二", Marks{}.add(Mark::Bold)),
                             text_run("条和《水"), note, text_run("法》。")};
    HtmlOptions options = page();
    const std::string html = document_html(document, options).text;
    EXPECT_THAT(html, HasSubstr("本办法<a href=\"/to?art_2\">第<strong>二</strong>条</a>和"));
    EXPECT_THAT(html, HasSubstr("<a href=\"/to?水法\">《水</a><sup"));
    EXPECT_THAT(html, HasSubstr("</sup><a href=\"/to?水法\">法》</a>。"));
    EXPECT_EQ(seen(document_html(document, entry()).text), seen(html));
    options.link = [](const Citation&) { return std::string(); };
    EXPECT_THAT(document_html(document, options).text, Not(HasSubstr("/to?")));
}

TEST(DocumentHtml, HasNoIdsWhereDocumentsShareAPage) {
    Document document = tests::sample_notice("题", "云政办发〔2026〕1号");
    const std::string html = document_html(document, entry()).text;
    EXPECT_THAT(html, Not(HasSubstr(" id=")));
    EXPECT_THAT(html, Not(HasSubstr("href=")));
    EXPECT_THAT(html, HasSubstr("<h1 class=\"title\">题</h1>"));
    EXPECT_THAT(html, HasSubstr("<p class=\"footnote\">① 省政府第8次常务会议通过。</p>"));
    EXPECT_THAT(html, HasSubstr("<img src=\"https://gazette.example/media/"));
    EXPECT_THAT(html, HasSubstr("<th scope=\"col\">地区</th>"));
    EXPECT_THAT(html, Not(HasSubstr("style")));
}

}  // namespace
}  // namespace gongbao::core
