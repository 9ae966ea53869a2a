// SPDX-License-Identifier: Apache-2.0
// Footnotes: on the page of their mark, in their order, and going on where a page has no room for all of one.
#include <gtest/gtest.h>

#include <map>

#include "core/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::document_of;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

core::Inline note(const std::string& mark, const std::string& words) {
    core::Inline made;
    made.kind = core::Inline::Kind::Note;
    made.text = mark;
    made.note.push_back(core::text_run(words));
    return made;
}

core::Block noted(const std::string& words, const std::string& mark, const std::string& text) {
    core::Block block = tests::block(Role::Paragraph, words);
    block.runs.push_back(note(mark, text));
    block.runs.push_back(core::text_run("完。"));
    return block;
}

std::string words_of_notes(const Layout& layout) {
    std::string words;
    for (const auto& line : lines_of(layout))
        if (line.tag == Tag::Note) words += line.words;
    return core::without_spaces(words);
}

void expect_inside(const Layout& layout, const Profile& profile) {
    std::map<std::size_t, Length> text;
    std::map<std::size_t, Length> notes;
    for (const auto& line : lines_of(layout)) {
        if (line.tag == Tag::Artifact) continue;
        EXPECT_LE(line.y, profile.top + profile.text_height() + pt(1)) << line.words;
        if (line.tag != Tag::Note) text[line.page] = std::max(text[line.page], line.y);
        else notes.emplace(line.page, line.y);
    }
    for (const auto& [page, y] : notes)
        EXPECT_GT(y, text.count(page) != 0 ? text[page] : 0) << "notes stand below the text of page " << page;
}

TEST(Footnote, GoesOnOnTheNextPageWhereThePageHasNoRoom) {
    for (const std::size_t above : {3u, 20u, 36u, 38u}) {
        core::Blocks body;
        for (std::size_t i = 0; i < above; ++i) body.push_back(tests::block(Role::Paragraph, han(20)));
        const std::string text = han(2900);
        body.push_back(noted("有注", "①", text));
        for (int i = 0; i < 60; ++i) body.push_back(tests::block(Role::Paragraph, han(20)));
        const LaidOut out = tests::lay_out(document_of("关于脚注的通知", body), profile_named("gongbao"));
        EXPECT_EQ(words_of_notes(out.layout), "①" + text) << above;
        expect_inside(out.layout, profile_named("gongbao"));
        std::map<std::size_t, int> lines;
        for (const auto& line : lines_of(out.layout))
            if (line.tag == Tag::Note) ++lines[line.page];
        EXPECT_GE(lines.size(), 2u);
        EXPECT_EQ(lines.begin()->first, line_with(out.layout, "有注").page) << above;
        for (const auto& [page, count] : lines) EXPECT_GE(count, 2) << above << " page " << page;
    }
}

TEST(Footnote, LongerThanAPageLeavesNoHeadingAlone) {
    const std::string text = han(5000);
    core::Blocks body{tests::block(Role::Heading1, "总体要求", "一、"), noted("有注", "①", text)};
    for (int i = 0; i < 60; ++i) body.push_back(tests::block(Role::Paragraph, han(20)));
    const LaidOut out = tests::lay_out(document_of("关于脚注的通知", body), profile_named("gongbao"));
    EXPECT_EQ(line_with(out.layout, "总体要求").page, line_with(out.layout, "有注").page);
    EXPECT_EQ(words_of_notes(out.layout), "①" + text);
    expect_inside(out.layout, profile_named("gongbao"));
}

TEST(Footnote, IsSetToItsEndWhenTheTextEndsBefore) {
    const std::string text = han(6000);
    const LaidOut out =
        tests::lay_out(document_of("关于脚注的通知", {noted("有注", "①", text)}), profile_named("gongbao"));
    EXPECT_EQ(words_of_notes(out.layout), "①" + text);
    expect_inside(out.layout, profile_named("gongbao"));
}

TEST(Footnote, StandsWithManyOthersOnThePageOfItsMark) {
    core::Blocks body;
    std::string all;
    const char* marks[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
    for (int i = 0; i < 40; ++i) {
        const std::string text = "注" + std::to_string(100 + i) + han(static_cast<std::size_t>(10 + 7 * (i % 13)));
        body.push_back(noted("段" + std::to_string(100 + i) + han(30), marks[i % 10], text));
        all += marks[i % 10] + text;
    }
    const LaidOut out = tests::lay_out(document_of("关于脚注的通知", body), profile_named("gongbao"));
    EXPECT_EQ(words_of_notes(out.layout), all);
    expect_inside(out.layout, profile_named("gongbao"));
    for (int i = 0; i < 40; ++i) {
        const std::string number = std::to_string(100 + i);
        EXPECT_EQ(line_with(out.layout, "注" + number).page, line_with(out.layout, "段" + number).page) << i;
    }
}

TEST(Footnote, OfATableStandsOnThePageOfItsRow) {
    std::vector<std::vector<std::string>> rows{{"名", "数"}};
    for (int i = 1; i <= 80; ++i) rows.push_back({"行" + std::to_string(i), "5"});
    core::Block table = tests::table(rows, 1);
    table.table->rows[5].cells[0].paragraphs[0].push_back(note("①", "甲注"));
    table.table->rows[70].cells[1].paragraphs[0].push_back(note("②", "乙注"));
    const LaidOut out = tests::lay_out(document_of("关于脚注的通知", {table}), profile_named("gongbao"));
    EXPECT_EQ(words_of_notes(out.layout), "①甲注②乙注");
    EXPECT_EQ(line_with(out.layout, "甲注").page, line_with(out.layout, "行5").page);
    EXPECT_EQ(line_with(out.layout, "乙注").page, line_with(out.layout, "行70").page);
    expect_inside(out.layout, profile_named("gongbao"));
}

}  // namespace
}  // namespace gongbao::typeset
