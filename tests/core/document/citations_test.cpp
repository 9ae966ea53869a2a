// SPDX-License-Identifier: Apache-2.0
// What words cite, and what they only seem to.
#include "core/document/citations.hpp"

#include <gtest/gtest.h>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "core/text/text.hpp"

namespace {

using namespace gongbao::core;
using Words = std::vector<std::string>;

Block block(Role role, std::string label, Runs runs) {
    Block block;
    block.role = role;
    block.label = std::move(label);
    block.runs = std::move(runs);
    return block;
}

// A text of twelve articles, the first with `runs`.
Document rules_with(Runs runs, const std::string& title = "云岭省城市供水办法") {
    Document document;
    document.meta.title = title;
    document.meta.number = "云府发〔2026〕1号";
    for (const char* label : {"第一条", "第二条", "第三条", "第四条", "第五条", "第六条", "第七条",
                              "第八条", "第九条", "第十条", "第十条之一", "第十二条"})
        document.body.push_back(block(Role::Article, label, {text_run("应当节约用水。")}));
    document.body.front().runs = std::move(runs);
    assign_ids(document);
    return document;
}

// "words → target", and "words → target（number）" of a title with its number.
Words cited(const Block& block) {
    Words found;
    const std::u32string words = to_utf32(plain_text(block.runs));
    for (const Citation& one : block.citations)
        found.push_back(to_utf8(words.substr(one.begin, one.end - one.begin)) + " → " + one.target +
                        (one.number.empty() ? "" : "（" + one.number + "）"));
    return found;
}

Words cited_in(const std::string& words, const std::string& title = "云岭省城市供水办法",
               const Words& known = {}) {
    Document document = rules_with({text_run(words)}, title);
    assign_citations(document, known);
    return cited(document.body.front());
}

TEST(CitedArticles, AreTheTextsOwn) {
    EXPECT_EQ(cited_in("依照本办法第十条的规定处罚。"), Words{"第十条 → art_10"});
    EXPECT_EQ(cited_in("违反本办法第五条第一款、第六条和第十条之一的，处罚。"),
              (Words{"第五条 → art_5", "第六条 → art_6", "第十条之一 → art_10-1"}));
    EXPECT_EQ(cited_in("本办法第二条至第四条不适用于此。"),
              (Words{"第二条 → art_2", "第四条 → art_4"}));
    EXPECT_EQ(cited_in("本办法第五条第一款第（一）项、第（三）项，第六条第二款和第七条"),
              Words{"第五条 → art_5"});
    EXPECT_EQ(cited_in("本办法第五条第一款第一项、第三项和第七条第二款"),
              (Words{"第五条 → art_5", "第七条 → art_7"}));
}

TEST(CitedArticles, AreNamedAsTheTitleNamesTheText) {
    EXPECT_EQ(cited_in("本实施细则第三条", "云岭省节水条例实施细则（试行）"),
              Words{"第三条 → art_3"});
    EXPECT_EQ(cited_in("本规定第三条", "关于节水的若干规定（2026年修订）"),
              Words{"第三条 → art_3"});
    EXPECT_EQ(cited_in("本法第三条", "云岭省城市供水办法"), Words{});
    EXPECT_EQ(cited_in("本条例第三条", "云岭省城市供水办法"), Words{});
    EXPECT_EQ(cited_in("基本法第三条", "城市基本法"), Words{});
    EXPECT_EQ(cited_in("本办法第三条", "关于修改《云岭省城市供水办法》的决定"), Words{});
    EXPECT_EQ(cited_in("本办法第三条", ""), Words{});
}

TEST(CitedArticles, OfOtherTextsAreLeftAlone) {
    for (const char* words :
         {"该办法第五条", "原办法第三条", "水法第十条规定了此事。", "前款规定", "第十条修改为：",
          "本办法第一百条没有这一条。", "本办法第条。", "第十届、第十名、第三条线路。",
          "本办法自公布之日起施行，第十条除外。", "本办法第五条的和第六条的"})
        for (const std::string& found : cited_in(words))
            EXPECT_EQ(found, "第五条 → art_5") << words;
    EXPECT_EQ(cited_in("依照《水法》第十条的规定。"), Words{"《水法》 → 水法"});
    EXPECT_EQ(cited_in("本办法第五条和《水法》第六条"),
              (Words{"第五条 → art_5", "《水法》 → 水法"}));
}

TEST(CitedArticles, InsideAQuotationBelongToWhatIsQuoted) {
    EXPECT_EQ(cited_in("改为“依照本办法第三条”，并见本办法第四条。"), Words{"第四条 → art_4"});
    Document document = rules_with({text_run("改为：“依照本办法第三条")});
    document.body[1].runs = {text_run("和本办法第四条处罚。”以及本办法第五条。")};
    assign_citations(document);
    EXPECT_EQ(cited(document.body[0]), Words{});
    EXPECT_EQ(cited(document.body[1]), Words{"第五条 → art_5"});
}

TEST(CitedArticles, PrintedTwiceAreNobodys) {
    Document document = rules_with({text_run("依照本办法第三条处罚。")});
    document.body.push_back(block(Role::Article, "第三条", {text_run("另一条。")}));
    assign_ids(document);
    assign_citations(document);
    EXPECT_EQ(cited(document.body.front()), Words{});
}

TEST(CitedArticles, OfAnAnnexAreItsOwn) {
    Document document = rules_with({text_run("见本办法第三条。")});
    Annex annex;
    annex.blocks = {block(Role::Title, "", {text_run("用水规程")}),
                    block(Role::Article, "第一条", {text_run("见本规程第二条、本办法第三条。")}),
                    block(Role::Article, "第二条", {text_run("节约。")})};
    document.annexes.push_back(std::move(annex));
    assign_ids(document);
    assign_citations(document);
    EXPECT_EQ(cited(document.annexes[0].blocks[1]), Words{"第二条 → att_1__art_2"});
}

TEST(CitedNumbers, StandWholeBetweenMarks) {
    EXPECT_EQ(cited_in("通知（云政办发〔2022〕38号）"),
              Words{"云政办发〔2022〕38号 → 云政办发〔2022〕38号"});
    EXPECT_EQ(
        cited_in("（云政办发[2022]38号，省政府令第312号）"),
        (Words{"云政办发[2022]38号 → 云政办发〔2022〕38号", "省政府令第312号 → 省政府令第312号"}));
    EXPECT_EQ(cited_in("（ 云政办发〔2022〕38 号）"),
              Words{"云政办发〔2022〕38 号 → 云政办发〔2022〕38号"});
    EXPECT_EQ(cited_in("（财政部、税务总局2020年第8号）"), Words{}) << "the half of a number";
    EXPECT_EQ(cited_in("云政发〔2026〕33号、云政函〔2025〕3号同时废止。"),
              (Words{"云政发〔2026〕33号 → 云政发〔2026〕33号",
                     "云政函〔2025〕3号 → 云政函〔2025〕3号"}));
    EXPECT_EQ(cited_in("云府发〔2026〕1号"), Words{}) << "its own number";
}

TEST(CitedNumbers, AreNotTakenWhereTheirBeginningIsNotCertain) {
    for (const char* words :
         {"根据云政办发〔2022〕38号", "（见云政办发〔2022〕38号）",
          "省政府文件的云政办发〔2022〕38号", "云政发〔2026〕", "〔2026〕3号", "（2026年第3号）",
          "（第3号）", "云政发〔26〕3号", "，贯彻落实省委省政府办公厅云政办发〔2022〕38号"})
        EXPECT_EQ(cited_in(words), Words{}) << words;
    EXPECT_EQ(cited_in("根据云政办发〔2022〕38号文件", "办法",
                       {"发〔2022〕38号", "云政办发〔2022〕38号", "无"}),
              Words{"云政办发〔2022〕38号 → 云政办发〔2022〕38号"});
    EXPECT_EQ(cited_in("浙云政发〔2026〕3号", "办法", {"云政发〔2026〕3号"}),
              Words{"浙云政发〔2026〕3号 → 浙云政发〔2026〕3号"});
}

TEST(CitedTitles, HaveTheirNumberWithThem) {
    EXPECT_EQ(
        cited_in("《关于印发〈节水办法〉的通知》（云政办发〔2022〕38号）和《水法》"),
        (Words{
            "《关于印发〈节水办法〉的通知》 → 关于印发〈节水办法〉的通知（云政办发〔2022〕38号）",
            "云政办发〔2022〕38号 → 云政办发〔2022〕38号", "《水法》 → 水法"}));
    EXPECT_EQ(cited_in("《关于印发《节水办法》的通知》"),
              Words{"《关于印发《节水办法》的通知》 → 关于印发《节水办法》的通知"});
    for (const char* words : {"《水法", "水法》", "《》", "《水法。另一句》"})
        EXPECT_EQ(cited_in(words), Words{}) << words;
}

TEST(Citations, KnowEachOtherWhenTogether) {
    Document first = rules_with({text_run("根据云政办发〔2026〕8号和云政办发〔2026〕9号执行。")});
    Document second = rules_with({text_run("甲")});
    second.meta.number = "云政办发〔2026〕8号";
    assign_citations({&first, &second});
    EXPECT_EQ(cited(first.body.front()), Words{"云政办发〔2026〕8号 → 云政办发〔2026〕8号"});
}

TEST(Citations, GoThroughRunsButNotThroughReadings) {
    Runs runs = {text_run("依照本办法第"),
                 text_run("十", Marks{}.add(Mark::Bold)),
                 text_run(""),
                 text_run("条和《水"),
                 line_break(),
                 text_run("法》、《"),
                 ruby("喆", "zhé"),
                 text_run("法》办理。")};
    Document document = rules_with(std::move(runs));
    assign_citations(document);
    EXPECT_EQ(cited(document.body.front()), (Words{"第十条 → art_10", "《水法》 → 水法"}));
    const std::string xml = write_akn(document);
    EXPECT_NE(xml.find("依照本办法<ref href=\"#art_10\">第</ref><b><ref href=\"#art_10\" "
                       "class=\"continued\">十</ref></b><span/><ref href=\"#art_10\" "
                       "class=\"continued\">条</ref>和<ref href=\"urn:gongbao:title:水法\">《水"
                       "</ref><eol/><ref href=\"urn:gongbao:title:水法\" "
                       "class=\"continued\">法》</ref>"),
              std::string::npos)
        << xml;
    EXPECT_EQ(read_akn(xml), document);
}

TEST(Citations, AreKeptInTheCanonicalXmlAndChangeNoWord) {
    Document document = rules_with(
        {text_run("《节水通知》（云政办发〔2022〕38号，省政府令第312号）及本办法第三条")});
    const std::string before = text_digest(document);
    assign_citations(document);
    ASSERT_EQ(document.body.front().citations.size(), 4u);
    const std::string xml = write_akn(document);
    for (const char* reference :
         {"<ref href=\"/akn/cn/doc/2022/云政办发-2022-38\">《节水通知》</ref>（",
          "<ref href=\"/akn/cn/doc/2022/云政办发-2022-38\">云政办发〔2022〕38号</ref>，",
          "<ref href=\"/akn/cn/doc/nd/省政府令-312\">省政府令第312号</ref>）",
          "本办法<ref href=\"#art_3\">第三条</ref>"})
        EXPECT_NE(xml.find(reference), std::string::npos) << reference << xml;
    EXPECT_EQ(read_akn(xml), document);
    EXPECT_EQ(text_digest(read_akn(xml)), before);
}

TEST(Citations, OfATextFromBeforeAreFoundNow) {
    const Document old = rules_with({text_run("依照本办法第三条处罚。")});
    const Citations citations(old);
    ASSERT_EQ(citations.in(old.body.front()).size(), 1u);
    EXPECT_TRUE(citations.lead_to("art_3"));
    EXPECT_FALSE(citations.lead_to("art_4"));
    EXPECT_TRUE(citations.in(old.body.back()).empty());
}

TEST(Citations, AreThoseTheTextCarries) {
    Document document = rules_with({text_run("依照本办法第三条、第四条处罚。")});
    document.body.front().citations = {{Citation::Kind::Article, 8, 11, "art_4", {}}};
    const Citations citations(document);
    EXPECT_EQ(citations.in(document.body.front()), document.body.front().citations);
}

TEST(Names, AreTheSameForEveryWayToPrintThem) {
    Document document;
    document.meta.title = "关于印发《甲 办法》的通知";
    document.meta.number = "云政发[2026]03号";
    const Citation title{Citation::Kind::Title, 0, 1, "关于印发〈甲办法〉的通知", {}};
    const Citation both{Citation::Kind::Title, 0, 1, "通知", "云政发〔2026〕3号"};
    const Citation number{Citation::Kind::Number, 0, 1, "云政发〔2026〕3号", {}};
    EXPECT_EQ(names_of(document), (Words{names_of(number).front(), names_of(title).front()}));
    EXPECT_EQ(names_of(both), (Words{"云政发〔2026〕3号", "《通知》"}));
    EXPECT_EQ(names_of(Citation{Citation::Kind::Article, 0, 1, "art_1", {}}), Words{});
}

}  // namespace
