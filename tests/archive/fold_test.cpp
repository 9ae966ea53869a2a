// SPDX-License-Identifier: Apache-2.0
#include "archive/search/fold.hpp"

#include <gtest/gtest.h>
#include <unicode/translit.h>

#include <memory>
#include <thread>

#include "archive/search/character_table.hpp"
#include "archive/search/simplifications.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

std::string folded(std::string_view text) {
    return core::to_utf8(fold(text).text);
}

struct Pair {
    const char* text;
    const char* folded;
    const char* why;
};

TEST(Fold, GivesTheFormTextsAreComparedIn) {
    const Pair pairs[] = {
        {"云岭省人民政府", "云岭省人民政府", "Han stays"},
        {"雲嶺省人民政府辦公廳", "云岭省人民政府办公厅", "traditional becomes simplified"},
        {"⺠政⽉⻋", "民政月车", "radicals become what they look like"},
        {"ＧＢ／Ｔ　９７０４", "gb t 9704", "full width becomes ASCII, then lower case"},
        {"PM2.5", "pm 2 5", "letters and digits are groups of their own"},
        {"GB/T9704—2012", "gb t 9704 2012", "with or without a blank"},
        {"附　件", "附件", "a blank inside a line does not part signs"},
        {"第一章　总则", "第一章总则", "nor after a heading's number"},
        {"总则\n第一条", "总则 第一条", "the end of a line does"},
        {"序号\t名称", "序号 名称", "and so does the end of a cell"},
        {"其中，国家", "其中 国家", "punctuation parts"},
        {"《立法法》制定", "立法法 制定", "so that 法制 is not found here"},
        {"〔2022〕38号", "2022 38 号", "numbers stand alone"},
        {"①②", "12", "compatibility forms"},
        {"㎡", "m 2", "one character to several"},
        {"ﬁscal", "fiscal", "ligatures"},
        {"CAFÉ Cafe\u0301", "café café", "composed and decomposed are the same"},
        {"国\uFE00家", "国家", "variation selectors are nothing"},
        {"国\u200B家", "国家", "zero-width spaces are nothing"},
        {"国\u0323家", "国家", "marks on signs are nothing"},
        {"\u3000 甲 ", "甲", "no blanks at the ends"},
        {"〇二二年", "〇二二年", "〇 is a Han sign"},
        {"カタカナｶﾀｶﾅ", "カタカナカタカナ", "half-width kana"},
        {"\U00020000\U0002A6D6", "\U00020000\U0002A6D6", "signs beyond the BMP"},
        {"", "", "nothing"},
        {"，。！《》——…", "", "punctuation alone is nothing"},
        {std::string_view("甲\0乙", 7).data(), "甲", "(cut by C at the NUL)"},
    };
    for (const Pair& pair : pairs) EXPECT_EQ(folded(pair.text), pair.folded) << pair.why;
    EXPECT_EQ(folded(std::string_view("甲\0乙", 7)), "甲 乙") << "a NUL parts";
}

TEST(Fold, KnowsWhereEachCharacterStoodInTheOriginal) {
    const std::string text = "《辦法》ＧＢ㎡。";
    const FoldedText result = fold(text);
    ASSERT_EQ(core::to_utf8(result.text), "办法 gbm 2");
    ASSERT_EQ(result.spans.size(), result.text.size());
    EXPECT_EQ(text.substr(result.spans[0].begin, result.spans[1].end - result.spans[0].begin),
              "辦法");
    EXPECT_EQ(text.substr(result.spans[3].begin, 3), "Ｇ");
    const auto m = result.spans[5];
    const auto two = result.spans[7];
    EXPECT_EQ(text.substr(m.begin, m.end - m.begin), "㎡") << "both halves point at the whole";
    EXPECT_EQ(m.begin, two.begin);
}

TEST(Fold, KeepsSpansInOrder) {
    const FoldedText result = fold("一、Ａ1é e\u0301\n㎡\t雲〔2022〕");
    for (std::size_t i = 1; i < result.spans.size(); ++i)
        EXPECT_GE(result.spans[i].begin, result.spans[i - 1].begin);
}

TEST(Fold, WithoutBlanksMakesTitlesEqualThatDifferInPunctuation) {
    EXPECT_EQ(without_blanks(fold("关于印发《云岭省林草管理办法》的通知").text),
              without_blanks(fold("關於印發 雲嶺省林草管理辦法 的通知").text));
}

TEST(Fold, CanBeCalledFromManyThreadsAtOnce) {
    std::vector<std::jthread> threads;
    std::vector<std::string> results(8);
    for (std::string& result : results)
        threads.emplace_back([&result] { result = folded("ԱԲԳ Ⴀ ᚠ 𐐀 雲"); });
    threads.clear();
    for (const std::string& result : results) EXPECT_EQ(result, results.front());
}

// The table takes a short way for what normalisation leaves alone.
TEST(CharacterTable, SaysOfEveryCharacterWhatFoldingMakesOfIt) {
    for (char32_t c = 1; c < 0x110000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        const FoldedCharacter& known = folded_character(c);
        if (known.kind == FoldedCharacter::Kind::Blank ||
            known.kind == FoldedCharacter::Kind::Break)
            continue;  // they part, whatever they fold to
        const std::u32string folded = fold_several({&c, 1});
        ASSERT_EQ(known.kind == FoldedCharacter::Kind::Nothing, folded.empty()) << std::hex << +c;
        ASSERT_EQ(known.kind == FoldedCharacter::Kind::Several, folded.size() > 1)
            << std::hex << +c;
        if (folded.size() == 1) {
            ASSERT_EQ(known.folded, folded.front()) << std::hex << +c;
        }
    }
}

TEST(Simplifications, AreThoseOfTheTransformAndRise) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transform(
        icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, error));
    ASSERT_TRUE(U_SUCCESS(error));
    char32_t last = 0;
    for (const Simplification& pair : simplifications()) {
        ASSERT_LT(last, pair.traditional);
        last = pair.traditional;
    }
    for (char32_t c = 0x3400; c < 0x32000; ++c) {
        if (c >= 0xD800 && c < 0xE000) continue;
        icu::UnicodeString character(static_cast<UChar32>(c));
        transform->transliterate(character);
        const bool one = character.countChar32() == 1;
        ASSERT_EQ(simplified(c), one ? static_cast<char32_t>(character.char32At(0)) : c)
            << std::hex << +c;
    }
}

TEST(Simplified, ChangesHanAloneAndKeepsPunctuation) {
    EXPECT_EQ(simplified("雲府辦發〔2026〕１號"), "云府办发〔2026〕１号");
    EXPECT_EQ(simplified("\xFF甲\xE4\xB8"), "\uFFFD甲\uFFFD\uFFFD") << "no UTF-8 goes through";
}

}  // namespace
}  // namespace gongbao::archive
