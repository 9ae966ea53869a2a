// SPDX-License-Identifier: Apache-2.0
// Hard text: right-to-left names inside Han, scripts whose letters change places, marks, invisible
// characters. The text of a layout is the text that went in, in reading order, and nothing is drawn
// with .notdef.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "typeset/text/break_lines.hpp"
#include "typeset/text/break_points.hpp"
#include "typeset/text/justify.hpp"
#include "typeset/text/shape.hpp"

namespace gongbao::typeset {
namespace {

using tests::fonts;
using tests::profile_named;

constexpr Length kEm = 10000;

class Scripts : public ::testing::Test {
  protected:
    std::vector<SetLine> set(std::u32string text, Length width, const char* profile = "gongbao") {
        const TextRules& rules = profile_named(profile).text;
        Shaper shaper(fonts(), texts_);
        Segment segment;
        segment.text = std::move(text);
        segment.role = fonts().role("body");
        segment.size = kEm;
        std::vector<Atom> atoms =
            shaper.shape({segment}, rules, core::Place(core::PlaceKind::Paragraph, 1), findings_)
                .atoms;
        find_break_points(atoms, rules.prohibition, texts_);
        std::vector<SetLine> lines;
        for (const LineSpan& span : break_lines(atoms, {width, width, TextAlign::Justify}, rules))
            lines.push_back(set_line(atoms, span, width, TextAlign::Justify, rules));
        return lines;
    }

    std::u32string text_of(const PlacedGlyph& glyph) const {
        if (glyph.text >= kTextPool) return texts_[glyph.text - kTextPool];
        return glyph.text == 0 ? std::u32string() : std::u32string(1, glyph.text);
    }
    std::u32string text_of(const std::vector<SetLine>& lines) const {
        std::u32string text;
        for (const SetLine& line : lines)
            for (const PlacedGlyph& glyph : line.glyphs) text += text_of(glyph);
        return text;
    }
    // The glyphs' texts from left to right.
    std::u32string seen(const SetLine& line) const {
        std::vector<PlacedGlyph> glyphs = line.glyphs;
        std::stable_sort(glyphs.begin(), glyphs.end(),
                         [](const PlacedGlyph& a, const PlacedGlyph& b) { return a.x < b.x; });
        std::u32string text;
        for (const PlacedGlyph& glyph : glyphs) text += text_of(glyph);
        return text;
    }
    bool found(const char* id) const {
        return std::any_of(findings_.begin(), findings_.end(),
                           [&](const core::Diagnostic& d) { return d.message.id == id; });
    }

    std::vector<std::u32string> texts_;
    core::Diagnostics findings_;
};

TEST_F(Scripts, SetsHebrewFromRightToLeftAndKeepsItsReadingOrder) {
    const auto lines = set(U"名שלום是", 40 * kEm);
    EXPECT_EQ(text_of(lines), U"名שלום是");
    EXPECT_EQ(seen(lines[0]), U"名םולש是");
}

TEST_F(Scripts, OrdersTheWordsOfARightToLeftRun) {
    const auto lines = set(U"说אב גד 12 הו，后", 40 * kEm);
    EXPECT_EQ(text_of(lines), U"说אב גד 12 הו，后");
    EXPECT_EQ(seen(lines[0]), U"说וה 12 דג בא，后") << "words run leftwards, figures rightwards";
}

TEST_F(Scripts, BreaksARightToLeftRunInReadingOrder) {
    std::u32string words;
    for (int i = 0; i < 12; ++i) words += U"אבגד ";
    const std::u32string text = U"汉字" + words + U"汉字";
    const auto lines = set(text, 10 * kEm);
    ASSERT_GT(lines.size(), 2u);
    EXPECT_EQ(text_of(lines), text);
    for (const SetLine& line : lines) EXPECT_LE(line.width, 10 * kEm);
}

TEST_F(Scripts, KeepsTheGapsOfARightToLeftNameOnBothSides) {
    const auto line = set(U"名שלום是", 40 * kEm)[0];
    const Length han = line.glyphs.front().x + kEm;
    const Length name = line.glyphs[4].x;  // the last letter stands leftmost
    EXPECT_EQ(name - han, kEm / 4);
    EXPECT_EQ(line.glyphs.back().x - line.glyphs[1].x, [&] {
        const PlacedGlyph& first = line.glyphs[1];
        return fonts().face(first.face).advance_of(first.glyph) * kEm / 1000 + kEm / 4;
    }());
}

TEST_F(Scripts, SetsAParagraphWithoutHanFromTheRight) {
    const auto lines = set(U"שלום עולם", 40 * kEm);
    EXPECT_TRUE(lines[0].right_to_left);
    EXPECT_EQ(lines[0].offset + lines[0].width, 40 * kEm);
}

TEST_F(Scripts, NeverSplitsAClusterOverTwoFaces) {
    for (const char32_t* text :
         {U"ẹ\u0323\u0301x", U"甲\u0301乙", U"नमस्ते क्षत्रिय", U"བཀྲ་ཤིས", U"กำน้ำ", U"q\u0307\u0323"}) {
        Shaper shaper(fonts(), texts_);
        Segment segment;
        segment.text = text;
        segment.role = fonts().role("body");
        segment.size = kEm;
        const auto atoms =
            shaper.shape({segment}, profile_named("gongbao").text, {}, findings_).atoms;
        for (std::size_t i = 1; i < atoms.size(); ++i)
            if (atoms[i].cls == CharClass::Mark) {
                EXPECT_EQ(atoms[i].face, atoms[i - 1].face) << core::to_utf8(text);
            }
    }
    EXPECT_FALSE(found("typeset.glyph_missing"));
}

TEST_F(Scripts, HasAFaceForTheScriptsOfChina) {
    set(U"ئۇيغۇر བོད་ཡིག ᠮᠣᠩᠭᠣᠯ ꆈꌠꉙ ᥖᥭᥰ ᦅᧄ ꓡꓲ조선말 Bouxcuengh "
        U"𠮷𪚥𬺈𰻞",
        60 * kEm);
    EXPECT_FALSE(found("typeset.glyph_missing"));
}

TEST_F(Scripts, TakesTheVariantAFontHasAndNamesOneThatNoFontHas) {
    const auto line = set(U"葛\U000E0102城", 40 * kEm)[0];
    EXPECT_EQ(text_of({line}), U"葛\U000E0102城");
    EXPECT_EQ(line.glyphs.size(), 2u);
    findings_.clear();
    set(U"国\U000E01EF", 40 * kEm);
    EXPECT_TRUE(found("typeset.variant_missing"));
}

TEST_F(Scripts, KeepsInvisibleCharactersInTheTextAndPrintsNothing) {
    const std::u32string text =
        U"\uFEFF甲\u200B乙\u00AD丙\u2060丁\u0001戊a\u200Bb\u00ADc\u0002，\u200E己";
    const auto lines = set(text, 60 * kEm);
    EXPECT_EQ(text_of(lines), text);
    const std::u32string visible = U"甲乙丙丁戊abc，己";
    EXPECT_EQ(lines[0].width, set(visible, 60 * kEm)[0].width);
    EXPECT_TRUE(found("typeset.invisible_characters"));
}

TEST_F(Scripts, LetsALineEndAtAZeroWidthSpace) {
    std::u32string word;
    for (int i = 0; i < 30; ++i) word += U"abcdefgh\u200B";
    for (const SetLine& line : set(word, 10 * kEm)) {
        EXPECT_FALSE(line.overfull);
        EXPECT_EQ(text_of({line}).size() % 9, 0u) << "cut between its words";
    }
}

TEST_F(Scripts, StandsALoneMarkOverASpaceAndSaysSo) {
    const auto lines = set(U"\u0301甲", 40 * kEm);
    EXPECT_EQ(text_of(lines), U"\u0301甲");
    EXPECT_TRUE(found("typeset.lone_mark"));
}

TEST_F(Scripts, NeverTakesAPrivateUseCharacterFromAFont) {
    const auto lines = set(U"甲\uE863\uE000乙", 40 * kEm);
    EXPECT_EQ(text_of(lines), U"甲\uE863\uE000乙");
    EXPECT_TRUE(found("typeset.glyph_missing"));
    EXPECT_EQ(lines[0].glyphs[1].glyph, lines[0].glyphs[2].glyph) << "〓 both";
}

// Random rows of everything awkward: out comes what went in.
TEST_F(Scripts, GivesBackTheTextOfAnyMixture) {
    const std::u32string_view pool[] = {
        U"国政府令关于推进工作",
        U"，。；：！？、",
        U"“”‘’《》（）【】",
        U"—…·–～／",
        U"abcXYZ019",
        U" .,:%()[]$-",
        U"שלוםابتثسلا١٢",
        U"नमस्तेक्ष्र",
        U"สวัสดีก็น้ำ",
        U"བཀྲ་ཤིས",
        U"ᠮᠣᠩᠭᠣᠯ",
        U"ئۇيغۇر",
        U"한국어",
        U"\u0301\u0323\u20DD\u0300",
        U"\uFE00\U000E0100\uFE0F",
        U"\u200B\u200C\u200D\u00AD\uFEFF\u2060\u0001\u001F",
        U"\u202A\u202B\u202C\u202E\u2066\u2067\u2069\u200E\u200F",
        U"𠮷𪚥𬺈𰻞㐀",
        U"\uE000\uF8FF\U000F0001",
        U"👩👧🇨🇳⿰〓",
        U"\u3000\u00A0\u2003\u2009\u202F",
        U"−±×÷℃％‰№§々〇",
    };
    for (unsigned seed = 1; seed <= 400; ++seed) {
        std::mt19937 random(seed);
        std::u32string text;
        for (int run = 0; run < 12; ++run) {
            const std::u32string_view set = pool[random() % std::size(pool)];
            for (auto k = 1 + random() % 6; k > 0; --k) text += set[random() % set.size()];
        }
        const char* profile = seed % 2 == 0 ? "gongbao" : "gongwen";
        const auto lines = set(text, static_cast<Length>(3 + random() % 30) * kEm, profile);
        ASSERT_EQ(core::to_utf8(text_of(lines)), core::to_utf8(text)) << "seed " << seed;
        for (const SetLine& line : lines)
            for (const PlacedGlyph& glyph : line.glyphs)
                ASSERT_NE(glyph.glyph, 0u) << "seed " << seed;
    }
}

}  // namespace
}  // namespace gongbao::typeset
