// SPDX-License-Identifier: Apache-2.0
// Tracked changes: read as if accepted, and an error each until somebody decides.
#include <gtest/gtest.h>

#include "tests/editor/docx/docx_builder.hpp"

namespace gongbao::editor {
namespace {

using Lines = std::vector<std::string>;

const std::string kBy = R"( w:id="1" w:author="李编辑" w:date="2026-03-01T09:30:00Z")";

std::string text(const std::string& words) {
    return "<w:r><w:t>" + words + "</w:t></w:r>";
}
std::string gone(const std::string& words) {
    return "<w:del" + kBy + "><w:r><w:delText>" + words + "</w:delText></w:r></w:del>";
}
std::string added(const std::string& words) {
    return "<w:ins" + kBy + ">" + text(words) + "</w:ins>";
}

TEST(DocxChanges, AreReadAsIfAcceptedAndNamed) {
    const Read result =
        read("<w:p>" + text("自3月") + gone("1") + added("5") + text("日起") + "</w:p>");
    EXPECT_EQ(result.words(), "自3月5日起\n");
    EXPECT_EQ(result.found(), (Lines{"error 第1段 docx.deleted", "error 第1段 docx.inserted"}));
    const core::Diagnostic& deleted = result.findings[1];
    EXPECT_EQ(deleted.message.args.at("author"), "李编辑");
    EXPECT_EQ(deleted.message.args.at("date"), "2026-03-01 09:30");
    EXPECT_EQ(deleted.excerpt, "1");
    EXPECT_EQ(result.findings[2].excerpt, "5");
}

TEST(DocxChanges, OfOneAuthorInOneParagraphAreOneFinding) {
    const Read result = read("<w:p>" + added("甲") + text("。") + added("乙") +
                             R"(<w:ins w:author="王">)" + text("丙") + "</w:ins></w:p>");
    EXPECT_EQ(result.words(), "甲。乙丙\n");
    ASSERT_EQ(result.found(), (Lines{"error 第1段 docx.inserted", "error 第1段 docx.inserted"}));
    EXPECT_EQ(result.findings[1].excerpt, "甲乙");
    EXPECT_EQ(result.findings[2].message.args.at("date"), "—");
}

TEST(DocxChanges, DateOfAnotherFormIsShownAsItIs) {
    const Read result = read(R"(<w:p><w:ins w:author="王" w:date="二〇二六年三月一日上午九时">)" +
                             text("丙") + "</w:ins></w:p>");
    EXPECT_EQ(result.findings.back().message.args.at("date"), "二〇二六年三月一日上午九时");
}

TEST(DocxChanges, DeletionInsideOfAnInsertionIsDeleted) {
    EXPECT_EQ(read("<w:p>" + text("甲") + "<w:ins" + kBy + ">" + gone("乙") + text("丙") +
                   "</w:ins></w:p>")
                  .words(),
              "甲丙\n");
}

TEST(DocxChanges, MovedTextStandsWhereItWent) {
    const Read result = read("<w:p>" + text("甲") + "<w:moveTo" + kBy + ">" + text("移") +
                             "</w:moveTo></w:p><w:p>" + text("乙") + "<w:moveFrom" + kBy + ">" +
                             text("移") + "</w:moveFrom></w:p>");
    EXPECT_EQ(result.words(), "甲移\n乙\n");
    EXPECT_EQ(result.found(),
              (Lines{"error 第1段 docx.moved_here", "error 第2段 docx.moved_away"}));
}

TEST(DocxChanges, ADeletedParagraphMarkJoinsParagraphs) {
    const Read result = read(paragraph("前半", "<w:rPr><w:del" + kBy + "/></w:rPr>") +
                             paragraph("后半", R"(<w:jc w:val="center"/>)"));
    EXPECT_EQ(result.words(), "前半后半\n");
    EXPECT_EQ(result.paragraphs()[0].align, core::Align::Center);
    EXPECT_EQ(result.found(), Lines{"error 第1段 docx.deleted"});
}

TEST(DocxChanges, AParagraphDeletedAsAWholeLeavesNothing) {
    const std::string whole =
        "<w:p><w:pPr><w:rPr><w:del" + kBy + "/></w:rPr></w:pPr>" + gone("整段") + "</w:p>";
    EXPECT_EQ(read(paragraph("甲") + whole + paragraph("乙")).words(), "甲\n乙\n");
}

TEST(DocxChanges, ADeletedMarkAtTheEndLosesNoWords) {
    const std::string last = paragraph("末段", "<w:rPr><w:del" + kBy + "/></w:rPr>");
    EXPECT_EQ(read(last).words(), "末段\n");
    EXPECT_EQ(
        read(last + "<w:tbl><w:tr><w:tc>" + paragraph("格") + "</w:tc></w:tr></w:tbl>").words(),
        "末段\n");
}

TEST(DocxChanges, OfFormatAreWarnings) {
    const Read result = read("<w:p><w:r><w:rPr><w:b/><w:rPrChange" + kBy +
                             "><w:rPr/></w:rPrChange></w:rPr><w:t>甲</w:t></w:r></w:p>");
    EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.formatted"});
    EXPECT_TRUE(result.paragraphs()[0].runs[0].marks.has(core::Mark::Bold));
}

TEST(DocxChanges, OfRowsAndCellsAreFound) {
    const auto cell = [](const std::string& words, const std::string& properties = {}) {
        return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraph(words) + "</w:tc>";
    };
    const Read result =
        read("<w:tbl><w:tr>" + cell("甲", "<w:cellIns" + kBy + "/>") +
             "</w:tr><w:tr><w:trPr><w:del" + kBy + "/></w:trPr>" + cell("乙") +
             "</w:tr><w:tr><w:trPr><w:ins" + kBy + "/></w:trPr>" + cell("丙") + "</w:tr></w:tbl>");
    ASSERT_EQ(result.table().rows.size(), 2u);
    EXPECT_EQ(words_in(result.table().rows[1].cells[0].paragraphs[0]), "丙");
    EXPECT_EQ(result.found(),
              (Lines{"error 表1第1行第1格 docx.inserted", "error 表1第2行 docx.deleted",
                     "error 表1第3行 docx.inserted"}));
}

TEST(DocxChanges, DeletedFieldsDoNotConfuseTheOthers) {
    const std::string code = R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)";
    EXPECT_EQ(read("<w:p>" + text("甲") + "<w:del" + kBy + ">" + code + "</w:del>" + text("乙") +
                   "</w:p>")
                  .words(),
              "甲乙\n");
}

}  // namespace
}  // namespace gongbao::editor
