// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/numbering.hpp"

#include <gtest/gtest.h>

#include "editor/intake/raw/number_format.hpp"
#include "tests/editor/docx/docx_builder.hpp"

namespace gongbao::editor {
namespace {

// A level: "0|chineseCounting|%1、" with further elements behind.
std::string level(int index, const std::string& format, const std::string& text,
                  const std::string& more = {}) {
    return "<w:lvl w:ilvl=\"" + std::to_string(index) +
           R"("><w:start w:val="1"/><w:numFmt w:val=")" + format + "\"/>" + more +
           R"(<w:suff w:val="nothing"/><w:lvlText w:val=")" + text + "\"/></w:lvl>";
}

std::string abstract_list(int id, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels +
           "</w:abstractNum>";
}

std::string list(int id, int abstract, const std::string& overrides = {}) {
    return "<w:num w:numId=\"" + std::to_string(id) + R"("><w:abstractNumId w:val=")" +
           std::to_string(abstract) + "\"/>" + overrides + "</w:num>";
}

std::string item(const std::string& words, int list, int level = 0) {
    return paragraph(words, R"(<w:numPr><w:ilvl w:val=")" + std::to_string(level) +
                                R"("/><w:numId w:val=")" + std::to_string(list) +
                                R"("/></w:numPr>)");
}

const std::string kOfficial =
    abstract_list(0, level(0, "chineseCountingThousand", "%1、") +
                         level(1, "chineseCountingThousand", "（%2）") +
                         level(2, "decimal", "%3.") + level(3, "decimal", "（%4）")) +
    list(1, 0);

TEST(DocxNumberFormat, PrintsAsWordDoes) {
    struct Row {
        const char* format;
        int number;
        const char* printed;
    };
    const std::vector<Row> kPrinted = {
        {"decimal", 12, "12"},
        {"decimalZero", 3, "03"},
        {"decimalZero", 12, "12"},
        {"decimalFullWidth", 12, "１２"},
        {"decimalEnclosedCircle", 20, "⑳"},
        {"decimalEnclosedCircleChinese", 1, "①"},
        {"decimalEnclosedCircle", 21, "21"},
        {"decimalEnclosedParen", 3, "⑶"},
        {"decimalEnclosedFullstop", 3, "⒊"},
        {"chineseCounting", 1, "一"},
        {"chineseCounting", 10, "十"},
        {"chineseCounting", 11, "十一"},
        {"chineseCounting", 20, "二十"},
        {"chineseCounting", 99, "九十九"},
        {"chineseCounting", 100, "一○○"},
        {"chineseCountingThousand", 100, "一百"},
        {"chineseCountingThousand", 101, "一百零一"},
        {"chineseCountingThousand", 110, "一百一十"},
        {"chineseCountingThousand", 1001, "一千零一"},
        {"taiwaneseCountingThousand", 15, "十五"},
        {"taiwaneseCounting", 100, "一○○"},
        {"taiwaneseDigital", 10, "一○"},
        {"japaneseCounting", 10, "十"},
        {"japaneseCounting", 111, "百十一"},
        {"japaneseCounting", 2026, "二千二十六"},
        {"ideographDigital", 10, "一〇"},
        {"ideographDigital", 2026, "二〇二六"},
        {"chineseLegalSimplified", 10, "壹拾"},
        {"chineseLegalSimplified", 105, "壹佰零伍"},
        {"ideographLegalTraditional", 2, "貳"},
        {"ideographTraditional", 10, "癸"},
        {"ideographTraditional", 11, "11"},
        {"ideographZodiac", 12, "亥"},
        {"ideographZodiacTraditional", 1, "甲子"},
        {"ideographZodiacTraditional", 60, "癸亥"},
        {"ideographEnclosedCircle", 1, "㈠"},
        {"lowerLetter", 26, "z"},
        {"lowerLetter", 27, "aa"},
        {"upperLetter", 53, "AAA"},
        {"lowerRoman", 4, "iv"},
        {"upperRoman", 1994, "MCMXCIV"},
        {"ordinal", 2, "2nd"},
        {"ordinal", 12, "12th"},
        {"hex", 255, "FF"},
        {"chicago", 5, "**"},
        {"numberInDash", 1, "- 1 -"},
        {"none", 1, ""},
        {"lowerLetter", 1000000, "1000000"},
        {"upperLetter", 0, "0"},
    };
    for (const Row& row : kPrinted)
        EXPECT_EQ(format_number(row.number, row.format), row.printed)
            << row.format << " " << row.number;
    for (const char* unknown : {"", "bahtText", "Decimal", "custom"})
        EXPECT_EQ(format_number(1, unknown), std::nullopt) << unknown;
}

TEST(DocxNumberFormat, CirclesNotesToFifty) {
    EXPECT_EQ(circled(1), "①");
    EXPECT_EQ(circled(21), "㉑");
    EXPECT_EQ(circled(36), "㊱");
    EXPECT_EQ(circled(50), "㊿");
    EXPECT_EQ(circled(51), "(51)");
}

TEST(DocxNumbering, BecomesTheNumbersOfAnOfficialDocument) {
    const Read result = read(
        DocxBuilder(item("总体要求", 1) + item("指导思想。", 1, 1) + item("基本原则。", 1, 1) +
                    item("需求导向。", 1, 2) + item("细目。", 1, 3) + item("安全可控。", 1, 2) +
                    item("主要任务", 1) + item("机制。", 1, 1) + item("对接。", 1, 2))
            .numbering(kOfficial));
    EXPECT_EQ(result.words(),
              "一、总体要求\n（一）指导思想。\n（二）基本原则。\n1.需求导向。\n（1）细目。\n2."
              "安全可控。\n"
              "二、主要任务\n（一）机制。\n1.对接。\n");
}

TEST(DocxNumbering, PutsTheGapThatTheListAsksFor) {
    const auto gap = [](const std::string& suffix) {
        return words_in(
            read(
                DocxBuilder(item("Text", 1))
                    .numbering(
                        abstract_list(
                            0,
                            R"(<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>)" +
                                suffix + R"(<w:lvlText w:val="%1"/></w:lvl>)") +
                        list(1, 0)))
                .paragraphs()[0]
                .runs);
    };
    EXPECT_EQ(gap(""), "1 Text");
    EXPECT_EQ(gap(R"(<w:suff w:val="space"/>)"), "1 Text");
    EXPECT_EQ(gap(R"(<w:suff w:val="nothing"/>)"), "1Text");
}

TEST(DocxNumbering, ArticlesGoOnThroughChapters) {
    const std::string levels =
        level(0, "chineseCounting", "第%1章　") +
        level(1, "chineseCounting", "第%2条　", R"(<w:lvlRestart w:val="0"/>)");
    const Read result = read(DocxBuilder(item("总则", 1) + item("甲", 1, 1) + item("乙", 1, 1) +
                                         item("附则", 1) + item("丙", 1, 1))
                                 .numbering(abstract_list(0, levels) + list(1, 0)));
    EXPECT_EQ(result.words(), "第一章　总则\n第一条　甲\n第二条　乙\n第二章　附则\n第三条　丙\n");
}

TEST(DocxNumbering, RestartsOnlyAfterTheLevelNamed) {
    const std::string levels = level(0, "decimal", "%1-") + level(1, "decimal", "%2-") +
                               level(2, "decimal", "%3-", R"(<w:lvlRestart w:val="1"/>)");
    const Read result =
        read(DocxBuilder(item("a", 1) + item("b", 1, 1) + item("c", 1, 2) + item("d", 1, 1) +
                         item("e", 1, 2) + item("f", 1) + item("g", 1, 1) + item("h", 1, 2))
                 .numbering(abstract_list(0, levels) + list(1, 0)));
    EXPECT_EQ(result.words(), "1-a\n1-b\n1-c\n2-d\n2-e\n2-f\n1-g\n1-h\n");
}

TEST(DocxNumbering, ShowsHigherLevelsThatNeverCame) {
    const std::string levels = level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2 ");
    const Read result = read(DocxBuilder(item("a", 1, 1) + item("b", 1, 1) + item("c", 1))
                                 .numbering(abstract_list(0, levels) + list(1, 0)));
    EXPECT_EQ(result.words(), "1.1 a\n1.2 b\n2.c\n");
}

TEST(DocxNumbering, LegalNumbersAreDecimalThroughout) {
    const std::string levels =
        level(0, "chineseCounting", "第%1章 ") + level(1, "decimal", "%1.%2 ", "<w:isLgl/>");
    const Read result = read(DocxBuilder(item("总则", 1) + item("b", 1, 1))
                                 .numbering(abstract_list(0, levels) + list(1, 0)));
    EXPECT_EQ(result.words(), "第一章 总则\n1.1 b\n");
}

TEST(DocxNumbering, ListsOfOneKindShareTheirCountUnlessTheyStartAnew) {
    const std::string lists =
        abstract_list(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0) +
        list(3, 0, R"(<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>)");
    const Read result =
        read(DocxBuilder(item("a", 1) + item("b", 2) + item("c", 3) + item("d", 3) + item("e", 1))
                 .numbering(lists));
    EXPECT_EQ(result.words(), "1.a\n2.b\n5.c\n6.d\n7.e\n");
}

TEST(DocxNumbering, AListMayReplaceALevel) {
    const std::string lists =
        abstract_list(0, level(0, "decimal", "%1.")) +
        list(1, 0,
             R"(<w:lvlOverride w:ilvl="0">)" + level(0, "upperLetter", "%1)") + "</w:lvlOverride>");
    EXPECT_EQ(read(DocxBuilder(item("a", 1)).numbering(lists)).words(), "A)a\n");
}

TEST(DocxNumbering, ComesThroughStyles) {
    const char* styles =
        R"(<w:style w:type="paragraph" w:styleId="H1">
<w:name w:val="heading 1"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="H2">
<w:name w:val="heading 2"/><w:basedOn w:val="H1"/>
<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Plain">
<w:name w:val="无编号"/><w:basedOn w:val="H1"/>
<w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>)";
    const std::string levels = level(0, "chineseCounting", "%1、", R"(<w:pStyle w:val="H1"/>)") +
                               level(1, "chineseCounting", "（%2）", R"(<w:pStyle w:val="H2"/>)");
    const Read result = read(
        DocxBuilder(
            paragraph("甲", R"(<w:pStyle w:val="H1"/>)") +
            paragraph("乙", R"(<w:pStyle w:val="H2"/>)") +
            paragraph("丙", R"(<w:pStyle w:val="Plain"/>)") +
            paragraph("丁", R"(<w:pStyle w:val="H1"/><w:numPr><w:numId w:val="0"/></w:numPr>)") +
            paragraph("戊", R"(<w:pStyle w:val="H1"/>)"))
            .styles(styles)
            .numbering(abstract_list(0, levels) + list(1, 0)));
    EXPECT_EQ(result.words(), "一、甲\n（一）乙\n丙\n丁\n二、戊\n");
}

TEST(DocxNumbering, ComesThroughANumberingStyle) {
    const std::string lists =
        abstract_list(0, R"(<w:numStyleLink w:val="L"/>)") +
        abstract_list(1, R"(<w:styleLink w:val="L"/>)" + level(0, "decimal", "%1．")) + list(1, 0) +
        list(2, 1);
    const char* styles =
        R"(<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr>)"
        R"(<w:numId w:val="2"/></w:numPr></w:pPr></w:style>)";
    EXPECT_EQ(read(DocxBuilder(item("a", 1)).styles(styles).numbering(lists)).words(), "1．a\n");
}

TEST(DocxNumbering, BulletsBecomeUnicode) {
    const std::string lists =
        abstract_list(
            0, R"(<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/><w:rPr>)"
               R"(<w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>)"
               R"(<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF0FF;"/><w:rPr>)"
               R"(<w:rFonts w:ascii="Symbol"/></w:rPr></w:lvl>)") +
        list(1, 0);
    EXPECT_EQ(read(DocxBuilder(item("a", 1) + item("b", 1, 1)).numbering(lists)).words(),
              "● a\n• b\n");
}

TEST(DocxNumbering, FormatsSpeltOutPrintAsTheyAreSpelt) {
    const auto numbered = [](const std::string& format) {
        return read(
            DocxBuilder(item("甲", 1) + item("乙", 1))
                .numbering(
                    abstract_list(
                        0,
                        R"(<w:lvl w:ilvl="0"><w:start w:val="9"/><mc:AlternateContent><mc:Choice Requires="w14">)"
                        R"(<w:numFmt w:val="custom" w:format=")" +
                            format +
                            R"("/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>)"
                            R"(<w:suff w:val="nothing"/><w:lvlText w:val="%1."/></w:lvl>)") +
                    list(1, 0)));
    };
    EXPECT_EQ(numbered("001, 002, 003, ...").words(), "009.甲\n010.乙\n");
    EXPECT_EQ(numbered("00001, 00002, 00003, ...").words(), "00009.甲\n00010.乙\n");
    const Read unknown = numbered("a, ç, ĝ, ...");
    EXPECT_EQ(unknown.words(), "9.甲\n10.乙\n");
    EXPECT_EQ(unknown.found(), (std::vector<std::string>{"warning 第1段 docx.number_format",
                                                         "warning 第2段 docx.number_format"}));
}

TEST(DocxNumbering, ABulletThatIsAPictureIsABulletAllTheSame) {
    const Read result = read(
        DocxBuilder(item("甲", 1))
            .numbering(
                abstract_list(
                    0, R"(<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:suff w:val="nothing"/>)"
                       R"(<w:lvlText w:val=""/><w:lvlPicBulletId w:val="0"/></w:lvl>)") +
                list(1, 0)));
    EXPECT_EQ(result.words(), "•甲\n");
    EXPECT_EQ(result.found(), std::vector<std::string>{"hint 第1段 docx.picture_bullet"});
}

TEST(DocxNumbering, FormatsUnknownHereAreReported) {
    const std::string lists = abstract_list(0, level(0, "hebrew1", "%1.")) + list(1, 0);
    const Read result = read(DocxBuilder(item("a", 1)).numbering(lists));
    EXPECT_EQ(result.words(), "1.a\n");
    EXPECT_EQ(result.found(), std::vector<std::string>{"warning 第1段 docx.number_format"});
}

TEST(DocxNumbering, AListThatIsNotThereIsReported) {
    EXPECT_EQ(read(item("a", 7)).found(),
              std::vector<std::string>{"warning 第1段 docx.list_missing"});
}

TEST(DocxNumbering, AnEmptyNumberedParagraphPrintsAndCounts) {
    const Read result =
        read(DocxBuilder(item("a", 1) + item("", 1) + item("c", 1)).numbering(kOfficial));
    EXPECT_EQ(result.words(), "一、a\n二、\n三、c\n");
    EXPECT_EQ(result.found(), std::vector<std::string>{"warning 第2段 docx.number_alone"});
}

TEST(DocxNumbering, NonsenseDoesNoHarm) {
    const std::string lists =
        abstract_list(0, R"(<w:lvl w:ilvl="99"/><w:lvl w:ilvl="0"><w:start w:val="2147483647"/>)"
                         R"(<w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1%9%%"/>)"
                         R"(<w:suff w:val="nothing"/></w:lvl>)") +
        list(1, 0) + list(2, 77);
    const Read result =
        read(DocxBuilder(item("a", 1) + item("b", 1, 42) + item("c", 2)).numbering(lists));
    EXPECT_EQ(result.words(), "三万二千七百六十七1%%a\nb\nc\n");
}

}  // namespace
}  // namespace gongbao::editor
