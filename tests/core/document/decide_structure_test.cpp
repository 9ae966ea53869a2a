// SPDX-License-Identifier: Apache-2.0
// What blocks are by their wording and neighbours: words of tables, dated entries, signers.
#include "core/document/decide_structure.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/document/document.hpp"
#include "core/document/structure.hpp"
#include "core/document/wording.hpp"

namespace {

using namespace gongbao::core;

Block block(Role role, std::string words, std::string label = {}) {
    Block block;
    block.role = role;
    block.label = std::move(label);
    if (!words.empty()) block.runs = {text_run(std::move(words))};
    return block;
}

Block text(std::string words) {
    return block(Role::Paragraph, std::move(words));
}

Block table(std::string own_words = {}) {
    Block made = block(Role::Table, std::move(own_words));
    made.table.emplace().rows.push_back({{Cell{{{text_run("甲")}}}}});
    return made;
}

std::vector<std::string> roles_of(const Blocks& body) {
    std::vector<std::string> roles;
    for (const Block& one : body) roles.push_back(name_of(one.role));
    return roles;
}

using Roles = std::vector<std::string>;
Roles roles_decided(Blocks body) {
    Document document;
    document.body = std::move(body);
    const std::string words = plain_text(document);
    decide_structure(document);
    EXPECT_EQ(plain_text(document), words);
    return roles_of(document.body);
}

TEST(Tables, HaveTheirUnitAbove) {
    for (const char* words : {"单位：万元", "单位:万元", "（单位：万元、%）", "(单位:公顷)",
                              "计量单位：吨", "金额单位：人民币元", "单位：　万元", "单位：所"})
        EXPECT_EQ(roles_decided({text(words), table()}), (Roles{"table-unit", "table"})) << words;
    for (const char* words : {"单位：云岭省水利厅", "单位：（盖章）", "单位（公章）：", "单位：",
                              "各单位：", "单位：万元。本表由各单位填写并按时报送"})
        EXPECT_EQ(roles_decided({text(words), table()}), (Roles{"paragraph", "table"})) << words;
    EXPECT_EQ(roles_decided({text("单位：万元"), text("甲"), table()}),
              (Roles{"paragraph", "paragraph", "table"}));
    EXPECT_EQ(roles_decided({block(Role::Caption, "表1　概况"), text("单位：万元"), table()}),
              (Roles{"caption", "table-unit", "table"}));
}

TEST(Tables, PartAUnitFromTheirOwnWords) {
    EXPECT_EQ(roles_decided({table("单位：吨")}), (Roles{"table-unit", "table"}));
    EXPECT_EQ(roles_decided({table("表1　概况")}), Roles{"table"});
}

TEST(Tables, HaveTheirNotesBelow) {
    for (const char* words : {"注：四舍五入。", "注:四舍五入。", "注1：甲", "备注：乙", "附注：丙",
                              "资料来源：统计局", "数据来源:统计局"})
        EXPECT_EQ(roles_decided({table(), text(words)}), (Roles{"table", "table-note"})) << words;
    for (const char* words : {"注意：甲", "注册地：云岭", "注", "来源于统计局"})
        EXPECT_EQ(roles_decided({table(), text(words)}), (Roles{"table", "paragraph"})) << words;
    EXPECT_EQ(roles_decided({table(), text("甲"), text("注：乙")}),
              (Roles{"table", "paragraph", "paragraph"}));
}

TEST(Tables, GoOnWithTheNumbersOfTheirNotes) {
    const Block second = block(Role::Heading3, "四舍五入。", "2.");
    EXPECT_EQ(roles_decided({table(), text("注：1.甲。"), second,
                             block(Role::Heading3, "丙。", "3."), text("正文。")}),
              (Roles{"table", "table-note", "table-note", "table-note", "paragraph"}));
    EXPECT_EQ(roles_decided({table(), text("注："), block(Role::Heading3, "甲。", "1."), second}),
              (Roles{"table", "table-note", "table-note", "table-note"}));
    EXPECT_EQ(roles_decided({table(), text("注：甲。"), second}),
              (Roles{"table", "table-note", "heading3"}));
    EXPECT_EQ(roles_decided({table(), text("注：1.甲。"), block(Role::Heading3, "丁。", "4.")}),
              (Roles{"table", "table-note", "heading3"}));
    EXPECT_EQ(roles_decided({table(), text("注：1.甲。"), second, text("资料来源：统计局")}),
              (Roles{"table", "table-note", "table-note", "table-note"}));
}

TEST(Dated, EntriesOfAChronicle) {
    for (const char* words : {"2月2日　全省春运开始。", "12月25日至26日　会议召开。"}) {
        EXPECT_EQ(roles_decided({text(words)}), Roles{"dated-entry"}) << words;
    }
    for (const char* words :
         {"2月2日起，全省春运开始。", "2月　春运", "第3日　春运", "2月2日", "据了解，2月2日　春运"})
        EXPECT_EQ(roles_decided({text(words)}), Roles{"paragraph"}) << words;
    Block entry = text("2月2日　全省春运开始。");
    entry.role = Role::DatedEntry;
    EXPECT_EQ(dated_head(entry), "2月2日　");
    EXPECT_EQ(dated_head(text("2月2日　全省春运开始。")), "");
}

TEST(Dated, OpeningsOfWhatWasDecided) {
    EXPECT_EQ(roles_decided({text("2026年2月6日，省人民政府决定：")}), Roles{"dated-opening"});
    for (const char* words :
         {"2026年，全省完成下列工作：", "2026年2月6日，省人民政府决定。", "自2026年2月6日起："})
        EXPECT_EQ(roles_decided({text(words)}), Roles{"paragraph"}) << words;
}

Block signed_by(Runs runs) {
    Document document;
    document.conclusions = {block(Role::Signature, "")};
    document.conclusions.front().runs = std::move(runs);
    decide_structure(document);
    const Block once = document.conclusions.front();
    decide_structure(document);
    EXPECT_EQ(document.conclusions.front(), once);
    return once;
}

TEST(Signers, HavePostAndName) {
    struct Case {
        std::string line, post, name;
    };
    for (const Case& one :
         {Case{"省长　陆怀舟", "省长", "陆怀舟"}, Case{"省　长　陆怀舟", "省　长", "陆怀舟"},
          Case{"总理　李　强", "总理", "李　强"},
          Case{"委　员　长　陆怀舟", "委　员　长", "陆怀舟"},
          Case{"省财政厅厅长 欧阳怀舟", "省财政厅厅长", "欧阳怀舟"},
          Case{"董事长  买买提·江", "董事长", "买买提·江"}}) {
        const Block block = signed_by({text_run(one.line)});
        EXPECT_EQ(signer_of(block), (Signer{one.post, one.name})) << one.line;
        EXPECT_EQ(plain_text(block), one.line);
    }
    for (const char* line : {"云岭省人民政府", "国 务 院", "省长陆怀舟", "省长　A", "厅长　",
                             " 厅长", "云岭省水利厅　云岭省财政厅", "省长　陆怀舟　苏见川"})
        EXPECT_EQ(signer_of(signed_by({text_run(line)})), std::nullopt) << line;
}

TEST(Signers, KeepMarksAndReadings) {
    const Marks bold = Marks{}.add(Mark::Bold);
    const Block block = signed_by({text_run("省长　王", bold), ruby("喆", "zhé"), text_run("")});
    EXPECT_EQ(signer_of(block), (Signer{"省长", "王喆"}));
    EXPECT_TRUE(block.runs.front().marks.has(Mark::Bold));
    EXPECT_EQ(block.runs.size(), 5u);
    // A reading over post and name together is not cut, nor are lines.
    EXPECT_EQ(signer_of(signed_by({ruby("省长　王喆", "zhé")})), std::nullopt);
    EXPECT_EQ(signer_of(signed_by({text_run("省长　王喆"), line_break(), text_run("代")})),
              std::nullopt);
}

TEST(Signers, AreNoOtherBlocks) {
    EXPECT_EQ(signer_of(text("省长　陆怀舟")), std::nullopt);
}

}  // namespace
