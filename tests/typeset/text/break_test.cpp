// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/flow/composer.hpp"
#include "typeset/text/break_points.hpp"

namespace gongbao::typeset {
namespace {

using tests::fonts;
using tests::han;
using tests::profile_named;

constexpr Length kEm = 10000;

TextStyle style_of(Length size = kEm) {
    TextStyle style;
    style.size = size;
    return style;
}

class Breaking : public ::testing::Test {
  protected:
    std::vector<SetLine> set(const std::string& text, Length ems, Length indent = 0,
                             TextAlign align = TextAlign::Justify,
                             const char* profile = "gongbao") {
        Composer composer(fonts(), profile_named(profile), layout_);
        return composer.set(composer.segmenter().of(text, style_of()), ems * kEm, indent, align,
                            core::Place(core::PlaceKind::Paragraph, 1));
    }

    std::string words(const SetLine& line) const {
        std::string text;
        for (const PlacedGlyph& glyph : line.glyphs)
            if (glyph.text != 0 && glyph.text < kTextPool) core::append_utf8(text, glyph.text);
        return text;
    }

    std::vector<std::string> broken(const std::string& text, Length ems,
                                    TextAlign align = TextAlign::Justify) {
        std::vector<std::string> lines;
        for (const SetLine& line : set(text, ems, 0, align)) lines.push_back(words(line));
        return lines;
    }

    Layout layout_;
};

using Lines = std::vector<std::string>;

TEST_F(Breaking, FillsLinesOfHan) {
    const auto lines = set(han(25), 10);
    ASSERT_EQ(lines.size(), 3u);
    EXPECT_EQ(lines[0].width, 10 * kEm);
    EXPECT_EQ(lines[1].width, 10 * kEm);
    EXPECT_EQ(lines[2].width, 5 * kEm) << "the last line is not spread";
}

TEST_F(Breaking, CarriesABlankWithARuleOverToTheNextLine) {
    std::string blank;
    for (int i = 0; i < 14; ++i) blank += "　";
    Composer composer(fonts(), profile_named("gongbao"), layout_);
    NoteTexts notes;
    const core::Runs runs = {core::text_run("申请人"),
                             core::text_run(blank, core::Marks{}.add(core::Mark::Underline))};
    const auto lines = composer.set(composer.segmenter().of(runs, style_of(), notes), 10 * kEm, 0,
                                    TextAlign::Justify, core::Place(core::PlaceKind::Paragraph, 1));
    ASSERT_EQ(lines.size(), 2u);
    for (const SetLine& line : lines) {
        EXPECT_FALSE(line.overfull);
        ASSERT_EQ(line.underlines.size(), 1u) << "the rule is drawn under white space, too";
    }
    EXPECT_EQ(lines[0].underlines[0].width + lines[1].underlines[0].width, 14 * kEm);
}

TEST_F(Breaking, LeavesTheFirstLineItsIndent) {
    const auto lines = set(han(18), 10, 2 * kEm);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].width, 8 * kEm);
    EXPECT_EQ(lines[1].width, 10 * kEm);
}

TEST_F(Breaking, HalvesAMarkAtTheLineEnd) {
    // Ten and a half ems: the comma's blank half is what is too much.
    const auto lines = set(han(10) + "，" + han(8), 11);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(words(lines[0]), han(10) + "，");
    EXPECT_EQ(lines[0].width, 11 * kEm);
    const PlacedGlyph& comma = lines[0].glyphs.back();
    EXPECT_EQ(comma.x, 11 * kEm - kEm / 2) << "its ink stands at the edge of the column";
}

TEST_F(Breaking, PullsAClosingMarkInBeforePushingACharacterOut) {
    // The stop would start the second line; half of it fits.
    EXPECT_EQ(broken(han(9) + "、" + han(10), 10)[0], han(9) + "、");
    const Lines pulled = broken("一，二三四五六七八九。十一十二十三", 10);
    EXPECT_EQ(pulled[0], "一，二三四五六七八九。");
}

TEST_F(Breaking, TrimsAnOpeningBracketAtTheLineStart) {
    const auto lines = set(han(10) + "（" + han(6) + "）" + han(4), 10);
    ASSERT_GE(lines.size(), 2u);
    ASSERT_EQ(core::to_utf32(words(lines[1])).front(), U'（');
    EXPECT_EQ(lines[1].glyphs.front().x, -kEm / 2);
    EXPECT_LT(lines[1].glyphs[1].x, kEm * 6 / 10);
}

TEST_F(Breaking, SqueezesInTheOrderOfTheTrade) {
    // One em too much: brackets give before pauses, pauses before stops.
    const auto lines = set("甲（乙）丙丁戊己庚辛壬癸子丑", 11);
    ASSERT_GE(lines.size(), 2u);
    EXPECT_FALSE(lines[0].overfull);
}

TEST_F(Breaking, KeepsUnbreakableThingsWhole) {
    for (const char* inner :
         {"——", "……", "abcdefg", "1234567", "3.14%", "¥380", "2016—2020", "GB/T", "[12]", "a@b.cn"})
        for (std::size_t before = 1; before <= 12; ++before) {
            const std::string text = han(before) + inner + han(15);
            const auto lines = broken(text, 10);
            const bool whole = std::any_of(
                lines.begin(), lines.end(),
                [&](const std::string& line) { return line.find(inner) != std::string::npos; });
            EXPECT_TRUE(whole) << inner << " after " << before;
        }
}

TEST_F(Breaking, PrefersNotToPartANumberFromItsUnit) {
    for (std::size_t before = 34; before <= 43; ++before)
        for (const std::string& line : broken(han(before) + "2026年" + han(60), 43)) {
            EXPECT_FALSE(core::ends_with(line, "2026")) << line;
            EXPECT_FALSE(core::starts_with(line, "年")) << line;
        }
}

TEST_F(Breaking, KeepsADocumentNumberTogetherWhereItCan) {
    for (std::size_t before = 20; before <= 43; ++before)
        for (const std::string& line : broken(han(before) + "云政办发〔2026〕38号" + han(60), 43)) {
            EXPECT_FALSE(core::starts_with(line, "号")) << line;
            EXPECT_FALSE(core::starts_with(line, "38号")) << line;
        }
}

TEST_F(Breaking, EndsNoParagraphWithOneCharacter) {
    for (std::size_t count = 20; count <= 60; ++count) {
        const auto lines = broken(han(8) + "，" + han(count) + "，" + han(7) + "。", 19);
        std::size_t letters = 0;
        for (const char32_t c : core::to_utf32(lines.back())) letters += core::is_han(c) ? 1 : 0;
        EXPECT_GE(letters, 2u) << count;
    }
}

TEST_F(Breaking, SqueezesAsciiBracketsOnTheGridToEndNoParagraphWithOneCharacter) {
    const auto lines = set("(四)一个企业承租经营另一个企业(以下简称企业承租)；", 26, 0,
                           TextAlign::Justify, "gongwen");
    std::size_t letters = 0;
    for (const char32_t c : core::to_utf32(words(lines.back()))) letters += core::is_han(c) ? 1 : 0;
    EXPECT_GE(letters, 2u);
    for (const SetLine& line : lines)
        for (std::size_t i = 0; i + 1 < line.glyphs.size(); ++i)
            EXPECT_LT(line.glyphs[i].x, line.glyphs[i + 1].x) << "characters stay in order";
}

TEST_F(Breaking, SqueezesALittleToSaveALineOfTwoCharacters) {
    const auto lines = set(
        "第一条　为了规范《云岭省人民政府公报》（以下简称《公报》）编辑、出版和发行工作，根据"
        "《中华人民共和国政府信息公开条例》《规章制定程序条例》等规定，结合本省实际，制定本办法。",
        42, 2 * kEm);
    EXPECT_EQ(lines.size(), 2u);
}

TEST_F(Breaking, LooksAtTheWholeParagraph) {
    // First come, first served fills the first line by squeezing it and leaves the second loose.
    const std::string text = "为规范省级储备物资管理，" + han(5) + "abcdefghijklmno" + han(6) +
                             "，" + "abcdefghijklmnopq" + han(9) + "。";
    int worst = 0;
    for (const SetLine& line : set(text, 14)) worst = std::max(worst, line.stretch);
    EXPECT_LT(worst, 700) << "thousandths of an em a gap";
}

TEST_F(Breaking, SpreadsNoGapInsideAWord) {
    const auto lines = set(han(7) + "abcdef" + han(12), 9);
    for (const SetLine& line : lines)
        for (std::size_t i = 0; i + 1 < line.glyphs.size(); ++i)
            if (core::is_ascii_letter(line.glyphs[i].text) &&
                core::is_ascii_letter(line.glyphs[i + 1].text)) {
                EXPECT_LT(line.glyphs[i + 1].x - line.glyphs[i].x, kEm * 6 / 10);
            }
}

TEST_F(Breaking, CutsARunWiderThanTheColumnAndSaysSo) {
    const std::string word(200, 'w');
    const auto lines = broken("甲" + word + "乙", 10);
    std::string all;
    for (const std::string& line : lines) all += line;
    EXPECT_EQ(all, "甲" + word + "乙");
    ASSERT_FALSE(layout_.findings.empty());
    EXPECT_EQ(layout_.findings.front().message.id, "typeset.run_too_wide");
    EXPECT_EQ(layout_.findings.size(), 1u) << "a paragraph is reported once";
}

TEST_F(Breaking, SetsAHundredThousandDashesInTimeLinearInTheirNumber) {
    std::string dashes;
    for (int i = 0; i < 100000; ++i) dashes += "——";
    std::size_t count = 0;
    for (const SetLine& line : set(dashes, 40)) count += line.glyphs.size();
    EXPECT_GE(count, 100000u) << "none is lost (and the test's time limit has not been reached)";
}

TEST_F(Breaking, BreaksAnAddressOfTheWebAtItsSolidus) {
    const auto lines =
        broken(han(4) + "https://gazette.yunling.example/2026/1/archive" + han(3), 14);
    for (const std::string& line : lines) EXPECT_FALSE(core::ends_with(line, ":")) << line;
    EXPECT_TRUE(layout_.findings.empty());
}

TEST_F(Breaking, BalancesACentredTitle) {
    const auto lines = set(han(27), 26, 0, TextAlign::Center);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_GT(lines[1].width, 8 * kEm) << "not one character below a full line";
}

TEST_F(Breaking, FillsTheLinesOfARaggedColumn) {
    const auto lines = set(han(30), 26, 0, TextAlign::Left);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].width, 26 * kEm) << "only centred lines are balanced";
}

TEST_F(Breaking, BreaksATitleAtTheSense) {
    // Even halves would cut 工作 or 方案.
    const auto lines =
        broken("云岭省人民政府关于印发乡村道路建设工作方案的通知", 16, TextAlign::Center);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0], "云岭省人民政府关于印发");
    for (const char* word :
         {"人民", "政府", "关于", "印发", "乡村", "道路", "建设", "工作", "方案", "通知"})
        EXPECT_TRUE(lines[0].find(word) != std::string::npos ||
                    lines[1].find(word) != std::string::npos)
            << word << " in " << lines[0] << "|" << lines[1];
}

TEST_F(Breaking, BreaksATitleWhereASpacePartsItsWords) {
    for (const Length ems : {14, 16, 20, 24}) {
        const auto lines =
            broken("云岭省人民政府　云岭军区令公布云岭省拥军优属与应急动员办法（试行）", ems,
                   TextAlign::Center);
        EXPECT_TRUE(std::any_of(
            lines.begin(), lines.end(),
            [](const std::string& line) { return line.find("云岭军区") != std::string::npos; }))
            << ems << ": " << lines[0];
    }
    const auto note = broken(
        "（2026年1月30日云岭省人民政府第12次常务会议通过　2026年2月11日公布　自2026年4月1日起施行"
        "）",
        37, TextAlign::Center);
    ASSERT_EQ(note.size(), 2u);
    EXPECT_TRUE(core::ends_with(note[0], "会议通过　")) << note[0];
    // Letter-spaced words stay whole where words can part.
    for (const std::string& line :
         broken("云岭省农业农村厅　省　长　办　公　会关于印发名单的通知", 20, TextAlign::Center))
        EXPECT_FALSE(core::ends_with(line, "省　") || core::ends_with(line, "长　")) << line;
}

TEST_F(Breaking, CentresWhatIsSeenWhereASpaceEndsALine) {
    const auto lines = set("云岭省人民政府　云岭军区令公布办法", 12, 0, TextAlign::Center);
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(lines[0].width, 7 * kEm);
    EXPECT_EQ(lines[0].offset, 5 * kEm / 2);
}

TEST_F(Breaking, BreaksATitleInAListAtTheSense) {
    Composer composer(fonts(), profile_named("gongbao"), layout_);
    const auto lines = composer.set_at_sense(
        composer.segmenter().of("云岭省人民政府关于推进县域公共图书馆服务一体化的意见", style_of()),
        21 * kEm, 0, core::Place(core::PlaceKind::Contents));
    ASSERT_EQ(lines.size(), 2u);
    EXPECT_EQ(words(lines[1]), "一体化的意见");
}

TEST_F(Breaking, PutsTheWhiteBesideANumberAwayFromTheMarkThatBelongsToIt) {
    // 98.5% takes 2.6 characters of three: 0.4 before it, nothing between it and the stop.
    const auto lines = set("不得少于98.5%。甲乙丙丁", 28, 0, TextAlign::Justify, "gongwen");
    ASSERT_EQ(lines.size(), 1u);
    const auto& glyphs = lines[0].glyphs;
    EXPECT_GT(glyphs[4].x, 4 * kEm + kEm / 4);
    EXPECT_EQ(glyphs[9].x, 7 * kEm);
    const auto bracketed = set("（1）甲乙", 28, 0, TextAlign::Justify, "gongwen");
    EXPECT_NEAR(bracketed[0].glyphs[1].x, kEm + kEm / 4, kEm / 50)
        << "in the middle of its brackets";
}

TEST_F(Breaking, SetsANumberAndItsPointAsOneCharacterOnTheGrid) {
    const auto lines = set("1.建立名录", 28, 0, TextAlign::Justify, "gongwen");
    EXPECT_EQ(lines[0].glyphs[2].x, kEm);
}

TEST_F(Breaking, KeepsTheGridOnLinesOfHan) {
    const auto lines = set(han(40), 28, 2 * kEm, TextAlign::Justify, "gongwen");
    for (const PlacedGlyph& glyph : lines[0].glyphs) EXPECT_EQ(glyph.x % kEm, 0);
}

TEST_F(Breaking, HangsASpaceOverTheLineEnd) {
    const auto lines = set("alpha beta gamma delta epsilon zeta eta theta", 5);
    ASSERT_GT(lines.size(), 2u);
    EXPECT_EQ(lines[0].glyphs.back().text, U' ') << "words stay apart when the text is taken out";
    EXPECT_LE(lines[0].width, 5 * kEm);
}

TEST_F(Breaking, GivesWayNotAtAllInAnEmptyParagraph) {
    EXPECT_TRUE(set("", 10).empty());
}

}  // namespace
}  // namespace gongbao::typeset
