// SPDX-License-Identifier: Apache-2.0
#include "archive/search/tokens.hpp"

#include <gtest/gtest.h>

#include "archive/sqlite/match_text.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

std::string tokens(std::string_view text) {
    const FoldedText folded = fold(text);
    std::string all;
    for_each_token(folded.text, [&](std::size_t begin, std::size_t end) {
        all += (all.empty() ? "" : " ") + core::to_utf8(folded.text.substr(begin, end - begin));
    });
    return all;
}

TEST(Tokens, AreOverlappingPairsAndWholeWords) {
    EXPECT_EQ(tokens("粮食安全"), "粮食 食安 安全 全");
    EXPECT_EQ(tokens("粮"), "粮");
    EXPECT_EQ(tokens("其中，国家"), "其中 中 国家 家");
    EXPECT_EQ(tokens("川办发〔2022〕38号"), "川办 办发 发 2022 38 号");
    EXPECT_EQ(tokens("按GB/T9704执行"), "按 gb t 9704 执行 行");
    EXPECT_EQ(tokens("。，"), "");
}

TEST(Tokens, CutWordsThatAreTooLong) {
    const std::string word(100, 'a');
    EXPECT_EQ(tokens(word),
              std::string(40, 'a') + " " + std::string(40, 'a') + " " + std::string(20, 'a'));
}

TEST(PhraseExpression, MayEndInsideAGroupOfSigns) {
    EXPECT_EQ(phrase_expression(fold("粮食").text), R"("粮食")");
    EXPECT_EQ(phrase_expression(fold("粮食安").text), R"("粮食" + "食安")");
    EXPECT_EQ(phrase_expression(fold("粮").text), R"("粮" *)");
    EXPECT_EQ(phrase_expression(fold("38号").text), R"("38" + "号" *)");
    EXPECT_EQ(phrase_expression(fold("第38").text), R"("第" + "38")");
    EXPECT_EQ(phrase_expression(fold("安全，自").text), R"("安全" + "全" + "自" *)");
    EXPECT_EQ(phrase_expression(fold("9704").text), R"("9704")");
}

TEST(PhraseExpression, HoldsNoSyntaxOfSQLiteWhateverIsTyped) {
    for (const char* typed :
         {"\"甲\" OR 乙*", "NEAR(甲 乙)", "title:甲", "{甲}^2", "甲 + 乙 - '丙'"}) {
        const std::u32string folded = fold(typed).text;
        const std::string expression = phrase_expression(folded);
        for (const char c : {'(', ')', ':', '^', '{', '\'', '-'})
            EXPECT_EQ(expression.find(c), std::string::npos) << typed;
    }
}

}  // namespace
}  // namespace gongbao::archive
