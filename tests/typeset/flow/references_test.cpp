// SPDX-License-Identifier: Apache-2.0
// Words that name another place, and where they lead in print.
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

std::size_t links_named(const LaidOut& out, const std::string& contents, int pdf_page) {
    std::size_t links = 0;
    for (const Page& page : out.layout.pages)
        for (const PlacedLink& link : page.links) {
            if (link.contents != contents) continue;
            ++links;
            EXPECT_EQ(static_cast<int>(out.layout.targets[link.target].page) + 1, pdf_page);
        }
    return links;
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
    EXPECT_EQ(links_named(out, "云政办发〔2026〕8号", out.items[1].pdf_page), 1u);
    EXPECT_EQ(links_named(out, "云政办发〔2026〕9号", 0), 0u);
}

TEST(References, LeadToTheDocumentOfTheirTitle) {
    const core::Document first = tests::document(
        "关于供水的通知", {"按照《关于节水的通知》和《关于供水的通知》、《关于用水的通知》执行。"});
    const core::Document second = tests::document("关于节水的通知", {tests::han(300)});
    const core::Document third = tests::document("关于用水的通知", {tests::han(300)});
    const LaidOut out =
        tests::lay_out({first, second, third, third}, tests::profile_named("gongbao"));
    EXPECT_EQ(links_named(out, "《关于节水的通知》", out.items[1].pdf_page), 1u);
    EXPECT_EQ(links_named(out, "《关于供水的通知》", 0), 0u) << "its own title";
    EXPECT_EQ(links_named(out, "《关于用水的通知》", 0), 0u) << "two have this title";
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
