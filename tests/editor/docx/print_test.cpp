// SPDX-License-Identifier: Apache-2.0
// What Word prints and no w:t holds as it stands: signs of symbol fonts, fields of forms, numbers
// that fields count, blanks to write on, capitals; and words at places where no reader looks.
#include <gtest/gtest.h>

#include <array>

#include "tests/editor/docx/docx_builder.hpp"

namespace gongbao::editor {
namespace {

using Lines = std::vector<std::string>;

std::string run(const std::string& content, const std::string& properties = {}) {
    return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") + content +
           "</w:r>";
}
std::string text(const std::string& words, const std::string& properties = {}) {
    return run("<w:t xml:space=\"preserve\">" + words + "</w:t>", properties);
}
std::string in_paragraph(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}
std::string fonts(const std::string& attributes) {
    return "<w:rFonts " + attributes + "/>";
}

std::string form_field(const std::string& code, const std::string& data,
                       const std::string& result = {}) {
    return run(R"(<w:fldChar w:fldCharType="begin"><w:ffData>)" + data +
               "</w:ffData></w:fldChar>") +
           run("<w:instrText> " + code + " </w:instrText>") +
           (result.empty() ? "" : run(R"(<w:fldChar w:fldCharType="separate"/>)") + result) +
           run(R"(<w:fldChar w:fldCharType="end"/>)");
}

TEST(DocxSymbolFonts, ARunPrintsTheSignsOfItsFont) {
    const std::vector<std::pair<std::string, std::string>> kRuns = {
        {text("R", fonts(R"(w:ascii="Wingdings 2" w:hAnsi="Wingdings 2")")), "☑"},
        {text("£", fonts(R"(w:hAnsi="Wingdings 2")")), "□"},
        {text("R£", fonts(R"(w:ascii="Wingdings 2")")), "☑£"},
        {text("R", fonts(R"(w:eastAsia="Wingdings 2")")), "R"},
        {text("³", fonts(R"(w:hAnsi="Symbol" w:eastAsia="宋体")")), "≥"},
        {text("±", fonts(R"(w:hAnsi="Wingdings" w:eastAsia="宋体" w:hint="eastAsia")")), "±"},
        {text("&#xF052;", fonts(R"(w:eastAsia="Wingdings 2")")), "☑"},
        {text("l甲，", fonts(R"(w:ascii="Wingdings" w:hAnsi="Wingdings" w:eastAsia="Wingdings")")),
         "●甲，"},
        {text("a", fonts(R"(w:ascii="Webdings")")), "✔"},
        {text("2026年", fonts(R"(w:ascii="宋体")")), "2026年"},
        {run(R"(<w:sym w:font="MT Extra" w:char="004C"/>)"), "\xEF\x81\x8C"},
        {text("L", fonts(R"(w:ascii="MT Extra")")), "\xEF\x81\x8C"},
    };
    for (const auto& [content, words] : kRuns)
        EXPECT_EQ(read(in_paragraph(content)).words(), words + "\n") << content;
    EXPECT_EQ(read(in_paragraph(text("L", fonts(R"(w:ascii="MT Extra")")))).found(),
              Lines{"error 第1段 docx.symbol"});
    const Read hint = read(in_paragraph(text("R", fonts(R"(w:ascii="Wingdings 2")"))));
    ASSERT_EQ(hint.found(), Lines{"hint 第1段 docx.signs_read"});
    EXPECT_EQ(hint.findings.back().message.args.at("read"), "☑");
}

TEST(DocxSymbolFonts, ComeFromStylesDefaultsThemeAndLists) {
    const std::string wingdings =
        "<w:rPr>" + fonts(R"(w:ascii="Wingdings" w:hAnsi="Wingdings")") + "</w:rPr>";
    const DocxBuilder styled =
        DocxBuilder("<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr>" + text("þ") + "</w:p>" +
                    in_paragraph(text("þ", "<w:rStyle w:val=\"c\"/>")))
            .styles(R"(<w:style w:type="paragraph" w:styleId="p">)" + wingdings + "</w:style>" +
                    R"(<w:style w:type="character" w:styleId="c">)" + wingdings + "</w:style>");
    EXPECT_EQ(read(styled).words(), "☑\n☑\n");
    EXPECT_EQ(read(DocxBuilder(in_paragraph(text("þ")))
                       .styles("<w:docDefaults><w:rPrDefault>" + wingdings +
                               "</w:rPrDefault></w:docDefaults>"))
                  .words(),
              "☑\n");
    const std::string theme =
        R"(<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">)"
        R"(<a:themeElements><a:fontScheme><a:minorFont><a:latin typeface="Wingdings"/>)"
        "</a:minorFont></a:fontScheme></a:themeElements></a:theme>";
    EXPECT_EQ(read(DocxBuilder(in_paragraph(text("þ", fonts(R"(w:hAnsiTheme="minorHAnsi")"))))
                       .file("theme1.xml", theme, "theme", "t"))
                  .words(),
              "☑\n");
    const std::string listed =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>" +
        text("甲") + "</w:p>";
    for (const auto& [format, pattern, label] : std::vector<std::array<std::string, 3>>{
             {"bullet", "l", "●"}, {"bullet", "&#xF06C;", "●"}}) {
        const Read result = read(DocxBuilder(listed).numbering(
            R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val=")" +
            format + R"("/><w:lvlText w:val=")" + pattern + R"("/>)" + wingdings +
            R"(</w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"));
        EXPECT_EQ(result.words(), label + " 甲\n") << pattern;
    }
}

TEST(DocxForms, PrintWhatTheFormKeeps) {
    const std::string list = R"(<w:listEntry w:val="主动公开"/><w:listEntry w:val="依申请公开"/>)";
    const std::vector<std::pair<std::string, std::string>> kFields = {
        {form_field("FORMCHECKBOX",
                    "<w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"),
         "☒"},
        {form_field("FORMCHECKBOX", "<w:checkBox><w:default w:val=\"1\"/></w:checkBox>"), "☒"},
        {form_field("FORMCHECKBOX",
                    "<w:checkBox><w:default w:val=\"1\"/><w:checked w:val=\"0\"/></w:checkBox>"),
         "☐"},
        {form_field("FORMCHECKBOX", "<w:checkBox/>"), "☐"},
        {form_field("FORMDROPDOWN", "<w:ddList><w:result w:val=\"1\"/>" + list + "</w:ddList>"),
         "依申请公开"},
        {form_field("FORMDROPDOWN", "<w:ddList><w:default w:val=\"1\"/>" + list + "</w:ddList>"),
         "依申请公开"},
        {form_field("FORMDROPDOWN", "<w:ddList>" + list + "</w:ddList>"), "主动公开"},
        {form_field("FORMTEXT", "<w:textInput/>", text("张三")), "张三"},
        {form_field("FORMTEXT", R"(<w:textInput><w:default w:val="无"/></w:textInput>)"), "无"},
        {form_field(R"(SYMBOL 82 \f "Wingdings 2" \s 12)", ""), "☑"},
        {form_field(R"(SYMBOL 0xA3 \f "Wingdings 2")", ""), "□"},
        {R"(<w:fldSimple w:instr=" SYMBOL 252 \f Wingdings "/>)", "✓"},
        {form_field("MACROBUTTON NoMacro [单击此处输入]", ""), "[单击此处输入]"},
        {R"(<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml">)"
         R"(<w14:checked w14:val="1"/></w14:checkbox></w:sdtPr><w:sdtContent/></w:sdt>)",
         "☒"},
    };
    for (const auto& [content, words] : kFields)
        EXPECT_EQ(read(in_paragraph(text("甲") + content)).words(), "甲" + words + "\n") << content;
}

TEST(DocxForms, ThatKeepNothingAreReportedWithTheRightAdvice) {
    const std::vector<std::pair<std::string, std::string>> kReported = {
        {form_field("FORMCHECKBOX", ""), "warning 第1段 docx.field_to_type"},
        {form_field("FORMDROPDOWN", "<w:ddList/>"), "warning 第1段 docx.form_field_empty"},
        {form_field("FORMTEXT", "<w:textInput/>"), "warning 第1段 docx.form_field_empty"},
        {form_field("MERGEFIELD 单位", ""), "warning 第1段 docx.field_to_type"},
        {form_field("PAGEREF x", ""), "warning 第1段 docx.field_without_result"},
        {R"(<w:fldSimple w:instr=" DATE "/>)", "warning 第1段 docx.field_without_result"},
        {form_field(R"(SYMBOL 76 \f "MT Extra")", ""), "error 第1段 docx.symbol"},
        {form_field("FORMTEXT", "", "") + text("内"), "warning 第1段 docx.form_field_empty"},
    };
    for (const auto& [content, finding] : kReported)
        EXPECT_EQ(read(in_paragraph(text("甲") + content)).found(), Lines{finding}) << content;
}

TEST(DocxFieldNumbers, AreThoseThatWordCounts) {
    const auto numbers = [](const std::vector<std::string>& codes) {
        std::string body;
        for (const std::string& code : codes)
            body += in_paragraph(form_field(code, "") + text("甲"));
        std::string words = read(body).words();
        return words;
    };
    EXPECT_EQ(numbers({"AUTONUM", "AUTONUM", "AUTONUM \\* CHINESENUM3 \\s 、"}),
              "1.甲\n2.甲\n三、甲\n");
    EXPECT_EQ(numbers({"LISTNUM", "LISTNUM", "LISTNUM \\l 2", "LISTNUM \\l 1 \\s 7"}),
              "1)甲\n2)甲\na)甲\n7)甲\n");
    EXPECT_EQ(
        numbers({"LISTNUM LegalDefault", "LISTNUM LegalDefault \\l 2", "LISTNUM LegalDefault"}),
        "1.甲\n1.1.甲\n1.2.甲\n");
    EXPECT_EQ(numbers({"LISTNUM OutlineDefault", "LISTNUM OutlineDefault \\l 4"}), "I.甲\na)甲\n");
    EXPECT_EQ(numbers({"AUTONUMLGL \\e", "AUTONUMLGL"}), "1甲\n2.甲\n");
    EXPECT_EQ(read(in_paragraph(form_field("AUTONUM", ""))).found(),
              Lines{"hint 第1段 docx.field_number"});
    EXPECT_EQ(read(in_paragraph(form_field("LISTNUM 我的列表", ""))).found(),
              Lines{"warning 第1段 docx.field_number"});
}

TEST(DocxNumbers, OfHiddenParagraphsCount) {
    const std::string numbering =
        R"(<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>)"
        R"(<w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)";
    const auto item = [](const std::string& words, const std::string& hidden) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr>" +
               hidden + "</w:rPr></w:pPr>" + text(words, hidden) + "</w:p>";
    };
    const Read result = read(DocxBuilder(item("甲", "") + item("乙", "<w:vanish/>") +
                                         item("", "<w:vanish/>") + item("丙", ""))
                                 .numbering(numbering));
    EXPECT_EQ(result.words(), "1. 甲\n4. 丙\n") << "as Word's “advance value” does it";
    EXPECT_EQ(result.found(), Lines{"warning 第2段 docx.hidden_text"});
}

TEST(DocxBlanks, UnderARuleAreKept) {
    const std::string u = "<w:u w:val=\"single\"/>";
    const std::vector<std::pair<std::string, std::string>> kBlanks = {
        {text("自") + text("    ", u) + text("年"), "自　　年"},
        {text("负责人：") + text("     ", u), "负责人：　　　"},
        {text("　　　　", u) + text("（盖章）"), "　　　　（盖章）"},
        {text("签字：") + run("<w:tab/>", u), "签字：　"},
        {text("申请人") + text("  张三  ", u), "申请人　张三　"},
        {text("      ", u), "　　　"},
    };
    for (const auto& [content, words] : kBlanks) {
        const Read result = read(in_paragraph(content));
        EXPECT_EQ(result.words(), words + "\n") << content;
        EXPECT_EQ(result.found(), Lines{}) << content;
    }
    const std::vector<std::pair<std::string, std::string>> kNone = {
        {text("按照WTO ", u) + text(" rules", u), "按照WTO rules"},
        {text("　　一、总则", u), "一、总则"},
        {text("自    年"), "自 年"},
        {text("负责人：     "), "负责人："},
        {text("甲 ", u) + text("乙"), "甲 乙"},
    };
    for (const auto& [content, words] : kNone)
        EXPECT_EQ(read(in_paragraph(content)).words(), words + "\n") << content;
}

TEST(DocxFields, WhoseResultChangesOrIsBlankAreReported) {
    const std::vector<std::pair<std::string, std::string>> kFields = {
        {form_field("DATE \\@ \"yyyy年M月d日\"", "", text("2020年1月1日")),
         "warning 第1段 docx.field_changes"},
        {form_field("FILENAME", "", text("草稿")), "warning 第1段 docx.field_changes"},
        {R"(<w:fldSimple w:instr=" TIME ">)" + text("9:00") + "</w:fldSimple>",
         "warning 第1段 docx.field_changes"},
        {form_field("FORMTEXT", "<w:textInput/>", text("\u2002\u2002\u2002\u2002\u2002")),
         "warning 第1段 docx.form_field_empty"},
        {"<w:r><w:yearLong/></w:r>" + text("年"), "warning 第1段 docx.day_of_print"},
    };
    for (const auto& [content, finding] : kFields)
        EXPECT_EQ(read(in_paragraph(text("甲") + content)).found(), Lines{finding}) << content;
    for (const std::string& content :
         {form_field("FORMTEXT", "<w:textInput/>", text("张三")),
          form_field("CREATEDATE", "", text("2020年")), form_field("REF a", "", text("第一条"))})
        EXPECT_EQ(read(in_paragraph(text("甲") + content)).found(), Lines{}) << content;
}

TEST(DocxWords, ThatNobodySeesAreReported) {
    const std::string white = R"(<w:color w:val="FFFFFF"/>)";
    const std::string cell =
        "<w:tbl><w:tr><w:tc>" + in_paragraph(text("甲", white)) + "</w:tc></w:tr></w:tbl>";
    for (const std::string& content :
         {text("藏", white), text("藏", R"(<w:sz w:val="2"/>)"),
          text("藏", white + R"(<w:shd w:val="clear" w:fill="auto"/>)")}) {
        const Read result = read(in_paragraph(text("甲") + content));
        EXPECT_EQ(result.words(), "甲藏\n");
        EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.unseen_text"}) << content;
    }
    for (const std::string& content :
         {in_paragraph(text("甲", white + R"(<w:shd w:val="clear" w:fill="C00000"/>)")),
          in_paragraph(text("甲", white + R"(<w:highlight w:val="red"/>)")), cell,
          in_paragraph(text("甲", R"(<w:color w:val="FF0000"/>)")),
          in_paragraph(text(" ", white) + text("甲")),
          R"(<w:p><w:pPr><w:shd w:val="clear" w:fill="C00000"/></w:pPr>)" + text("甲", white) +
              "</w:p>"})
        EXPECT_EQ(read(content).found(), Lines{}) << content;
}

TEST(DocxBlanks, OfMarginTabsAreKept) {
    const auto tab = [](const std::string& leader) {
        return read(in_paragraph(
                        text("签字：") +
                        run(R"(<w:ptab w:relativeTo="margin" w:alignment="right" w:leader=")" +
                            leader + "\"/>") +
                        text("完")))
            .words();
    };
    EXPECT_NE(tab("underscore").find("　　　　"), std::string::npos);
    EXPECT_NE(tab("dot").find("……"), std::string::npos);
    EXPECT_EQ(tab("none"), "签字：完\n");
}

TEST(DocxBlanks, OfLeadersAndRuledParagraphsAreKept) {
    const auto leader = [](const std::string& kind) {
        return "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:leader=\"" + kind +
               "\" w:pos=\"2100\"/></w:tabs></w:pPr>" + text("签字：") + run("<w:tab/>") + "</w:p>";
    };
    EXPECT_EQ(read(leader("underscore")).words(), "签字：　　　　　　　\n");
    EXPECT_EQ(read(leader("dot")).words(), "签字：……………………\n");
    EXPECT_EQ(read(leader("none")).words(), "签字：\n");
    const std::string ruled =
        "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"single\"/></w:pBdr></w:pPr></w:p>";
    EXPECT_EQ(read(paragraph("意见：") + ruled + ruled).paragraphs().size(), 3u);
    const Read line = read(paragraph("云岭省人民政府文件") + ruled + paragraph("甲"));
    EXPECT_EQ(line.paragraphs().size(), 2u) << "a line that divides";
    EXPECT_EQ(line.found(), Lines{"hint 第2段 docx.ruled_line"});
}

TEST(DocxBlanks, OfDatesBracketsAndCellsAreKept) {
    EXPECT_EQ(read(in_paragraph(text("签字：    年    月    日"))).words(),
              "签字：　　年　　月　　日\n");
    EXPECT_EQ(read(in_paragraph(text("（    ）第    号"))).words(), "（　　）第　　号\n");
    EXPECT_EQ(read(in_paragraph(text("2026 年 3 月 5 日（甲 ）"))).words(), "2026年3月5日（甲）\n");
    const auto cell = [](const std::string& content) {
        return read("<w:tbl><w:tr><w:tc>" + content + "</w:tc></w:tr></w:tbl>")
            .table()
            .rows[0]
            .cells[0]
            .paragraphs.size();
    };
    const std::string empty = "<w:p/>";
    EXPECT_EQ(cell(paragraph("意见：") + empty + empty + paragraph("    年    月    日")), 4u);
    EXPECT_EQ(cell(empty + empty + paragraph("（盖章）")), 3u);
    EXPECT_EQ(cell(empty + empty + empty), 3u);
    EXPECT_EQ(cell(empty + empty), 1u);
    EXPECT_EQ(cell(empty + paragraph("甲") + empty), 1u) << "no place to write";
}

TEST(DocxCapitals, ArePrintedWhereTheFormatSaysSo) {
    const std::vector<std::pair<std::string, std::string>> kRuns = {
        {text("wto", "<w:caps/>"), "WTO"},
        {text("iso 9001", "<w:smallCaps/>"), "ISO 9001"},
        {text("Straße ﬁ i", "<w:caps/>"), "STRASSE FI I"},
        {text("wto", "<w:caps w:val=\"0\"/>"), "wto"},
    };
    for (const auto& [content, words] : kRuns)
        EXPECT_EQ(read(in_paragraph(content)).words(), words + "\n") << content;
    EXPECT_EQ(read(in_paragraph(text("wto", "<w:caps/>"))).found(),
              Lines{"hint 第1段 docx.capitals"});
    EXPECT_EQ(read(in_paragraph(text("WTO 甲", "<w:caps/>"))).found(), Lines{});
    const std::string styles =
        R"(<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:caps/></w:rPr></w:style>)"
        R"(<w:style w:type="character" w:styleId="c"><w:rPr><w:caps/></w:rPr></w:style>)";
    EXPECT_EQ(read(DocxBuilder("<w:p><w:pPr><w:pStyle w:val=\"p\"/></w:pPr>" + text("wto") +
                               text("gdp", "<w:rStyle w:val=\"c\"/>") + "</w:p>")
                       .styles(styles))
                  .words(),
              "WTOgdp\n")
        << "toggles of paragraph and character style cancel each other";
}

TEST(DocxLostWords, AreNamedWithTheirPart) {
    const std::vector<std::string> kPlaces = {
        "<w:t>乙</w:t>",
        "<w:r><w:t>乙</w:t></w:r>",
        "<w:tbl><w:t>乙</w:t></w:tbl>",
        "<w:tbl><w:tr><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tr></w:tbl>",
        "<w:p><w:pPr><w:t>乙</w:t></w:pPr></w:p>",
        "<w:p><w:r><w:rPr><w:t>乙</w:t></w:rPr></w:r></w:p>",
        "<w:p><w:r><w:delText>乙</w:delText></w:r></w:p>",
        "<w:p>乙</w:p>",
        "<w:p><w:r>乙</w:r></w:p>",
        "<w:p><w:r><w:odd>乙</w:odd></w:r></w:p>",
        "<w:p><w:r><w:t><w:t>乙</w:t></w:t></w:r></w:p>",
        "<w:p><w:r><w:drawing><wp:inline><a:t>乙</a:t></wp:inline></w:drawing></w:r></w:p>",
        "<w:sectPr><w:t>乙</w:t></w:sectPr>",
    };
    for (const std::string& place : kPlaces) {
        const Read result = read(paragraph("甲") + place);
        EXPECT_EQ(result.words(), "甲\n") << place;
        ASSERT_EQ(result.found(), Lines{"error word/document.xml docx.words_lost"}) << place;
        EXPECT_EQ(result.findings.back().excerpt, "乙");
        EXPECT_EQ(result.findings.back().message.args.at("count"), "1");
    }
    EXPECT_EQ(refusal(DocxBuilder("<w:t>乙</w:t>").bytes()), "invalid docx.words_lost");
    EXPECT_EQ(refusal(DocxBuilder(R"(<w:altChunk r:id="x"/>)").bytes()),
              "invalid docx.other_document");
}

TEST(DocxLostWords, OfOtherPartsAreNamedToo) {
    const std::string note = R"(<w:footnote w:id="9">)" + paragraph("乙") + "</w:footnote>";
    EXPECT_EQ(read(DocxBuilder(paragraph("甲")).footnotes(note)).found(),
              Lines{"error word/footnotes.xml docx.words_lost"});
    EXPECT_EQ(read(DocxBuilder(paragraph("甲"))
                       .comments(R"(<w:comment w:id="3" w:author="王">)" + paragraph("乙") +
                                 "</w:comment>"))
                  .found(),
              Lines{"warning  docx.comment"});
    EXPECT_EQ(read(DocxBuilder(paragraph("甲"))
                       .entry("word/charts/chart1.xml",
                              "<c:x xmlns:c='c' "
                              "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/"
                              "main'><a:t>乙</a:t></c:x>"))
                  .found(),
              Lines{"error word/charts/chart1.xml docx.words_lost"});
    const std::string choice = "<mc:AlternateContent><mc:Choice>" + text("甲") +
                               "</mc:Choice><mc:Fallback>" + text("乙") +
                               "</mc:Fallback></mc:AlternateContent>";
    EXPECT_EQ(read(in_paragraph(choice)).found(),
              Lines{"warning word/document.xml docx.other_branch"});
    for (const char* silent :
         {"word/glossary/document.xml", "docProps/app.xml", "customXml/item1.xml"})
        EXPECT_EQ(read(DocxBuilder(paragraph("甲"))
                           .entry(silent,
                                  "<w:document "
                                  "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/"
                                  "2006/main'><w:t>乙</w:t></w:document>"))
                      .found(),
                  Lines{})
            << silent;
}

TEST(DocxLostWords, InTheCodeOfAFieldAreReported) {
    const std::string code = run(R"(<w:fldChar w:fldCharType="begin"/>)") + text("乙") +
                             run(R"(<w:fldChar w:fldCharType="end"/>)");
    EXPECT_EQ(read(in_paragraph(text("甲") + code)).found(),
              Lines{"warning 第1段 docx.words_in_code"});
}

constexpr const char* kItem = "{11111111-2222-3333-4444-555555555555}";

std::string bound(const std::string& path, const std::string& words, const std::string& more = {}) {
    return "<w:sdt><w:sdtPr>" + more + "<w:dataBinding w:xpath=\"" + path + "\" w:storeItemID=\"" +
           kItem + "\"/></w:sdtPr><w:sdtContent>" + in_paragraph(text(words)) +
           "</w:sdtContent></w:sdt>";
}

DocxBuilder with_data(const std::string& body, const std::string& data) {
    return DocxBuilder(paragraph("甲") + body)
        .entry("customXml/item1.xml", data)
        .entry("customXml/itemProps1.xml",
               std::string("<d:datastoreItem xmlns:d=\"urn:d\" d:itemID=\"") + kItem + "\"/>")
        .entry(
            "customXml/_rels/item1.xml.rels",
            R"(<Relationships><Relationship Id="r" Type="urn:x/customXmlProps" Target="itemProps1.xml"/></Relationships>)");
}

TEST(DocxBoundText, DataThatSayAnotherThingThanTheTextAreReported) {
    const std::string data =
        R"(<n:form xmlns:n="urn:n" day="2026-03-05"><n:who>水利厅</n:who><n:who>财政厅</n:who>)"
        R"(<n:when>2026-03-05T00:00:00</n:when><n:code>2</n:code><n:none/></n:form>)";
    const std::string list =
        R"(<w:dropDownList><w:listItem w:displayText="乙类" w:value="2"/></w:dropDownList>)";
    const std::string prompt = "<w:showingPlcHdr/>";
    const std::vector<std::pair<std::string, bool>> kControls = {
        {bound("/ns0:form[1]/ns0:who[1]", "林业厅"), true},
        {bound("/ns0:form[1]/ns0:who[2]", "水利厅"), true},
        {bound("/form/@day", "2026-03-06"), true},
        {bound("/ns0:form[1]/ns0:when[1]", "2026年3月6日", "<w:date/>"), true},
        {bound("/ns0:form[1]/ns0:code[1]", "甲类", list), true},
        {bound("/ns0:form[1]/ns0:none[1]", "林业厅"), true},
        {bound("/ns0:form[1]/ns0:who[1]", "水利厅"), false},
        {bound("/ns0:form[1]/ns0:who[1]", "水 利 厅"), false},
        {bound("/ns0:form[1]/ns0:when[1]", "2026年3月5日", "<w:date/>"), false},
        {bound("/ns0:form[1]/ns0:code[1]", "乙类", list), false},
        {bound("/ns0:form[1]/ns0:other[1]", "林业厅"), false},
        {bound("/ns0:form[1]", "林业厅"), false},
        {bound("//who[contains(.,'水')]", "林业厅"), false},
        {bound("/ns0:form[1]/ns0:who[", "林业厅"), false},
        {bound("", "林业厅"), false},
    };
    for (const auto& [control, reported] : kControls) {
        const Read result = read(with_data(control, data));
        std::size_t count = 0;
        for (const core::Diagnostic& one : result.findings)
            count += one.message.id == "docx.bound_text" ? 1 : 0;
        EXPECT_EQ(count, reported ? 1u : 0u) << control;
    }
    const Read result = read(with_data(kControls[0].first, data));
    EXPECT_EQ(result.findings.back().message.args.at("bound"), "水利厅");
    EXPECT_EQ(result.findings.back().message.args.at("stored"), "林业厅");
    EXPECT_EQ(read(with_data(bound("/form/none", "请输入", prompt), data)).found(),
              Lines{"warning 第2段 docx.prompt"});
}

TEST(DocxBoundText, DamagedDataAreNoReasonToRefuseTheFile) {
    for (const char* data : {"<form>", "", "<!DOCTYPE a><form><who>水利厅</who></form>"})
        EXPECT_EQ(read(with_data(bound("/form/who", "林业厅"), data)).words(), "甲\n林业厅\n")
            << data;
}

}  // namespace
}  // namespace gongbao::editor
