// SPDX-License-Identifier: Apache-2.0
#include "archive/feed/xml_writer.hpp"

#include <gtest/gtest.h>

namespace gongbao::archive {
namespace {

TEST(XmlWriter, WritesOneElementALine) {
    XmlWriter xml;
    xml.open("feed", {{"xml:lang", "zh-CN"}}).text("title", "公报").empty("link").close();
    EXPECT_EQ(xml.take(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xml:lang=\"zh-CN\">\n"
              "  <title>公报</title>\n  <link/>\n</feed>\n");
}

TEST(XmlWriter, EscapesTextAndAttributes) {
    XmlWriter xml;
    xml.text("a", "<b>&\"'", {{"href", "?x=1&y=\"<"}});
    EXPECT_NE(xml.take().find("<a href=\"?x=1&amp;y=&quot;&lt;\">&lt;b&gt;&amp;&quot;'</a>"),
              std::string::npos);
}

TEST(XmlWriter, LeavesOutWhatXmlCannotHold) {
    EXPECT_EQ(escape_xml(std::string_view("甲\0\x01\x1F乙\uFFFE\uFFFF丙\t\n", 20)), "甲乙丙\t\n");
    EXPECT_EQ(escape_xml("\U0001F600"), "\U0001F600");
}

}  // namespace
}  // namespace gongbao::archive
