// SPDX-License-Identifier: Apache-2.0
// Pages made to take memory and time: refused at once, with words.
#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "editor/intake/html/measure.hpp"
#include "editor/intake/html/parse.hpp"
#include "editor/intake/html/read_html.hpp"

namespace gongbao::editor {
namespace {

std::string times(int count, const std::string& part) {
    std::string text;
    for (int i = 0; i < count; ++i) text += part;
    return text;
}

class CostlyPage : public testing::TestWithParam<const char*> {};

TEST_P(CostlyPage, IsRefused) {
    core::Diagnostics findings;
    const std::string html = "<html><body>甲" + times(20000, GetParam());
    try {
        read_html({"page.html", html}, findings);
        FAIL() << "read";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), core::ErrorKind::TooLarge);
    }
}

INSTANTIATE_TEST_SUITE_P(HtmlReader, CostlyPage,
                         testing::Values("<div title=\"</div>\">", "<div title='</div>'>",
                                         "<div title=\n\"</div>\">", "<div a=b\"</div>\">",
                                         "<div><!-- </div> -->", "<div><script>'</div>'</script>",
                                         "<div><script><!--<script></script></div>--></script>",
                                         "<div><textarea></div></textarea>", "<b><div></b>",
                                         "<div><table></div></table>", "<span><div></span>",
                                         "<div><select></div></select>", "<svg><style><g>",
                                         "<svg><![CDATA[ </svg> ]]>", "<div><? </div> ?",
                                         "<a href=x><table>"));

TEST(HtmlMeasure, CountsWhatTheParserWouldKeepOpen) {
    EXPECT_LT(html::measure(times(5000, "<p>甲<br>"), 9000).depth, 10u);
    EXPECT_LT(html::measure(times(5000, "<div><b>甲</b></div>"), 9000).depth, 10u);
    EXPECT_LT(html::measure(times(5000, "<script>if(a<b){'<div>'}</script>"), 9000).depth, 10u);
    EXPECT_LT(html::measure(times(5000, "<!-- <div> -->"), 9000).depth, 10u);
    EXPECT_LT(html::measure(times(5000, "<svg><path/><g></g></svg>"), 9000).depth, 10u);
    EXPECT_EQ(html::measure("<p a b=1 c='x y' d=\"<p>\" e = 2>", 9000).attributes, 5u);
}

TEST(HtmlTree, TakesNoMoreMemoryThanItMay) {
    std::string reopened;
    for (int i = 0; i < 600; ++i) reopened += "<p><b id=" + std::to_string(i) + ">甲";
    EXPECT_THROW(html::Tree(reopened, std::size_t{8} << 20), core::Error);
    EXPECT_NO_THROW(html::Tree(times(1000, "<p>甲</p>"), std::size_t{8} << 20));
    EXPECT_THROW(html::Tree("<p " +
                            [] {
                                std::string attributes;
                                for (int i = 0; i < 2000; ++i)
                                    attributes += "a" + std::to_string(i) + "=1 ";
                                return attributes;
                            }() +
                            ">甲"),
                 core::Error);
}

TEST(HtmlReader, HostileStyleSheetIsLeftUnread) {
    std::string sheet;
    std::string classes;
    for (int i = 0; i < 15000; ++i) sheet += ".c" + std::to_string(i) + " div p{display:none}";
    for (int i = 0; i < 900; ++i) classes += "c" + std::to_string(i) + " ";
    core::Diagnostics findings;
    read_html({"page.html", "<style>" + sheet + "</style><div class='" + classes + "'><div>" +
                                times(3000, "<p>甲</p>") + "</div></div>乙"},
              findings);
    bool told = false;
    for (const auto& finding : findings) told = told || finding.message.id == "intake.style_unread";
    EXPECT_TRUE(told);
}

}  // namespace
}  // namespace gongbao::editor
