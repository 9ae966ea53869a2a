// SPDX-License-Identifier: Apache-2.0
// Proofs: line numbers, marks against an earlier version, 校样 beneath the text; the text stays as
// it is.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/svg/write_svg.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::document_of;
using tests::han;
using tests::lines_of;
using tests::profile_named;

core::Document rule(const std::vector<std::string>& articles) {
    core::Blocks body;
    for (std::size_t i = 0; i < articles.size(); ++i)
        body.push_back(block(Role::Article, articles[i],
                             "第" + core::han_numeral(static_cast<long>(i + 1)) + "条"));
    return document_of("云岭省古树名木保护办法", std::move(body));
}

const std::vector<std::string> kArticles = {
    "为了加强古树名木保护，传承自然遗产和历史文化，促进生态环境改善，根据有关法律、法规，结合本省实"
    "际，制定本办法。",
    "本省行政区域内古树名木的普查、认定、养护、管理以及相关活动，适用本办法。",
    "本办法所称古树，是指树龄100年以上的树木。", "本办法自2026年3月1日起施行。"};

LaidOut proof(const core::Document& now, const core::Document* before, const Profile& profile) {
    Job job;
    job.items.push_back({&now, {}, before});
    job.date = {2026, 1, 15};
    return lay_out(job, profile, tests::fonts());
}
LaidOut proof(const core::Document& now, const core::Document* before) {
    return proof(now, before, profile_named("proof"));
}

std::vector<Rect> rules_of(const Layout& layout, Color color, bool beside_text) {
    const Profile& profile = profile_named("proof");
    std::vector<Rect> rules;
    for (const Page& page : layout.pages)
        for (const PlacedRule& rule : page.rules)
            if (rule.color == color &&
                (rule.rect.x > profile.inner + profile.text_width()) == beside_text)
                rules.push_back(rule.rect);
    return rules;
}
std::vector<Rect> bars(const Layout& layout) {
    return rules_of(layout, Color::Black, true);
}
std::vector<Rect> marks(const Layout& layout) {
    return rules_of(layout, Color::Red, false);
}
std::vector<Rect> ticks(const Layout& layout) {
    return rules_of(layout, Color::Red, true);
}

TEST(Proof, BreaksLinesAndPagesAsThePrintDoes) {
    core::Document one = rule({han(2000), han(3000)});
    const auto in_print = lines_of(tests::lay_out(one, profile_named("gongbao-16k")).layout);
    const auto in_proof = lines_of(proof(one, nullptr).layout);
    std::vector<std::pair<std::size_t, std::string>> printed;
    std::vector<std::pair<std::size_t, std::string>> proofed;
    for (const auto& line : in_print)
        if (line.tag != Tag::Artifact) printed.push_back({line.page, line.words});
    for (const auto& line : in_proof)
        if (line.tag != Tag::Artifact) proofed.push_back({line.page, line.words});
    EXPECT_EQ(printed, proofed);
}

TEST(Proof, NumbersEveryFifthLineOfAPage) {
    const LaidOut out = proof(rule({han(5000)}), nullptr);
    ASSERT_GE(out.layout.pages.size(), 2u);
    std::vector<std::string> numbers[2];
    std::vector<Length> bases[2];
    for (const auto& line : lines_of(out.layout)) {
        if (line.page > 1) continue;
        if (line.tag != Tag::Artifact) bases[line.page].push_back(line.y);
        if (line.tag == Tag::Artifact && line.x < profile_named("proof").inner) {
            numbers[line.page].push_back(line.words);
            EXPECT_EQ(line.y,
                      bases[line.page][static_cast<std::size_t>(std::stoi(line.words) - 1)]);
        }
    }
    for (const auto& page : numbers) {
        ASSERT_GE(page.size(), 7u);
        for (std::size_t i = 0; i < page.size(); ++i)
            EXPECT_EQ(page[i], std::to_string(5 * (i + 1)));
    }
}

TEST(Proof, NumbersLinesThroughADocumentWhenTheProfileSaysSo) {
    Profile profile = profile_named("proof");
    profile.proof.number_by_page = false;
    profile.proof.number_every = 1;
    const LaidOut out = proof(rule({han(5000)}), nullptr, profile);
    int last = 0;
    std::size_t pages = 0;
    for (const auto& line : lines_of(out.layout))
        if (line.tag == Tag::Artifact && line.x < profile.inner) {
            EXPECT_EQ(line.words, std::to_string(++last));
            pages = line.page + 1;
        }
    EXPECT_GT(pages, 1u);
    EXPECT_GT(last, 100);
}

TEST(Proof, MarksNothingOnWhatDidNotChange) {
    core::Document one = rule(kArticles);
    one.body.push_back(tests::table({{"序号", "名称"}, {"1", "水利工程"}}, 1));
    one.conclusions = {block(Role::Signature, "云岭省人民政府"), block(Role::Date, "2026年4月3日")};
    core::decide_structure(one);
    core::assign_ids(one);
    core::Document same = one;
    const LaidOut plain = proof(one, nullptr);
    const LaidOut out = proof(one, &same);
    EXPECT_TRUE(bars(out.layout).empty());
    EXPECT_EQ(ticks(out.layout).size(), 0u);
    EXPECT_EQ(marks(out.layout).size(), marks(plain.layout).size());
}

TEST(Proof, PutsABarBesideTheLinesWithNewWords) {
    const core::Document before = rule(kArticles);
    std::vector<std::string> articles = kArticles;
    articles[2] = "本办法所称古树，是指树龄八十年以上的树木。";
    articles.insert(articles.begin() + 3, han(120) + "。");
    const core::Document now = rule(articles);
    const LaidOut out = proof(now, &before);
    ASSERT_EQ(bars(out.layout).size(), 1u) << "lines that follow one another share a bar";
    const Rect bar = bars(out.layout).front();
    EXPECT_LT(bar.y, tests::line_with(out.layout, "八十年").y);
    EXPECT_GT(bar.y + bar.height, tests::line_with(out.layout, "第四条").y);
    EXPECT_LT(tests::line_with(out.layout, "第二条").y, bar.y) << "not beside what did not change";
}

TEST(Proof, UnderlinesTheNewWordsThemselves) {
    const core::Document before = rule(kArticles);
    std::vector<std::string> articles = kArticles;
    articles[1] = "本省行政区域内古树名木的普查、认定、养护、移植、管理以及相关活动，适用本办法。";
    const core::Document now = rule(articles);
    const LaidOut out = proof(now, &before);
    ASSERT_EQ(marks(out.layout).size(), 1u);
    const Rect mark = marks(out.layout).front();
    const auto line = tests::line_with(out.layout, "移植");
    EXPECT_GT(mark.y, line.y);
    EXPECT_NEAR(static_cast<double>(mark.width), 3.0 * pt(10.5), pt(3)) << "移植、 or 、移植";
}

TEST(Proof, MarksThePlaceWhereWordsAndParagraphsAreMissing) {
    const core::Document before = rule(kArticles);
    std::vector<std::string> articles = kArticles;
    articles[0] =
        "为了加强古树名木保护，促进生态环境改善，根据有关法律、法规，结合本省实际，制定本办法。";
    const core::Document shorter = rule(articles);
    const LaidOut words = proof(shorter, &before);
    ASSERT_EQ(marks(words.layout).size(), 1u);
    EXPECT_LT(marks(words.layout).front().width, pt(1));
    EXPECT_EQ(ticks(words.layout).size(), 1u);
    EXPECT_TRUE(bars(words.layout).empty());

    core::Document without = before;
    without.body.erase(without.body.begin() + 1);
    core::decide_structure(without);
    core::assign_ids(without);
    const LaidOut paragraph = proof(without, &before);
    EXPECT_TRUE(marks(paragraph.layout).empty());
    ASSERT_EQ(ticks(paragraph.layout).size(), 1u);
    const Rect tick = ticks(paragraph.layout).front();
    EXPECT_GT(tick.y, tests::line_with(paragraph.layout, "制定本办法").y);
    EXPECT_LT(tick.y, tests::line_with(paragraph.layout, "第三条").y);
}

TEST(Proof, LeavesTheTextAsItIs) {
    const core::Document before = rule(kArticles);
    std::vector<std::string> articles = kArticles;
    articles[3] = "本办法自2026年5月1日起施行。";
    const core::Document now = rule(articles);
    const LaidOut out = proof(now, &before);
    EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(now)));
    for (const Page& page : out.layout.pages) {
        ASSERT_EQ(page.beneath.size(), 1u);
        EXPECT_EQ(page.beneath.front().line.node, kArtifact);
    }
}

TEST(Proof, TellsDateAndVersions) {
    const core::Document before = rule(kArticles);
    const core::Document now = rule({kArticles[0]});
    const std::string note = tests::line_with(proof(now, &before).layout, "版本").words;
    EXPECT_NE(note.find("2026年1月15日"), std::string::npos) << note;
    EXPECT_NE(note.find(core::text_digest(now).substr(0, 8)), std::string::npos) << note;
    EXPECT_NE(note.find(core::text_digest(before).substr(0, 8)), std::string::npos) << note;
    EXPECT_EQ(tests::line_with(proof(now, nullptr).layout, "版本").words.find("对照"),
              std::string::npos);
}

TEST(Proof, SaysSoWhenTheProfileMarksNoChanges) {
    const core::Document before = rule(kArticles);
    const LaidOut out = proof(before, &before, profile_named("gongbao"));
    ASSERT_EQ(out.layout.findings.size(), 1u);
    EXPECT_EQ(out.layout.findings.front().message.id, "typeset.against_not_shown");
}

// 人事任免 in two columns, each decision a paragraph.
core::Document appointments(const std::string& changed) {
    core::Blocks body;
    for (int i = 0; i < 40; ++i)
        body.push_back(block(Role::Paragraph, "任命" + han(3) + std::to_string(i) + "为厅长" +
                                                  (i == 3 || i == 30 ? changed : "") + "。"));
    return document_of("人事任免", std::move(body));
}

TEST(Proof, PutsBarsBesideTheColumnThatChanged) {
    Profile profile = profile_named("proof");
    profile.columns = 2;
    profile.column_gap = pt(21);
    profile.column_sections = {"人事任免"};
    const core::Document before = appointments("");
    const core::Document now = appointments("（试用期一年）");
    Job job;
    job.items.push_back({&now, "人事任免", &before});
    job.date = {2026, 1, 15};
    const LaidOut out = lay_out(job, profile, tests::fonts());
    std::vector<Rect> bars;
    for (const PlacedRule& rule : out.layout.pages[0].rules)
        if (rule.color == Color::Black && rule.rect.width == profile.proof.bar_width)
            bars.push_back(rule.rect);
    ASSERT_EQ(bars.size(), 2u);
    const Length gap = profile.inner + profile.column_width(2);
    EXPECT_GT(bars[0].x, gap);
    EXPECT_LT(bars[0].x + bars[0].width, gap + profile.column_gap) << "between the columns";
    EXPECT_EQ(bars[1].x, profile.inner + profile.text_width() + profile.proof.bar_distance)
        << "in the margin";
    const auto first = tests::line_with(out.layout, "3为厅长");
    EXPECT_LT(bars[0].y, first.y);
    EXPECT_GT(bars[0].y + bars[0].height, first.y);
    // Marks of what is missing stand in the same places.
    Job back;
    back.items.push_back({&before, "人事任免", &now});
    back.date = {2026, 1, 15};
    const LaidOut undone = lay_out(back, profile, tests::fonts());
    std::vector<Rect> ticks;
    for (const PlacedRule& rule : undone.layout.pages[0].rules)
        if (rule.color == Color::Red && rule.rect.width > 2 * rule.rect.height)
            ticks.push_back(rule.rect);
    ticks.erase(
        std::remove_if(ticks.begin(), ticks.end(),
                       [&](const Rect& tick) { return tick.width < pt(8) || tick.width > pt(20); }),
        ticks.end());
    ASSERT_EQ(ticks.size(), 2u);
    EXPECT_GT(ticks[0].x, gap);
    EXPECT_LT(ticks[0].x + ticks[0].width, gap + profile.column_gap);
    EXPECT_GT(ticks[1].x, profile.inner + profile.text_width());
}

TEST(Proof, NumbersTheLinesOfTheFirstColumn) {
    Profile profile = profile_named("proof");
    profile.columns = 2;
    profile.column_sections = {"人事任免"};
    profile.proof.number_every = 1;
    const core::Document one = appointments("");
    Job job;
    job.items.push_back({&one, "人事任免"});
    job.date = {2026, 1, 15};
    const LaidOut out = lay_out(job, profile, tests::fonts());
    int last = 0;
    Length lowest = 0;
    for (const auto& line : lines_of(out.layout)) {
        if (line.page != 0 || line.tag != Tag::Artifact || line.x >= profile.inner ||
            line.size != pt(8))
            continue;
        EXPECT_EQ(line.words, std::to_string(++last));
        EXPECT_GT(line.y, lowest);
        lowest = line.y;
    }
    EXPECT_GE(last, 20);
    EXPECT_LE(last, 26) << "not those of both columns";
}

}  // namespace
}  // namespace gongbao::typeset
