// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "editor/intake/docx/pictures.hpp"
#include "tests/editor/docx/docx_builder.hpp"

namespace gongbao::editor {
namespace {

using Lines = std::vector<std::string>;

const std::string kPng = "\x89PNG\r\n\x1A\n…";
const std::string kJpeg = "\xFF\xD8\xFF…";

std::string text(const std::string& words) {
    return "<w:r><w:t>" + words + "</w:t></w:r>";
}
std::string footnote(int id) {
    return "<w:r><w:footnoteReference w:id=\"" + std::to_string(id) + "\"/></w:r>";
}
std::string note(const std::string& kind, int id, const std::string& content) {
    return "<w:" + kind + " w:id=\"" + std::to_string(id) + "\">" + content + "</w:" + kind + ">";
}
std::string picture(const std::string& id, const std::string& alt = "") {
    return R"(<w:r><w:drawing><wp:inline><wp:extent cx="1800000" cy="900000"/>)"
           R"(<wp:docPr id="1" descr=")" +
           alt + R"("/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed=")" + id +
           R"("/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>)"
           R"(</w:r>)";
}
std::string in_paragraph(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}

TEST(DocxNotes, StandWhereTheyAreCalledInOneCount) {
    const Read result =
        read(DocxBuilder(in_paragraph(text("甲") + footnote(2) + text("乙") +
                                      R"(<w:r><w:endnoteReference w:id="2"/></w:r>)" + text("丙") +
                                      footnote(3)))
                 .footnotes(R"(<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>)" +
                            note("footnote", 2,
                                 in_paragraph("<w:r><w:footnoteRef/></w:r>" + text(" 注甲"))) +
                            note("footnote", 3, paragraph("注丙一") + paragraph("注丙二")))
                 .endnotes(note("endnote", 2, paragraph("尾注"))));
    EXPECT_EQ(result.words(), "甲{①注甲}乙{②尾注}丙{③注丙一/注丙二}\n");
    EXPECT_EQ(result.found(), Lines{});
}

TEST(DocxNotes, MayBringTheirOwnMark) {
    const Read result =
        read(DocxBuilder(
                 in_paragraph(
                     text("甲") +
                     R"(<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>※</w:t>)"
                     R"(</w:r>)" +
                     text("乙")))
                 .footnotes(note("footnote", 2, paragraph("注"))));
    EXPECT_EQ(result.words(), "甲{※注}乙\n");
}

TEST(DocxNotes, ThatAreMissingAreReported) {
    EXPECT_EQ(read(in_paragraph(text("甲") + footnote(9))).found(),
              Lines{"error 第1段 docx.note_missing"});
}

TEST(DocxNotes, ReportTheirOwnChangesByTheirMark) {
    const Read result = read(
        DocxBuilder(in_paragraph(text("甲") + footnote(2)))
            .footnotes(note("footnote", 2,
                            in_paragraph(R"(<w:ins w:author="李">)" + text("注") + "</w:ins>"))));
    EXPECT_EQ(result.found(), Lines{"error 注① docx.inserted"});
}

TEST(DocxNotes, ThatCallThemselvesEnd) {
    const Read result =
        read(DocxBuilder(in_paragraph(text("甲") + footnote(2) + text("乙") + footnote(2)))
                 .footnotes(note("footnote", 2, in_paragraph(text("注") + footnote(2)))));
    EXPECT_EQ(result.words(), "甲{①注}乙\n");
    EXPECT_EQ(result.found(),
              (Lines{"error 注① docx.note_repeated", "error 第1段 docx.note_repeated"}));
}

TEST(DocxNotes, MayStandInTables) {
    const Read result =
        read(DocxBuilder("<w:tbl><w:tr><w:tc>" + in_paragraph(text("格") + footnote(2)) +
                         "</w:tc></w:tr></w:tbl>")
                 .footnotes(note("footnote", 2, paragraph("注"))));
    EXPECT_EQ(words_in(result.table().rows[0].cells[0].paragraphs[0]), "格{①注}");
}

TEST(DocxPictures, AreFiguresWithSizeAndAlternativeText) {
    const Read result = read(DocxBuilder(paragraph("甲") + in_paragraph(picture("p", "示意图")))
                                 .file("media/1.png", kPng, "image", "p"));
    const auto figures = result.figures();
    ASSERT_EQ(figures.size(), 1u);
    EXPECT_EQ(figures[0].type, "image/png");
    EXPECT_EQ(figures[0].width_um, 50000);
    EXPECT_EQ(figures[0].height_um, 25000);
    EXPECT_EQ(figures[0].alt, "示意图");
    ASSERT_EQ(result.raw.media.size(), 1u);
    EXPECT_EQ(result.raw.media[0].digest, figures[0].digest);
    EXPECT_EQ(*result.raw.media[0].bytes, kPng);
}

TEST(DocxPictures, AreKeptOnceHoweverOftenTheyAreShown) {
    const Read result =
        read(DocxBuilder(paragraph("甲") + in_paragraph(picture("p")) + in_paragraph(picture("p")))
                 .file("media/1.jpg", kJpeg, "image", "p"));
    EXPECT_EQ(result.figures().size(), 2u);
    EXPECT_EQ(result.raw.media.size(), 1u);
}

TEST(DocxPictures, OfOlderFilesAreRead) {
    const std::string old =
        R"(<w:r><w:pict><v:shape style="width:72pt;height:1in" alt="旧图"><v:imagedata r:id="p"/>)"
        R"(</v:shape></w:pict></w:r>)";
    const Read result = read(
        DocxBuilder(paragraph("甲") + in_paragraph(old)).file("media/1.jpg", kJpeg, "image", "p"));
    ASSERT_EQ(result.figures().size(), 1u);
    EXPECT_EQ(result.figures()[0].width_um, 25400);
    EXPECT_EQ(result.figures()[0].height_um, 25400);
    EXPECT_EQ(result.figures()[0].alt, "旧图");
}

TEST(DocxPictures, WordsThatStandForALostPictureAreReported) {
    const Read result =
        read(DocxBuilder(paragraph("甲") + in_paragraph(picture("p", "渡口示意图"))));
    EXPECT_EQ(result.found(),
              (Lines{"error 第2段 docx.picture_missing", "warning 第2段 docx.picture_words"}));
    EXPECT_EQ(result.findings.back().message.args.at("words"), "渡口示意图");
}

TEST(DocxPictures, ThatCannotBePrintedAreReported) {
    const auto found = [](const DocxBuilder& docx) { return read(docx).found(); };
    const std::string body = paragraph("甲") + in_paragraph(picture("p"));
    EXPECT_EQ(found(DocxBuilder(body).file("media/1.emf", "EMF", "image", "p")),
              Lines{"error 第2段 docx.picture_type"});
    EXPECT_EQ(found(DocxBuilder(body).file("media/1.png", "GIF89a", "image", "p")),
              Lines{"error 第2段 docx.picture_type"});
    EXPECT_EQ(found(DocxBuilder(body)), Lines{"error 第2段 docx.picture_missing"});
    EXPECT_EQ(found(DocxBuilder(body).link("image", "p", "http://example.invalid/a.png")),
              Lines{"error 第2段 docx.picture_linked"});
}

TEST(DocxPictures, BetweenWordsMoveBehindThemAndAreReported) {
    const Read result = read(DocxBuilder(in_paragraph(text("前") + picture("p") + text("后")))
                                 .file("media/1.png", kPng, "image", "p"));
    EXPECT_EQ(result.words(), "前后\n");
    EXPECT_EQ(result.raw.blocks.size(), 2u);
    EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.picture_between_words"});
}

TEST(DocxPictures, InCellsAreReported) {
    const Read result =
        read(DocxBuilder("<w:tbl><w:tr><w:tc>" + in_paragraph(text("格") + picture("p")) +
                         "</w:tc></w:tr></w:tbl>")
                 .file("media/1.png", kPng, "image", "p"));
    EXPECT_EQ(result.found(), Lines{"error 表1第1行第1格 docx.picture_inside"});
}

TEST(DocxPictures, ChartsAndObjectsAreReported) {
    EXPECT_EQ(read(in_paragraph(text("甲") + "<w:r><w:drawing><wp:inline><a:graphic><c:chart/></"
                                             "a:graphic></wp:inline></w:drawing></w:r>"))
                  .found(),
              Lines{"error 第1段 docx.chart"});
    EXPECT_EQ(read(in_paragraph(
                       text("甲") +
                       R"(<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>)"))
                  .found(),
              Lines{"error 第1段 docx.object"});
}

TEST(DocxPictures, AloneAreNoDocument) {
    EXPECT_EQ(refusal(DocxBuilder(in_paragraph(picture("p")))
                          .file("media/1.png", kPng, "image", "p")
                          .bytes()),
              "invalid docx.only_pictures");
}

}  // namespace
}  // namespace gongbao::editor
