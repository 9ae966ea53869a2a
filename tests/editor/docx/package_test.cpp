// SPDX-License-Identifier: Apache-2.0
// Files that are no docx, or a hostile one.
#include "editor/intake/docx/package.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "tests/editor/docx/docx_builder.hpp"

namespace gongbao::editor {
namespace {

std::string utf16(const std::string& ascii) {
    std::string out;
    for (const char c : ascii) out += {c, '\0'};
    return out;
}

std::string compound_file(const std::string& stream) {
    return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(504, '\0') + utf16(stream);
}

TEST(DocxPackage, SaysPreciselyWhatAFileIsWhenItIsNoDocx) {
    const std::string whole = DocxBuilder(paragraph("甲")).bytes();
    const std::vector<std::pair<std::string, std::string>> kRefused = {
        {"", "invalid docx.empty_file"},
        {"就是几个字。", "invalid docx.not_zip"},
        {"%PDF-1.7 …", "invalid docx.not_zip"},
        {compound_file("WordDocument"), "invalid docx.old_word"},
        {compound_file("EncryptedPackage"), "invalid docx.encrypted"},
        {compound_file("EncryptedPackage") + utf16("DRMEncryptedDataSpace"),
         "invalid docx.rights_managed"},
        {compound_file("Workbook"), "invalid docx.spreadsheet"},
        {compound_file("PowerPoint Document"), "invalid docx.presentation"},
        {compound_file("Contents"), "invalid docx.compound_file"},
        {whole.substr(0, whole.size() / 2), "invalid docx.truncated"},
        {whole.substr(0, 30), "invalid docx.truncated"},
        {zip_of({{"readme.txt", "x"}}), "invalid docx.other_zip"},
        {zip_of({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.xml", "<w/>"}}),
         "invalid docx.spreadsheet"},
        {zip_of({{"[Content_Types].xml", "<Types/>"}, {"ppt/presentation.xml", "<p/>"}}),
         "invalid docx.presentation"},
        {zip_of({{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<o/>"}}),
         "invalid docx.open_document"},
        {zip_of({{"OFD.xml", "<o/>"}}), "invalid docx.ofd"},
        {zip_of({{"[Content_Types].xml", "<Types/>"}, {"word/styles.xml", "<s/>"}}),
         "invalid docx.part_missing"},
    };
    for (const auto& [bytes, expected] : kRefused)
        EXPECT_EQ(refusal(bytes), expected) << bytes.substr(0, 40);
}

TEST(DocxPackage, RefusesEveryTruncationWithoutReadingHalf) {
    const std::string whole = DocxBuilder(paragraph("云岭省人民政府")).bytes();
    for (std::size_t size = 0; size < whole.size(); size += 7)
        EXPECT_NE(refusal(whole.substr(0, size)), "") << size;
    EXPECT_EQ(refusal(whole), "");
}

TEST(DocxPackage, NoticesDamageInsideOfAnEntry) {
    std::string bytes = DocxBuilder(paragraph(std::string(4000, 'a'))).bytes();
    const std::size_t entry = bytes.find("word/document.xml");
    ASSERT_NE(entry, std::string::npos);
    bytes[entry + 30] = static_cast<char>(bytes[entry + 30] ^ 0x55);
    EXPECT_EQ(refusal(bytes), "invalid docx.entry_damaged");
}

TEST(DocxPackage, RefusesNamesThatLeaveThePackage) {
    for (const char* name : {"../etc/passwd", "/etc/passwd", "word/../../x", "..\\x", "C:\\x"})
        EXPECT_EQ(refusal(DocxBuilder(paragraph("甲")).entry(name, "x").bytes()),
                  "invalid docx.unsafe_name")
            << name;
    EXPECT_EQ(refusal(DocxBuilder(paragraph("甲")).entry("word/a..b.xml", "x").bytes()), "");
}

TEST(DocxPackage, RefusesTwoPartsThatDifferInCaseOnly) {
    EXPECT_EQ(refusal(DocxBuilder(paragraph("甲")).entry("WORD/Document.xml", "<x/>").bytes()),
              "invalid docx.repeated_name");
}

TEST(DocxPackage, KeepsToTheLimits) {
    const std::string bytes = DocxBuilder(paragraph("甲"))
                                  .entry("word/media/zeros.bin", std::string(3 << 20, '\0'))
                                  .bytes();
    IntakeLimits limits;
    EXPECT_EQ(refusal(bytes, limits), "") << "a long list packs as tightly";
    limits.ratio_from = 1 << 20;
    EXPECT_EQ(refusal(bytes, limits), "too-large docx.packed_too_tightly");
    limits.ratio = 100000;
    EXPECT_EQ(refusal(bytes, limits), "");
    limits.unpacked = 2 << 20;
    EXPECT_EQ(refusal(bytes, limits), "too-large docx.unpacked_too_large");
    limits = {};
    limits.entries = 3;
    EXPECT_EQ(refusal(bytes, limits), "too-large docx.too_many_entries");
    limits = {};
    limits.file = bytes.size() - 1;
    EXPECT_EQ(refusal(bytes, limits), "too-large docx.file_too_large");
}

TEST(DocxPackage, LooksAtTheSizeBeforeAnythingElse) {
    EXPECT_EQ(refusal(std::string(100u << 20, 'x')), "too-large docx.file_too_large");
}

TEST(DocxPackage, ReadsPartsWhateverTheCaseOfTheirNames) {
    const std::string bytes = zip_of({{"Word/Media/A.png", "bytes"}});
    const docx::Package package(bytes, {});
    EXPECT_TRUE(package.has("word/media/a.PNG"));
    EXPECT_EQ(package.read("word/media/a.png"), "bytes");
    EXPECT_EQ(package.read("word/media/b.png"), std::nullopt);
    EXPECT_TRUE(package.has_folder("word/"));
    EXPECT_FALSE(package.has_folder("xl/"));
}

TEST(DocxPackage, FindsTheTextWhereverThePackageSaysItIs) {
    const std::string bytes = zip_of(
        {{"_rels/.rels",
          R"(<Relationships>)"
          R"(<Relationship Id="a" Target="/text/main.xml" )"
          R"(Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"/>)"
          R"(</Relationships>)"},
         {"text/main.xml",
          R"(<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body>)"
          R"(<w:p><w:r><w:t>甲</w:t></w:r></w:p></w:body></w:document>)"}});
    EXPECT_EQ(refusal(bytes), "");
}

TEST(DocxPackage, SaysWhenThereAreNoWords) {
    EXPECT_EQ(refusal(DocxBuilder("").bytes()), "invalid docx.no_words");
    EXPECT_EQ(refusal(DocxBuilder("<w:p/><w:p/>" + paragraph("　 ")).bytes()),
              "invalid docx.no_words");
}

}  // namespace
}  // namespace gongbao::editor
