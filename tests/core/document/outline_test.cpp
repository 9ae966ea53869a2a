// SPDX-License-Identifier: Apache-2.0
#include "core/document/outline.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>

#include "tests/core/document/random_document.hpp"

namespace {

using namespace gongbao::core;

Blocks blocks(std::initializer_list<std::pair<Role, const char*>> list) {
    Blocks blocks;
    for (const auto& [role, label] : list) {
        Block block;
        block.role = role;
        block.label = label;
        blocks.push_back(std::move(block));
    }
    return blocks;
}

std::vector<std::string> ids_of(Blocks body) {
    Document document;
    document.body = std::move(body);
    assign_ids(document);
    std::vector<std::string> ids;
    for (const Block& block : document.body) ids.push_back(block.id);
    return ids;
}

using Ids = std::vector<std::string>;

TEST(Ids, OfALawFollowItsArticles) {
    EXPECT_EQ(ids_of(blocks({{Role::Chapter, "第一章"},
                             {Role::Article, "第一条"},
                             {Role::Article, "第二条"},
                             {Role::Paragraph, ""},
                             {Role::Item, "（一）"},
                             {Role::SubItem, "1."},
                             {Role::Item, "（二）"},
                             {Role::Chapter, "第二章"},
                             {Role::Section, "第一节"},
                             {Role::Article, "第三条"}})),
              (Ids{"chp_1", "art_1", "art_2", "art_2__para_2", "art_2__para_2__point_1",
                   "art_2__para_2__point_1__indent_1", "art_2__para_2__point_2", "chp_2",
                   "chp_2__sec_1", "art_3"}));
}

TEST(Ids, PutItemsOfTheFirstParagraphUnderIt) {
    EXPECT_EQ(
        ids_of(blocks({{Role::Article, "第五条"}, {Role::Item, "（一）"}, {Role::Paragraph, ""}})),
        (Ids{"art_5", "art_5__para_1__point_1", "art_5__para_2"}));
}

TEST(Ids, OfAnOfficialDocumentFollowItsLevels) {
    EXPECT_EQ(ids_of(blocks({{Role::Paragraph, ""},
                             {Role::Heading1, "一、"},
                             {Role::Heading2, "（一）"},
                             {Role::Paragraph, ""},
                             {Role::Table, ""},
                             {Role::Heading2, "（二）"},
                             {Role::Heading1, "二、"},
                             {Role::Paragraph, ""}})),
              (Ids{"para_1", "lvl_1", "lvl_1__lvl_1", "lvl_1__lvl_1__para_1",
                   "lvl_1__lvl_1__para_2", "lvl_1__lvl_2", "lvl_2", "lvl_2__para_1"}));
}

TEST(Ids, TellInsertedAndRepeatedArticlesApart) {
    EXPECT_EQ(ids_of(blocks({{Role::Article, "第十条"},
                             {Role::Article, "第十条之一"},
                             {Role::Article, "第十条"},
                             {Role::Article, "附条"},
                             {Role::Article, ""}})),
              (Ids{"art_10", "art_10-1", "art_10.2", "art_4", "art_5"}));
}

TEST(Ids, OfAnnexesAndFlatPartsStandApart) {
    Document document;
    document.preface = blocks({{Role::Title, ""}, {Role::Number, ""}});
    document.body = blocks({{Role::Article, "第一条"}});
    document.conclusions = blocks({{Role::Date, ""}});
    document.annexes = {{Annex::Kind::Annex, blocks({{Role::AnnexLabel, ""}})},
                        {Annex::Kind::Attached, blocks({{Role::Article, "第一条"}})}};
    assign_ids(document);
    EXPECT_EQ(document.preface[1].id, "preface__p_2");
    EXPECT_EQ(document.body[0].id, "art_1");
    EXPECT_EQ(document.conclusions[0].id, "conclusions__p_1");
    EXPECT_EQ(document.annexes[0].blocks[0].id, "att_1__para_1");
    EXPECT_EQ(document.annexes[1].blocks[0].id, "att_2__art_1");
}

TEST(Ids, NeverComeTwiceWhateverTheTree) {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const Document document = gongbao::tests::random_document(seed);
        std::set<std::string> ids;
        for_each_block(document, [&](const Block& block) {
            EXPECT_FALSE(block.id.empty());
            EXPECT_TRUE(ids.insert(block.id).second) << "seed " << seed << ": " << block.id;
        });
    }
}

void read_in_order(const std::vector<Branch>& branches, std::vector<std::size_t>& order) {
    for (const Branch& branch : branches) {
        if (!branch.opening) order.push_back(branch.block);
        read_in_order(branch.branches, order);
    }
}

TEST(Outline, ReadInOrderGivesTheListBack) {
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        const Document document = gongbao::tests::random_document(seed);
        std::vector<std::size_t> order;
        read_in_order(outline(document.body), order);
        ASSERT_EQ(order.size(), document.body.size());
        for (std::size_t i = 0; i < order.size(); ++i) ASSERT_EQ(order[i], i) << "seed " << seed;
    }
}

}  // namespace
