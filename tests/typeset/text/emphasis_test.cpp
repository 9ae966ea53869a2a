// SPDX-License-Identifier: Apache-2.0
// 着重号: a dot below each Han character, wherever it stands. Beside readings: ruby_test.cpp.
#include <gtest/gtest.h>

#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using core::text_run;
using tests::document_of;
using tests::profile_named;

const core::Marks kDots = core::Marks{}.add(core::Mark::Emphasis);
constexpr Length kEm = pt(10.5);  // of the gazette's body

core::Block paragraph(core::Runs runs) {
    core::Block block = tests::block(Role::Paragraph, "");
    block.runs = std::move(runs);
    return block;
}

LaidOut set(const core::Blocks& body) {
    return tests::lay_out(document_of("关于着重号的通知", body), profile_named("gongbao"));
}

TEST(Emphasis, HasADotBelowTheMiddleOfEachHanCharacter) {
    const LaidOut out =
        set({paragraph({text_run("甲"), text_run("不得推诿，扯皮 ABC", kDots), text_run("。")})});
    const Page& page = out.layout.pages[0];
    ASSERT_EQ(page.dots.size(), 6u) << "none below marks, spaces and letters";
    const tests::SeenLine line = tests::line_with(out.layout, "不得推诿");
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(page.dots[i].centre.x, line.x + static_cast<Length>(i + 1) * kEm + kEm / 2);
        EXPECT_GT(page.dots[i].centre.y - page.dots[i].radius, line.y + kEm * 12 / 100)
            << "below the character";
        EXPECT_LT(page.dots[i].centre.y + page.dots[i].radius,
                  line.y + profile_named("gongbao").line - kEm * 88 / 100);
    }
}

TEST(Emphasis, IsDrawnInTablesAndNotesToo) {
    core::Block table = tests::table({{"甲", "乙"}, {"1", "2"}}, 1);
    table.table->rows[1].cells[0].paragraphs = {{text_run("丙丁", kDots)}};
    const LaidOut out =
        set({table, paragraph({text_run("见注"),
                               {core::Inline::Kind::Note, "①", {}, {text_run("戊", kDots)}}})});
    EXPECT_EQ(out.layout.pages[0].dots.size(), 3u);
}

}  // namespace
}  // namespace gongbao::typeset
