// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/tables.hpp"

#include <gtest/gtest.h>

#include "core/text/text.hpp"
#include "editor/intake/intake.hpp"
#include "tests/editor/docx/docx_builder.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

using Lines = std::vector<std::string>;

std::string cell(const std::string& content, const std::string& properties = {}) {
    const bool words = content.empty() || content[0] != '<';
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + (words ? paragraph(content) : content) +
           "</w:tc>";
}
std::string row(const std::string& cells, const std::string& properties = {}) {
    return "<w:tr><w:trPr>" + properties + "</w:trPr>" + cells + "</w:tr>";
}
std::string table(const std::string& rows, const std::string& grid = {}) {
    return "<w:tbl><w:tblGrid>" + grid + "</w:tblGrid>" + rows + "</w:tbl>";
}
std::string column(int width) {
    return "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
}

// One line a row: "甲 2x1|乙".
std::string drawn(const core::Table& read) {
    std::string out;
    for (const core::Row& one : read.rows) {
        std::string line = one.header ? "#" : "";
        for (const core::Cell& inner : one.cells) {
            if (&inner != &one.cells.front()) line += "|";
            std::vector<std::string> words;
            for (const core::Runs& runs : inner.paragraphs) words.push_back(words_in(runs));
            line += core::join(words, "/");
            if (inner.column_span > 1 || inner.row_span > 1)
                line.append(" ")
                    .append(std::to_string(inner.column_span))
                    .append("x")
                    .append(std::to_string(inner.row_span));
        }
        out += line + "\n";
    }
    return out;
}

TEST(DocxTable, ReadsCellsHeadRowsAndWidths) {
    const Read result =
        read(table(row(cell("序号") + cell("名称"), "<w:tblHeader/>") + row(cell("1") + cell("甲")),
                   column(1000) + column(2000)));
    EXPECT_EQ(drawn(result.table()), "#序号|名称\n1|甲\n");
    EXPECT_EQ(result.table().column_widths, (std::vector<int>{333, 667}));
    EXPECT_TRUE(result.table().rows[0].cells[1].header);
    EXPECT_FALSE(result.table().rows[1].cells[1].header);
}

TEST(DocxTable, LeavesWidthsToTheContentWhenTheGridSaysNothing) {
    EXPECT_TRUE(read(table(row(cell("甲")))).table().column_widths.empty());
    EXPECT_TRUE(read(table(row(cell("甲")), column(0))).table().column_widths.empty());
}

TEST(DocxTable, MergesAcrossAndDown) {
    const std::string begins = R"(<w:vMerge w:val="restart"/>)";
    const std::string wide = R"(<w:gridSpan w:val="2"/>)";
    const Read result = read(table(
        row(cell("甲", begins) + cell("乙", wide)) +
        row(cell("", "<w:vMerge/>") + cell("丙") + cell("丁", begins)) +
        row(cell("", R"(<w:vMerge w:val="continue"/>)") + cell("戊") + cell("", "<w:vMerge/>"))));
    EXPECT_EQ(drawn(result.table()), "甲 1x3|乙 2x1\n丙|丁 1x2\n戊\n");
    EXPECT_EQ(result.found(), Lines{});
}

TEST(DocxTable, MergesABlockOfCells) {
    const std::string wide = R"(<w:gridSpan w:val="2"/>)";
    EXPECT_EQ(
        drawn(read(table(row(cell("甲", wide + R"(<w:vMerge w:val="restart"/>)") + cell("乙")) +
                         row(cell("", wide + "<w:vMerge/>") + cell("丙"))))
                  .table()),
        "甲 2x2|乙\n丙\n");
}

TEST(DocxTable, AContinuationOfNothingIsACellOfItsOwn) {
    EXPECT_EQ(drawn(read(table(row(cell("甲", "<w:vMerge/>")) + row(cell("乙")) +
                               row(cell("丙", "<w:vMerge/>"))))
                        .table()),
              "甲\n乙\n丙\n");
}

TEST(DocxTable, MergesCellByCellAsOlderFilesDo) {
    EXPECT_EQ(drawn(read(table(row(cell("甲", R"(<w:hMerge w:val="restart"/>)") +
                                   cell("", "<w:hMerge/>") + cell("乙"))))
                        .table()),
              "甲 2x1|乙\n");
}

TEST(DocxTable, KeepsTheWordsOfSwallowedCells) {
    const Read result = read(
        table(row(cell("甲", R"(<w:vMerge w:val="restart"/>)")) + row(cell("藏", "<w:vMerge/>"))));
    EXPECT_EQ(drawn(result.table()), "甲/藏 1x2\n\n");
    EXPECT_EQ(result.found(), Lines{"warning 表1第2行第1格 docx.merged_words"});
}

TEST(DocxTable, FillsTheGapsAtTheEndsOfARow) {
    EXPECT_EQ(
        drawn(read(table(row(cell("甲"), R"(<w:gridBefore w:val="1"/><w:gridAfter w:val="2"/>)")))
                  .table()),
        "|甲| 2x1\n");
}

TEST(DocxTable, CellsKeepTheirParagraphsAndAlignment) {
    const Read result = read(
        table(row(cell("<w:p/>" + paragraph("一", R"(<w:jc w:val="center"/>)") + paragraph("二")) +
                  cell(""))));
    const core::Row only = result.table().rows.at(0);
    EXPECT_EQ(only.cells[0].paragraphs.size(), 2u);
    EXPECT_EQ(only.cells[0].align, core::Align::Center);
    ASSERT_EQ(only.cells[1].paragraphs.size(), 1u);
    EXPECT_TRUE(only.cells[1].paragraphs[0].empty());
}

TEST(DocxTable, AnInnerTableGivesItsWordsToTheCell) {
    const Read result = read(table(
        row(cell(paragraph("前") + table(row(cell("内一") + cell("内二"))) + paragraph("后")))));
    EXPECT_EQ(drawn(result.table()), "前/内一/内二/后\n");
    EXPECT_EQ(result.found(), Lines{"warning 表1第1行第1格 docx.table_inside"});
}

TEST(DocxTable, AutomaticNumbersCountThroughCells) {
    const std::string number = R"(<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>)";
    const Read result = read(
        DocxBuilder(table(row(cell(paragraph("甲", number))) + row(cell(paragraph("乙", number)))))
            .numbering(
                R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>)"
                R"(<w:numFmt w:val="decimal"/><w:suff w:val="nothing"/><w:lvlText w:val="%1."/>)"
                R"(</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/>)"
                R"(</w:num>)"));
    EXPECT_EQ(drawn(result.table()), "1.甲\n2.乙\n");
}

TEST(DocxTable, RowsAndCellsInControlsAreFound) {
    const auto control = [](const std::string& inside) {
        return "<w:sdt><w:sdtContent>" + inside + "</w:sdtContent></w:sdt>";
    };
    EXPECT_EQ(drawn(read(table(control(row(control(cell("甲")) + cell("乙"))))).table()),
              "甲|乙\n");
}

TEST(DocxTable, ADeletedCellIsEmptyAsItsFindingSays) {
    const Read result = read("<w:tbl><w:tr><w:tc>" + paragraph("甲") +
                             "</w:tc><w:tc><w:tcPr><w:cellDel w:author=\"林\"/></w:tcPr>" +
                             paragraph("乙") + "</w:tc></w:tr></w:tbl>");
    EXPECT_EQ(drawn(result.table()), "甲|\n");
    EXPECT_EQ(result.found(), std::vector<std::string>{"error 表1第1行第2格 docx.deleted"});
}

TEST(DocxTable, ACellThatShowsItsPromptIsReported) {
    const auto controlled = [](const std::string& properties) {
        return read("<w:tbl><w:tr><w:sdt><w:sdtPr>" + properties +
                    "</w:sdtPr><w:sdtContent><w:tc>" + paragraph("单击此处输入") +
                    "</w:tc></w:sdtContent></w:sdt></w:tr></w:tbl>")
            .found();
    };
    EXPECT_EQ(controlled("<w:showingPlcHdr/>"),
              std::vector<std::string>{"warning 表1第1行 docx.prompt"});
    EXPECT_EQ(controlled(""), std::vector<std::string>{});
}

TEST(DocxTable, ParagraphsAroundItAreNumberedWithoutIt) {
    const Read result = read(paragraph("甲") + table(row(cell("格"))) + paragraph("乙"));
    EXPECT_EQ(gongbao::tests::worded(result.paragraphs()[1].place), "第2段");
    EXPECT_EQ(std::get<RawTable>(result.raw.blocks[1]).place.text(), "behind:1/table:1");
}

TEST(DocxTable, NonsenseSpansDoNoHarm) {
    const core::Table odd = read(table(row(cell("甲", R"(<w:gridSpan w:val="2000000000"/>)") +
                                               cell("乙", R"(<w:gridSpan w:val="-5"/>)"),
                                           R"(<w:gridBefore w:val="-1"/>)")))
                                .table();
    EXPECT_EQ(drawn(odd), "甲 63x1|乙\n");
}

std::string styled_table(const std::string& look, const std::string& words) {
    return R"(<w:tbl><w:tblPr><w:tblStyle w:val="S"/>)" + look + "</w:tblPr>" +
           row(cell("head " + words)) + row(cell("乙")) + "</w:tbl>";
}
std::string table_style(const std::string& own, const std::string& first_row) {
    return R"(<w:style w:type="table" w:styleId="S"><w:name w:val="表"/><w:rPr>)" + own +
           "</w:rPr>" + R"(<w:tblStylePr w:type="firstRow"><w:rPr>)" + first_row +
           "</w:rPr></w:tblStylePr></w:style>";
}

TEST(DocxTable, WhatItsStyleWouldPrintOtherwiseIsReported) {
    const auto found = [](const std::string& own, const std::string& first_row,
                          const std::string& look = {}) {
        return read(DocxBuilder(styled_table(look, "甲")).styles(table_style(own, first_row)))
            .found();
    };
    const std::string signs = R"(<w:rFonts w:ascii="Wingdings 2" w:hAnsi="Wingdings 2"/>)";
    EXPECT_EQ(found("", "<w:caps/>"), Lines{"warning 表1 docx.table_style_capitals"});
    EXPECT_EQ(found("<w:smallCaps/>", ""), Lines{"warning 表1 docx.table_style_capitals"});
    EXPECT_EQ(found("", "<w:vanish/>"), Lines{"warning 表1 docx.table_style_hidden"});
    EXPECT_EQ(found("", "<w:strike/>"), Lines{"error 表1 docx.struck_text"});
    EXPECT_EQ(found("", signs), Lines{"error 表1 docx.table_style_symbols"});
    EXPECT_EQ(found("", "<w:caps/>", R"(<w:tblLook w:val="0020"/>)"),
              Lines{"warning 表1 docx.table_style_capitals"});
    EXPECT_EQ(found("", "<w:caps/>", R"(<w:tblLook w:val="0000"/>)"), Lines{});
    EXPECT_EQ(found("", "<w:caps/>", R"(<w:tblLook w:firstRow="0" w:val="0020"/>)"), Lines{});
    EXPECT_EQ(found(R"(<w:caps w:val="0"/>)", "<w:b/>"), Lines{});
    EXPECT_EQ(found("", R"(<w:rFonts w:ascii="Arial"/>)"), Lines{});
}

TEST(DocxTable, CapitalsOfItsStyleConcernLettersOnly) {
    const std::string body = R"(<w:tbl><w:tblPr><w:tblStyle w:val="S"/></w:tblPr>)" +
                             row(cell("甲 PM2.5")) + row(cell("small")) + "</w:tbl>";
    EXPECT_EQ(read(DocxBuilder(body).styles(table_style("", "<w:caps/>"))).found(), Lines{});
}

TEST(DocxTables, HaveTheirFindingsWhereTheTableStands) {
    const auto struck = [](const std::string& words) {
        return "<w:p><w:r><w:rPr><w:strike/></w:rPr><w:t>" + words + "</w:t></w:r></w:p>";
    };
    const std::string body = paragraph("第一段") + struck("删去甲") +
                             table(row(cell("甲") + cell(struck("删去乙")))) + struck("删去丙");
    std::vector<std::string> places;
    for (const core::Diagnostic& finding : take_in({"a.docx", DocxBuilder(body).bytes()}).findings)
        if (finding.message.id == "docx.struck_text") places.push_back(finding.place.text());
    EXPECT_EQ(places, (Lines{"paragraph:2", "behind:2/table:1/row:1/cell:2", "paragraph:3"}));
}

}  // namespace
}  // namespace gongbao::editor
