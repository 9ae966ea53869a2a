// SPDX-License-Identifier: Apache-2.0
#include "core/xml/xml_writer.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "core/xml/escape.hpp"

namespace gongbao::core {
namespace {

TEST(XmlWriter, WritesOneElementALine) {
    XmlWriter xml;
    xml.open("feed", {{"xml:lang", "zh-CN"}}).element("title", "公报").empty("link").close();
    EXPECT_EQ(xml.take(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xml:lang=\"zh-CN\">\n"
              "  <title>公报</title>\n  <link/>\n</feed>\n");
}

TEST(XmlWriter, AddsNothingInsideMixedContent) {
    XmlWriter xml;
    xml.open_mixed("p").text("甲").open("b").text("乙").close().text("\t丙").close();
    EXPECT_EQ(xml.take(), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p>甲<b>乙</b>&#9;丙</p>\n");
}

TEST(XmlWriter, EscapesReadableTextAndAttributes) {
    XmlWriter xml(XmlWriter::Words::Readable);
    xml.element("a", "<b>&\"'\n", {{"href", "?x=1&y=\"<"}});
    EXPECT_NE(xml.take().find("<a href=\"?x=1&amp;y=&quot;&lt;\">&lt;b&gt;&amp;&quot;'\n</a>"),
              std::string::npos);
}

TEST(XmlWriter, RefusesOrLeavesOutWhatXmlCannotHold) {
    EXPECT_THROW(XmlWriter().element("a", "\x01"), Error);
    XmlWriter readable(XmlWriter::Words::Readable);
    EXPECT_NE(readable.element("a", "甲\x01").take().find("<a>甲</a>"), std::string::npos);
}

TEST(Escape, LeavesOutWhatXmlCannotHold) {
    EXPECT_EQ(escape_xml(std::string_view("甲\0\x01\x1F乙\uFFFE\uFFFF丙\t\n", 20)), "甲乙丙\t\n");
    EXPECT_EQ(escape_xml("\U0001F600"), "\U0001F600");
}

TEST(Escape, KeepsWhiteSpaceFromBeingFolded) {
    EXPECT_EQ(escape_xml_exactly("\"\t\r\n", false), "\"&#9;&#13;&#10;");
    EXPECT_EQ(escape_xml_exactly("\"&", true), "&quot;&amp;");
}

TEST(Escape, MakesHtmlSafeInTextAndAttributes) {
    EXPECT_EQ(escape_html("<a b=\"c\" d='e'>&"), "&lt;a b=&quot;c&quot; d=&#39;e&#39;&gt;&amp;");
}

}  // namespace
}  // namespace gongbao::core
