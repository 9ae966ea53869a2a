// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "editor/intake/raw/look_alikes.hpp"
#include "editor/intake/raw/odd_characters.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

TEST(LookAlikes, AreReportedWithWhatToWriteAndKeptInTheText) {
    const std::vector<std::pair<std::string, std::string>> kRows = {
        {"三⽉五⽇", "⽇(U+2F47)→日 ×1 第1行；⽉(U+2F49)→月 ×1 第1行"},  // Kangxi
        {"⺠政，⺠生", "⺠(U+2EA0)→民 ×2 第1行"},    // supplement, which NFKC leaves
        {"林\uF9DD", "\uF9DD(U+F9DD)→利 ×1 第1行"},  // compatibility
        {"二О二六年", "О(U+041E)→〇 ×1 第1行"},
        {"二○○六年", "○(U+25CB)→〇 ×2 第1行"},
        {"二0二六年", "0(U+0030)→〇 ×1 第1行"},
        {"二Ο二六年", "Ο(U+039F)→〇 ×1 第1行"},
        {"СO2浓度", "С(U+0421)→C ×1 第1行"},
        {"甲｡乙", "｡(U+FF61)→。 ×1 第1行"},
        {"2O26年", "O(U+004F)→0 ×1 第1行"},
        {"3月l5日", "l(U+006C)→1 ×1 第1行"},
        {"IO月1日I2月", "I(U+0049)→1 ×1 第1行"},
        {"第—章 总则", "—(U+2014)→一 ×1 第1行"},
    };
    for (const auto& [text, list] : kRows) {
        const TakenIn taken = take_text(text + "\n");
        const core::Diagnostic* finding = find_of(taken.findings, "intake.look_alike");
        ASSERT_NE(finding, nullptr) << text;
        EXPECT_EQ(finding->message.args.at("list"), list);
        std::string kept;
        core::for_each_block(taken.document, [&](const core::Block& block) {
            kept += block.label + core::plain_text(block.runs);
        });
        EXPECT_EQ(kept, text);
    }
}

// A place of another kind is left out, never told as some paragraph.
TEST(LookAlikes, AreFoundByParagraphLineOrTable) {
    using core::Place;
    using core::PlaceKind;
    const Place cell = Place(PlaceKind::Paragraph, 3)
                           .followed_by({PlaceKind::Table, 2})
                           .with(PlaceKind::Row, 1)
                           .with(PlaceKind::Cell, 4);
    const std::vector<std::pair<Place, std::string>> kRows = {
        {{PlaceKind::Paragraph, 3}, " 第3段"},
        {{PlaceKind::Line, 3}, " 第3行"},
        {cell, " 表2"},
        {{PlaceKind::Field, "发布日期"}, ""},
        {{}, ""},
    };
    for (const auto& [place, words] : kRows) {
        RawParagraph paragraph;
        paragraph.runs = {core::text_run("⺠政")};
        paragraph.place = place;
        RawDocument raw;
        raw.blocks.emplace_back(paragraph);
        core::Diagnostics findings;
        report_odd_characters(raw, findings);
        ASSERT_EQ(findings.size(), 1u);
        EXPECT_EQ(findings[0].message.args.at("list"), "⺠(U+2EA0)→民 ×1" + words);
    }
}

TEST(LookAlikes, OtherLettersAndSignsAreNone) {
    for (const char* text : {"二〇二六年", "α粒子 5μm Ω 10Å", "Россия и Москва", "○待定",
                             "3.0版 第10条", "﨑岛 龘䶮", "第○条", "㈠①Ⅳ㎡", "甲、乙；ＡＢ",
                             "A1O日报", "图l年", "第—组", "CO2年均", "1O0米", "2026—2030年"}) {
        const TakenIn taken = take_text(std::string(text) + "\n");
        EXPECT_EQ(count_of(taken.findings, "intake.look_alike"), 0u) << text;
    }
}

TEST(LookAlikes, CharactersWithoutWidthAndStackedMarksAreReported) {
    EXPECT_EQ(count_of(take_text("甲\u202E乙\n").findings, "intake.format_character"), 1u);
    EXPECT_EQ(count_of(take_text("甲\uFE00乙\u200D\n").findings, "intake.format_character"), 1u);
    EXPECT_EQ(count_of(take_text("甲\u0301乙\n").findings, "intake.combining_mark"), 1u);
    EXPECT_EQ(count_of(take_text("cafe\u0301\n").findings, "intake.combining_mark"), 0u);
}

TEST(BrokenReferences, AreReported) {
    for (const char* text : {"按照错误！未找到引用源。执行", "见Error! Reference source not found.",
                             "错误!未定义书签。"})
        EXPECT_EQ(count_of(take_text(std::string(text) + "\n").findings, "intake.broken_reference"),
                  1u)
            << text;
    for (const char* text : {"出现错误！请改正", "未找到引用源", "Error! Try again"})
        EXPECT_EQ(count_of(take_text(std::string(text) + "\n").findings, "intake.broken_reference"),
                  0u)
            << text;
}

TEST(TableAsText, IsReported) {
    for (const char* text : {"姓名\t年龄\t单位\n\n张三\t30\t甲局\n", "┌──┬──┐\n│甲│乙│\n└──┴──┘\n"})
        EXPECT_EQ(count_of(take_text(text).findings, "intake.table_as_text"), 1u) << text;
    for (const char* text :
         {"1.\t甲\n2.\t乙\n", "甲——乙——丙\n丁——戊\n", "\t\t甲\n\t\t乙\n", "姓名\t年龄\t单位\n甲\n",
          "姓名\t年龄\t单位\n张三\t30\t甲局\n"})  // read as a table
        EXPECT_EQ(count_of(take_text(text).findings, "intake.table_as_text"), 0u) << text;
}

TEST(MarkupInText, IsReported) {
    const TakenIn taken = take_text("甲<br>乙&nbsp;丙\n丁</p>\n");
    ASSERT_EQ(count_of(taken.findings, "intake.markup_in_text"), 1u);
    EXPECT_EQ(find_of(taken.findings, "intake.markup_in_text")->message.args.at("count"), "3");
    EXPECT_EQ(count_of(take_text("甲<乙>丙&丁，a<b>c\n").findings, "intake.markup_in_text"), 0u);
}

TEST(LookAlikes, InvisibleCharactersThatAreLeftOutAreCounted) {
    const TakenIn taken = take_text("甲\u200B乙\u00AD丙\uFEFF丁\n");
    ASSERT_EQ(count_of(taken.findings, "intake.invisible_left_out"), 1u);
    EXPECT_EQ(find_of(taken.findings, "intake.invisible_left_out")->message.args.at("count"), "3");
    EXPECT_EQ(count_of(take_text("甲\t乙\f丙\r\n").findings, "intake.invisible_left_out"), 0u);
}

TEST(LookAlikes, RecognitionReadsTheStandardForm) {
    const TakenIn taken = take_text(
        "云岭省⼈⺠政府办公厅关于⽔利⼯作的通知\n云岭办发〔2026〕7号\n各市⼈⺠政府：\n现就有关⼯作"
        "通知如下。\n⼀、总体要求\n各地要落实。\n"
        "　　　　　　　　云岭省⼈⺠政府办公厅\n　　　　　　　　2026年3⽉5⽇\n");
    EXPECT_EQ(taken.document.meta.title, "云岭省人民政府办公厅关于水利工作的通知");
    ASSERT_EQ(taken.document.meta.issuers.size(), 1u);
    EXPECT_EQ(taken.document.meta.issuers[0], "云岭省人民政府办公厅");
    EXPECT_EQ(taken.document.meta.written, (core::Date{2026, 3, 5}));
    EXPECT_EQ(taken.document.preface.size(), 3u);
    EXPECT_EQ(core::plain_text(taken.document.conclusions.at(0).runs), "云岭省⼈⺠政府办公厅");
    EXPECT_EQ(taken.document.body.at(1).label, "⼀、");
}

TEST(LookAlikes, EveryRadicalIsReadAsACharacterOfTheSameLength) {
    EXPECT_EQ(in_standard_forms("⺁⻳⼀⿕"), "厂龟一龠");
    EXPECT_EQ(in_standard_forms_in_place("⺇⼀"), "⺇一");  // 𠘨 takes four bytes
    EXPECT_EQ(standard_form(U'⺚'), U'⺚');               // unassigned
}

}  // namespace
}  // namespace gongbao::editor
