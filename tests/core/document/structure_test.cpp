// SPDX-License-Identifier: Apache-2.0
#include "core/document/structure.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/document/decide_structure.hpp"
#include "tests/core/document/random_document.hpp"

namespace {

using namespace gongbao::core;

Block block(Role role, std::string label, std::string words) {
    Block block;
    block.role = role;
    block.label = std::move(label);
    if (!words.empty()) block.runs = {text_run(std::move(words))};
    return block;
}

Block level(int depth, std::string label, std::string words) {
    return block(static_cast<Role>(static_cast<int>(Role::Heading1) + depth - 1), std::move(label),
                 std::move(words));
}

Block text(std::string words = "各地要按时报送。") {
    return block(Role::Paragraph, "", std::move(words));
}

// The labels of the levels that stand as headings, in order.
using Labels = std::vector<std::string>;
Labels headings_among(Blocks blocks) {
    decide_headings(blocks);
    Labels labels;
    for (const Block& one : blocks)
        if (one.heading) labels.push_back(one.label);
    return labels;
}

TEST(Headings, NameWhatFollows) {
    EXPECT_EQ(headings_among({level(1, "一、", "总体要求"), text(), level(1, "二、", "重点任务"),
                              level(2, "（一）", "摸清底数"), text()}),
              (Labels{"一、", "二、", "（一）"}));
}

TEST(Headings, DoNotIntroduceAList) {
    EXPECT_EQ(headings_among({level(1, "一、", "试点范围包括下列事项："),
                              level(2, "（一）", "河道清淤；"), level(2, "（二）", "堤防加固。"),
                              level(1, "二、", "组织实施"), text()}),
              Labels{"二、"});
}

TEST(Headings, MayBeQuestions) {
    EXPECT_EQ(headings_among({level(1, "一、", "为什么修订？"), text(),
                              level(1, "三、", "是否开展评估？"), text()}),
              (Labels{"一、", "三、"}));
}

TEST(Headings, AreNoQuestionsOfAList) {
    const Block check = level(1, "一、", "重点检查");
    const Block first = level(2, "（一）", "是否建立台账？");
    const Block second = level(2, "（二）", "是否公开？");
    EXPECT_EQ(headings_among({check, first, second, text()}), Labels{"一、"});
    EXPECT_EQ(headings_among({check, first, text(), second}), Labels{"一、"});
}

TEST(Headings, HaveTextBelow) {
    EXPECT_EQ(headings_among({level(1, "一、", "任务"), level(3, "1.", "甲"), level(3, "2.", "乙"),
                              level(3, "3.", "丙")}),
              Labels{"一、"});
    EXPECT_EQ(headings_among({level(1, "一、", "总体要求")}), Labels{});
    Block table = block(Role::Table, "", "");
    table.table.emplace();
    EXPECT_EQ(headings_among({level(3, "1.", "收入表"), table, level(3, "2.", "支出表"), table}),
              (Labels{"1.", "2."}));
}

TEST(Headings, AreNotTheLastOfAList) {
    for (const Block& behind :
         {text("以上事项请抓紧办理。"), block(Role::AnnexNote, "", "附件：任务表"),
          block(Role::Signature, "", "云岭省水利厅"), block(Role::Chapter, "第二章", "附则"),
          block(Role::Title, "", "任务表")})
        EXPECT_EQ(headings_among({level(3, "1.", "甲"), level(3, "2.", "乙"), behind}), Labels{})
            << name_of(behind.role);
    // Behind sentences the last may still be a heading.
    EXPECT_EQ(
        headings_among({level(1, "一、", "同意方案。"), level(1, "二、", "其他事项"), text()}),
        Labels{"二、"});
    EXPECT_EQ(headings_among({level(3, "1.", "甲；"), level(3, "2.", "乙"), text("等事项。")}),
              Labels{});
}

TEST(Headings, AreNoSentences) {
    for (const char* words :
         {"每年清理一次。", "甲类；", "甲类;", "下列：", "下列:", "为了，", "甲、", "让人民满意！",
          "建立“首问负责制。”", "（自3月1日起施行。）", "同意方案。请认真实施", "甲；乙", ""})
        EXPECT_EQ(headings_among({level(1, "一、", words), text()}), Labels{}) << words;
    std::string longest;
    for (int i = 0; i < 60; ++i) longest += "长";
    EXPECT_EQ(headings_among({level(1, "一、", longest), text()}), Labels{"一、"});
    EXPECT_EQ(headings_among({level(1, "一、", longest + "长"), text()}), Labels{});
}

TEST(Headings, MayEndInAStopWhereAllDo) {
    Block led = level(2, "（一）", "");
    led.runs = {text_run("指导思想。", Marks{}.add(Mark::Lead)), text_run("全面贯彻要求。")};
    const Block principle = level(2, "（二）", "基本原则。");
    const Block aim = level(2, "（三）", "工作目标。");
    EXPECT_EQ(headings_among({principle, level(3, "1.", "坚持导向。"), aim, text()}),
              (Labels{"（二）", "（三）"}));
    EXPECT_EQ(headings_among({led, principle, text(), aim, text()}), (Labels{"（二）", "（三）"}));
    // Alone, among sentences, or as an order it is a sentence.
    EXPECT_EQ(headings_among({principle, text()}), Labels{});
    EXPECT_EQ(headings_among({level(2, "（一）", "各地要落实责任。"), aim, text()}), Labels{});
    EXPECT_EQ(headings_among({level(1, "一、", "原则同意规划。"), text(),
                              level(1, "二、", "请认真实施。"), text()}),
              Labels{});
}

TEST(Headings, MayQuoteASentence) {
    for (const char* words : {"关于“同意。”的含义", "什么是“放管服”", "推进“一网通办”"})
        EXPECT_EQ(headings_among({level(1, "一、", words), text()}), Labels{"一、"}) << words;
}

TEST(Headings, DoNotRunOnIntoText) {
    Block led = level(2, "（一）", "");
    led.runs = {text_run("加强公开。", Marks{}.add(Mark::Lead)), text_run("聚焦重点")};
    EXPECT_EQ(headings_among({led, text()}), Labels{});
    EXPECT_TRUE(leads(led));
    EXPECT_FALSE(is_item(led));
}

TEST(Headings, StayWhereTheAuthorsStyleSaysSo) {
    Block styled = level(1, "一、", "让人民满意！");
    styled.heading = true;
    EXPECT_EQ(headings_among({styled, text()}), Labels{"一、"});
}

TEST(Headings, AreDecidedOnce) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        Document document = gongbao::tests::random_document(seed);
        const std::string words = plain_text(document);
        decide_structure(document);
        EXPECT_EQ(plain_text(document), words);
        const Document once = document;
        decide_structure(document);
        EXPECT_EQ(document, once) << seed;
    }
}

// The levels of a document's headings, in order.
std::vector<int> levels_of(const Document& document) {
    std::vector<int> levels;
    for (const Heading& heading : headings_of(document)) levels.push_back(heading.level);
    return levels;
}

Block headed(int depth) {
    Block made = level(depth, "", "要求");
    made.heading = true;
    return made;
}

TEST(HeadingLevels, SkipNone) {
    Document document;
    document.preface = {block(Role::Title, "", "通知")};
    document.body = {headed(2), headed(1), headed(4), headed(3), headed(1)};
    EXPECT_EQ(levels_of(document), (std::vector<int>{1, 2, 2, 3, 3, 2}));
}

TEST(HeadingLevels, PutLevelsInsideDivisions) {
    Document document;
    document.preface = {block(Role::Title, "", "办法")};
    document.body = {block(Role::Chapter, "第一章", "总则"), headed(1), headed(2),
                     block(Role::Chapter, "第二章", "附则")};
    EXPECT_EQ(levels_of(document), (std::vector<int>{1, 2, 3, 4, 2}));
}

TEST(HeadingLevels, BeginAnewBelowTheTitleOfAnAnnex) {
    Document document;
    document.preface = {block(Role::Title, "", "令"), block(Role::Title, "", "又一题")};
    document.body = {headed(1)};
    document.annexes = {{Annex::Kind::Attached, {block(Role::Title, "", "办法"), headed(1)}},
                        {Annex::Kind::Annex, {headed(3), headed(4)}}};
    EXPECT_EQ(levels_of(document), (std::vector<int>{1, 2, 3, 2, 3, 2, 3}));
}

TEST(HeadingLevels, EndAtTheDeepest) {
    Document document;
    document.preface = {block(Role::Title, "", "办法")};
    document.body = {block(Role::Part, "第一编", ""),
                     block(Role::Chapter, "第一章", ""),
                     block(Role::Section, "第一节", ""),
                     headed(1),
                     headed(2),
                     headed(3)};
    EXPECT_EQ(levels_of(document), (std::vector<int>{1, 2, 3, 4, 5, 6, 6}));
}

TEST(HeadingLevels, AreNothingForOtherBlocks) {
    Document document;
    document.body = {headed(1), level(1, "二、", "甲"), text()};
    const HeadingLevels levels(document);
    EXPECT_EQ(levels.of(document.body[0]), 2);
    EXPECT_EQ(levels.of(document.body[1]), 0);
    EXPECT_EQ(levels.of(document.body[2]), 0);
}

TEST(Items, AreDeeperThanWhatTheyBelongTo) {
    std::vector<Block> blocks;
    for (int depth = 1; depth <= 4; ++depth) blocks.push_back(level(depth, "", "甲"));
    for (const Role role : {Role::Item, Role::SubItem, Role::ListItem})
        blocks.push_back(block(role, "", "甲"));
    int above = 0;
    for (const Block& one : blocks) {
        EXPECT_TRUE(is_item(one));
        EXPECT_GT(list_depth(one), above);
        above = list_depth(one);
    }
    EXPECT_EQ(list_depth(headed(1)), 0);
    EXPECT_EQ(list_depth(text()), 0);
}

}  // namespace
