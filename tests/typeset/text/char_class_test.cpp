// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/char_class.hpp"

#include <gtest/gtest.h>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

struct Case {
    const char32_t* members;
    CharClass cls;
};

TEST(CharClass, KnowsTheSetsOfClreq) {
    const Case cases[] = {
        {U"国〇一々々㐀𠮷", CharClass::Han},
        {U"「『（《〈【〖〔［｛“‘", CharClass::Opening},
        {U"」』）》〉】〗〕］｝”’", CharClass::Closing},
        {U"、，；：", CharClass::Pause},
        {U"。！？．", CharClass::Stop},
        {U"·・‧", CharClass::Interpunct},
        {U"～–—〜", CharClass::Connector},
        {U"⸺⸻", CharClass::Dash},
        {U"…⋯", CharClass::Ellipsis},
        {U"／", CharClass::Solidus},
        {U"\u3000", CharClass::WideSpace},
        {U"azAZ09é", CharClass::Latin},
        {U" \u00A0\t\u2009\u202F", CharClass::Space},
        {U"([{$€£−", CharClass::LatinOpening},
        {U")]},.:;!?%°", CharClass::LatinClosing},
        {U"￥№§", CharClass::Prefix},
        {U"％℃㎡‼⁇⁈⁉", CharClass::Postfix},
        {U"\u0301\u20DD\uFE00\U000E0100\u200B\u200D\u00AD\uFEFF\u0001\u202E", CharClass::Mark},
        {U"①⑩Ⅳ■△×※", CharClass::Han},
        {U"กक한", CharClass::Other},
    };
    for (const Case& one : cases)
        for (const char32_t* c = one.members; *c != 0; ++c) {
            if (*c == U'々' || *c == U'×' || *c == U'한') continue;  // below
            EXPECT_EQ(classify(*c), one.cls) << core::to_utf8(std::u32string{*c});
        }
    EXPECT_EQ(classify(U'々'), CharClass::Postfix) << "stays with the character it repeats";
    EXPECT_EQ(classify(U'×'), CharClass::Latin) << "between figures: 3×4";
}

TEST(CharClass, TakesNoOtherCharacterForAMark) {
    for (const char32_t c : std::u32string(U"国a0 ①一"))
        for (const CharClass cls : {CharClass::Opening, CharClass::Closing, CharClass::Pause,
                                    CharClass::Stop, CharClass::Connector})
            EXPECT_NE(classify(c), cls) << core::to_utf8(std::u32string{c});
    EXPECT_NE(classify(U'一'), CharClass::Connector) << "the numeral is not the dash";
    EXPECT_NE(classify(U'〇'), CharClass::Stop);
    EXPECT_NE(classify(U'-'), CharClass::Connector) << "the hyphen is part of words";
}

TEST(CharClass, LetsNoClosingMarkStartALine) {
    for (const char32_t c : std::u32string(U"、，。；：！？”’）》〉】〕］｝～—·／%℃),.%々"))
        for (const Prohibition level : {Prohibition::Basic, Prohibition::Gb, Prohibition::Strict})
            EXPECT_FALSE(may_start_line(classify(c), level)) << core::to_utf8(std::u32string{c});
    for (const char32_t c : std::u32string(U"国a1“（《〔①￥"))
        EXPECT_TRUE(may_start_line(classify(c), Prohibition::Strict))
            << core::to_utf8(std::u32string{c});
}

TEST(CharClass, LetsNoOpeningMarkEndALine) {
    for (const char32_t c : std::u32string(U"“‘「（《〈【〔［｛([￥№§"))
        for (const Prohibition level : {Prohibition::Basic, Prohibition::Gb, Prohibition::Strict})
            EXPECT_FALSE(may_end_line(classify(c), level)) << core::to_utf8(std::u32string{c});
    for (const char32_t c : std::u32string(U"国a1。”）》—％"))
        EXPECT_TRUE(may_end_line(classify(c), Prohibition::Strict))
            << core::to_utf8(std::u32string{c});
}

TEST(CharClass, GradesTheProhibitions) {
    EXPECT_TRUE(may_end_line(CharClass::Solidus, Prohibition::Basic));
    EXPECT_FALSE(may_end_line(CharClass::Solidus, Prohibition::Gb)) << "set C";
    EXPECT_TRUE(may_start_line(CharClass::Dash, Prohibition::Gb));
    EXPECT_FALSE(may_start_line(CharClass::Dash, Prohibition::Strict)) << "set D";
    EXPECT_FALSE(may_start_line(CharClass::Ellipsis, Prohibition::Strict));
    EXPECT_TRUE(may_start_line(CharClass::Pause, Prohibition::None)) << "set E";
    EXPECT_FALSE(may_start_line(CharClass::Mark, Prohibition::None)) << "part of a character";
}

TEST(CharClass, CallsAmbiguousWhatDependsOnItsNeighbours) {
    for (const char32_t c : std::u32string(U"“”‘’—…·")) EXPECT_TRUE(is_ambiguous(c));
    for (const char32_t c : std::u32string(U"「」，。-~.国a")) EXPECT_FALSE(is_ambiguous(c));
}

}  // namespace
}  // namespace gongbao::typeset
