// SPDX-License-Identifier: Apache-2.0
// Readings above their characters: where they stand and what stays together. In the PDF:
// ruby_pdf_test.cpp.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/explain.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::typeset {
namespace {

using core::ruby;
using core::text_run;
using tests::document_of;
using tests::han;
using tests::profile_named;

const core::Marks kDots = core::Marks{}.add(core::Mark::Emphasis);
constexpr Length kEm = pt(10.5);  // of the gazette's body

core::Block paragraph(core::Runs runs) {
    core::Block block = tests::block(core::Role::Paragraph, "");
    block.runs = std::move(runs);
    return block;
}

LaidOut set(const core::Blocks& body, const char* profile = "gongbao") {
    return tests::lay_out(document_of("关于注音的通知", body), profile_named(profile));
}

// A reading and the part of a line it stands over, Han of one size.
struct Group {
    PlacedLine reading;
    PlacedLine base;
    std::string sound;
    std::size_t page = 0;
    Length size = 0;  // of the reading
    Length base_size = 0;
    Length base_left = 0;  // of the characters without white space beside them
    Length base_right = 0;

    Length middle() const { return reading.x + reading.width / 2; }
    Length base_middle() const { return (base_left + base_right) / 2; }
};

std::vector<Group> groups_of(const Layout& layout) {
    std::vector<Group> groups;
    const auto size_of = [&](const PlacedLine& line) {
        return layout.glyph_styles[layout.glyphs[line.first].style].size;
    };
    for (std::size_t p = 0; p < layout.pages.size(); ++p)
        for (const PlacedLine& reading : layout.pages[p].readings)
            for (const PlacedLine& line : layout.pages[p].lines)
                if (line.node + 1 == reading.node && layout.nodes[line.node].tag == Tag::RB) {
                    const PlacedGlyph* glyphs = &layout.glyphs[line.first];
                    groups.push_back({reading, line, layout.words_of(reading), p, size_of(reading),
                                      size_of(line), line.x + glyphs[0].x,
                                      line.x + glyphs[line.count - 1].x + size_of(line)});
                }
    return groups;
}

// On the page, of what is drawn.
Length ink_top(const Layout& layout, const PlacedLine& line) {
    Length top = 0;
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        const PlacedGlyph& glyph = layout.glyphs[i];
        const Length size = layout.glyph_styles[glyph.style].size;
        top = std::max(
            top, glyph.dy + size * tests::fonts().face(glyph.face).ink_of(glyph.glyph).top / 1000);
    }
    return line.y - top;
}

TEST(Ruby, StandsHalfAsLargeOverTheMiddleOfItsCharacters) {
    const LaidOut out = set(
        {paragraph({text_run(han(5)), ruby("喆", "zhé"), text_run(han(5)), ruby("云岭", "yúnlǐng"),
                    text_run(han(40)), ruby("犇", "zhuāng"), text_run("等")})});
    const auto groups = groups_of(out.layout);
    ASSERT_EQ(groups.size(), 3u);
    for (const Group& group : groups) {
        EXPECT_EQ(group.size, group.base_size / 2) << group.sound;
        EXPECT_LE(std::abs(group.middle() - group.base_middle()), 2) << group.sound;
        const Length above = group.base.y - group.reading.y;
        EXPECT_GT(above, kEm * 88 / 100) << "clear of the characters";
        EXPECT_LT(above + group.size * 88 / 100, profile_named("gongbao").line - kEm * 12 / 100)
            << "clear of the line above";
    }
    const auto gap_behind = [&](const Group& group) {
        const PlacedGlyph* glyphs = &out.layout.glyphs[group.base.first];
        const auto after =
            std::find_if(out.layout.pages[0].lines.begin(), out.layout.pages[0].lines.end(),
                         [&](const PlacedLine& line) {
                             return line.first == group.base.first + group.base.count;
                         });
        return after->x - group.base.x - (glyphs[group.base.count - 1].x - glyphs[0].x) -
               group.base_size;
    };
    EXPECT_LE(gap_behind(groups[0]), 2) << "a narrow reading moves nothing";
    const Length over = groups[2].size / 4;
    EXPECT_NEAR(gap_behind(groups[2]), (groups[2].reading.width - kEm) / 2 - over, 4)
        << "a wide one takes what it needs";
    EXPECT_GT(gap_behind(groups[2]), pt(0.5));
}

TEST(Ruby, SpacesItsCharactersOutEvenlyUnderAWideReading) {
    const LaidOut out =
        set({paragraph({ruby("云岭省", "yúnlǐngshěngyúnlǐngshěng"), text_run("境内。")})});
    const auto groups = groups_of(out.layout);
    ASSERT_EQ(groups.size(), 1u);
    const PlacedGlyph* glyphs = &out.layout.glyphs[groups[0].base.first];
    const Length step = glyphs[1].x - glyphs[0].x;
    EXPECT_GT(step, kEm);
    EXPECT_NEAR(glyphs[2].x - glyphs[1].x, step, 2);
    EXPECT_NEAR(groups[0].base_left - profile_named("gongbao").inner - 2 * kEm, (step - kEm) / 2, 2)
        << "half a gap before the first";
}

TEST(Ruby, KeepsTheGridOfAnOfficialDocument) {
    const LaidOut out =
        set({paragraph({text_run(han(3)), ruby("犇", "zhuāng"), text_run(han(3))})}, "gongwen");
    const Length em = profile_named("gongwen").style(StyleName::Paragraph).size;
    const auto groups = groups_of(out.layout);
    ASSERT_EQ(groups.size(), 1u);
    const auto& lines = out.layout.pages[0].lines;
    const auto after = std::find_if(lines.begin(), lines.end(), [&](const PlacedLine& line) {
        return line.first == groups[0].base.first + 1;
    });
    ASSERT_NE(after, lines.end());
    EXPECT_EQ(after->x - tests::line_with(out.layout, "犇").x, 5 * em)
        << "two cells for one character";
}

TEST(Ruby, ReachesALittleOverItsNeighboursBeforeTheyGiveWay) {
    const auto cells = [](const core::Runs& runs, const char* profile) {
        const LaidOut out = set({paragraph(runs)}, profile);
        const Length em = profile_named(profile).style(StyleName::Paragraph).size;
        const tests::SeenLine line = tests::line_with(out.layout, "县");
        const auto groups = groups_of(out.layout);
        for (std::size_t i = 0; i + 1 < groups.size(); ++i)
            EXPECT_LT(groups[i].reading.x + groups[i].reading.width + em / 10,
                      groups[i + 1].reading.x)
                << groups[i].sound;
        return static_cast<double>(line.width) / em;
    };
    for (const char* profile : {"gongbao", "gongwen"}) {
        EXPECT_NEAR(cells({text_run("县"), ruby("上", "shàng"), text_run("级")}, profile), 3, 0.01)
            << profile;
        EXPECT_NEAR(cells({text_run("县"), ruby("以", "yǐ"), ruby("上", "shàng"), ruby("级", "jí")},
                          profile),
                    4, 0.01);
        EXPECT_GT(cells({text_run("县"), ruby("上", "shàng"), ruby("上", "shàng"), text_run("级")},
                        profile),
                  4.1);
    }
}

TEST(Ruby, StaysInsideTheTypeArea) {
    const LaidOut out = set({paragraph({text_run(han(41)), ruby("上", "shàng"), text_run(han(41)),
                                        ruby("上", "shàng"), text_run(han(8))})});
    const Profile& profile = profile_named("gongbao");
    for (const Group& group : groups_of(out.layout)) {
        EXPECT_GE(group.reading.x, profile.inner);
        EXPECT_LE(group.reading.x + group.reading.width, profile.inner + profile.text_width());
    }
}

TEST(Ruby, BreaksNoLineInsideAGroup) {
    for (std::size_t before = 30; before < 46; ++before) {
        const LaidOut out =
            set({paragraph({text_run(han(before)), ruby("云岭大峡谷", "yúnlǐng dàxiágǔ"),
                            text_run("，" + han(60) + "。")})});
        const auto groups = groups_of(out.layout);
        ASSERT_EQ(groups.size(), 1u) << before;
        EXPECT_EQ(out.layout.words_of(groups[0].base), "云岭大峡谷") << before;
        for (const core::Diagnostic& finding : out.layout.findings)
            EXPECT_NE(finding.message.id, "typeset.run_too_wide") << before;
    }
}

TEST(Ruby, ObeysTheProhibitionsOfItsCharacters) {
    for (std::size_t before = 36; before < 46; ++before) {
        const LaidOut out = set({paragraph(
            {text_run(han(before) + "《"), ruby("喆", "zhé"), text_run("》，" + han(50))})});
        for (const auto& line : tests::lines_of(out.layout)) {
            EXPECT_FALSE(line.words.starts_with("》") || line.words.starts_with("，"))
                << line.words;
            EXPECT_FALSE(line.words.ends_with("《")) << line.words;
        }
    }
}

TEST(Ruby, KeepsALineBreakThatStandsInAGroup) {
    const core::Document one = document_of(
        "关于注音的通知",
        {paragraph({ruby("\u2028云\u2028岭\u2028", "yún\u2028lǐng"), text_run("省。")})});
    const LaidOut out = tests::lay_out(one, profile_named("gongbao"));
    EXPECT_EQ(tests::words_of(out.layout), "关于注音的通知云岭省。");
    ASSERT_EQ(out.layout.pages[0].readings.size(), 1u);
    EXPECT_EQ(out.layout.words_of(out.layout.pages[0].readings[0]), "yúnlǐng");
}

TEST(Ruby, CutsAGroupThatNoLineHoldsAndLosesNothing) {
    const std::string base = han(60);
    const core::Document one =
        document_of("关于注音的通知", {paragraph({ruby(base, "yún"), text_run("。")})});
    const LaidOut out = tests::lay_out(one, profile_named("gongbao"));
    EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(one)));
    EXPECT_EQ(out.layout.pages[0].readings.size(), 1u);
    EXPECT_TRUE(std::any_of(
        out.layout.findings.begin(), out.layout.findings.end(),
        [](const auto& finding) { return finding.message.id == "typeset.run_too_wide"; }));
}

// Titles and table cells are set closer than body text.
TEST(Ruby, HasRoomWhereverItStands) {
    core::Document one = document_of("占位", {});
    core::Block& title = one.preface.front();
    title.runs = {text_run("关于"), ruby("云岭", "yúnlǐng"), text_run(han(30)), ruby("喆", "zhé"),
                  text_run("工作的通知")};
    core::Block table = tests::table({{"姓名", "职务"}, {"", "省长"}}, 1);
    table.table->rows[1].cells[0].paragraphs = {{ruby("王喆", "wáng zhé")},
                                                {ruby("李犇", "lǐ bēn")}};
    table.table->rows[0].cells[1].paragraphs = {{ruby("职", "zhí"), text_run("务")}};
    core::Block noted =
        paragraph({text_run("见注"),
                   {core::Inline::Kind::Note, "①", {}, {ruby("喆", "zhé"), text_run("，人名。")}}});
    one.body = {table, noted};
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = tests::lay_out(one, profile_named("gongbao"));
    const auto groups = groups_of(out.layout);
    ASSERT_EQ(groups.size(), 6u);
    EXPECT_EQ(tests::words_of(out.layout).find("zhé"), std::string::npos) << "no part of the lines";
    for (const Group& group : groups) {
        const Length top = group.reading.y - group.size * 88 / 100;
        const Length left = group.reading.x;
        const Length right = left + group.reading.width;
        const Page& page = out.layout.pages[group.page];
        for (const auto& line : tests::lines_of(out.layout)) {
            const bool above = line.page == group.page && line.y < group.base.y && line.x < right &&
                               line.x + line.width > left;
            EXPECT_TRUE(!above || line.y + line.size * 12 / 100 <= top)
                << line.words << " below " << group.sound;
        }
        for (const PlacedRule& rule : page.rules) {
            const bool across = rule.rect.y < group.reading.y &&
                                rule.rect.y + rule.rect.height > top && rule.rect.x < right &&
                                rule.rect.x + rule.rect.width > left;
            EXPECT_FALSE(across) << "a rule through " << group.sound;
        }
    }
}

TEST(Ruby, TurnsWithAWideTable) {
    std::vector<std::string> heads;
    std::vector<std::string> cells;
    for (int i = 0; i < 16; ++i) {
        heads.push_back("第" + std::to_string(i + 1) + "项指标");
        cells.push_back(han(12));
    }
    core::Block table = tests::table({heads, cells, cells}, 1);
    table.table->rows[1].cells[3].paragraphs = {{ruby("喆", "zhé")}};
    const LaidOut out = set({table});
    const auto groups = groups_of(out.layout);
    ASSERT_EQ(groups.size(), 1u);
    EXPECT_TRUE(groups[0].reading.turned);
    EXPECT_LT(groups[0].reading.x, groups[0].base.x) << "above, as the reader turns the page";
    EXPECT_NEAR(groups[0].reading.y - groups[0].reading.width / 2,
                groups[0].base.y - groups[0].base.width / 2, pt(0.01));
}

TEST(Ruby, FindsAFaceForEveryLetter) {
    const LaidOut out = set({paragraph({ruby("喆", "zhé"), ruby("女", "nǚ"), ruby("呣", "ḿ"),
                                        ruby("嗯", "ńg"), ruby("优", "yōu"), ruby("汉", "ㄏㄢˋ"),
                                        ruby("省", "shěng"), ruby("字", "じ")})});
    EXPECT_EQ(groups_of(out.layout).size(), 8u);
    for (const PlacedGlyph& glyph : out.layout.glyphs) EXPECT_NE(glyph.glyph, 0u);
    for (const core::Diagnostic& finding : out.layout.findings)
        EXPECT_NE(finding.message.id, "typeset.glyph_missing");
}

TEST(Ruby, SaysWhyALineDoesNotEndInside) {
    core::Document one =
        document_of("关于断行的通知",
                    {paragraph({text_run(han(40)), ruby("云岭", "yúnlǐng"), text_run(han(60))})});
    Job job;
    job.items.push_back({&one, {}});
    job.date = {2026, 1, 15};
    job.explain = true;
    const LaidOut out = lay_out(job, profile_named("gongbao"), tests::fonts());
    const auto facts = explain(out.layout);
    EXPECT_TRUE(std::any_of(facts.begin(), facts.end(), [](const Explained& fact) {
        return fact.message.id == "typeset.explain_not_in_group";
    }));
}

TEST(Ruby, IsSetAgainWhenItsReadingChanges) {
    core::Document one = document_of(
        "关于注音的通知",
        {paragraph({text_run(han(9)), ruby("喆", "zhé")}), paragraph({text_run(han(50))})});
    Job job;
    job.date = {2026, 1, 15};
    job.items.push_back({&one, {}});
    Press live("gongbao", tests::resources());
    const Preview first = live.show(job, {}, {}, Dump::Text);
    one.body[0].runs[1].reading = "jí";
    const Preview second = live.show(job, {}, {}, Dump::Text);
    EXPECT_EQ(live.kept().paragraphs_set, 1u);
    const Preview fresh = Press("gongbao", tests::resources()).show(job, {}, {}, Dump::Text);
    EXPECT_NE(second.dump, first.dump);
    EXPECT_EQ(second.dump, fresh.dump);
    EXPECT_EQ(second.pages, fresh.pages);
    one.body[0].runs[0].marks = kDots;
    EXPECT_NE(live.show(job, {}, {}, Dump::Text).pages, fresh.pages) << "emphasis is drawn";
}

TEST(Ruby, IsMarkedInAProofWhereItChanged) {
    const core::Document before = document_of(
        "关于注音的通知", {paragraph({text_run(han(9)), ruby("喆", "zhé"), text_run(han(9))})});
    core::Document now = before;
    now.body[0].runs[1].reading = "jí";
    const auto red = [&](const core::Document& old) {
        Job job;
        job.items.push_back({&now, {}, &old});
        job.date = {2026, 1, 15};
        const LaidOut out = lay_out(job, profile_named("proof"), tests::fonts());
        std::vector<Rect> marks;
        for (const PlacedRule& rule : out.layout.pages[0].rules)
            if (rule.color == Color::Red) marks.push_back(rule.rect);
        const auto groups = groups_of(out.layout);
        for (const Rect& mark : marks) {
            EXPECT_GE(mark.x + mark.width, groups.at(0).base.x);
            EXPECT_LE(mark.x, groups.at(0).base.x + groups.at(0).base.width);
        }
        return marks.size();
    };
    EXPECT_GT(red(before), 0u);
    EXPECT_EQ(red(now), 0u);
}

TEST(Emphasis, KeepsOffTheReadingsOfTheNextLine) {
    for (const char* profile : {"gongbao", "gongbao-a4", "gongwen", "large-print"}) {
        core::Document one = document_of(
            "占位",
            {paragraph({text_run(han(60), kDots), ruby("云岭", "yúnlǐng"), text_run(han(30))}),
             paragraph({text_run(han(60), kDots), ruby("汉", "ㄏㄢˋ")}),
             paragraph({text_run(han(9), kDots)}),
             paragraph({text_run(han(3)), ruby("喆", "zhé")})});
        one.preface.front().runs = {text_run(han(9), kDots), core::line_break(), text_run(han(3)),
                                    ruby("喆", "zhé"), text_run(han(5))};
        const LaidOut out = tests::lay_out(one, profile_named(profile));
        std::size_t over = 0;
        for (const Group& group : groups_of(out.layout))
            for (const PlacedDot& dot : out.layout.pages[group.page].dots) {
                const bool beside = dot.centre.x < group.reading.x ||
                                    dot.centre.x > group.reading.x + group.reading.width;
                if (beside || dot.centre.y > group.base.y) continue;
                ++over;
                EXPECT_LE(dot.centre.y + dot.radius, ink_top(out.layout, group.reading))
                    << profile << group.sound;
            }
        EXPECT_GE(over, 4u) << profile;
    }
}

}  // namespace
}  // namespace gongbao::typeset
