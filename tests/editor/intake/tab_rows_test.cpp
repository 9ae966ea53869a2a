// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using Rows = std::vector<std::string>;

// The tables of a text between two sentences: rows of cells, "*" before a head cell.
Rows tables_of(const std::string& lines, core::Diagnostics* findings = nullptr) {
    const TakenIn taken =
        take_text("关于堤防的通知\n各市：\n名单印发如下。\n" + lines + "请遵照。\n");
    if (findings != nullptr) *findings = taken.findings;
    Rows rows;
    core::for_each_block(taken.document, [&](const core::Block& block) {
        if (!block.table) return;
        for (const core::Row& row : block.table->rows) {
            std::string words;
            for (const core::Cell& cell : row.cells)
                words += std::string(cell.header ? "*" : "") +
                         core::plain_text(cell.paragraphs.at(0)) + "|";
            rows.push_back(words);
        }
    });
    return rows;
}

TEST(TabRows, AreATable) {
    core::Diagnostics findings;
    EXPECT_EQ(tables_of("序号\t名称\t等级\n1\t东堤\t甲\n2\t西堤\t乙\n", &findings),
              (Rows{"*序号|*名称|*等级|", "1|东堤|甲|", "2|西堤|乙|"}));
    ASSERT_EQ(count_of(findings, "intake.rows_made_table"), 1u);
    EXPECT_EQ(count_of(findings, "intake.table_as_text"), 0u);
}

TEST(TabRows, OfTwoColumnsNeedThreeRows) {
    EXPECT_EQ(tables_of("堤防\t长度\n东堤\t12\n西堤\t9\n"),
              (Rows{"*堤防|*长度|", "东堤|12|", "西堤|9|"}));
    EXPECT_TRUE(tables_of("云岭省水利厅\t云岭省财政厅\n东堤\t西堤\n").empty());
}

TEST(TabRows, KeepEmptyCellsAndWidenGaps) {
    EXPECT_EQ(tables_of("名称\t等级\t备注\n东堤\t甲\t\n西堤\t\t已修\n"),
              (Rows{"*名称|*等级|*备注|", "东堤|甲||", "西堤||已修|"}));
    EXPECT_EQ(tables_of("名称\t\t等级\t备注\n东堤\t甲\t\t无\n西堤\t乙\t已修\n"),
              (Rows{"*名称|*等级|*备注|", "东堤|甲|无|", "西堤|乙|已修|"}))
        << "tabs that only make the gap wider";
}

TEST(TabRows, UnevenRowsAreFilledAndTold) {
    core::Diagnostics findings;
    EXPECT_EQ(tables_of("名称\t等级\t备注\n东堤\t甲\n西堤\t乙\t已修\n", &findings),
              (Rows{"*名称|*等级|*备注|", "东堤|甲||", "西堤|乙|已修|"}));
    EXPECT_EQ(count_of(findings, "intake.rows_uneven"), 1u);
}

TEST(TabRows, ListsContactsSignaturesAndSentencesAreNoTable) {
    for (const char* lines : {"1.\t巡查堤防。\n2.\t报告险情。\n3.\t修复堤段。\n",
                              "联系人：\t林望山\n电话：\t5550101\n地址：\t云岭路1号\n",
                              "水利厅\t财政厅\t交通厅\n2026年3月5日\t2026年3月5日\t2026年3月5日\n",
                              "巡查堤防\t要每日进行。\n"})
        EXPECT_TRUE(tables_of(lines).empty()) << lines;
}

TEST(TabRows, KeepEveryWord) {
    const std::string text =
        "关于堤防的通知\n各市：\n见表。\n甲\t乙\t丙\n丁\t戊\n己\t庚\t辛\n请遵照。\n";
    std::string words;
    core::for_each_block(take_text(text).document, [&](const core::Block& block) {
        words += core::without_spaces(core::plain_text(block));
    });
    EXPECT_EQ(words, core::without_spaces(text));
}

}  // namespace
}  // namespace gongbao::editor
