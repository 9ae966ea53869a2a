// SPDX-License-Identifier: Apache-2.0
// Footnotes: on the page of their mark, in their order, and going on where a page has no room for
// all of one.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
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
        if (line.tag != Tag::Note)
            text[line.page] = std::max(text[line.page], line.y);
        else
            notes.emplace(line.page, line.y);
    }
    for (const auto& [page, y] : notes)
        EXPECT_GT(y, text.count(page) != 0 ? text[page] : 0)
            << "notes stand below the text of page " << page;
}

TEST(Footnote, GoesOnOnTheNextPageWhereThePageHasNoRoom) {
    for (const std::size_t above : {3u, 20u, 36u, 38u}) {
        core::Blocks body;
        for (std::size_t i = 0; i < above; ++i)
            body.push_back(tests::block(Role::Paragraph, han(20)));
        const std::string text = han(2900);
        body.push_back(noted("有注", "①", text));
        for (int i = 0; i < 60; ++i) body.push_back(tests::block(Role::Paragraph, han(20)));
        const LaidOut out =
            tests::lay_out(document_of("关于脚注的通知", body), profile_named("gongbao"));
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
    const LaidOut out =
        tests::lay_out(document_of("关于脚注的通知", body), profile_named("gongbao"));
    EXPECT_EQ(line_with(out.layout, "总体要求").page, line_with(out.layout, "有注").page);
    EXPECT_EQ(words_of_notes(out.layout), "①" + text);
    expect_inside(out.layout, profile_named("gongbao"));
}

TEST(Footnote, IsSetToItsEndWhenTheTextEndsBefore) {
    const std::string text = han(6000);
    const LaidOut out = tests::lay_out(document_of("关于脚注的通知", {noted("有注", "①", text)}),
                                       profile_named("gongbao"));
    EXPECT_EQ(words_of_notes(out.layout), "①" + text);
    expect_inside(out.layout, profile_named("gongbao"));
}

TEST(Footnote, StandsWithManyOthersOnThePageOfItsMark) {
    core::Blocks body;
    std::string all;
    const char* marks[] = {"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩"};
    for (int i = 0; i < 40; ++i) {
        const std::string text =
            "注" + std::to_string(100 + i) + han(static_cast<std::size_t>(10 + 7 * (i % 13)));
        body.push_back(noted("段" + std::to_string(100 + i) + han(30), marks[i % 10], text));
        all += marks[i % 10] + text;
    }
    const LaidOut out =
        tests::lay_out(document_of("关于脚注的通知", body), profile_named("gongbao"));
    EXPECT_EQ(words_of_notes(out.layout), all);
    expect_inside(out.layout, profile_named("gongbao"));
    for (int i = 0; i < 40; ++i) {
        const std::string number = std::to_string(100 + i);
        EXPECT_EQ(line_with(out.layout, "注" + number).page,
                  line_with(out.layout, "段" + number).page)
            << i;
    }
}

TEST(Footnote, OfATableStandsOnThePageOfItsRow) {
    std::vector<std::vector<std::string>> rows{{"名", "数"}};
    for (int i = 1; i <= 80; ++i) rows.push_back({"行" + std::to_string(i), "5"});
    core::Block table = tests::table(rows, 1);
    table.table->rows[5].cells[0].paragraphs[0].push_back(note("①", "甲注"));
    table.table->rows[70].cells[1].paragraphs[0].push_back(note("②", "乙注"));
    const LaidOut out =
        tests::lay_out(document_of("关于脚注的通知", {table}), profile_named("gongbao"));
    EXPECT_EQ(words_of_notes(out.layout), "①甲注②乙注");
    EXPECT_EQ(line_with(out.layout, "甲注").page, line_with(out.layout, "行5").page);
    EXPECT_EQ(line_with(out.layout, "乙注").page, line_with(out.layout, "行70").page);
    expect_inside(out.layout, profile_named("gongbao"));
}

// A note in the signature, the number, a caption, a cell: wherever a mark may stand.
core::Document noted_everywhere() {
    const auto with_note = [](core::Block block, const char* mark, const char* text) {
        block.runs.push_back(note(mark, text));
        return block;
    };
    core::Block table = tests::table({{"名", "数"}, {"行", "5"}}, 1);
    table.table->rows[1].cells[0].paragraphs[0].push_back(note("④", "格注"));
    core::Document document = document_of("关于脚注的通知", {});
    document.preface.push_back(
        with_note(tests::block(Role::Number, "云政发〔2026〕3号"), "①", "号注"));
    document.body = {noted("有注", "②", "段注"),
                     with_note(tests::block(Role::Caption, "表1　概况"), "③", "题注"), table,
                     with_note(tests::block(Role::Item, "甲种情形。", "（一）"), "⑤", "项注")};
    document.conclusions = {with_note(tests::block(Role::Signature, "云岭省人民政府"), "⑥", "署注"),
                            with_note(tests::block(Role::Date, "2026年4月3日"), "⑦", "期注"),
                            with_note(tests::block(Role::CopyTo, "抄送：各局。"), "⑧", "送注")};
    core::decide_structure(document);
    core::assign_ids(document);
    return document;
}

TEST(Footnote, IsSetWhereverItsMarkStands) {
    for (const char* profile : {"gongbao", "gongwen", "gongwen-letter", "large-print", "proof"}) {
        const LaidOut out = tests::lay_out(noted_everywhere(), profile_named(profile));
        const std::string words = words_of_notes(out.layout);
        for (const char* text :
             {"①号注", "②段注", "③题注", "④格注", "⑤项注", "⑥署注", "⑦期注", "⑧送注"})
            EXPECT_NE(words.find(text), std::string::npos) << profile << " " << text;
        expect_inside(out.layout, profile_named(profile));
    }
}

struct FoundLink {
    std::size_t page = 0;
    PlacedLink link;
    Target target;
};

std::optional<FoundLink> link_saying(const Layout& layout, const std::string& contents) {
    for (std::size_t page = 0; page < layout.pages.size(); ++page)
        for (const PlacedLink& link : layout.pages[page].links)
            if (link.contents == contents)
                return FoundLink{page, link, layout.targets[link.target]};
    return {};
}

TEST(Footnote, IsReachedFromItsMarkAndLeadsBack) {
    for (const char* profile : {"gongbao", "gongwen", "large-print"}) {
        const LaidOut out = tests::lay_out(noted_everywhere(), profile_named(profile));
        const Layout& layout = out.layout;
        for (const auto& [mark, text] : std::map<std::string, std::string>{{"①", "号注"},
                                                                           {"②", "段注"},
                                                                           {"③", "题注"},
                                                                           {"④", "格注"},
                                                                           {"⑤", "项注"},
                                                                           {"⑥", "署注"},
                                                                           {"⑦", "期注"}}) {
            const auto to = link_saying(layout, "脚注" + mark);
            const auto back = link_saying(layout, "正文中的脚注" + mark);
            ASSERT_TRUE(to && back) << profile << mark;
            const auto line = line_with(layout, text);
            EXPECT_EQ(to->target.page, line.page);
            EXPECT_LT(std::abs(to->target.y - line.y), pt(20)) << profile << mark;
            EXPECT_EQ(back->target.page, to->page);
            // A row's or a head's notes lead to the whole of it.
            EXPECT_LE(back->target.y, to->link.rect.y + to->link.rect.height) << profile << mark;
            const Node& link = layout.nodes[to->link.node];
            EXPECT_EQ(link.tag, Tag::Link);
            EXPECT_EQ(layout.nodes[link.parent].tag, Tag::Reference);
            const Node& label = layout.nodes[layout.nodes[back->link.node].parent];
            EXPECT_EQ(label.tag, Tag::Lbl);
            EXPECT_EQ(layout.nodes[label.parent].tag, Tag::Note);
        }
    }
}

TEST(Footnote, OfATurnedTableIsReachedWhereItStands) {
    std::vector<std::string> head{"地区"};
    std::vector<std::string> row{"澜城"};
    for (int i = 1; i < 18; ++i) {
        head.push_back("列" + std::to_string(i));
        row.push_back(std::to_string(1000 + i) + ".25");
    }
    core::Block table = tests::table({head, row, row}, 1);
    table.table->rows[2].cells[3].paragraphs[0].push_back(note("①", "横注"));
    const LaidOut out =
        tests::lay_out(document_of("关于脚注的通知", {table}), profile_named("gongbao"));
    const auto to = link_saying(out.layout, "脚注①");
    const auto back = link_saying(out.layout, "正文中的脚注①");
    ASSERT_TRUE(to && back);
    const Page& page = out.layout.pages[to->page];
    const auto mark =
        std::find_if(page.lines.begin(), page.lines.end(),
                     [&](const PlacedLine& line) { return line.node == to->link.node; });
    ASSERT_NE(mark, page.lines.end());
    ASSERT_TRUE(mark->turned);
    EXPECT_EQ(to->link.rect.height, mark->width) << "it reads upwards";
    EXPECT_EQ(to->link.rect.y + to->link.rect.height, mark->y);
    EXPECT_LT(to->link.rect.x, mark->x);
    EXPECT_EQ(back->target.page, to->page);
}

TEST(Footnote, OfARepeatedTableHeadIsLinkedOnce) {
    std::vector<std::vector<std::string>> rows{{"名", "数"}};
    for (int i = 1; i <= 80; ++i) rows.push_back({"行" + std::to_string(i), "5"});
    core::Block table = tests::table(rows, 1);
    table.table->rows[0].cells[0].paragraphs[0].push_back(note("①", "头注"));
    const LaidOut out =
        tests::lay_out(document_of("关于脚注的通知", {table}), profile_named("gongbao"));
    std::size_t links = 0;
    for (const Page& page : out.layout.pages)
        for (const PlacedLink& link : page.links) links += link.contents == "脚注①" ? 1 : 0;
    EXPECT_EQ(links, 1u);
    EXPECT_EQ(words_of_notes(out.layout), "①头注");
}

}  // namespace
}  // namespace gongbao::typeset
