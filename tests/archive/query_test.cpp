// SPDX-License-Identifier: Apache-2.0
#include "archive/search/query.hpp"

#include <gtest/gtest.h>

#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

std::string words(std::string_view typed) {
    std::string all;
    for (const std::u32string& word : read_query(typed).words)
        all += (all.empty() ? "" : "|") + core::to_utf8(word);
    return all;
}

struct Typed {
    const char* typed;
    const char* words;
};

TEST(Query, IsTakenApartAtBlanks) {
    const Typed table[] = {
        {"粮食安全", "粮食安全"},
        {"粮食 安全", "粮食|安全"},
        {"粮食　安全", "粮食|安全"},
        {"  粮食\t安全\n责任 ", "粮食|安全|责任"},
        {"粮食，安全", "粮食 安全"},
        {"粮食 粮食 糧食", "粮食"},
        {"\"粮食 安全\" 责任", "粮食安全|责任"},
        {"“粮食 安全”责任", "粮食安全|责任"},
        {"粮食\"安全", "粮食 安全"},
        {"\"\"", ""},
        {"\"", ""},
        {"*", ""},
        {"", ""},
        {"《》〔〕", ""},
        {"AND OR NOT", "and|or|not"},
        {"ＮＥＡＲ(甲, 乙)", "near 甲|乙"},
    };
    for (const Typed& row : table) EXPECT_EQ(words(row.typed), row.words) << row.typed;
}

TEST(Query, TakesBytesThatAreNoText) {
    EXPECT_EQ(words("\xFF\xFE甲\xE4"), "甲");
    EXPECT_EQ(words(std::string_view("甲\0乙", 7)), "甲 乙");
    EXPECT_EQ(words("\xED\xA0\x80"), "") << "half a surrogate pair";
}

TEST(Query, ReadsNoMoreThanItCanUse) {
    std::string many;
    for (int i = 0; i < 400; ++i) many += "词" + std::to_string(i) + " ";
    EXPECT_LE(read_query(many).words.size(), 32u);
    std::string longest;
    for (int i = 0; i < 100000; ++i) longest += "粮";
    EXPECT_EQ(read_query(longest).words.front().size(), 1000u);
}

}  // namespace
}  // namespace gongbao::archive
