// SPDX-License-Identifier: Apache-2.0
// Paragraph and run properties through styles.
#include <gtest/gtest.h>

#include "tests/editor/docx/docx_builder.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

using core::Align;
using core::Mark;

constexpr const char* kStyles =
    R"(<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="32"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="a">
<w:name w:val="Normal"/>
<w:pPr><w:jc w:val="both"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Body">
<w:name w:val="公文正文"/>
<w:basedOn w:val="a"/>
<w:pPr><w:ind w:firstLineChars="200" w:firstLine="640"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="1">
<w:name w:val="heading 1"/>
<w:basedOn w:val="a"/>
<w:pPr><w:pageBreakBefore/><w:jc w:val="center"/></w:pPr>
<w:rPr><w:b/><w:sz w:val="44"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="T">
<w:name w:val="Title"/>
<w:basedOn w:val="1"/>
<w:pPr><w:pageBreakBefore w:val="0"/><w:outlineLvl w:val="9"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="X">
<w:name w:val="环"/>
<w:basedOn w:val="Y"/>
<w:pPr><w:jc w:val="right"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Y"><w:name w:val="圈"/><w:basedOn w:val="X"/></w:style>
<w:style w:type="character" w:styleId="Strong">
<w:name w:val="Strong"/>
<w:rPr><w:b/></w:rPr></w:style>)";

RawParagraph one(const std::string& body) {
    return read(DocxBuilder(body).styles(kStyles)).paragraphs().at(0);
}

TEST(DocxStyles, InheritWhatTheyAreBasedOn) {
    const RawParagraph body = one(paragraph("甲", R"(<w:pStyle w:val="Body"/>)"));
    EXPECT_EQ(body.style, "公文正文");
    EXPECT_EQ(body.align, Align::Justify);
    EXPECT_EQ(body.first_line_indent, 200);
    EXPECT_EQ(body.size, 32);
    const RawParagraph title = one(paragraph("甲", R"(<w:pStyle w:val="T"/>)"));
    EXPECT_EQ(title.align, Align::Center);
    EXPECT_EQ(title.size, 44);
    EXPECT_EQ(title.outline_level, 0) << "switched off by level 10";
    EXPECT_FALSE(title.page_break_before);
    EXPECT_TRUE(title.runs.at(0).marks.has(Mark::Bold));
}

TEST(DocxStyles, HeadingsHaveALevelByTheirNameAlone) {
    const RawParagraph heading = one(paragraph("总则", R"(<w:pStyle w:val="1"/>)"));
    EXPECT_EQ(heading.outline_level, 1);
    EXPECT_TRUE(heading.page_break_before);
    EXPECT_EQ(one(paragraph("甲", R"(<w:outlineLvl w:val="2"/>)")).outline_level, 3);
}

TEST(DocxStyles, EndWhereTheyTurnInACircle) {
    EXPECT_EQ(one(paragraph("甲", R"(<w:pStyle w:val="Y"/>)")).align, Align::Right);
}

TEST(DocxStyles, FallBackToTheDefaultStyle) {
    EXPECT_EQ(one(paragraph("甲")).style, "Normal");
    EXPECT_EQ(one(paragraph("甲", R"(<w:pStyle w:val="nowhere"/>)")).align, Align::Justify);
}

TEST(DocxStyles, AreReportedWhenTheyAreMissing) {
    const Read result = read(paragraph("甲"));
    ASSERT_EQ(result.findings.size(), 1u);
    EXPECT_EQ(result.findings[0].message.id, "docx.styles_missing");
}

TEST(DocxStyles, ToggleTwiceIsOff) {
    const std::string strong =
        R"(<w:p><w:pPr><w:pStyle w:val="1"/></w:pPr><w:r><w:rPr><w:rStyle w:val="Strong"/>)"
        R"(</w:rPr><w:t>甲</w:t></w:r>)"
        R"(<w:r><w:rPr><w:rStyle w:val="Strong"/><w:b/></w:rPr><w:t>乙</w:t></w:r></w:p>)";
    const RawParagraph heading = one(strong);
    ASSERT_EQ(heading.runs.size(), 2u);
    EXPECT_FALSE(heading.runs[0].marks.has(Mark::Bold)) << "17.7.3: bold style in a bold style";
    EXPECT_TRUE(heading.runs[1].marks.has(Mark::Bold)) << "direct formatting decides";
}

TEST(DocxFormatting, ReadsAlignmentInBothVocabularies) {
    const std::vector<std::pair<std::string, Align>> kAligns = {
        {"left", Align::Left},         {"start", Align::Left}, {"center", Align::Center},
        {"right", Align::Right},       {"end", Align::Right},  {"both", Align::Justify},
        {"distribute", Align::Justify}};
    for (const auto& [value, align] : kAligns)
        EXPECT_EQ(one(paragraph("甲", R"(<w:jc w:val=")" + value + R"("/>)")).align, align)
            << value;
    EXPECT_EQ(read(paragraph("甲", R"(<w:jc w:val="nonsense"/>)")).paragraphs()[0].align,
              Align::Natural);
}

TEST(DocxFormatting, MeasuresTheFirstLineInCharacters) {
    const std::vector<std::pair<std::string, int>> kIndents = {
        {R"(<w:ind w:firstLineChars="200" w:firstLine="480"/>)", 200},
        {R"(<w:ind w:firstLine="640"/>)", 200},  // 32 pt at 16 pt
        {R"(<w:ind w:firstLineChars="0" w:firstLine="640"/>)", 200},
        {R"(<w:ind w:left="640" w:hanging="640"/>)", 0},
        {R"(<w:ind w:leftChars="400" w:hangingChars="200"/>)", 200},
        {R"(<w:ind w:start="640"/>)", 200},
        {R"(<w:ind w:firstLine="99999999999"/>)", 31250},
        {"", 0},
    };
    for (const auto& [properties, indent] : kIndents)
        EXPECT_EQ(one(paragraph("甲", properties)).first_line_indent, indent) << properties;
}

TEST(DocxFormatting, CountsTypedSpacesAsIndent) {
    EXPECT_EQ(one(paragraph("　　各市")).first_line_indent, 200);
    EXPECT_EQ(words_in(one(paragraph("　　各市")).runs), "各市");
}

TEST(DocxFormatting, KeepsTheMarksThatMeanSomething) {
    const RawParagraph marked = one(
        R"(<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>一</w:t></w:r><w:r><w:rPr><w:i/></w:rPr>)"
        R"(<w:t>二</w:t></w:r>)"
        R"(<w:r><w:rPr><w:u w:val="single"/></w:rPr><w:t>三</w:t></w:r><w:r><w:rPr>)"
        R"(<w:em w:val="dot"/></w:rPr><w:t>四</w:t></w:r>)"
        R"(<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>五</w:t></w:r><w:r><w:rPr>)"
        R"(<w:vertAlign w:val="subscript"/></w:rPr><w:t>六</w:t></w:r>)"
        R"(<w:r><w:rPr><w:u w:val="none"/><w:b w:val="false"/><w:em w:val="none"/></w:rPr>)"
        R"(<w:t>七</w:t></w:r></w:p>)");
    const std::vector<Mark> kMarks = {Mark::Bold,     Mark::Italic,      Mark::Underline,
                                      Mark::Emphasis, Mark::Superscript, Mark::Subscript};
    ASSERT_EQ(marked.runs.size(), 7u);
    for (std::size_t i = 0; i < kMarks.size(); ++i)
        EXPECT_EQ(marked.runs[i].marks, core::Marks().add(kMarks[i])) << i;
    EXPECT_EQ(marked.runs[6].marks, core::Marks());
}

TEST(DocxFormatting, JoinsRunsThatLookTheSame) {
    const Read result =
        read(R"(<w:p><w:r><w:t>云</w:t></w:r><w:proofErr/><w:r><w:t>岭</w:t></w:r></w:p>)");
    EXPECT_EQ(result.paragraphs().at(0).runs.size(), 1u);
}

TEST(DocxFormatting, TakesTheSizeOfMostWords) {
    const RawParagraph mixed =
        one(R"(<w:p><w:r><w:rPr><w:sz w:val="21"/></w:rPr><w:t>注</w:t></w:r><w:r><w:rPr>)"
            R"(<w:sz w:val="30"/></w:rPr><w:t>正文更长</w:t></w:r></w:p>)");
    EXPECT_EQ(mixed.size, 30);
}

TEST(DocxPages, BreaksGoToTheNextWords) {
    const Read result =
        read(paragraph("甲") + R"(<w:p><w:r><w:br w:type="page"/></w:r></w:p>)" + "<w:p/>" +
             paragraph("附件1") +
             R"(<w:p><w:r><w:t>乙</w:t><w:br w:type="page"/><w:t>丙</w:t></w:r></w:p>)");
    const auto paragraphs = result.paragraphs();
    ASSERT_EQ(result.words(), "甲\n附件1\n乙\n丙\n");
    EXPECT_FALSE(paragraphs[0].page_break_before);
    EXPECT_TRUE(paragraphs[1].page_break_before);
    EXPECT_FALSE(paragraphs[2].page_break_before);
    EXPECT_TRUE(paragraphs[3].page_break_before);
}

TEST(DocxPages, SectionsStartPagesUnlessTheyAreContinuous) {
    const auto section = [](const std::string& type) {
        return "<w:sectPr>" + (type.empty() ? "" : R"(<w:type w:val=")" + type + R"("/>)") +
               "</w:sectPr>";
    };
    const Read result = read(paragraph("甲", section("")) + paragraph("乙", section("continuous")) +
                             paragraph("丙") + section("oddPage"));
    const auto paragraphs = result.paragraphs();
    EXPECT_FALSE(paragraphs[1].page_break_before) << "the second section is continuous";
    EXPECT_TRUE(paragraphs[2].page_break_before) << "the third starts on an odd page";
}

TEST(DocxPlaces, CountPrintedParagraphs) {
    const Read result = read(paragraph("甲") + "<w:p/>" + paragraph("乙"));
    EXPECT_EQ(gongbao::tests::worded(result.paragraphs()[1].place), "第2段");
}

}  // namespace
}  // namespace gongbao::editor
