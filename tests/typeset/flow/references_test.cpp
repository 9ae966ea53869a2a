// SPDX-License-Identifier: Apache-2.0
// Words that name another place: which are found, and where they lead.
#include "typeset/flow/references.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;

// Articles 第一条 … 第十二条, the first with `words`.
core::Document rules_with(const std::string& words) {
    static const std::vector<std::string> kLabels = {"第一条", "第二条", "第三条",     "第四条",
                                                     "第五条", "第六条", "第七条",     "第八条",
                                                     "第九条", "第十条", "第十条之一", "第十二条"};
    core::Blocks body;
    for (const std::string& label : kLabels)
        body.push_back(tests::block(Role::Article, tests::han(80) + "。", label));
    body.front().runs.front().text = words;
    core::Document document = tests::document_of("云岭省城市供水办法", std::move(body));
    return document;
}

std::vector<std::string> found_in(const std::string& words,
                                  const std::vector<std::string>& numbers = {}) {
    const core::Document document = rules_with(words);
    const CitedNumbers cited(numbers);
    const References references(document, cited);
    std::vector<std::string> found;
    const std::u32string text = core::to_utf32(words);
    for (const Reference& one : references.in(document.body.front()))
        found.push_back(core::to_utf8(text.substr(one.begin, one.end - one.begin)));
    return found;
}

using Words = std::vector<std::string>;

TEST(References, FindTheTextsOwnArticles) {
    EXPECT_EQ(found_in("依照本办法第十条的规定处罚。"), Words{"第十条"});
    EXPECT_EQ(found_in("违反本办法第五条第一款、第六条和第十条之一的，处罚。"),
              (Words{"第五条", "第六条", "第十条之一"}));
    EXPECT_EQ(found_in("本办法第二条至第四条不适用于此。"), (Words{"第二条", "第四条"}));
}

TEST(References, LeaveOtherLawsAndOrdinaryWordsAlone) {
    for (const char* words :
         {"依照《中华人民共和国水法》第十条的规定。", "水法第十条规定了此事。", "第十条修改为：",
          "本办法第一百条没有这一条。", "本办法第条。", "第十届、第十名、第三条线路。",
          "本办法自公布之日起施行，第十条除外。"})
        EXPECT_EQ(found_in(words), Words{}) << words;
}

TEST(References, FindNumbersThatAreSetTogether) {
    const Words numbers = {"云政发〔2026〕3号", "云政办发〔2026〕3号", "省政府令第312号",
                           "发〔2026〕3号"};
    EXPECT_EQ(found_in("根据云政办发〔2026〕3号文件。", numbers), Words{"云政办发〔2026〕3号"});
    EXPECT_EQ(found_in("云政发〔2026〕33号、云政函〔2025〕3号", numbers), Words{});
    EXPECT_EQ(found_in("云政发〔2026〕", numbers), Words{});
}

// Pages and links of documents set together.
TEST(References, LeadToThePageOfTheirArticle) {
    core::Document document = rules_with("依照本办法第十二条和《水法》第二条处理。");
    for (std::size_t i = 1; i + 1 < document.body.size(); ++i)
        document.body[i].runs.front().text = tests::han(900) + "。";
    const LaidOut out = tests::lay_out(document, tests::profile_named("gongbao"));
    std::vector<const PlacedLink*> links;
    for (const Page& page : out.layout.pages)
        for (const PlacedLink& link : page.links) links.push_back(&link);
    ASSERT_EQ(links.size(), 1u);
    EXPECT_EQ(links.front()->contents, "第十二条");
    const Target& target = out.layout.targets[links.front()->target];
    const tests::SeenLine article = tests::line_with(out.layout, "第十二条　");
    EXPECT_EQ(target.page, article.page);
    EXPECT_GT(target.page, 3u);
    EXPECT_LT(std::abs(target.y - article.y), pt(20));
    EXPECT_EQ(out.layout.nodes[links.front()->node].tag, Tag::Link);
}

TEST(References, LeadToTheDocumentOfTheirNumber) {
    core::Document first =
        tests::document("关于供水的通知", {"按照云政办发〔2026〕8号和云政办发〔2026〕9号执行。"});
    core::Document second = tests::document("关于节水的通知", {tests::han(300)});
    second.meta.number = "云政办发〔2026〕8号";
    const LaidOut out = tests::lay_out({first, second}, tests::profile_named("gongbao"));
    std::size_t links = 0;
    for (const Page& page : out.layout.pages)
        for (const PlacedLink& link : page.links) {
            if (link.contents != "云政办发〔2026〕8号") continue;
            ++links;
            EXPECT_EQ(static_cast<int>(out.layout.targets[link.target].page) + 1,
                      out.items[1].pdf_page);
        }
    EXPECT_EQ(links, 1u);
}

TEST(References, ChangeNoWordOfTheText) {
    const std::string words = "违反本办法第五条第一款、第六条的，按云政办发〔2026〕8号办理；" +
                              tests::han(200) + "，依照本办法第七条、第八条、第九条、第十条处罚。";
    core::Document with = rules_with(words);
    core::Document other = tests::document("关于节水的通知", {"正文。"});
    other.meta.number = "云政办发〔2026〕8号";
    const LaidOut out = tests::lay_out({with, other}, tests::profile_named("gongbao"));
    std::string expected;
    for (const core::Document* one : {&with, &other})
        expected += core::without_spaces(core::plain_text(*one));
    const std::string all = tests::words_of(out.layout);
    EXPECT_NE(all.find(expected), std::string::npos);
}

}  // namespace
}  // namespace gongbao::typeset
