// SPDX-License-Identifier: Apache-2.0
// What stands inside of paragraphs: characters, fields, controls, boxes, and what is reported of
// them.
#include <gtest/gtest.h>

#include "editor/intake/docx/fields.hpp"
#include "tests/editor/docx/docx_builder.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

using Lines = std::vector<std::string>;

std::string run(const std::string& content) {
    return "<w:r>" + content + "</w:r>";
}
std::string text(const std::string& words) {
    return run("<w:t xml:space=\"preserve\">" + words + "</w:t>");
}
std::string in_paragraph(const std::string& content) {
    return "<w:p>" + content + "</w:p>";
}
std::string mark(const std::string& type) {
    return run("<w:fldChar w:fldCharType=\"" + type + "\"/>");
}
std::string field(const std::string& code, const std::string& result) {
    return mark("begin") + run("<w:instrText>" + code + "</w:instrText>") + mark("separate") +
           result + mark("end");
}
std::string field_without_result(const std::string& code) {
    return mark("begin") + run("<w:instrText>" + code + "</w:instrText>") + mark("end");
}

std::string lines(const std::vector<std::string>& words, const std::string& properties = {}) {
    std::string content;
    for (const std::string& line : words)
        content += (content.empty() ? "" : run("<w:br/>")) + text(line);
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}

TEST(DocxSoftReturns, ThatPartParagraphsEndThem) {
    const Read result = read(lines({"关于码头的通知", "云岭发〔2026〕7号", "各市人民政府：",
                                    "一、总体要求", "各地要落实。", "（一）停用。", "附件：1.甲表",
                                    "2.乙表", "特此通知", "　　　　云岭省水利厅", "2026年3月5日"}));
    EXPECT_EQ(result.words(),
              "关于码头的通知\n云岭发〔2026〕7号\n各市人民政府：\n一、总体要求\n各地要落实。\n（一"
              "）停用。\n"
              "附件：1.甲表\n2.乙表\n特此通知\n云岭省水利厅\n2026年3月5日\n");
    ASSERT_EQ(result.found(), Lines{"warning  docx.soft_returns"});
    EXPECT_EQ(result.findings.back().message.args.at("count"), "10");
    EXPECT_EQ(read(lines({"甲", "", "乙"})).words(), "甲\n乙\n") << "an empty line";
}

TEST(DocxWords, OfShapesThatAreSwitchedOffAreReported) {
    const auto box = [](const std::string& style, const std::string& words) {
        return read(in_paragraph(text("甲") +
                                 run("<w:pict><v:shape style=\"" + style +
                                     "\"><v:textbox><w:txbxContent>" + in_paragraph(text(words)) +
                                     "</w:txbxContent></v:textbox></v:shape></w:pict>")));
    };
    EXPECT_EQ(box("width:9pt;visibility:hidden", "藏").found(),
              (Lines{"warning 第1段 docx.unseen_text", "hint 第1段 docx.text_box"}));
    EXPECT_EQ(box("width:9pt", "见").found(), Lines{"hint 第1段 docx.text_box"});
    EXPECT_EQ(box("", "— 2 —").words(), "甲\n");
    EXPECT_EQ(box("", "— 2 —").found(), Lines{"hint 第1段 intake.folio_left_out"});
}

TEST(DocxWords, CharactersWithoutWidthAreLeftOutAndCounted) {
    const Read result = read(in_paragraph(text("公\u200B开\uFEFF")));
    EXPECT_EQ(result.words(), "公开\n");
    EXPECT_EQ(result.found(), Lines{"hint  intake.invisible_left_out"});
}

TEST(DocxSoftReturns, ALineWithANoteAloneStays) {
    const Read result = read(DocxBuilder(in_paragraph(text("甲。") + run("<w:br/>") +
                                                      run(R"(<w:footnoteReference w:id="2"/>)")) +
                                         in_paragraph(run(R"(<w:footnoteReference w:id="3"/>)")))
                                 .footnotes(R"(<w:footnote w:id="2">)" + paragraph("注一") +
                                            R"(</w:footnote><w:footnote w:id="3">)" +
                                            paragraph("注二") + "</w:footnote>"));
    std::size_t notes = 0;
    for (const RawBlock& block : result.raw.blocks)
        for (const core::Inline& one : std::get<RawParagraph>(block).runs)
            notes += one.kind == core::Inline::Kind::Note;
    EXPECT_EQ(notes, 2u);
}

TEST(DocxSoftReturns, InsideOfTitlesSentencesAndCellsStay) {
    for (const auto& [words, printed] :
         std::vector<std::pair<std::vector<std::string>, std::string>>{
             {{"云岭省人民政府", "关于码头的通知"}, "云岭省人民政府/关于码头的通知\n"},
             {{"白日依山尽，", "黄河入海流。"}, "白日依山尽，/黄河入海流。\n"},
             {{"各市人民政府，", "省政府各部门："}, "各市人民政府，/省政府各部门：\n"},
             {{"1.落实到人，", "并抓好整改。"}, "1.落实到人，/并抓好整改。\n"},
             {{"联系人：张三", "电话：123"}, "联系人：张三/电话：123\n"}}) {
        const Read result = read(lines(words));
        EXPECT_EQ(result.words(), printed);
        EXPECT_EQ(result.found(), Lines{});
    }
    EXPECT_EQ(read(lines({"云岭省条例。", "实施细则"}, R"(<w:jc w:val="center"/>)")).words(),
              "云岭省条例。/实施细则\n");
    const Read cell =
        read("<w:tbl><w:tr><w:tc>" + lines({"甲。", "一、乙"}) + "</w:tc></w:tr></w:tbl>");
    EXPECT_EQ(cell.table().rows[0].cells[0].paragraphs.size(), 1u);
}

TEST(DocxWords, ElementsThatStandForCharactersBecomeThem) {
    const std::vector<std::pair<std::string, std::string>> kWords = {
        {text("甲") + run("<w:tab/>") + text("乙"), "甲 乙"},
        {text("甲") + run("<w:br/>") + text("乙"), "甲/乙"},
        {text("甲") + run("<w:cr/>") + text("乙"), "甲/乙"},
        {text("甲") + run(R"(<w:br w:type="column"/>)") + text("乙"), "甲/乙"},
        {text("A") + run("<w:noBreakHyphen/>") + text("B"), "A‑B"},
        {text("行") + run("<w:softHyphen/>") + text("政"), "行政"},
        {run(R"(<w:sym w:font="Wingdings" w:char="F0FE"/>)") + text("是"), "☑是"},
        {run(R"(<w:sym w:font="宋体" w:char="3007"/>)"), "〇"},
        {run("<w:lastRenderedPageBreak/>") + text("甲"), "甲"},
        {run("<w:t>甲<![CDATA[&乙]]></w:t>"), "甲&乙"},
        {run("<w:t>Article\none</w:t>"), "Article one"},
        {run("<w:t>  Word </w:t>") + run("<w:t>trims</w:t>"), "Wordtrims"},
        {text("Word ") + text("keeps"), "Word keeps"},
        {text("&#x20000;&#xE000;"), "𠀀\xEE\x80\x80"},
    };
    for (const auto& [content, words] : kWords)
        EXPECT_EQ(read(in_paragraph(content)).words(), words + "\n") << content;
}

TEST(DocxWords, ContainersGiveUpTheirWords) {
    const std::vector<std::string> kContainers = {
        R"(<w:hyperlink r:id="x">)" + text("甲") + "</w:hyperlink>",
        "<w:smartTag><w:smartTag>" + text("甲") + "</w:smartTag></w:smartTag>",
        "<w:customXml>" + text("甲") + "</w:customXml>",
        R"(<w:fldSimple w:instr="REF x">)" + text("甲") + "</w:fldSimple>",
        "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + text("甲") +
            "</w:sdtContent></w:sdt>",
        "<w:bdo>" + text("甲") + "</w:bdo>",
        R"(<w:bookmarkStart w:id="1"/>)" + text("甲") + R"(<w:bookmarkEnd w:id="1"/>)",
        "<w:unheardOf>" + text("甲") + "</w:unheardOf>",
        run("<w:unheardOf><w:t>甲</w:t></w:unheardOf>"),
        "<mc:AlternateContent><mc:Choice>" + text("甲") + "</mc:Choice><mc:Fallback>" + text("甲") +
            "</mc:Fallback></mc:AlternateContent>",
        "<mc:AlternateContent><mc:Choice/><mc:Fallback>" + text("甲") +
            "</mc:Fallback></mc:AlternateContent>",
    };
    for (const std::string& container : kContainers) {
        const Read result = read(in_paragraph(container));
        EXPECT_EQ(result.words(), "甲\n") << container;
        EXPECT_EQ(result.found(), Lines{}) << container;
    }
}

TEST(DocxWords, BlocksInContainersAreRead) {
    const Read result = read("<w:sdt><w:sdtContent>" + paragraph("甲") + "</w:sdtContent></w:sdt>" +
                             "<w:customXml>" + paragraph("乙") + "</w:customXml>");
    EXPECT_EQ(result.words(), "甲\n乙\n");
}

TEST(DocxWords, HiddenOnesAreReportedAndNotRead) {
    const Read result = read(in_paragraph(
        text("甲") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>密</w:t></w:r>" + text("乙")));
    EXPECT_EQ(result.words(), "甲乙\n");
    EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.hidden_text"});
    EXPECT_EQ(result.findings.back().excerpt, "密");
}

TEST(DocxWords, StruckOnesAreReadAndReported) {
    const auto struck = [](const char* property) {
        return read(in_paragraph(text("甲") + "<w:r><w:rPr>" + property +
                                 "</w:rPr><w:t>旧文</w:t></w:r>" + text("乙")));
    };
    for (const char* property : {"<w:strike/>", "<w:dstrike/>"}) {
        const Read result = struck(property);
        EXPECT_EQ(result.words(), "甲旧文乙\n");
        EXPECT_EQ(result.found(), Lines{"error 第1段 docx.struck_text"}) << property;
        EXPECT_EQ(result.findings.back().excerpt, "旧文");
    }
    EXPECT_EQ(struck("<w:strike w:val=\"0\"/>").found(), Lines{});
}

TEST(DocxWords, AHiddenParagraphMarkJoinsTwoParagraphs) {
    const Read result =
        read(paragraph("一是。", "<w:rPr><w:vanish/></w:rPr>") + paragraph("加强领导。"));
    EXPECT_EQ(result.words(), "一是。加强领导。\n");
}

TEST(DocxWords, AnUnknownSymbolIsKeptAndReported) {
    const Read result = read(in_paragraph(run(R"(<w:sym w:font="MT Extra" w:char="F055"/>)")));
    EXPECT_EQ(result.words(), "\xEF\x81\x95\n");
    EXPECT_EQ(result.found(), Lines{"error 第1段 docx.symbol"});
}

std::string guide(const std::string& reading, const std::string& base) {
    return run("<w:ruby><w:rt>" + reading + "</w:rt><w:rubyBase>" + base +
               "</w:rubyBase></w:ruby>");
}

core::Runs runs_of(const Read& result) {
    return std::get<RawParagraph>(result.raw.blocks.at(0)).runs;
}

TEST(DocxWords, APhoneticGuideIsAReadingOverItsCharacters) {
    const Read result = read(in_paragraph(text("赴") + guide(text("yún"), text("云")) +
                                          guide(text("lǐng"), text("岭")) + text("省")));
    EXPECT_EQ(runs_of(result), (core::Runs{core::text_run("赴"), core::ruby("云", "yún"),
                                           core::ruby("岭", "lǐng"), core::text_run("省")}));
    EXPECT_EQ(result.found(), Lines{});
}

TEST(DocxWords, AReadingTakesTheMarksItsCharactersShare) {
    const std::string bold = "<w:r><w:rPr><w:b/></w:rPr><w:t>云</w:t></w:r>";
    EXPECT_EQ(runs_of(read(in_paragraph(guide(text("yún"), bold)))),
              (core::Runs{core::ruby("云", "yún", core::Marks{}.add(core::Mark::Bold))}));
    EXPECT_EQ(runs_of(read(in_paragraph(guide(text("yún lǐng"), bold + text("岭"))))),
              (core::Runs{core::ruby("云岭", "yún lǐng")}));
}

TEST(DocxWords, AReadingThatIsNoneKeepsItsWordsBehindTheOthersAndIsReported) {
    const std::vector<std::pair<std::string, std::string>> kApart = {
        {guide(text("yún"), ""), "yún"},
        {guide(text("yún"), text("云") + run("<w:br/>") + text("岭")), "云/岭yún"},
        {guide(text("yún") + run("<w:br/>"), text("云")), "云yún/"},
    };
    for (const auto& [content, words] : kApart) {
        const Read result = read(in_paragraph(text("赴") + content + text("省")));
        EXPECT_EQ(result.words(), "赴" + words + "省\n");
        EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.ruby_apart"}) << words;
    }
    const Read blank = read(in_paragraph(guide(text(" "), text("云")) + text("岭")));
    EXPECT_EQ(blank.words(), "云岭\n");
    EXPECT_EQ(blank.found(), Lines{});
}

TEST(DocxWords, AReadingSetWithAFieldCodeIsOneToo) {
    const Read result = read(in_paragraph(
        field_without_result(R"(EQ \* jc2 \* hps10 \o\ad(\s\up 9(yún),云))") + text("岭")));
    EXPECT_EQ(runs_of(result), (core::Runs{core::ruby("云", "yún"), core::text_run("岭")}));
}

TEST(DocxWords, FormulasKeepTheirCharactersAndAreReported) {
    const std::string formula =
        "<m:oMath><m:f><m:num><m:r><m:t>甲</m:t></m:r></m:num><m:den><m:r><m:t>乙</m:t></m:r></"
        "m:den></m:f></m:oMath>";
    EXPECT_EQ(read(in_paragraph(text("率＝") + formula)).words(), "率＝甲乙\n");
    EXPECT_EQ(read(in_paragraph(formula)).found(), Lines{"error 第1段 docx.math"});
    EXPECT_EQ(read("<m:oMathPara>" + formula + "</m:oMathPara>").words(), "甲乙\n");
}

TEST(DocxWords, CommentsAreReportedWithTheirAuthor) {
    const Read result =
        read(DocxBuilder(in_paragraph(text("甲") + run(R"(<w:commentReference w:id="3"/>)")))
                 .comments(R"(<w:comment w:id="3" w:author="王审核">)" + paragraph("此处待核") +
                           "</w:comment>"));
    EXPECT_EQ(result.words(), "甲\n");
    ASSERT_EQ(result.found(), Lines{"warning 第1段 docx.comment"});
    EXPECT_EQ(result.findings.back().message.args.at("author"), "王审核");
    EXPECT_EQ(result.findings.back().excerpt, "此处待核");
}

TEST(DocxWords, AnUnfilledControlIsReported) {
    const Read result =
        read(in_paragraph("<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                          text("单击此处输入文字") + "</w:sdtContent></w:sdt>"));
    EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.prompt"});
}

TEST(DocxWords, WhatCannotBeReadIsReported) {
    EXPECT_EQ(read(paragraph("甲") + R"(<w:altChunk r:id="x"/>)").found(),
              Lines{"error 第2段 docx.other_document"});
    EXPECT_EQ(read(in_paragraph(text("甲") + R"(<w:subDoc r:id="x"/>)")).found(),
              Lines{"error 第1段 docx.other_document"});
}

TEST(DocxFields, PrintTheirResultOnly) {
    const Read result =
        read(in_paragraph(text("见第") + field(" REF x \\h ", text("三")) + text("条")));
    EXPECT_EQ(result.words(), "见第三条\n");
    EXPECT_EQ(result.found(), Lines{});
}

TEST(DocxFields, MayNestAndSpanParagraphs) {
    const std::string nested = mark("begin") + run("<w:instrText>IF </w:instrText>") +
                               field("PAGE", text("内")) + mark("separate") + text("外") +
                               mark("end");
    EXPECT_EQ(read(in_paragraph(nested)).words(), "外\n") << "a result inside of a code is no text";
    const Read contents =
        read(in_paragraph(mark("begin") + run("<w:instrText> TOC \\o </w:instrText>") +
                          mark("separate") + text("一、总则……1")) +
             paragraph("二、附则……2") + in_paragraph(mark("end")) + paragraph("正文"));
    EXPECT_EQ(contents.words(), "一、总则……1\n二、附则……2\n正文\n");
    EXPECT_EQ(contents.found(), Lines{"hint 第3段 docx.contents_field"});
}

TEST(DocxFields, ThatNeverCloseHideNothing) {
    const Read result = read(in_paragraph(mark("begin") + text("甲")) + paragraph("乙"));
    EXPECT_EQ(result.words(), "甲\n乙\n");
    EXPECT_EQ(result.found(), Lines{"warning 第1段 docx.fields_broken"});
    EXPECT_EQ(read(in_paragraph(mark("end") + text("甲") + mark("begin"))).words(), "甲\n");
}

TEST(DocxFields, OfACellOrABoxAreItsOwn) {
    const std::string cell =
        "<w:tbl><w:tr><w:tc>" + in_paragraph(text("格") + mark("end")) + "</w:tc></w:tr></w:tbl>";
    const Read result = read(in_paragraph(mark("begin") + text("甲")) + cell + paragraph("乙"));
    EXPECT_EQ(result.words(), "甲\n乙\n") << "a begin that ends in a cell hides nothing";
    EXPECT_EQ(words_in(result.table().rows[0].cells[0].paragraphs[0]), "格");
    const std::string box =
        run("<w:pict><w:txbxContent>" + in_paragraph(mark("begin") + text("框")) +
            "</w:txbxContent></w:pict>");
    EXPECT_EQ(read(in_paragraph(text("甲") + box)).words(), "甲\n框\n");
}

TEST(DocxFields, WithoutAResultAreReportedUnlessTheyNeverPrint) {
    EXPECT_EQ(read(in_paragraph(text("甲") + field_without_result(" DATE "))).found(),
              Lines{"warning 第1段 docx.field_without_result"});
    EXPECT_EQ(read(in_paragraph(text("甲") + field_without_result(" XE \"词\" "))).found(),
              Lines{});
}

TEST(DocxFields, EnclosedCharactersAreRead) {
    struct Row {
        const char* code;
        const char* words;
        const char* reading;
    };
    const std::vector<Row> kRead = {
        {R"(eq \o\ac(○,11))", "⑪", ""},
        {R"( EQ \o\ac(□,印) )", "印", ""},
        {R"(EQ \* jc2 \* "Font:宋体" \* hps10 \o\ad(\s\up 9(yún),云))", "云", "yún"},
    };
    for (const Row& row : kRead) {
        EXPECT_EQ(docx::read_equation(row.code).text, row.words) << row.code;
        EXPECT_EQ(docx::read_equation(row.code).reading, row.reading) << row.code;
    }
    for (const char* formula : {R"(EQ \f(1,2))", R"(EQ \o\ac(○))", R"(EQ \o(\f(1,2),\r(3)))", "EQ"})
        EXPECT_EQ(docx::read_equation(formula).text, "") << formula;
    const Read result = read(in_paragraph(text("编号") + field_without_result(R"(eq \o\ac(○,3))")));
    EXPECT_EQ(result.words(), "编号③\n");
    EXPECT_EQ(read(in_paragraph(text("甲") + field_without_result(R"(EQ \f(1,2))"))).found(),
              Lines{"error 第1段 docx.equation_field"});
}

TEST(DocxTextBoxes, AreReadOnceBesideTheirParagraph) {
    const std::string box =
        "<w:txbxContent>" + paragraph("框一") + paragraph("框二") + "</w:txbxContent>";
    const std::string anchored =
        run("<mc:AlternateContent><mc:Choice "
            "Requires=\"wps\"><w:drawing><wp:anchor><a:graphic><wps:txbx>" +
            box +
            "</wps:txbx></a:graphic></wp:anchor></w:drawing></"
            "mc:Choice><mc:Fallback><w:pict><v:textbox>" +
            box + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>");
    EXPECT_EQ(read(in_paragraph(anchored + text("正文"))).words(), "框一\n框二\n正文\n");
    const Read after = read(in_paragraph(text("正文") + anchored));
    EXPECT_EQ(after.words(), "正文\n框一\n框二\n");
    EXPECT_EQ(after.found(), Lines{"hint 第1段 docx.text_box"});
    EXPECT_EQ(gongbao::tests::worded(after.paragraphs()[2].place), "第3段");
}

TEST(DocxTextBoxes, WordArtIsText) {
    const Read result = read(in_paragraph(
        run(R"(<w:pict><v:shape><v:textpath string="云岭省人民政府文件"/></v:shape></w:pict>)")));
    EXPECT_EQ(result.words(), "云岭省人民政府文件\n");
    EXPECT_EQ(result.found(), Lines{"hint 第1段 docx.word_art"});
}

TEST(DocxMargins, ReportADocumentNumberInTheHeader) {
    const Read result = read(DocxBuilder(paragraph("甲")).header(paragraph("云岭府发〔2026〕3号")));
    EXPECT_EQ(result.words(), "甲\n");
    EXPECT_EQ(result.found(), Lines{"warning 页眉 docx.number_in_margin"});
    EXPECT_EQ(read(DocxBuilder(paragraph("甲")).header(paragraph("内部资料"))).found(),
              Lines{"hint 页眉 docx.words_in_margin"});
    EXPECT_EQ(read(DocxBuilder(paragraph("甲")).header(paragraph("— 1 —"))).found(), Lines{});
    EXPECT_EQ(read(DocxBuilder(paragraph("甲")).header(paragraph("第3页 共9页"))).found(), Lines{});
}

}  // namespace
}  // namespace gongbao::editor
