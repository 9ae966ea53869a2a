// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/raw/encoding.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "editor/intake/format.hpp"
#include "tests/editor/intake/taking_in.hpp"

namespace gongbao::editor {
namespace {

using std::string_literals::operator""s;

// 云岭省 in GB 18030 and Big5 (雲嶺省); 㐂 (U+3402) needs four bytes in GB 18030.
const std::string kGb = "\xD4\xC6\xC1\xEB\xCA\xA1";
const std::string kGbFourBytes = kGb + "\x81\x39\xEF\x33" + kGb;

TEST(Encoding, Utf8WithAndWithoutMark) {
    EXPECT_EQ(decode_text("云岭省").encoding, "UTF-8");
    EXPECT_EQ(decode_text("\xEF\xBB\xBF云岭省").text, "云岭省");
}

TEST(Encoding, Utf16WithMark) {
    EXPECT_EQ(decode_text("\xFF\xFE\x91\x4E\xAD\x5C\x01\x77"s).text, "云岭省");
    EXPECT_EQ(decode_text("\xFE\xFF\x4E\x91\x5C\xAD\x77\x01"s).text, "云岭省");
}

TEST(Encoding, Utf32WithMarkIsNotTakenForUtf16) {
    EXPECT_EQ(decode_text("\xFF\xFE\0\0\x91\x4E\0\0\xB7\x0B\x02\0"s).text, "云\U00020BB7");
    EXPECT_EQ(decode_text("\0\0\xFE\xFF\0\0\x4E\x91\0\2\x0B\xB7"s).text, "云\U00020BB7");
}

TEST(Encoding, Utf16WithoutMarkIsToldByItsNulBytes) {
    EXPECT_EQ(decode_text("1\0.\0\x91\x4E\n\0"s).text, "1.云\n");
    EXPECT_EQ(decode_text("\0001\0.\x4E\x91\0\n"s).encoding, "UTF-16BE");
}

TEST(Encoding, StrayNulMakesNoUtf16) {
    EXPECT_EQ(decode_text("云岭省人民政府\0办公厅"s).text, "云岭省人民政府\uFFFD办公厅");
    EXPECT_EQ(decode_text("云岭省人民政府\0办公室。"s).encoding, "UTF-8");
}

TEST(Encoding, RefusalSaysWhereTheOddLineIs) {
    try {
        decode_text("云岭省\n各市：\n" + kGb + "\n云岭省人民政府办公厅\n");
        FAIL() << "decoded";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.for_people().args.at("line"), "3");
    }
}

TEST(Encoding, Gb18030IsDetected) {
    EXPECT_EQ(decode_text(kGb).text, "云岭省");
    EXPECT_EQ(decode_text(kGb).encoding, "GB18030");
    EXPECT_EQ(decode_text(kGbFourBytes).encoding, "GB18030");
}

TEST(Encoding, DeclaredCharsetIsBelieved) {
    EXPECT_EQ(decode_text("\xB6\xB3\xC0\xAD\xAC\xD9", "Big5").encoding, "Big5");
    EXPECT_EQ(decode_text(kGb, "gb2312").text, "云岭省");
}

TEST(Encoding, ValidUtf8WinsOverAWrongDeclaration) {
    EXPECT_EQ(decode_text("云岭省", "gb2312").text, "云岭省");
}

class UnknownEncoding : public testing::TestWithParam<std::string> {};

TEST_P(UnknownEncoding, IsRefused) {
    try {
        decode_text(GetParam());
        FAIL() << "decoded";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::Invalid);
        EXPECT_EQ(error.for_people().id, "intake.unknown_encoding");
    }
}

INSTANTIATE_TEST_SUITE_P(Encoding, UnknownEncoding,
                         testing::Values("\x80\x81\xFF\xFE\xFF"s,           // no encoding has these
                                         "text\0\0\0with nul"s,             // binary
                                         "\xC3\x28\xA0\xA1 caf\xE9 \xFF"s,  // Latin-1 with rubbish
                                         kGb + "\xFF\xFF"s));  // GB 18030 with a broken end

TEST(Encoding, CharsetOfAPageIsRead) {
    EXPECT_EQ(declared_charset("<meta charset=\"gb2312\">"), "gb2312");
    EXPECT_EQ(declared_charset("<meta http-equiv=Content-Type content='text/html; charset=GBK'>"),
              "GBK");
    EXPECT_EQ(declared_charset("<p>no such thing</p>"), "");
}

TEST(Encoding, IsReportedWhenItIsNotUtf8) {
    const TakenIn taken = take_text(kGb + "\n" + kGb);
    ASSERT_NE(find_of(taken.findings, "intake.encoding"), nullptr);
    EXPECT_EQ(find_of(taken.findings, "intake.encoding")->message.args.at("encoding"), "GB18030");
}

TEST(Format, IsToldByTheBytes) {
    EXPECT_EQ(detect_format({"a.txt", "云岭省人民政府"}), Format::PlainText);
    EXPECT_EQ(detect_format({"a.txt", "<!DOCTYPE html><html></html>"}), Format::Html);
    EXPECT_EQ(detect_format({"a.txt", "\xEF\xBB\xBF <HTML><body>"}), Format::Html);
    EXPECT_EQ(detect_format({"a.dat", "<div class=\"wrap\"><p>x</p></div>"}), Format::Html);
    EXPECT_EQ(detect_format({"a.htm", "云岭<br>省"}), Format::Html);
    EXPECT_EQ(detect_format({"a.html", "<pre>云岭省</pre>"}), Format::Html);
    EXPECT_EQ(detect_format({"a.txt", "<section>云岭省</section>"}), Format::Html);
    EXPECT_EQ(detect_format({"a.html", "PK\x03\x04"}), Format::Docx);
    EXPECT_EQ(detect_format({"a.doc", "\xD0\xCF\x11\xE0\xA1\xB1"}), Format::Docx);
    EXPECT_EQ(detect_format({"a.txt", "<?xml version=\"1.0\"?>\n<akomaNtoso xmlns=\"x\">"}),
              Format::CanonicalXml);
    EXPECT_EQ(detect_format({"a.txt", "<1> 云岭省"}), Format::PlainText);
}

struct Foreign {
    std::string name;
    std::string bytes;
    const char* id;
};
class ForeignFormat : public testing::TestWithParam<Foreign> {};

TEST_P(ForeignFormat, IsRefusedWithItsOwnAdvice) {
    try {
        detect_format({GetParam().name, GetParam().bytes});
        FAIL() << "accepted";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::Invalid);
        EXPECT_EQ(error.for_people().id, GetParam().id);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Format, ForeignFormat,
    testing::Values(Foreign{"a.doc", "%PDF-1.7", "intake.pdf_file"},
                    Foreign{"a.doc", "{\\rtf1", "intake.rtf_file"},
                    Foreign{"a", "\x89PNG\r\n", "intake.picture_file"},
                    Foreign{"a", "Rar!\x1A", "intake.archive_file"},
                    Foreign{"a", "SQLite format 3", "intake.foreign_format"},
                    Foreign{"a.docx", "%TSD-Header-###%\x0B\x54"s, "intake.secured_file"},
                    Foreign{"a.docx", "\x62\x14\x23\x65\x01\x02"s, "intake.secured_file"},
                    Foreign{"a.docx", "\x11\x02\x93\xE4\x1B\x07\x15\x8F"s, "intake.secured_file"},
                    Foreign{"a.doc", "<?xml version='1.0'?><w:wordDocument/>", "intake.office_xml"},
                    Foreign{"a.xml", "<?xml version='1.0'?><pkg:package/>", "intake.office_xml"}));

std::string message(const std::string& encoding, const std::string& page) {
    return "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"--=_a\"\r\n\r\n"
           "----=_a\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
           "Content-Transfer-Encoding: " +
           encoding + "\r\n\r\n" + page +
           "\r\n----=_a\r\nContent-Type: image/png\r\n\r\nx\r\n----=_a--\r\n";
}

TEST(Format, AWebArchiveIsReadAsThePageInIt) {
    for (const auto& [encoding, page] : std::vector<std::pair<std::string, std::string>>{
             {"quoted-printable", "<html><p>=E4=BA=91=\r\n=E5=B2=AD=E7=9C=81</p></html>"},
             {"base64", "PGh0bWw+PHA+5LqR5bKt\r\n55yBPC9wPjwvaHRtbD4="},
             {"8bit", "<html><p>云岭省</p></html>"}}) {
        const TakenIn taken = take_in({"通知.doc", message(encoding, page)});
        EXPECT_EQ(taken.format, Format::Html);
        EXPECT_NE(core::plain_text(taken.document).find("云岭省"), std::string::npos) << encoding;
    }
    for (const auto& [encoding, page] : std::vector<std::pair<std::string, std::string>>{
             {"quoted-printable", "<html><p>=E4=BA=9</p></html>"},
             {"quoted-printable", "<html><p>a=XYb</p></html>"},
             {"base64", "PGh0*"}}) {
        try {
            take_in({"通知.doc", message(encoding, page)});
            ADD_FAILURE() << page;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.for_people().id, "intake.message_unreadable") << page;
        }
    }
    EXPECT_EQ(detect_format({"a.txt", "主题：关于MIME\nContent-Type 见附件"}), Format::PlainText);
}

TEST(Format, NothingAtAllIsRefused) {
    for (const char* empty : {"", "  \n\n　　\n", "<html><body><p>&nbsp;</p></body></html>"})
        EXPECT_THROW(take_text(empty), core::Error) << empty;
}

TEST(Format, ManuscriptBeyondTheLimitIsRefused) {
    IntakeLimits limits;
    limits.file = 1 << 20;
    try {
        take_in({"a.txt", std::string((1 << 20) + 1, 'x')}, limits);
        FAIL() << "accepted";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::TooLarge);
    }
}

std::string mail(const std::string& plain, const std::string& page,
                 const std::string& kind = "alternative") {
    return "MIME-Version: 1.0\r\nContent-Type: multipart/" + kind +
           "; boundary=\"b\"\r\n\r\n"
           "--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" +
           plain + "\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page +
           "\r\n--b--\r\n";
}

TEST(Format, TextBesideThePageOfAMessageIsReported) {
    const std::string page = "<html><p>云岭省<b>水利厅</b>&#x901A;知</p><p>各市水利局：</p></html>";
    const auto found = [&](const std::string& plain, const std::string& kind) {
        const TakenIn taken = take_in({"a.eml", mail(plain, page, kind)});
        const core::Diagnostic* finding = find_of(taken.findings, "intake.message_part_left_out");
        return finding == nullptr ? std::string() : finding->message.args.at("words");
    };
    EXPECT_EQ(found("云岭省水利厅通知\r\n另有附表，请查收。", "alternative"), "另有附表，请查收。");
    EXPECT_EQ(found("另有附表，请查收。", "mixed"), "另有附表，请查收。");
    EXPECT_EQ(found("云岭省水利厅通知\r\n\r\n各市水利局:\r\n", "alternative"), "");
    EXPECT_EQ(found("", "alternative"), "");
}

TEST(Format, APageOfFramesIsRefusedWithItsReason) {
    for (const char* page :
         {"<html><frameset cols='20%,80%'><frame src='menu.htm'><frame "
          "src='main.htm'></frameset></html>",
          "<html><frameset rows='*'><frame "
          "src='main.htm'><noframes><body>请升级浏览器</body></noframes></frameset></html>"})
        try {
            take_in({"a.html", page});
            ADD_FAILURE() << page;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.for_people().id, "intake.only_frames");
            EXPECT_NE(error.for_people().args.at("words").find("main.htm"), std::string::npos);
        }
}

}  // namespace
}  // namespace gongbao::editor
