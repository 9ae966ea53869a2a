// SPDX-License-Identifier: Apache-2.0
// What read_akn and write_akn must refuse: hostile XML, and XML that would lose words.
#include <gtest/gtest.h>

#include <string>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "tests/refusal.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::error_of;
using gongbao::tests::refusal_of;

std::string good_xml() {
    Document document;
    Block article;
    article.role = Role::Article;
    article.label = "第一条";
    article.runs = {text_run("甲")};
    Block table;
    table.role = Role::Table;
    table.table = Table{{500, 500}, {Row{{Cell{{{text_run("乙")}}, 2, 1, false, {}}}, false}}};
    document.body = {article, table};
    document.meta.written = Date{2026, 2, 1};
    assign_ids(document);
    return write_akn(document);
}

// good_xml() with its first `what` turned into `with`.
std::string spoiled(std::string_view what, std::string_view with) {
    std::string xml = good_xml();
    const std::size_t at = xml.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return xml.replace(at, what.size(), with);
}

struct Spoiling {
    const char* what;
    const char* with;
    const char* refusal;
};

class RefuseXml : public testing::TestWithParam<Spoiling> {};

TEST_P(RefuseXml, NamingTheReason) {
    const std::string xml = spoiled(GetParam().what, GetParam().with);
    EXPECT_EQ(refusal_of([&] { read_akn(xml); }), GetParam().refusal) << GetParam().with;
}

INSTANTIATE_TEST_SUITE_P(NotXml, RefuseXml,
                         testing::Values(Spoiling{"</article>", "", "invalid akn.not_xml"},
                                         Spoiling{"</akomaNtoso>", "", "invalid akn.not_xml"},
                                         Spoiling{"甲", "甲 & 乙", "invalid akn.entity"},
                                         Spoiling{"甲", "&nbsp;", "invalid akn.entity"},
                                         Spoiling{"甲", "&#0;", "invalid akn.entity"},
                                         Spoiling{"甲", "&#x1F", "invalid akn.entity"},
                                         Spoiling{"甲", "&#xFFFE;", "invalid akn.entity"},
                                         Spoiling{"甲", "\x01", "invalid akn.control_character"},
                                         Spoiling{"甲", "\uFFFE", "invalid akn.control_character"},
                                         Spoiling{"甲", "\uFFFF", "invalid akn.control_character"},
                                         Spoiling{"甲", "\xff", "invalid akn.not_utf8"}));

INSTANTIATE_TEST_SUITE_P(
    EntityTricks, RefuseXml,
    testing::Values(Spoiling{"<akomaNtoso", "<!DOCTYPE akomaNtoso><akomaNtoso",
                             "invalid akn.doctype"},
                    Spoiling{"<akomaNtoso",
                             "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><akomaNtoso",
                             "invalid akn.doctype"},
                    Spoiling{"<akomaNtoso",
                             "<!DOCTYPE a [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;&a;\">]><akomaNtoso",
                             "invalid akn.doctype"}));

INSTANTIATE_TEST_SUITE_P(
    WordsWithoutAPlace, RefuseXml,
    testing::Values(
        Spoiling{"<mainBody>", "<mainBody>stray", "invalid akn.stray_words"},
        Spoiling{"<tr>", "<tr>stray", "invalid akn.stray_words"},
        Spoiling{"甲", "<inline name=\"ruby\">甲</inline>", "invalid akn.unexpected"},
        Spoiling{"甲", "<inline name=\"ruby\"><inline name=\"rb\">甲</inline></inline>",
                 "invalid akn.unexpected"},
        Spoiling{"甲",
                 "<inline name=\"ruby\"><inline name=\"rb\">甲</inline>"
                 "<inline name=\"rt\"/></inline>",
                 "invalid akn.unexpected"},
        Spoiling{"甲",
                 "<inline name=\"ruby\"><inline name=\"rb\"><b>甲</b></inline>"
                 "<inline name=\"rt\">jiǎ</inline></inline>",
                 "invalid akn.unexpected"},
        Spoiling{"甲",
                 "<inline name=\"ruby\"><inline name=\"rb\">甲</inline>"
                 "<inline name=\"rt\">jiǎ</inline>乙</inline>",
                 "invalid akn.unexpected"},
        Spoiling{"甲", "<inline name=\"rb\">甲</inline>", "invalid akn.unexpected"},
        Spoiling{"<content>", "<content>stray", "invalid akn.stray_words"},
        Spoiling{"<num>", "<num>第零条</num><num>", "invalid akn.unexpected"},
        Spoiling{"<num>", "<num><b>x</b>", "invalid akn.unexpected"},
        Spoiling{"<p>甲</p>", "<p>甲</p><p>乙</p>", "invalid akn.unexpected"},
        Spoiling{"<p>甲</p>", "<ul>甲</ul>", "invalid akn.unexpected"},
        Spoiling{"乙", "<ref href=\"#x\">乙</ref>", "invalid akn.unexpected"},
        Spoiling{"甲", "<ref href=\"#x\"><b>甲</b></ref>", "invalid akn.unexpected"},
        Spoiling{"甲",
                 "<authorialNote marker=\"①\"><p><ref href=\"#x\">甲</ref></p></authorialNote>",
                 "invalid akn.unexpected"},
        Spoiling{"甲", "<eol>甲</eol>", "invalid akn.unexpected"},
        Spoiling{"甲", "<b><inline name=\"num\">甲</inline></b>", "invalid akn.unexpected"},
        Spoiling{"甲", "甲<inline name=\"num\">乙</inline>", "invalid akn.unexpected"},
        Spoiling{"乙", "<inline name=\"num\">乙</inline>", "invalid akn.unexpected"},
        Spoiling{"乙", "<img src=\"media/00\"/>", "invalid akn.unexpected"},
        Spoiling{"<tr>", "<tr class=\"none\">", "invalid akn.unexpected"},
        Spoiling{"</article>", "<content><p>后</p></content></article>", "invalid akn.unexpected"},
        Spoiling{"</meta>", "</meta><preamble/>", "invalid akn.unexpected"}));

INSTANTIATE_TEST_SUITE_P(
    WrongValues, RefuseXml,
    testing::Values(
        Spoiling{"class=\"table\"", "class=\"tabel\"", "invalid akn.unexpected"},
        Spoiling{"class=\"table\"", "class=\"heading1\"", "invalid akn.unexpected"},
        Spoiling{"colspan=\"2\"", "colspan=\"two\"", "invalid akn.bad_value"},
        Spoiling{"gb:widths=\"500 500\"", "gb:widths=\"500 \"", "invalid akn.bad_value"},
        Spoiling{"甲", "<ref>甲</ref>", "invalid akn.bad_value"},
        Spoiling{"甲", "<ref href=\"#x\"/>甲", "invalid akn.bad_value"},
        Spoiling{"甲", "<ref href=\"https://elsewhere.example/\">甲</ref>",
                 "invalid akn.bad_value"},
        Spoiling{"甲", "<ref href=\"#x\" class=\"continued\">甲</ref>", "invalid akn.bad_value"},
        Spoiling{"甲", "<ref href=\"urn:gongbao:title:乙\">《甲》</ref>", "invalid akn.bad_value"},
        Spoiling{"date=\"2026-02-01\"", "date=\"2026-02-31\"", "invalid akn.bad_value"},
        Spoiling{"gb:force value=\"other\"", "gb:force value=\"law\"", "invalid akn.bad_value"},
        Spoiling{"akn/3.0\"", "akn/2.0\"", "invalid akn.not_akn"}));

TEST(ReadAkn, RefusesOtherXmlAndNoXml) {
    EXPECT_EQ(refusal_of([] { read_akn(""); }), "invalid akn.not_xml");
    EXPECT_EQ(refusal_of([] { read_akn("PK\x03\x04"); }), "invalid akn.not_xml");
    EXPECT_EQ(refusal_of([] { read_akn("<html/>"); }), "invalid akn.unexpected");
    EXPECT_EQ(refusal_of([] { read_akn(good_xml() + "<doc/>"); }), "invalid akn.unexpected");
}

TEST(ReadAkn, KeepsWordsInACellThatClaimsToBeNone) {
    const Document document = read_akn(spoiled("<td colspan=\"2\">", "<td class=\"none\">"));
    EXPECT_EQ(plain_text(document), "第一条\u3000甲\n乙\n");
}

TEST(ReadAkn, NamesLineAndElement) {
    const auto error = error_of([] {
        read_akn(
            "<akomaNtoso xmlns=\"http://docs.oasis-open.org/"
            "legaldocml/ns/akn/3.0\">\n<doc>\n<meta/>\n"
            "<blob/></doc></akomaNtoso>");
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->for_people().args.at("line"), "4");
    EXPECT_EQ(error->for_people().args.at("element"), "blob");
}

TEST(ReadAkn, RefusesNestingWithoutEnd) {
    std::string marks;
    std::string levels;
    for (int i = 0; i < 20000; ++i) marks += "<b>";
    for (int i = 0; i < 20000; ++i) marks += "</b>";
    EXPECT_EQ(refusal_of([&] { read_akn(spoiled("甲", marks)); }), "invalid akn.too_deep");
    for (int i = 0; i < 20000; ++i) levels += "<level class=\"heading1\">";
    for (int i = 0; i < 20000; ++i) levels += "</level>";
    EXPECT_EQ(refusal_of([&] { read_akn(spoiled("<mainBody>", "<mainBody>" + levels)); }),
              "invalid akn.too_deep");
}

TEST(WriteAkn, RefusesCharactersXmlCannotHold) {
    for (const char* text : {"\x01", "\x1f", "\xEF\xBF\xBE"}) {
        Document document;
        document.meta.title = text;
        EXPECT_EQ(refusal_of([&] { write_akn(document); }), "invalid akn.forbidden_character");
    }
}

}  // namespace
