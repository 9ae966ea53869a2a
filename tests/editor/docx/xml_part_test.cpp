// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/xml_part.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "tests/editor/docx/docx_builder.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor::docx {
namespace {

std::string parse_failure(const std::string& xml) {
    try {
        parse_part(xml, "word/document.xml");
    } catch (const core::Error& error) {
        return error.for_people().id + " " + gongbao::tests::worded(error.for_people().place);
    }
    return {};
}

std::string nested(int depth) {
    std::string xml;
    for (int i = 0; i < depth; ++i) xml += "<a>";
    for (int i = 0; i < depth; ++i) xml += "</a>";
    return xml;
}

TEST(DocxXml, RefusesWhatCouldHarm) {
    const std::vector<std::pair<std::string, std::string>> kRefused = {
        {"<!DOCTYPE a><a/>", "docx.xml_doctype"},
        {R"(<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>)", "docx.xml_doctype"},
        {R"(<?xml version="1.0"?><!-- x --><!DOCTYPE a [<!ENTITY b "&c;&c;">]><a/>)",
         "docx.xml_doctype"},
        {nested(201), "docx.xml_too_deep"},
        {nested(100000), "docx.xml_too_deep"},
        {"<a><b></a>", "docx.xml_malformed"},
        {"", "docx.xml_malformed"},
        {"<a>", "docx.xml_malformed"},
        {"<a>\xFF</a>", "docx.xml_characters"},
        {"<a>\xD4\xC6\xC1\xEB</a>", "docx.xml_characters"},  // GB18030
        {std::string("<a>x\0y</a>", 10), "docx.xml_characters"},
        {"<a>&#0;</a>", "docx.xml_characters"},
        {"<a>&#xD800;</a>", "docx.xml_characters"},
        {"<a>&#x110000;</a>", "docx.xml_characters"},
        {"<a>&#99999999999;</a>", "docx.xml_characters"},
        {"<a b='&#x1;'/>", "docx.xml_characters"},
        {"<a>\x01</a>", "docx.xml_characters"},
        {std::string("\xFF\xFE<\0a\0>\0\x00\xD8<\0/\0a\0>\0", 18), "docx.xml_characters"},
    };
    for (const auto& [xml, expected] : kRefused)
        EXPECT_EQ(parse_failure(xml).substr(0, expected.size()), expected) << xml.substr(0, 60);
    EXPECT_EQ(parse_failure(nested(199)), "");
    EXPECT_EQ(parse_failure("<a>&#x4E91;&#23725;&amp;</a>"), "");
}

TEST(DocxXml, NamesThePartAndTheByte) {
    EXPECT_EQ(parse_failure("<a>&#0;</a>"), "docx.xml_characters word/document.xml:3");
}

TEST(DocxXml, SurvivesAHundredThousandOpenTags) {
    std::string xml;
    for (int i = 0; i < 100000; ++i) xml += "<w:p>";
    EXPECT_NE(parse_failure(xml), "");
}

TEST(DocxXml, ReadsUtf16OfEitherOrder) {
    const std::string little("\xFF\xFE<\0a\0>\0\x91\x4E<\0/\0a\0>\0", 18);
    const std::string big("\xFE\xFF\0<\0a\0>\x4E\x91\0<\0/\0a\0>", 18);
    EXPECT_EQ(text_of(parse_part(little, "x").child("a")), "云");
    EXPECT_EQ(text_of(parse_part(big, "x").child("a")), "云");
}

TEST(DocxXml, KeepsSpacesAndTextAroundComments) {
    EXPECT_EQ(text_of(parse_part("<a> 甲 <!-- x --> <![CDATA[<乙>]]></a>", "x").child("a")),
              " 甲  <乙>");
}

TEST(DocxXml, GivesNamespacesTheirUsualPrefixes) {
    const auto tree =
        parse_part(R"(<ns0:document xmlns:ns0="http://purl.oclc.org/ooxml/wordprocessingml/main">)"
                   R"(<p xmlns="http://schemas.openxmlformats.org/wordprocessingml/2006/main")"
                   R"( ns0:val="1" b="2"/>)"
                   R"(</ns0:document>)",
                   "x");
    const pugi::xml_node p = tree.child("w:document").child("w:p");
    EXPECT_STREQ(p.attribute("w:val").value(), "1");
    EXPECT_STREQ(p.attribute("b").value(), "2");
}

TEST(DocxXml, DoesNotTakeAForeignElementForAWordOne) {
    const auto tree = parse_part(R"(<w:p xmlns:w="urn:other"/>)", "x");
    EXPECT_FALSE(tree.child("w:p").attribute("w:val"));
}

TEST(DocxXml, ADocumentWithADtdIsRefusedAsAWhole) {
    const std::string bytes = zip_of(
        {{"word/document.xml",
          R"(<!DOCTYPE x [<!ENTITY a "甲">]>)"
          R"(<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">)"
          R"(<w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>)"}});
    EXPECT_EQ(refusal(bytes), "invalid docx.xml_doctype");
}

TEST(DocxXml, ADamagedStylePartIsRefusedTooAndNamed) {
    const DocxBuilder docx =
        DocxBuilder(paragraph("甲")).file("styles.xml", "<w:styles>", "styles", "s");
    EXPECT_EQ(refusal(docx.bytes()), "invalid docx.xml_malformed");
}

}  // namespace
}  // namespace gongbao::editor::docx
