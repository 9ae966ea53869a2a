// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <set>

#include "core/akn/read_akn.hpp"
#include "core/akn/write_akn.hpp"
#include "core/document/structure.hpp"
#include "tests/core/document/random_document.hpp"

namespace {

using namespace gongbao::core;

Block block(Role role, std::string label, Runs runs) {
    Block block;
    block.role = role;
    block.label = std::move(label);
    block.runs = std::move(runs);
    return block;
}

std::string xml_of(Blocks body) {
    Document document;
    document.body = std::move(body);
    assign_ids(document);
    return write_akn(document);
}

// The lines of `xml` between <mainBody> and </mainBody>, their common indentation taken away.
std::string body_of(const std::string& xml) {
    constexpr std::string_view kIndent = "      ";
    std::size_t at = xml.find("<mainBody>\n") + 11;
    const std::size_t end = xml.find("    </mainBody>");
    std::string body;
    while (at < end) {
        const std::size_t stop = xml.find('\n', at);
        body += xml.substr(at + kIndent.size(), stop + 1 - at - kIndent.size());
        at = stop + 1;
    }
    return body;
}

TEST(Akn, GivesEveryDocumentBack) {
    for (std::uint64_t seed = 0; seed < 4000; ++seed) {
        const Document document = gongbao::tests::random_document(seed);
        const std::string xml = write_akn(document);
        const Document again = read_akn(xml);
        ASSERT_EQ(again, document) << "seed " << seed << "\n" << xml;
        ASSERT_EQ(write_akn(again), xml) << "seed " << seed;
        ASSERT_EQ(text_digest(again), text_digest(document)) << "seed " << seed;
    }
}

TEST(Akn, NamesTheElementsOfHeadAndImprint) {
    Document document;
    document.preface = {
        block(Role::CopyNumber, "", {text_run("000012")}),
        block(Role::Secrecy, "", {text_run("机密★1年")}),
        block(Role::Urgency, "", {text_run("特急")}),
        block(Role::IssuerMark, "", {text_run("云岭省民政厅"), line_break(), text_run("文件")}),
        block(Role::Signer, "", {text_run("签发人：陆怀舟")})};
    document.conclusions = {block(Role::CopyTo, "", {text_run("抄送：省法院。")})};
    document.annexes = {
        {Annex::Kind::Annex, {block(Role::Imprint, "", {text_run("2026年3月7日印发")})}}};
    assign_ids(document);
    const std::string xml = write_akn(document);
    for (const char* line :
         {"<p eId=\"preface__p_1\" class=\"copy-number\">000012</p>",
          "<p eId=\"preface__p_2\" class=\"secrecy\">机密★1年</p>",
          "<p eId=\"preface__p_3\" class=\"urgency\">特急</p>",
          "<p eId=\"preface__p_4\" class=\"issuer-mark\">云岭省民政厅<eol/>文件</p>",
          "<p eId=\"preface__p_5\" class=\"signer\">签发人：陆怀舟</p>",
          "<p eId=\"conclusions__p_1\" class=\"copy-to\">抄送：省法院。</p>",
          "<paragraph eId=\"att_1__para_1\" class=\"imprint\">"})
        EXPECT_NE(xml.find(line), std::string::npos) << line << "\n" << xml;
    EXPECT_EQ(read_akn(xml), document);
}

TEST(Akn, ReadsLinesOfTheHeadThatAnOlderFileCallsParagraphs) {
    Document document;
    document.preface = {block(Role::Paragraph, "", {text_run("云岭省人民政府文件")})};
    assign_ids(document);
    EXPECT_EQ(read_akn(write_akn(document)).preface.front().role, Role::Paragraph);
}

TEST(Akn, KeepsTheListOfPicturesWithoutTheirBytes) {
    Document document;
    document.media.push_back({"ab12", "image/png", std::make_shared<std::string>("bytes")});
    const Document again = read_akn(write_akn(document));
    ASSERT_EQ(again.media.size(), 1u);
    EXPECT_EQ(again.media[0].digest, "ab12");
    EXPECT_EQ(again.media[0].type, "image/png");
    EXPECT_EQ(again.media[0].bytes, nullptr);
}

TEST(Akn, UsesNoIdTwice) {
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const std::string xml = write_akn(gongbao::tests::random_document(seed));
        std::set<std::string> ids;
        constexpr std::string_view kMark = " eId=\"";
        for (std::size_t at = xml.find(kMark); at != std::string::npos; at = xml.find(kMark, at)) {
            at += kMark.size();
            const std::string id = xml.substr(at, xml.find('"', at) - at);
            EXPECT_TRUE(ids.insert(id).second) << "seed " << seed << ": " << id;
        }
    }
}

TEST(Akn, NestsALawAsAknWantsIt) {
    EXPECT_EQ(body_of(xml_of({block(Role::Chapter, "第一章", {text_run("总则")}),
                              block(Role::Article, "第一条", {text_run("有下列情形之一的：")}),
                              block(Role::Item, "（一）", {text_run("甲；")}),
                              block(Role::Paragraph, "", {text_run("前款……")})})),
              R"(<chapter eId="chp_1">
  <num>第一章</num>
  <heading>总则</heading>
  <article eId="art_1">
    <num>第一条</num>
    <paragraph eId="art_1__para_1">
      <intro>
        <p>有下列情形之一的：</p>
      </intro>
      <point eId="art_1__para_1__point_1">
        <num>（一）</num>
        <content>
          <p>甲；</p>
        </content>
      </point>
    </paragraph>
    <paragraph eId="art_1__para_2">
      <content>
        <p>前款……</p>
      </content>
    </paragraph>
  </article>
</chapter>
)");
}

TEST(Akn, SplitsARunInHeadingFromItsText) {
    EXPECT_EQ(body_of(xml_of({block(
                  Role::Heading2, "（一）",
                  {text_run("加强公开。", Marks{}.add(Mark::Lead)), text_run("聚焦重点。")})})),
              R"(<level eId="lvl_1" class="heading2">
  <num>（一）</num>
  <heading class="lead">加强公开。</heading>
  <content>
    <p>聚焦重点。</p>
  </content>
</level>
)");
}

TEST(Akn, KeepsWhetherALevelStandsAsAHeading) {
    Block level = block(Role::Heading1, "三、", {text_run("是否开展评估？")});
    EXPECT_EQ(body_of(xml_of({level})), R"(<level eId="lvl_1" class="heading1">
  <num>三、</num>
  <content>
    <p>是否开展评估？</p>
  </content>
</level>
)");
    level.heading = true;
    EXPECT_EQ(body_of(xml_of({level})), R"(<level eId="lvl_1" class="heading1">
  <num>三、</num>
  <heading>是否开展评估？</heading>
</level>
)");
    EXPECT_TRUE(read_akn(xml_of({level})).body.front().heading);
}

TEST(Akn, TakesAnOlderFilesHeadingForOne) {
    // Before headings were decided once, items and introductions could be written so: it stands.
    Block item = block(Role::Heading3, "1.", {text_run("甲")});
    item.heading = true;
    Document document;
    document.body = {item, item, item};
    assign_ids(document);
    const Document again = read_akn(write_akn(document));
    EXPECT_EQ(again, document);
    for (const Block& block : again.body) EXPECT_TRUE(stands_as_heading(block));
}

TEST(Akn, NamesPostAndPersonOfASignature) {
    Block signature = block(Role::Signature, "",
                            {text_run("省　长", Marks{}.add(Mark::Post)), text_run("　"),
                             text_run("陆怀舟", Marks{}.add(Mark::PersonName).add(Mark::Bold))});
    Document document;
    document.conclusions = {signature};
    assign_ids(document);
    const std::string xml = write_akn(document);
    for (const char* part :
         {"<signature><role eId=\"conclusions__p_1__role_1\" refersTo=\"#post_conclusions__p_1\">"
          "省　长</role>　<person eId=\"conclusions__p_1__person_1\" "
          "refersTo=\"#person_conclusions__p_1\"><b>陆怀舟</b></person></signature>",
          "<TLCRole eId=\"post_conclusions__p_1\" href=\"/akn/ontology/role/cn/省长\" "
          "showAs=\"省长\"/>",
          "<TLCPerson eId=\"person_conclusions__p_1\" href=\"/akn/ontology/person/cn/陆怀舟\" "
          "showAs=\"陆怀舟\"/>"})
        EXPECT_NE(xml.find(part), std::string::npos) << part << "\n" << xml;
    EXPECT_EQ(read_akn(xml), document);
}

TEST(Akn, WritesMarksBreaksAndNotesInline) {
    const std::string xml =
        xml_of({block(Role::Paragraph, "",
                      {text_run("a<b>&"),
                       line_break(),
                       text_run("粗", Marks{}.add(Mark::Bold).add(Mark::Underline)),
                       text_run("点", Marks{}.add(Mark::Emphasis)),
                       {Inline::Kind::Note, "①", {}, {text_run("注")}}})});
    EXPECT_NE(
        xml.find("<p>a&lt;b&gt;&amp;<eol/><b><u>粗</u></b><inline name=\"emphasis\">点</inline>"
                 "<authorialNote marker=\"①\" placement=\"bottom\"><p>注</p></authorialNote></p>"),
        std::string::npos)
        << xml;
}

TEST(Akn, WritesAReadingOverItsCharacters) {
    const std::string xml =
        xml_of({block(Role::Paragraph, "",
                      {text_run("王"), ruby("喆", "zhé", Marks{}.add(Mark::Bold)),
                       ruby("犇", "bēn"), text_run("。")})});
    EXPECT_NE(xml.find("<p>王<b><inline name=\"ruby\"><inline name=\"rb\">喆</inline>"
                       "<inline name=\"rt\">zhé</inline></inline></b>"
                       "<inline name=\"ruby\"><inline name=\"rb\">犇</inline>"
                       "<inline name=\"rt\">bēn</inline></inline>。</p>"),
              std::string::npos)
        << xml;
}

TEST(Akn, GivesReadingsBackWhereverRunsStand) {
    const Runs runs{text_run("王"), ruby("喆", "zhé"),
                    ruby("云岭", "yún lǐng", Marks{}.add(Mark::Emphasis))};
    Document document;
    document.preface = {block(Role::Title, "", runs)};
    document.body = {block(Role::Heading1, "一、", runs), block(Role::Article, "第一条", runs),
                     block(Role::Paragraph, "", {{Inline::Kind::Note, "①", {}, runs}})};
    Block table = block(Role::Table, "", {});
    table.table = Table{{}, {Row{{Cell{{runs}, 1, 1, false, {}}}, false}}};
    document.body.push_back(table);
    assign_ids(document);
    EXPECT_EQ(read_akn(write_akn(document)), document);
}

TEST(Akn, KeepsSpacesAndEmptyRunsApart) {
    Document document;
    document.body = {
        block(Role::Paragraph, "",
              {text_run("\u3000 "), text_run(""), text_run(" \n\t甲 "), text_run("乙")})};
    assign_ids(document);
    EXPECT_EQ(read_akn(write_akn(document)), document);
}

TEST(Akn, NamesTheDocumentByItsNumber) {
    Document document;
    document.meta.number = "云府发〔2026〕3号";
    document.meta.written = Date{2026, 2, 1};
    const std::string xml = write_akn(document);
    EXPECT_NE(xml.find("<FRBRuri value=\"/akn/cn/doc/2026-02-01/云府发-2026-3\"/>"),
              std::string::npos);
    EXPECT_NE(xml.find("<FRBRnumber value=\"云府发〔2026〕3号\"/>"), std::string::npos);
}

TEST(Akn, ReadsAForeignIndentationToo) {
    Document document;
    document.body = {block(Role::Heading1, "一、", {text_run("总体要求")}),
                     block(Role::Paragraph, "", {text_run("甲")})};
    assign_ids(document);
    std::string xml = write_akn(document);
    for (std::size_t at = xml.find('\n'); at != std::string::npos; at = xml.find('\n', at + 3))
        xml.replace(at, 1, "\r\n\t");
    EXPECT_EQ(read_akn(xml), document);
}

}  // namespace
