// SPDX-License-Identifier: Apache-2.0
// Documents nobody should write: a paragraph of a megabyte, a word of a hundred kilobytes, forty
// levels of lists, headings longer than a page. Every word stays on the pages, within a time that
// grows with the text.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::han;
using tests::profile_named;

bool found(const LaidOut& out, std::string_view id) {
    return std::any_of(out.layout.findings.begin(), out.layout.findings.end(),
                       [&](const core::Diagnostic& d) { return d.message.id == id; });
}

// Lays out in both kinds of profile: every word is there, nothing is .notdef, every line within the
// page.
LaidOut check(const core::Document& document, const char* name = "gongbao") {
    const Profile& profile = profile_named(name);
    LaidOut out = tests::lay_out(document, profile);
    EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(document)));
    for (const PlacedGlyph& glyph : out.layout.glyphs) EXPECT_NE(glyph.glyph, 0u);
    for (const Page& page : out.layout.pages)
        for (const PlacedLine& line : page.lines) {
            EXPECT_GE(line.x, 0);
            EXPECT_LE(line.x + line.width, out.layout.page_width);
            EXPECT_LE(line.y, out.layout.page_height);
        }
    return out;
}

TEST(BadInput, SetsAParagraphOfAMegabyteInTimeThatGrowsWithIt) {
    const auto paragraph = [](std::size_t characters) {
        std::string text;
        while (text.size() < characters * 3)
            text += han(17) + "，" + han(23) + "（2026年第38号）" + han(9) + "。";
        return tests::document("长段", {text});
    };
    check(paragraph(350000));
    const double quarter = tests::processor_seconds_for(paragraph(87500));
    const double whole = tests::processor_seconds_for(paragraph(350000));
    EXPECT_LT(whole, 8 * quarter + 0.2) << "quarter: " << quarter << " s";
    EXPECT_LT(whole, 20);
}

TEST(BadInput, CutsAWordOfAHundredKilobytesAndSaysSo) {
    EXPECT_TRUE(found(check(tests::document("长词", {"甲" + std::string(100000, 'x') + "乙"})),
                      "typeset.run_too_wide"));
    EXPECT_TRUE(found(check(tests::document("长数", {std::string(20000, '7')}), "gongwen"),
                      "typeset.run_too_wide"));
    std::string dashes;
    for (int i = 0; i < 2000; ++i) dashes += "—";
    check(tests::document("长线", {dashes}));
    std::string marks;
    for (int i = 0; i < 5000; ++i) marks += "、";
    check(tests::document("标点", {marks}));
}

TEST(BadInput, SetsAHeadingLongerThanAPage) {
    core::Blocks body{tests::block(Role::Heading1, han(4000), "一、"),
                      tests::block(Role::Paragraph, han(30))};
    check(tests::document_of(han(3000), body));
    check(tests::document_of(han(3000), body), "gongwen");
}

TEST(BadInput, SetsForgottenAndEmptyDocuments) {
    check(tests::document("", {}));
    check(tests::document("只有标题", {}));
    check(tests::document("", {"", "", ""}));
    core::Document empty;
    check(empty);
    core::Block note;
    note.role = Role::Paragraph;
    core::Inline mark;
    mark.kind = core::Inline::Kind::Note;
    mark.text = "①";
    mark.note = {core::text_run(han(300))};
    note.runs = {mark, mark, mark};
    const LaidOut out = tests::lay_out(tests::document_of("", {note}), profile_named("gongbao"));
    EXPECT_GE(tests::words_of(out.layout).size(), 3 * 900u) << "the notes' words";
}

TEST(BadInput, SetsAThousandLineBreaks) {
    core::Block block;
    for (int i = 0; i < 1000; ++i) {
        block.runs.push_back(core::text_run("行"));
        block.runs.push_back(core::line_break());
    }
    check(tests::document_of("多行", {block}));
    block.runs.clear();
    for (int i = 0; i < 1000; ++i) block.runs.push_back(core::line_break());
    check(tests::document_of("空行", {block}));
}

TEST(BadInput, SetsAScriptAndARunForEveryCharacter) {
    core::Block block;
    const std::vector<std::string> pieces = {"国", "a", "ש", "ن",      "न",      "ส",
                                             "，", "1", "བ", "\u0301", "\u200B", "（"};
    for (std::size_t i = 0; i < 6000; ++i)
        block.runs.push_back(
            core::text_run(pieces[i % pieces.size()], {static_cast<std::uint8_t>(i % 3)}));
    check(tests::document_of("多文种", {block}));
}

TEST(BadInput, SetsNarrowColumnsOfLongWords) {
    std::vector<std::vector<std::string>> rows(3, std::vector<std::string>(40));
    for (auto& row : rows)
        for (std::string& cell : row) cell = "甲abcdefghijklmnop乙，1234567890";
    const LaidOut out = tests::lay_out(tests::document_of("窄表", {tests::table(rows, 1)}),
                                       profile_named("gongbao"));
    for (const PlacedGlyph& glyph : out.layout.glyphs) EXPECT_NE(glyph.glyph, 0u);
}

TEST(BadInput, SetsFortyLevels) {
    core::Blocks body;
    const Role roles[] = {Role::Heading1, Role::Heading2, Role::Heading3,
                          Role::Heading4, Role::Item,     Role::SubItem};
    for (int i = 0; i < 240; ++i)
        body.push_back(tests::block(roles[i % 6], han(3),
                                    std::string(i % 40, '(') + "1" + std::string(i % 40, ')')));
    check(tests::document_of("层级", body));
}

}  // namespace
}  // namespace gongbao::typeset
