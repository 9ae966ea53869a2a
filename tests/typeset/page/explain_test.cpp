// SPDX-License-Identifier: Apache-2.0
// Why lines and pages break where they do.
#include "typeset/page/explain.hpp"

#include <gtest/gtest.h>

#include "tests/typeset/press.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::document;
using tests::document_of;
using tests::han;
using tests::profile_named;

LaidOut explained(const core::Document& one) {
    Job job;
    job.items.push_back({&one, {}});
    job.date = {2026, 1, 15};
    job.explain = true;
    return lay_out(job, profile_named("gongbao"), tests::fonts());
}

std::vector<core::Message> told(const LaidOut& out, const std::string& id) {
    std::vector<core::Message> found;
    for (const Explained& one : explain(out.layout))
        if (one.message.id == "typeset." + id) found.push_back(one.message);
    return found;
}

// A line of the gazette holds 43 characters, the first of a paragraph 41.
TEST(Explain, NamesTheMarkThatMayNotStartALine) {
    const LaidOut out = explained(document("关于断行的通知", {han(41) + "，" + han(60) + "。"}));
    const auto facts = told(out, "explain_not_at_start");
    ASSERT_EQ(facts.size(), 1u);
    EXPECT_EQ(facts[0].args.at("mark"), "，");
}

TEST(Explain, NamesTheMarkThatMayNotEndALine) {
    const LaidOut out = explained(document("关于断行的通知", {han(40) + "《" + han(60) + "》。"}));
    const auto facts = told(out, "explain_not_at_end");
    ASSERT_GE(facts.size(), 1u);
    EXPECT_EQ(facts[0].args.at("mark"), "《");
}

TEST(Explain, TellsWhatGaveAndWhatTook) {
    const LaidOut out = explained(document("关于断行的通知", {han(39) + "ABCDE" + han(60)}));
    EXPECT_FALSE(told(out, "explain_stretch_han_latin").empty() &&
                 told(out, "explain_stretch_even").empty());
    const LaidOut tight = explained(
        document("关于断行的通知", {han(20) + "，" + han(19) + "，" + han(2) + "。" + han(70)}));
    EXPECT_FALSE(told(tight, "explain_shrink_pause").empty() &&
                 told(tight, "explain_stretch_even").empty());
}

TEST(Explain, SaysThatALoneCharacterWasAvoided) {
    const LaidOut out = explained(document("关于断行的通知", {han(41 + 43 + 1) + "。"}));
    EXPECT_EQ(told(out, "explain_lone_character").size(), 1u);
    const LaidOut plain = explained(document("关于断行的通知", {han(41 + 43 + 20) + "。"}));
    EXPECT_TRUE(told(plain, "explain_lone_character").empty());
}

TEST(Explain, GivesEveryLineItsWordsAndEveryParagraphItsEnd) {
    const core::Document one = document("关于断行的通知", {han(300) + "。", han(20) + "。"});
    const LaidOut out = explained(one);
    std::string words;
    for (const core::Message& line : told(out, "explain_line")) words += line.args.at("words");
    EXPECT_EQ(words, tests::words_of(out.layout));
    EXPECT_EQ(told(out, "explain_paragraph_end").size(), 3u);
}

TEST(Explain, SaysWhyAPageEnds) {
    core::Blocks body;
    for (int i = 0; i < 60; ++i) body.push_back(block(Role::Paragraph, han(30) + "。"));
    const LaidOut full = explained(document_of("关于分页的通知", body));
    EXPECT_EQ(told(full, "explain_page_full").size(), 1u);
    EXPECT_EQ(told(full, "explain_page_last").size(), 1u);
    EXPECT_EQ(told(full, "explain_page").size(), 2u);
    bool heading = false;
    bool last_line = false;
    for (std::size_t filler = 28; filler <= 40; ++filler) {
        body.assign(filler, block(Role::Paragraph, han(30) + "。"));
        body.push_back(block(Role::Heading1, "总体要求", "一、"));
        body.push_back(block(Role::Paragraph, han(43 * 4) + "。"));
        heading =
            heading ||
            !told(explained(document_of("关于分页的通知", body)), "explain_page_heading").empty();
        body.assign(filler, block(Role::Paragraph, han(30) + "。"));
        body.push_back(block(Role::Paragraph, han(43 * 2)));
        body.push_back(block(Role::Paragraph, han(43 * 2)));
        body.push_back(block(Role::Paragraph, han(43 * 2)));
        last_line =
            last_line ||
            !told(explained(document_of("关于分页的通知", body)), "explain_page_last_line").empty();
    }
    EXPECT_TRUE(heading);
    EXPECT_TRUE(last_line);
}

TEST(Explain, ChangesNothing) {
    const core::Document one =
        document("关于断行的通知", {han(300) + "（2026年）。", han(3000) + "。"});
    const LaidOut out = explained(one);
    const LaidOut plain = tests::lay_out(one, profile_named("gongbao"));
    const auto a = tests::lines_of(out.layout);
    const auto b = tests::lines_of(plain.layout);
    ASSERT_EQ(a.size(), b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        EXPECT_EQ(a[i].words, b[i].words);
        EXPECT_EQ(a[i].x, b[i].x);
        EXPECT_EQ(a[i].width, b[i].width);
    }
    for (const Page& page : plain.layout.pages) EXPECT_EQ(page.why, nullptr);
}

}  // namespace
}  // namespace gongbao::typeset
