// SPDX-License-Identifier: Apache-2.0
// Lines of an annual index: words, leader, places; and the note at the end of an offprint.
#include <gtest/gtest.h>

#include <map>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using tests::block;
using tests::document;
using tests::document_of;
using tests::fonts;
using tests::han;
using tests::lines_of;
using tests::profile_named;
using tests::SeenLine;

core::Block entry(const std::string& words, const std::string& locator) {
    core::Block made = block(core::Role::Contents, words + "　");
    made.runs.push_back(core::text_run(locator, core::Marks{}.add(core::Mark::Locator)));
    return made;
}

// `count` places, each in another issue.
std::string places(int count) {
    std::string text;
    for (int i = 1; i <= count; ++i)
        text +=
            (i > 1 ? "、第" : "第") + std::to_string(i) + "期第" + std::to_string(100 + i) + "页";
    return text;
}

core::Document sample_index() {
    return document_of(
        "2026年总目录",
        {block(core::Role::Heading1, "栏目索引", "一、"), block(core::Role::Heading2, "省政府文件"),
         entry("短标题", places(1)), entry(han(60), places(1)), entry(han(41), places(2)),
         entry(han(30), places(25)), entry("人事任免", places(12))});
}

LaidOut laid_out(const core::Document& index) {
    return tests::lay_out(index, profile_named("gongbao"));
}

// Lines that are places, in printed order.
std::vector<SeenLine> places_in(const Layout& layout) {
    std::vector<SeenLine> found;
    for (const SeenLine& line : lines_of(layout))
        if (line.tag == Tag::P && core::starts_with(line.words, "第")) found.push_back(line);
    return found;
}

TEST(IndexEntry, KeepsEveryCharacterOnceInOrder) {
    const core::Document index = sample_index();
    std::string words;
    core::for_each_block(index, [&](const core::Block& one) { words += core::plain_text(one); });
    EXPECT_EQ(tests::words_of(laid_out(index).layout), core::without_spaces(words));
}

TEST(IndexEntry, EndsAtTheRightEdgeAndIsNeverBrokenInsideAPlace) {
    const LaidOut out = laid_out(sample_index());
    const Profile& profile = profile_named("gongbao");
    const auto found = places_in(out.layout);
    ASSERT_EQ(found.size(), 1u + 1u + 2u + 25u + 12u);
    for (std::size_t i = 0; i < found.size(); ++i) {
        const SeenLine& place = found[i];
        EXPECT_TRUE(core::ends_with(place.words, "页") || core::ends_with(place.words, "页、"))
            << place.words;
        const bool ends_line = i + 1 == found.size() || found[i + 1].y != place.y;
        const Length edge = profile.inner + profile.text_width();
        EXPECT_EQ(place.x + place.width, ends_line ? edge : found[i + 1].x) << place.words;
    }
}

TEST(IndexEntry, LeavesNoPlaceOnAnotherPageThanItsWords) {
    core::Blocks body;
    for (int i = 0; i < 70; ++i)
        body.push_back(entry(han(static_cast<std::size_t>(30 + i)), places(6)));
    const LaidOut out = laid_out(document_of("总目录", body));
    std::map<NodeId, std::size_t> page_of;
    for (const SeenLine& line : lines_of(out.layout))
        EXPECT_TRUE(line.tag != Tag::P ||
                    page_of.emplace(line.node, line.page).first->second == line.page)
            << line.words;
    EXPECT_GT(out.layout.pages.size(), 2u);
}

TEST(IndexEntry, IsATableOfContentsToThoseWhoHearIt) {
    const LaidOut out = laid_out(sample_index());
    const Layout& layout = out.layout;
    for (const SeenLine& place : places_in(layout)) {
        const NodeId item = layout.nodes[place.node].parent;
        EXPECT_EQ(layout.nodes[item].tag, Tag::TOCI);
        EXPECT_EQ(layout.nodes[layout.nodes[item].parent].tag, Tag::TOC);
    }
    for (const SeenLine& line : lines_of(layout))
        EXPECT_TRUE(line.words.find("··") == std::string::npos || line.tag == Tag::Artifact)
            << line.words;
}

TEST(Offprint, SaysWhereItsDocumentStandsOnEveryPageAndAtItsEnd) {
    const core::Document one = document("关于工作的通知", std::vector<std::string>(60, han(80)));
    const std::string citation = "《云岭省人民政府公报》2026年第4期（总第604期）第12—15页";
    Job job;
    job.items = {{&one, {}}};
    job.citation = citation;
    job.date = {2026, 4, 30};
    const LaidOut out = lay_out(job, profile_named("gongbao"), fonts());
    ASSERT_GT(out.layout.pages.size(), 2u);
    std::vector<int> heads(out.layout.pages.size());
    std::string end;
    for (const SeenLine& line : lines_of(out.layout)) {
        if (line.tag == Tag::Artifact && core::without_spaces(line.words) == citation)
            ++heads[line.page];
        if (line.page + 1 == out.layout.pages.size() && line.tag == Tag::P) end += line.words;
    }
    EXPECT_EQ(heads, std::vector<int>(heads.size(), 1));
    EXPECT_EQ(out.layout.pages.front().label, "1") << "a page number of the gazette would be wrong";
    end = core::without_spaces(end);
    EXPECT_NE(end.find("原载" + citation), std::string::npos) << end;
    EXPECT_NE(end.find(core::text_digest(one)), std::string::npos) << end;
}

TEST(Folios, BeginWhereTheFrameSays) {
    const core::Document first = document("甲", {han(20)});
    const core::Document second = document("乙", {han(20)});
    Job job;
    job.items = {{&first, "文件"}, {&second, "文件"}};
    job.frame =
        IssueFrame{"公报", {2026, core::IssueKind::Regular, 2, {}}, {2026, 2, 1}, {"主办"}, 45};
    job.date = {2026, 2, 1};
    const LaidOut out = lay_out(job, profile_named("gongbao"), fonts());
    EXPECT_EQ(out.items.front().first_page, 45);
    EXPECT_EQ(out.items.back().last_page, 46);
    std::string contents;
    for (const SeenLine& line : lines_of(out.layout))
        if (line.tag == Tag::Link) contents += line.words + " ";
    EXPECT_NE(contents.find("45"), std::string::npos) << contents;
    EXPECT_NE(contents.find("46"), std::string::npos) << contents;
    EXPECT_EQ(out.layout.pages[static_cast<std::size_t>(out.items.front().pdf_page - 1)].label,
              "45");
}

}  // namespace
}  // namespace gongbao::typeset
