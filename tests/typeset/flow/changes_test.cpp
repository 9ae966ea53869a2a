// SPDX-License-Identifier: Apache-2.0
// What changed between two versions of a text.
#include "typeset/flow/changes.hpp"

#include <gtest/gtest.h>

#include <random>

#include "typeset/flow/common_parts.hpp"

namespace gongbao::typeset {
namespace {

using Paragraphs = std::vector<std::u32string>;
using Ranges = std::vector<CharRange>;

const Paragraphs kText = {
    U"第一条为了加强古树名木保护，制定本办法。", U"第二条本省行政区域内适用本办法。",
    U"第三条本办法所称古树，是指树龄100年以上的树木。", U"第四条本办法自2026年3月1日起施行。"};

TEST(Changes, AreNoneBetweenTheSameTexts) {
    for (const auto& one : find_changes(kText, kText)) EXPECT_FALSE(one.any());
    EXPECT_TRUE(find_changes(kText, {}).empty());
}

TEST(Changes, NameTheCharactersThatAreNew) {
    Paragraphs now = kText;
    now[2] = U"第三条本办法所称古树，是指树龄一百年以上的珍贵树木。";
    const auto changes = find_changes(kText, now);
    EXPECT_EQ(changes[2].added, (Ranges{{15, 17}, {21, 23}}));
    EXPECT_TRUE(changes[2].removed.empty()) << "what is replaced needs no second mark";
    for (const std::size_t i : {0, 1, 3}) EXPECT_FALSE(changes[i].any()) << i;
}

TEST(Changes, NameThePlaceWhereCharactersAreMissing) {
    Paragraphs now = kText;
    now[0] = U"第一条为了保护，制定本办法。";
    const auto changes = find_changes(kText, now);
    EXPECT_TRUE(changes[0].added.empty());
    EXPECT_EQ(changes[0].removed, std::vector<std::size_t>{5});
}

TEST(Changes, SeeAParagraphThatCameAndOneThatWent) {
    Paragraphs now = kText;
    now.insert(now.begin() + 1, U"县级以上人民政府应当加强领导。");
    auto changes = find_changes(kText, now);
    EXPECT_EQ(changes[1].added, (Ranges{{0, now[1].size()}}));
    EXPECT_FALSE(changes[2].any());
    changes = find_changes(now, kText);
    EXPECT_TRUE(changes[1].paragraph_removed_before);
    EXPECT_TRUE(changes[1].added.empty());
    changes = find_changes(kText, {kText.begin(), kText.end() - 1});
    EXPECT_TRUE(changes.back().paragraph_removed_after);
}

TEST(Changes, MatchAParagraphWithItsOwnEarlierVersion) {
    Paragraphs now = kText;
    now[1] = U"第二条本省行政区域内的活动适用本办法。";
    now.insert(now.begin() + 1, U"村民委员会可以制定公约。");
    const auto changes = find_changes(kText, now);
    EXPECT_EQ(changes[1].added, (Ranges{{0, now[1].size()}}));
    EXPECT_EQ(changes[2].added, (Ranges{{10, 13}}));
}

TEST(Changes, TakeALoneCharacterBetweenChangesForChance) {
    const auto changes = find_changes({U"甲乙丙丁的戊己庚辛壬癸"}, {U"甲乙子丑的寅卯庚辛壬癸"});
    EXPECT_EQ(changes[0].added, (Ranges{{2, 7}}));
}

// Against the textbook's table of lengths.
std::size_t longest(const std::vector<std::size_t>& a, const std::vector<std::size_t>& b) {
    std::vector<std::vector<std::size_t>> best(a.size() + 1,
                                               std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 1; i <= a.size(); ++i)
        for (std::size_t j = 1; j <= b.size(); ++j)
            best[i][j] = a[i - 1] == b[j - 1] ? best[i - 1][j - 1] + 1
                                              : std::max(best[i - 1][j], best[i][j - 1]);
    return best[a.size()][b.size()];
}

TEST(CommonParts, AreTheLongestThereAre) {
    std::mt19937 random(20261125);
    for (int round = 0; round < 2000; ++round) {
        std::vector<std::size_t> rows[2];
        for (auto& row : rows) {
            row.resize(random() % 24);
            for (auto& entry : row) entry = random() % 5;
        }
        const auto matches = common_parts(rows[0], rows[1]);
        EXPECT_EQ(matches.size(), longest(rows[0], rows[1]));
        for (std::size_t i = 0; i < matches.size(); ++i) {
            EXPECT_EQ(rows[0][matches[i].first], rows[1][matches[i].second]);
            if (i > 0) {
                EXPECT_LT(matches[i - 1].first, matches[i].first);
                EXPECT_LT(matches[i - 1].second, matches[i].second);
            }
        }
    }
}

TEST(CommonParts, GiveUpOnTextsThatHaveNothingInCommon) {
    std::vector<std::size_t> a(100000);
    std::vector<std::size_t> b(100000);
    for (std::size_t i = 0; i < a.size(); ++i) {
        a[i] = 2 * i + 2;
        b[i] = 2 * i + 1;
    }
    a.front() = b.front() = 0;
    EXPECT_EQ(common_parts(a, b).size(), 1u);
}

}  // namespace
}  // namespace gongbao::typeset
