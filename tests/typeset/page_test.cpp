// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "core/document/decide_structure.hpp"
#include "core/text/text.hpp"
#include "tests/typeset/dump_check.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/layout_dump.hpp"

namespace gongbao::typeset {
namespace {

using core::Role;
using tests::block;
using tests::document;
using tests::document_of;
using tests::han;
using tests::line_with;
using tests::lines_of;
using tests::profile_named;

const Profile& gongbao_page() {
    return profile_named("gongbao");
}

TEST(Pages, BeginNeverWithAParagraphsLastLine) {
    for (std::size_t first = 1; first <= 8; ++first) {
        std::vector<std::string> paragraphs{han(43 * first)};
        for (int i = 0; i < 60; ++i) paragraphs.push_back(han(60 + 7 * first) + "。");
        const LaidOut out = tests::lay_out(document("关于分页的通知", paragraphs), gongbao_page());
        const Profile& p = gongbao_page();
        const auto faults = tests::check_dump(
            dump_layout(out.layout),
            {p.inner / 1000.0, p.outer / 1000.0, p.text_width() / 1000.0, p.mirror});
        EXPECT_EQ(faults.lone_lines, 0) << first;
        EXPECT_GT(faults.pages, 2);
    }
}

TEST(Pages, KeepAHeadingWithTwoLinesBelowIt) {
    for (std::size_t filler = 20; filler <= 45; ++filler) {
        core::Blocks body;
        for (std::size_t i = 0; i < filler; ++i)
            body.push_back(block(Role::Paragraph, han(30) + "。"));
        body.push_back(block(Role::Heading1, "总体要求", "一、"));
        body.push_back(block(Role::Paragraph, han(43 * 4) + "。"));
        const LaidOut out = tests::lay_out(document_of("关于标题的通知", body), gongbao_page());
        const auto heading = line_with(out.layout, "总体要求");
        const auto lines = lines_of(out.layout);
        int below = 0;
        for (const auto& line : lines)
            if (line.tag == Tag::P && line.page == heading.page && line.y > heading.y) ++below;
        EXPECT_GE(below, 2) << filler;
    }
}

TEST(Pages, KeepHeadingsOfSeveralLevelsTogether) {
    for (std::size_t filler = 28; filler <= 42; ++filler) {
        core::Blocks body;
        for (std::size_t i = 0; i < filler; ++i)
            body.push_back(block(Role::Paragraph, han(30) + "。"));
        body.push_back(block(Role::Chapter, "总则", "第一章"));
        body.push_back(block(Role::Section, "目的", "第一节"));
        body.push_back(block(Role::Article, han(100) + "。", "第一条"));
        const LaidOut out = tests::lay_out(document_of("云岭省某办法", body), gongbao_page());
        EXPECT_EQ(line_with(out.layout, "第一章").page, line_with(out.layout, "第一条").page)
            << filler;
    }
}

TEST(Pages, KeepAnIntroducingLineWithWhatItIntroduces) {
    for (std::size_t filler = 30; filler <= 42; ++filler) {
        core::Blocks body;
        for (std::size_t i = 0; i < filler; ++i)
            body.push_back(block(Role::Paragraph, han(30) + "。"));
        body.push_back(block(Role::Paragraph, "具备下列条件的可以申请："));
        body.push_back(block(Role::Item, "有名称；", "（一）"));
        const LaidOut out = tests::lay_out(document_of("关于条件的通知", body), gongbao_page());
        EXPECT_EQ(line_with(out.layout, "下列条件").page, line_with(out.layout, "有名称").page)
            << filler;
    }
}

TEST(Pages, BreakAmongTheItemsOfAListAsAmongParagraphs) {
    core::Blocks body{block(Role::Heading1, "设备", "一、")};
    for (int i = 1; i <= 60; ++i)
        body.push_back(block(Role::Heading3, "某种设备", std::to_string(i) + "."));
    const LaidOut out = tests::lay_out(document_of("关于目录的通知", body), gongbao_page());
    EXPECT_EQ(line_with(out.layout, "60.").tag, Tag::P) << "no text stands below it";
    EXPECT_EQ(line_with(out.layout, "设备").tag, Tag::H2);
    int on_first = 0;
    for (const auto& line : lines_of(out.layout))
        on_first += line.page == 0 && line.tag == Tag::P ? 1 : 0;
    EXPECT_GT(on_first, 25) << "the first page is filled";
}

TEST(Pages, LetALongNoteBelowATitleRunOn) {
    core::Document one = document_of(
        "云岭省某条例",
        {block(Role::Chapter, "总则", "第一章"), block(Role::Article, han(100) + "。", "第一条")});
    for (int i = 0; i < 12; ++i)
        one.preface.push_back(block(Role::TitleNote, "（" + han(70) + "修正）"));
    core::decide_structure(one);
    core::assign_ids(one);
    const LaidOut out = tests::lay_out(one, profile_named("gongwen"));
    const auto chapter = line_with(out.layout, "第一章");
    int below = 0;
    for (const auto& line : lines_of(out.layout))
        below += line.tag == Tag::P && line.page == chapter.page && line.y > chapter.y ? 1 : 0;
    EXPECT_GE(below, 2);
}

TEST(Pages, StandOnTheSameLinesWhateverIsAbove) {
    core::Blocks body{block(Role::Chapter, "总则", "第一章"),
                      block(Role::Article, han(90) + "。", "第一条"),
                      tests::table({{"甲", "乙"}, {"丙", "丁"}}, 1), block(Role::Caption, "表1"),
                      block(Role::Paragraph, han(200) + "。")};
    for (const char* name : {"gongbao", "gongwen"}) {
        const Profile& profile = profile_named(name);
        const LaidOut out = tests::lay_out(document_of("云岭省某办法", body), profile);
        const Length first = profile.top + profile.style(StyleName::Paragraph).size * 88 / 100;
        for (const auto& line : lines_of(out.layout)) {
            if (line.tag == Tag::P && core::ends_with(line.words, "政府")) {
                EXPECT_EQ((line.y - first) % profile.line, 0) << name << " " << line.words;
            }
        }
    }
}

TEST(Pages, HoldAHeadingLongerThanThePage) {
    core::Document long_title = document(han(3000), {"正文。"});
    const LaidOut out = tests::lay_out(long_title, gongbao_page());
    EXPECT_GT(out.layout.pages.size(), 2u);
    EXPECT_EQ(tests::words_of(out.layout), core::without_spaces(core::plain_text(long_title)));
}

TEST(Pages, KeepASignatureWithItsDateAndTheTextBefore) {
    for (std::size_t filler = 28; filler <= 42; ++filler) {
        core::Document one =
            document("关于署名的通知", std::vector<std::string>(filler, han(30) + "。"));
        one.conclusions = {block(Role::Signature, "澜城市临澜区"),
                           block(Role::Date, "2026年1月5日")};
        core::decide_structure(one);
        core::assign_ids(one);
        const LaidOut out = tests::lay_out(one, gongbao_page());
        const auto date = line_with(out.layout, "2026年1月5日");
        EXPECT_EQ(date.page, line_with(out.layout, "澜城市临澜区").page) << filler;
        int above = 0;
        for (const auto& line : lines_of(out.layout))
            if (line.page == date.page && core::ends_with(line.words, "。")) ++above;
        EXPECT_GE(above, 2) << filler;
    }
}

TEST(Pages, PutAFootnoteOnThePageOfItsMark) {
    for (std::size_t filler = 10; filler <= 80; filler += 7) {
        core::Blocks body;
        for (std::size_t i = 0; i < filler; ++i)
            body.push_back(block(Role::Paragraph, han(30) + "。"));
        core::Block noted = block(Role::Paragraph, han(80));
        core::Inline note;
        note.kind = core::Inline::Kind::Note;
        note.text = "①";
        note.note = {core::text_run("指省级储备物资。")};
        noted.runs.push_back(note);
        noted.runs.push_back(core::text_run(han(60) + "。"));
        body.push_back(noted);
        body.push_back(block(Role::Paragraph, han(400) + "。"));
        const LaidOut out = tests::lay_out(document_of("关于注释的通知", body), gongbao_page());
        const auto note_line = line_with(out.layout, "省级储备物资");
        EXPECT_EQ(note_line.tag, Tag::Note);
        std::size_t page_of_mark = 999;
        for (const auto& line : lines_of(out.layout))
            if (line.tag == Tag::P && line.words.find("①") != std::string::npos)
                page_of_mark = line.page;
        EXPECT_EQ(note_line.page, page_of_mark) << filler;
        for (const auto& line : lines_of(out.layout))
            if (line.page == note_line.page && line.tag == Tag::P) {
                EXPECT_LT(line.y, note_line.y) << "notes stand below the text";
            }
        EXPECT_LE(note_line.y, gongbao_page().height - gongbao_page().bottom);
    }
}

TEST(Pages, StartAnItemOnAPageOfItsOwn) {
    const LaidOut out = tests::lay_out(
        {document("关于甲的通知", {"甲。"}), document("关于乙的通知", {"乙。"})}, gongbao_page());
    EXPECT_NE(line_with(out.layout, "甲。").page, line_with(out.layout, "乙。").page);
}

TEST(Pages, StartAnOfficialDocumentOnARightHandPage) {
    const LaidOut out =
        tests::lay_out({document("关于甲的通知", {"甲。"}), document("关于乙的通知", {"乙。"})},
                       profile_named("gongwen"));
    ASSERT_EQ(out.items.size(), 2u);
    EXPECT_EQ(out.items[1].first_page, 3);
    EXPECT_TRUE(out.layout.pages[1].label.empty()) << "a blank page carries no number";
    EXPECT_EQ(out.layout.pages[2].label, "3") << "but is counted";
}

TEST(Pages, ChangeSidesOddAndEven) {
    std::vector<std::string> paragraphs(90, han(60) + "。");
    const LaidOut out = tests::lay_out(document("关于左右的通知", paragraphs), gongbao_page());
    ASSERT_GE(out.layout.pages.size(), 2u);
    Length left[2] = {pt(10000), pt(10000)};
    for (const auto& line : lines_of(out.layout))
        if (line.page < 2 && line.tag == Tag::P)
            left[line.page] = std::min(left[line.page], line.x);
    EXPECT_EQ(left[0], gongbao_page().inner);
    EXPECT_EQ(left[1], gongbao_page().outer);
}

TEST(Pages, PutTheFolioOnTheOuterSide) {
    const LaidOut out = tests::lay_out(
        document("关于页码的通知", std::vector<std::string>(90, han(60))), gongbao_page());
    for (const auto& line : lines_of(out.layout)) {
        if (line.words == "· 1 ·") {
            EXPECT_GT(line.x, gongbao_page().width / 2);
        }
        if (line.words == "· 2 ·") {
            EXPECT_LT(line.x, gongbao_page().width / 2);
        }
    }
    line_with(out.layout, "· 2 ·");
}

TEST(Pages, AreOneForAnEmptyDocument) {
    const LaidOut out = tests::lay_out(document("", {}), gongbao_page());
    EXPECT_EQ(out.layout.pages.size(), 1u);
    ASSERT_EQ(out.items.size(), 1u);
}

TEST(Pages, CountAsManyItemsAsWereGiven) {
    const LaidOut out = tests::lay_out(
        {document("甲", {"一。"}), document("", {}), document("丙", {"三。"})}, gongbao_page());
    ASSERT_EQ(out.items.size(), 3u);
    EXPECT_LE(out.items[0].last_page, out.items[2].first_page);
    for (const PlacedItem& item : out.items) EXPECT_LE(item.first_page, item.last_page);
}

TEST(Pages, SetAMegabyteOfOneParagraph) {
    const core::Document one = document("关于长段的通知", {han(350'000)});
    const LaidOut out = tests::lay_out(one, gongbao_page());
    EXPECT_GT(out.layout.pages.size(), 190u);
    EXPECT_EQ(tests::words_of(out.layout).size(),
              core::without_spaces(core::plain_text(one)).size());
}

// The face of the glyph `glyph` places after the start of the line with `words`.
std::string face_at(const Layout& layout, std::string_view words, std::size_t glyph) {
    for (const Page& page : layout.pages)
        for (const PlacedLine& line : page.lines) {
            std::string text;
            for (std::uint32_t i = 0; i < line.count; ++i)
                core::append_utf8(text, layout.glyphs[line.first + i].text);
            if (text.find(words) != std::string::npos)
                return tests::fonts().face(layout.glyphs[line.first + glyph].face).id();
        }
    return {};
}

TEST(Levels, AreSetInTheFacesOfTheStandard) {
    core::Blocks body{block(Role::Heading1, "总体要求", "一、"),
                      block(Role::Paragraph, han(50) + "。"),
                      block(Role::Heading1, "同意修改后的规划，请认真实施。", "二、")};
    core::Block lead = block(Role::Heading2, "", "（一）");
    lead.runs = {core::text_run("加强公开。", core::Marks{}.add(core::Mark::Lead)),
                 core::text_run(han(60) + "。")};
    body.push_back(lead);
    const LaidOut out = tests::lay_out(document_of("关于层级的通知", body), gongbao_page());
    EXPECT_EQ(face_at(out.layout, "总体要求", 2), "noto-sans-sc-bold") << "一、 alone: 黑体";
    EXPECT_EQ(face_at(out.layout, "请认真实施", 4), "fandol-fang")
        << "一、 opening a paragraph: 仿宋";
    EXPECT_EQ(face_at(out.layout, "加强公开", 4), "fandol-kai") << "（一） leading: 楷体";
    EXPECT_EQ(face_at(out.layout, "加强公开", 12), "fandol-fang");
}

TEST(Marks, ChangeTheFaceAsHanAndLatinEachDo) {
    core::Block one = block(Role::Paragraph, "");
    one.runs = {core::text_run("红松", core::Marks{}.add(core::Mark::Italic)),
                core::text_run("Pinus", core::Marks{}.add(core::Mark::Italic)),
                core::text_run("与"), core::text_run("油松", core::Marks{}.add(core::Mark::Bold)),
                core::text_run("属Pinus。")};
    const LaidOut out = tests::lay_out(document_of("关于树种的通知", {one}), gongbao_page());
    EXPECT_EQ(face_at(out.layout, "红松", 0), "fandol-kai");
    EXPECT_EQ(face_at(out.layout, "红松", 2), "liberation-serif-italic");
    EXPECT_EQ(face_at(out.layout, "红松", 8), "noto-sans-sc-bold");
    EXPECT_EQ(face_at(out.layout, "红松", 11), "liberation-serif");
}

}  // namespace
}  // namespace gongbao::typeset
