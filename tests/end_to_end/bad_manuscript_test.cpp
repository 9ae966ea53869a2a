// SPDX-License-Identifier: Apache-2.0
// What people hand in by mistake or with bad intent: refused with words, or taken with a finding;
// in either case nothing is half-written.
#include <gtest/gtest.h>
#include <zip.h>

#include <cstdlib>
#include <utility>

#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kFindings = 1, kInvalid = 4, kForbidden = 6, kTooLarge = 7;

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& entries) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, bytes] : entries) {
        zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) std::abort();
    }
    if (zip_close(archive) != 0) std::abort();
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

// A docx of this word/document.xml.
std::string docx_of(const std::string& document) {
    return zip_of(
        {{"[Content_Types].xml", "<Types/>"},
         {"_rels/.rels",
          R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)"
          R"(<Relationship Id="a" Type="http://schemas.openxmlformats.org/officeDocument/2006/)"
          R"(relationships/officeDocument" Target="word/document.xml"/></Relationships>)"},
         {"word/document.xml", document}});
}

std::string docx_saying(const std::string& body, const std::string& before = {}) {
    return docx_of(
        before +
        R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/)"
        R"(main"><w:body>)" +
        body + "</w:body></w:document>");
}

std::string paragraph(const std::string& words) {
    return "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>";
}

// The head of an OLE2 file whose directory names the streams of an encrypted package.
std::string password_protected() {
    std::string bytes = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    bytes.resize(512, '\0');
    for (const char c : std::string("EncryptedPackage")) bytes += {c, '\0'};
    bytes.resize(4096, '\0');
    return bytes;
}

struct Refusal {
    const char* what;
    std::string name;
    std::string bytes;
    int code;
    const char* words;  ///< part of the message
};

std::vector<Refusal> refusals() {
    const std::string entities =
        R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>)";
    const std::string outside =
        R"(<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>)";
    return {
        {"text under a Word name", "a.docx", std::string("PK") + "not a package at all", kInvalid,
         "只是扩展名相同"},
        {"a truncated package", "a.docx", fixture("truncated.docx"), kInvalid, "不完整"},
        {"a zip bomb", "a.docx", docx_saying(paragraph(std::string(std::size_t{80} << 20, ' '))),
         kTooLarge, "压缩比"},
        {"many small entities", "a.docx", docx_saying(paragraph("&b;"), entities), kInvalid, "DTD"},
        {"an entity from a file", "a.docx", docx_saying(paragraph("&a;"), outside), kInvalid,
         "DTD"},
        {"an entity in canonical XML", "a.xml",
         outside + "<akomaNtoso xmlns=\"http://docs.oasis-open.org/legaldocml/ns/akn/3.0\"/>",
         kInvalid, "DTD"},
        {"a password", "a.docx", password_protected(), kInvalid, "密码"},
        {"an old .doc", "a.doc", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(4096, '\0'),
         kInvalid, "另存为"},
        {"an empty file", "a.txt", "", kInvalid, "空"},
        {"white space alone", "a.txt", "\n \n　\n", kInvalid, "没有找到正文"},
        {"a docx without words", "a.docx", docx_saying("<w:p/>"), kInvalid, "没有"},
        {"an unknown encoding", "a.txt", "\x81\x20\xff\xfe\xfd\x80\x81\x20\xff\x80\x80", kInvalid,
         "编码"},
        {"a PDF", "a.pdf", "%PDF-1.7\n1 0 obj", kInvalid, "PDF"},
        {"100 MB", "a.txt", std::string(std::size_t{100} << 20, 'x'), kTooLarge, "上限"},
    };
}

TEST(BadManuscript, IsRefusedByImportAndNothingIsKept) {
    const Workplace place;
    for (const Refusal& bad : refusals()) {
        place.write(bad.name, bad.bytes);
        const Outcome outcome = place.run({"import", bad.name});
        EXPECT_EQ(outcome.code, bad.code) << bad.what;
        EXPECT_NE(outcome.err.find(bad.words), std::string::npos) << bad.what << outcome.err;
        EXPECT_NE(outcome.err.find(bad.name), std::string::npos) << bad.what << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "") << bad.what;
        EXPECT_EQ(outcome.out, "") << bad.what;
    }
    EXPECT_EQ(place.documents(), "");
}

TEST(BadManuscript, IsRefusedByTypesetAndNoPdfIsWritten) {
    const Workplace place;
    for (const Refusal& bad : refusals()) {
        place.write(bad.name, bad.bytes);
        const Outcome outcome = place.run({"typeset", bad.name, "-o", "out.pdf"});
        EXPECT_EQ(outcome.code, bad.code) << bad.what;
        EXPECT_EQ(fault_in_message(outcome.err), "") << bad.what;
        for (const std::string& file : place.files())
            EXPECT_EQ(file.find("out.pdf"), std::string::npos) << bad.what << " left " << file;
    }
}

TEST(BadManuscript, IsRefusedInEnglishToo) {
    const Workplace place;
    place.write("a.docx", fixture("truncated.docx"));
    const Outcome outcome = place.run({"--lang", "en", "import", "a.docx"});
    EXPECT_EQ(outcome.code, kInvalid);
    EXPECT_TRUE(outcome.err.starts_with("Error: a.docx: ")) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

TEST(BadManuscript, LeavesTheOthersOfSeveralAlone) {
    const Workplace place;
    place.write("bad.docx", fixture("truncated.docx"));
    place.write("good.txt", notice(1));
    const Outcome outcome = place.run({"import", "bad.docx", "good.txt", "missing.txt"});
    EXPECT_EQ(outcome.code, kInvalid);
    EXPECT_NE(outcome.err.find("bad.docx"), std::string::npos);
    EXPECT_NE(outcome.err.find("missing.txt"), std::string::npos);
    EXPECT_NE(place.documents().find("good.txt"), std::string::npos);
}

TEST(UnresolvedChanges, AreErrorsThatBarPublishing) {
    const Workplace place;
    place.name_gazette();
    place.write("plan.docx", fixture("tracked_changes.docx"));
    const Outcome imported = place.run({"import", "plan.docx"});
    EXPECT_EQ(imported.code, kFindings);
    for (const char* words : {"初审", "复审", "错误", "请在 Word"})
        EXPECT_NE(imported.err.find(words), std::string::npos) << words;
    EXPECT_EQ(fault_in_message(imported.err), "");

    place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
    EXPECT_EQ(place.run({"issue", "add", "2026-8", "1", "-s", "省政府文件"}).code, 0);
    const Outcome published = place.run({"issue", "publish", "2026-8"});
    EXPECT_EQ(published.code, kForbidden);
    EXPECT_EQ(fault_in_message(published.err), "");
    EXPECT_NE(place.run({"issue", "show", "2026-8"}).out.find("编辑中"), std::string::npos);
    const Outcome again = place.run({"issue", "documents", "1"});
    EXPECT_EQ(again.code, kFindings);
    EXPECT_EQ(again.err, imported.err);
}

TEST(MissingGlyph, IsAFindingAndAVisibleMark) {
    const Workplace place;
    place.write("a.txt", notice(1, "现将有关𐀀事项通知如下。"));
    const Outcome outcome = place.run({"typeset", "a.txt", "-o", "a.pdf", "--dump", "a.dump"});
    EXPECT_EQ(outcome.code, kFindings);
    EXPECT_NE(outcome.err.find("𐀀"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("〓"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_TRUE(place.has("a.pdf"));
}

TEST(WideTable, IsAFindingWithItsPlace) {
    const Workplace place;
    std::string row = "<w:tr>";
    for (int i = 0; i < 60; ++i)
        row += "<w:tc>" + paragraph("第" + std::to_string(i) + "栏") + "</w:tc>";
    row += "</w:tr>";
    place.write("wide.docx", docx_saying(paragraph("关于宽表的通知") + paragraph("各单位：") +
                                         paragraph("现将数据列表如下。") + "<w:tbl>" + row + row +
                                         "</w:tbl>" + paragraph("以上。")));
    const Outcome outcome = place.run({"typeset", "wide.docx", "-o", "wide.pdf"});
    EXPECT_NE(outcome.err.find("60 列"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_TRUE(place.has("wide.pdf"));
}

}  // namespace
}  // namespace gongbao::tests
