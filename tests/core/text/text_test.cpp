// SPDX-License-Identifier: Apache-2.0
#include "core/text/text.hpp"

#include <gtest/gtest.h>

namespace {

using namespace gongbao::core;

TEST(Utf8, AcceptsEveryWellFormedLength) {
    EXPECT_TRUE(is_valid_utf8(""));
    EXPECT_TRUE(is_valid_utf8("a\u00e9云𠮷"));
    EXPECT_TRUE(is_valid_utf8("\xF4\x8F\xBF\xBF"));  // U+10FFFF
}

TEST(Utf8, RefusesWhatUnicodeCallsIllFormed) {
    EXPECT_FALSE(is_valid_utf8("\x80"));              // a tail alone
    EXPECT_FALSE(is_valid_utf8("\xC0\xAF"));          // overlong
    EXPECT_FALSE(is_valid_utf8("\xE0\x80\xAF"));      // overlong
    EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));      // a surrogate
    EXPECT_FALSE(is_valid_utf8("\xF4\x90\x80\x80"));  // above U+10FFFF
    EXPECT_FALSE(is_valid_utf8("\xE4\xBA"));          // cut
}

TEST(Utf8, GoesToCodePointsAndBack) {
    const std::string text = "第1条　a\u00e9𠮷";
    EXPECT_EQ(to_utf32(text), U"第1条　aé𠮷");
    EXPECT_EQ(to_utf8(to_utf32(text)), text);
    EXPECT_EQ(length(text), 7u);
}

TEST(Excerpt, CutsBetweenCharactersAndSaysSo) {
    EXPECT_EQ(excerpt("云岭省人民政府", 3), "云岭省…");
    EXPECT_EQ(excerpt("云岭省", 3), "云岭省");
    EXPECT_EQ(excerpt("", 3), "");
}

TEST(Trim, TakesAwayEverySpaceAtTheEndsOnly) {
    EXPECT_EQ(trim(" \t\u00a0\u3000云 岭\u3000\n\ufeff"), "云 岭");
    EXPECT_EQ(trim("　 "), "");
    EXPECT_EQ(without_spaces(" 国 务\u3000院 "), "国务院");
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_EQ(split("a,,b,", ','), (std::vector<std::string_view>{"a", "", "b", ""}));
    EXPECT_EQ(split("", ','), (std::vector<std::string_view>{""}));
    EXPECT_EQ(join({"甲", "乙", ""}, "、"), "甲、乙、");
}

TEST(ReplaceAll, DoesNotMeetItsOwnReplacement) {
    EXPECT_EQ(replace_all("aaa", "a", "aa"), "aaaaaa");
    EXPECT_EQ(replace_all("甲乙甲", "甲", ""), "乙");
}

TEST(Characters, AreClassedByTheirBlocks) {
    EXPECT_TRUE(is_han(U'公'));
    EXPECT_TRUE(is_han(U'〇'));
    EXPECT_TRUE(is_han(U'𠮷'));
    EXPECT_FALSE(is_han(U'，'));
    EXPECT_FALSE(is_han(U'A'));
    EXPECT_TRUE(is_digit(U'９'));
    EXPECT_FALSE(is_ascii_digit(U'９'));
    EXPECT_EQ(narrow(U'Ａ'), U'A');
    EXPECT_EQ(narrow(U'。'), U'。');
}

struct Numeral {
    const char* text;
    long value;
};

class ReadNumeral : public testing::TestWithParam<Numeral> {};

TEST_P(ReadNumeral, GivesItsValue) {
    EXPECT_EQ(parse_numeral(GetParam().text), GetParam().value) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(Numbers, ReadNumeral,
                         testing::Values(Numeral{"十", 10}, Numeral{"十一", 11},
                                         Numeral{"二十", 20}, Numeral{"二十一", 21},
                                         Numeral{"廿三", 23}, Numeral{"一百零五", 105},
                                         Numeral{"一百一十", 110}, Numeral{"一千二百六十", 1260},
                                         Numeral{"二万零三", 20003}, Numeral{"二〇二二", 2022},
                                         Numeral{"二零二二", 2022}, Numeral{"12", 12},
                                         Numeral{"１２", 12}, Numeral{"零", 0}));
INSTANTIATE_TEST_SUITE_P(NoNumbers, ReadNumeral,
                         testing::Values(Numeral{"", -1}, Numeral{"甲", -1}, Numeral{"十x", -1},
                                         Numeral{"1 2", -1}, Numeral{"-1", -1}));

TEST(HanNumeral, ReadsBackToItsNumber) {
    EXPECT_EQ(han_numeral(0), "零");
    EXPECT_EQ(han_numeral(10), "十");
    EXPECT_EQ(han_numeral(21), "二十一");
    EXPECT_EQ(han_numeral(105), "一百零五");
    EXPECT_EQ(han_numeral(110), "一百一十");
    EXPECT_EQ(han_numeral(10010), "一万零一十");
    for (long n = 1; n < 30000; ++n) ASSERT_EQ(parse_numeral(han_numeral(n)), n) << han_numeral(n);
}

// Damaged data must not end the program.
TEST(Decoding, GivesASignForBytesThatFormNone) {
    EXPECT_EQ(to_utf32("a\xFF\xC0z"), U"a\uFFFD\uFFFDz");
    EXPECT_EQ(to_utf32("\xE4\xBA"), U"\uFFFD\uFFFD");    // cut
    EXPECT_EQ(to_utf32("\xE4/z"), U"\uFFFD/z");          // a tail that is none
    EXPECT_EQ(to_utf32("\xF5\x80\x80\x80").size(), 4u);  // beyond Unicode
    for (int lead = 0; lead < 256; ++lead)
        for (int second = 0; second < 256; ++second) {
            const std::string bytes{static_cast<char>(lead), static_cast<char>(second), 'a', 'b'};
            for (const char32_t c : to_utf32(bytes)) EXPECT_LE(c, 0x10FFFFu);
        }
}

}  // namespace
