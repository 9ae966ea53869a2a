// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/shape.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "core/text/text.hpp"
#include "tests/typeset/press.hpp"
#include "tests/worded.hpp"

namespace gongbao::typeset {
namespace {

using tests::fonts;
using tests::profile_named;

constexpr Length kEm = 10000;

class Shaping : public ::testing::Test {
  protected:
    std::vector<Atom> shape(std::u32string text, const char* profile = "gongbao") {
        Shaper shaper(fonts(), texts_);
        Segment segment;
        segment.text = std::move(text);
        segment.role = fonts().role("body");
        segment.size = kEm;
        return shaper
            .shape({segment}, profile_named(profile).text,
                   core::Place(core::PlaceKind::Paragraph, 1), findings_)
            .atoms;
    }

    static Extent width(const std::vector<Atom>& atoms) {
        Extent sum = 0;
        for (const Atom& atom : atoms) sum += atom.advance + atom.gap;
        return sum;
    }

    std::u32string text_of(const std::vector<Atom>& atoms) const {
        std::u32string text;
        for (const Atom& atom : atoms) {
            if (atom.text >= kTextPool)
                text += texts_[atom.text - kTextPool];
            else if (atom.text != 0)
                text += atom.text;
        }
        return text;
    }

    bool found(const char* id) const {
        return std::any_of(findings_.begin(), findings_.end(),
                           [&](const core::Diagnostic& d) { return d.message.id == id; });
    }

    std::vector<std::u32string> texts_;
    core::Diagnostics findings_;
};

TEST_F(Shaping, GivesEveryHanCharacterOneEm) {
    for (const Atom& atom : shape(U"云岭省人民政府")) {
        EXPECT_EQ(atom.advance, kEm);
        EXPECT_EQ(atom.gap, 0);
    }
}

TEST_F(Shaping, SetsAmbiguousMarksWideAmongHanAndNarrowAmongLatin) {
    EXPECT_EQ(shape(U"称“甲”者")[1].cls, CharClass::Opening);
    EXPECT_EQ(shape(U"称“甲”者")[1].advance, kEm);
    EXPECT_EQ(shape(U"称“ABC”者")[1].cls, CharClass::Opening) << "one Han neighbour is enough";
    const auto apostrophe = shape(U"it’s");
    EXPECT_NE(apostrophe[2].cls, CharClass::Closing);
    EXPECT_LT(apostrophe[2].advance, kEm / 2);
    EXPECT_EQ(shape(U"甲——乙")[1].cls, CharClass::Dash);
    EXPECT_EQ(shape(U"甲—乙")[1].cls, CharClass::Connector);
    EXPECT_EQ(shape(U"甲……乙")[1].cls, CharClass::Ellipsis);
    EXPECT_EQ(shape(U"甲·乙")[1].cls, CharClass::Interpunct);
    EXPECT_EQ(shape(U"甲·乙")[1].advance, kEm / 2);
    EXPECT_EQ(shape(U"a·b")[1].cls, CharClass::Latin);
}

struct Pair {
    const char32_t* text;
    int half_ems;
};

TEST_F(Shaping, TakesAHalfEmFromMarksThatMeet) {
    const Pair pairs[] = {
        {U"。”", 3},  {U"”，", 3},  {U"，“", 3},  {U"》《", 3},   {U"（《", 3},
        {U"》）", 3}, {U"：“", 3},  {U"。）", 3}, {U"》、《", 4}, {U"！”，", 4},
        {U"“‘", 3},   {U"甲，", 4}, {U"“甲", 4},  {U"甲乙", 4},   {U"”甲“", 6},
    };
    for (const Pair& pair : pairs) {
        const std::u32string text = std::u32string(U"国") + pair.text + U"国";
        EXPECT_EQ(width(shape(text)), (pair.half_ems + 4) * kEm / 2) << core::to_utf8(text);
    }
}

// Each class beside each: what the two take together, in half ems, and whether it is the second
// that gives.
TEST_F(Shaping, CompressesEveryPairOfClassesByOneTable) {
    const std::u32string_view classes[] = {U"“（《", U"”）》", U"，、；：", U"。"};
    const int half_ems[4][4] = {
        // opening closing pause stop      the mark after
        {3, 4, 4, 4},  // opening: only another opening is tight to it
        {3, 3, 3, 3},  // closing
        {3, 3, 3, 3},  // pause
        {3, 3, 3, 3},  // stop
    };
    for (std::size_t a = 0; a < 4; ++a)
        for (std::size_t b = 0; b < 4; ++b)
            for (const char32_t first : classes[a])
                for (const char32_t second : classes[b]) {
                    const std::u32string text = {U'国', first, second, U'国'};
                    EXPECT_EQ(width(shape(text)), (half_ems[a][b] + 4) * kEm / 2)
                        << core::to_utf8(text);
                }
}

TEST_F(Shaping, JoinsCriesAndQuestions) {
    for (const char* profile : {"gongbao", "gongwen"}) {
        EXPECT_EQ(width(shape(U"国？！国", profile)), 3 * kEm) << profile;
        EXPECT_EQ(width(shape(U"国！！国", profile)), 3 * kEm) << profile;
        EXPECT_EQ(width(shape(U"国！！！国", profile)), 4 * kEm) << profile;
        EXPECT_EQ(width(shape(U"国！国", profile)), 3 * kEm) << profile;
        EXPECT_EQ(width(shape(U"国⁉国", profile)), 3 * kEm) << profile;
    }
}

TEST_F(Shaping, DrawsATrimmedMarkInTheHalfItKeeps) {
    // FandolFang's ？ stands in the middle of its cell.
    const auto atoms = shape(U"真？”");
    const GlyphInk ink = fonts().face(atoms[1].face).ink_of(atoms[1].glyph);
    EXPECT_GE(atoms[1].dx + ink.left * kEm / 1000, 0);
    EXPECT_LE(atoms[1].dx + ink.right * kEm / 1000, kEm / 2);
}

TEST_F(Shaping, GivesLongMarksTwoEmsAndShortOnesHalf) {
    EXPECT_EQ(width(shape(U"甲——乙")), 4 * kEm);
    EXPECT_EQ(width(shape(U"甲⸺乙")), 4 * kEm);
    EXPECT_EQ(width(shape(U"甲……乙")), 4 * kEm);
    EXPECT_EQ(width(shape(U"甲⋯⋯乙")), 4 * kEm);
    EXPECT_EQ(width(shape(U"甲………………乙")), 8 * kEm);
    EXPECT_EQ(width(shape(U"甲—乙")), 3 * kEm);
    EXPECT_EQ(width(shape(U"甲–乙")), 5 * kEm / 2);
    for (const char32_t* dot : {U"甲·乙", U"甲・乙", U"甲‧乙"})
        EXPECT_EQ(width(shape(dot)), 5 * kEm / 2);
    EXPECT_EQ(width(shape(U"一九〇〇")), 4 * kEm);
    EXPECT_EQ(width(shape(U"２０２６")), 4 * kEm) << "full-width figures stay what they are";
    EXPECT_LT(width(shape(U"2026")), 5 * kEm / 2);
}

TEST_F(Shaping, DecidesTheTwoQuotesOfAPairAlike) {
    const auto wide = [&](const char32_t* text, std::size_t at) {
        const CharClass cls = shape(text)[at].cls;
        return cls == CharClass::Opening || cls == CharClass::Closing;
    };
    EXPECT_TRUE(wide(U"“ABC”是", 0) && wide(U"“ABC”是", 4));
    EXPECT_TRUE(wide(U"是 “ABC” 是", 2) && wide(U"是 “ABC” 是", 6)) << "beyond white space";
    EXPECT_FALSE(wide(U"“Hello,” he", 0) || wide(U"“Hello,” he", 7));
    EXPECT_TRUE(wide(U"他说“it’s me”。", 2) && wide(U"他说“it’s me”。", 10));
    EXPECT_FALSE(wide(U"他说“it’s me”。", 5)) << "an apostrophe";
    EXPECT_TRUE(wide(U"“‘甲’”", 0) && wide(U"“‘甲’”", 1) && wide(U"“‘甲’”", 3) &&
                wide(U"“‘甲’”", 4));
}

TEST_F(Shaping, MakesATypedSpaceTheGapItStandsFor) {
    EXPECT_EQ(width(shape(U"共 38 件")), width(shape(U"共38件")));
    EXPECT_EQ(width(shape(U"共 38 件", "gongwen")), width(shape(U"共38件", "gongwen")));
    EXPECT_EQ(width(shape(U"有， ABC")), width(shape(U"有，ABC")));
    EXPECT_EQ(text_of(shape(U"共 38 件")), U"共 38 件") << "the text keeps it";
    EXPECT_GT(shape(U"7.1 适用范围")[3].advance, 0) << "it ends a number";
    EXPECT_GT(width(shape(U"张三 李四")), 4 * kEm) << "between Han it means something";
}

TEST_F(Shaping, KeepsABracketTightToWhatItEncloses) {
    const auto atoms = shape(U"甲（《乙》）丙");
    // The second opening bracket loses its blank left half: it is drawn half an em further left.
    EXPECT_EQ(atoms[2].dx, -kEm / 2);
    EXPECT_EQ(atoms[2].advance, kEm / 2);
    EXPECT_EQ(atoms[4].advance, kEm / 2);
    EXPECT_EQ(atoms[4].dx, 0);
}

TEST_F(Shaping, LeavesMarksWholeOnTheGrid) {
    EXPECT_EQ(width(shape(U"国。”国", "gongwen")), 4 * kEm);
}

TEST_F(Shaping, PutsAQuarterEmBetweenHanAndLatin) {
    const auto atoms = shape(U"共38件");
    EXPECT_EQ(atoms[0].gap, kEm / 4);
    EXPECT_EQ(atoms[2].gap, kEm / 4);
    EXPECT_EQ(shape(U"，38。")[0].gap, 0) << "none next to Chinese marks";
    EXPECT_EQ(shape(U"（38）")[0].gap, 0) << "none inside brackets";
    const auto percent = shape(U"增10%以上");
    EXPECT_EQ(percent[3].gap, kEm / 4) << "% belongs to the figure";
}

TEST_F(Shaping, SetsAsciiBracketsAmongHanInHalfAnEm) {
    const auto atoms = shape(U"各市(州)及");
    EXPECT_EQ(atoms[2].advance, kEm / 2);
    EXPECT_EQ(atoms[4].advance, kEm / 2);
    EXPECT_EQ(width(atoms), 5 * kEm) << "no gap besides";
    EXPECT_GT(atoms[2].dx, 0) << "tight to what it encloses";
    EXPECT_EQ(atoms[4].dx, 0);
    EXPECT_EQ(shape(U"共¥380元")[0].gap, kEm / 4) << "the sign of a sum is part of it";
}

TEST_F(Shaping, FillsWholeEmsOnTheGrid) {
    for (const char32_t* text :
         {U"共3件", U"共38件", U"共1234567件", U"用GB/T 9704标准", U"第10.5条"})
        EXPECT_EQ(width(shape(text, "gongwen")) % kEm, 0) << core::to_utf8(text);
}

TEST_F(Shaping, ShowsAMissingCharacterAndReportsIt) {
    const auto atoms = shape(U"甲\U000F0001乙");
    ASSERT_EQ(atoms.size(), 3u);
    EXPECT_NE(atoms[1].glyph, 0u) << "〓, not .notdef";
    EXPECT_EQ(text_of(atoms), U"甲\U000F0001乙") << "its text stays what it is";
    ASSERT_TRUE(found("typeset.glyph_missing"));
    EXPECT_EQ(findings_.front().level, core::Level::Error);
    EXPECT_EQ(gongbao::tests::worded(findings_.front().place), "第1段");
}

TEST_F(Shaping, ReportsAPrivateUseCharacter) {
    shape(U"\uE863");
    EXPECT_TRUE(found("typeset.glyph_missing"));
}

TEST_F(Shaping, TakesRareCharactersFromAnotherFaceAndSaysSo) {
    const auto atoms = shape(U"李喆");
    EXPECT_NE(atoms[0].face, atoms[1].face);
    ASSERT_TRUE(found("typeset.glyph_substituted"));
    EXPECT_EQ(findings_.front().level, core::Level::Hint);
    EXPECT_EQ(findings_.front().message.args.at("characters"), "喆 (U+5586)");
    EXPECT_EQ(findings_.front().excerpt, "李喆");
    findings_.clear();
    shape(U"李明");
    EXPECT_TRUE(findings_.empty());
}

TEST_F(Shaping, KeepsEveryCodePointOfEveryScript) {
    for (const char32_t* text :
         {U"甲e\u0301乙", U"数据السلام文字", U"甲नमस्ते乙", U"葛󠄀城", U"가나다",
          U"a\u0323\u0301x", U"中กำ文", U"x²＋y₂", U"👩\u200D👧甲"}) {
        std::u32string got = text_of(shape(text));
        std::u32string want = text;
        std::sort(got.begin(), got.end());
        std::sort(want.begin(), want.end());
        EXPECT_EQ(got, want) << core::to_utf8(text);
    }
}

TEST_F(Shaping, SetsACombiningMarkOverItsLetter) {
    const auto atoms = shape(U"甲ẹ́乙");
    for (std::size_t i = 1; i + 1 < atoms.size(); ++i)
        if (atoms[i].cls == CharClass::Mark) {
            EXPECT_EQ(atoms[i - 1].gap, 0);
        }
    EXPECT_LT(width(atoms), 2 * kEm + kEm * 3 / 2);
}

TEST_F(Shaping, MakesNothingOfNothing) {
    EXPECT_TRUE(shape(U"").empty());
}

}  // namespace
}  // namespace gongbao::typeset
