// SPDX-License-Identifier: Apache-2.0
#include "archive/search/snippet.hpp"

#include <gtest/gtest.h>

#include "archive/search/fold.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

std::vector<std::u32string> terms(const std::vector<std::string>& words) {
    std::vector<std::u32string> folded;
    for (const std::string& word : words) folded.push_back(fold(word).text);
    return folded;
}

// The text with [ and ] around what is marked.
std::string shown(Highlighted highlighted) {
    for (auto range = highlighted.ranges.rbegin(); range != highlighted.ranges.rend(); ++range) {
        highlighted.text.insert(range->end, "]");
        highlighted.text.insert(range->begin, "[");
    }
    return highlighted.text;
}

TEST(Highlight, MarksTheOriginalWords) {
    EXPECT_EQ(shown(highlight("保障糧食安全和粮食储备", terms({"粮食"}))),
              "保障[糧食]安全和[粮食]储备");
    EXPECT_EQ(shown(highlight("执行ＧＢ／Ｔ 9704标准", terms({"gb/t9704"}))),
              "执行[ＧＢ／Ｔ 9704]标准");
    EXPECT_EQ(shown(highlight("附　件1", terms({"附件"}))), "[附　件]1");
    EXPECT_EQ(shown(highlight("云府办发〔2026〕1号", terms({"云府办发[2026]1号"}))),
              "[云府办发〔2026〕1号]");
}

TEST(Highlight, MarksWholeNumbersOnly) {
    EXPECT_EQ(shown(highlight("2022年和20年", terms({"20"}))), "2022年和[20]年");
    EXPECT_EQ(shown(highlight("covid与co", terms({"co"}))), "covid与[co]");
}

TEST(Highlight, JoinsMarksThatTouch) {
    EXPECT_EQ(shown(highlight("粮食安全责任", terms({"粮食安", "食安全"}))), "[粮食安全]责任");
    EXPECT_EQ(shown(highlight("安全安全", terms({"安全"}))), "[安全安全]");
}

TEST(Highlight, LeavesATextWithoutHitsAlone) {
    EXPECT_EQ(shown(highlight("立法法》制定", terms({"法制"}))), "立法法》制定");
    EXPECT_EQ(shown(highlight("", terms({"法制"}))), "");
    EXPECT_TRUE(highlight("甲", {}).ranges.empty());
}

TEST(BestPassage, IsTheLineWithMostDifferentWords) {
    const std::string text = "粮食粮食粮食\n粮食安全\n安全安全安全安全\n";
    EXPECT_EQ(shown(best_passage(text, terms({"粮食", "安全"}))), "[粮食安全]");
    EXPECT_EQ(shown(best_passage(text, terms({"责任"}))), "粮食粮食粮食");
}

TEST(BestPassage, IsCutAroundTheHit) {
    std::string line;
    for (int i = 0; i < 100; ++i) line += "前";
    line += "粮食";
    for (int i = 0; i < 100; ++i) line += "后";
    const Highlighted passage = best_passage(line, terms({"粮食"}), 20);
    EXPECT_EQ(shown(passage), "…前前前前前[粮食]后后后后后后后后后后后后后…");
}

TEST(BestPassage, ShowsWhatStandsBeforeAHitAtTheEnd) {
    std::string line;
    for (int i = 0; i < 100; ++i) line += "前";
    const Highlighted passage = best_passage(line + "粮食", terms({"粮食"}), 20);
    EXPECT_EQ(core::length(passage.text), 21u);
    EXPECT_TRUE(shown(passage).ends_with("前[粮食]"));
}

TEST(BestPassage, FindsWordsFarDownALongText) {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "无关的一行文字。\n";
    text += "这里有粮食。\n";
    EXPECT_EQ(shown(best_passage(text, terms({"粮食"}))), "这里有[粮食]。");
}

TEST(BestPassage, MarksAPhraseThatRunsOverTheEndOfALine) {
    EXPECT_EQ(shown(best_passage("保障粮食\n安全责任", terms({"粮食，安全"}))), "保障[粮食]");
}

}  // namespace
}  // namespace gongbao::archive
