// SPDX-License-Identifier: Apache-2.0
#include "core/gazette/issue.hpp"

#include <gtest/gtest.h>

namespace {

using namespace gongbao::core;

TEST(IssueNumber, HasASlugThatReadsBack) {
    const IssueNumber regular{2026, IssueKind::Regular, 8, std::nullopt};
    const IssueNumber special{2026, IssueKind::Special, 1, std::nullopt};
    const IssueNumber supplement{2026, IssueKind::Supplement, 12, std::nullopt};
    EXPECT_EQ(slug(regular), "2026-8");
    EXPECT_EQ(slug(special), "2026-z1");
    EXPECT_EQ(slug(supplement), "2026-s12");
    for (const auto& number : {regular, special, supplement})
        EXPECT_EQ(parse_issue_slug(slug(number)), number);
}

TEST(IssueNumber, RefusesOtherSlugs) {
    for (const char* text : {"", "2026", "2026-", "2026-0", "2026-08", "26-8", "2026-x1", "2026-z",
                             "2026-8-1", "2026-12345", "2026-8 ", "二〇二六-8", "-2026-8"})
        EXPECT_FALSE(parse_issue_slug(text)) << text;
}

TEST(IssueNumber, IsPrintedByKind) {
    EXPECT_EQ(printed_number({2026, IssueKind::Regular, 8, 612}), "2026年第8期");
    EXPECT_EQ(printed_number({2026, IssueKind::Special, 1, {}}), "2026年专刊第1期");
    EXPECT_EQ(printed_number({2026, IssueKind::Supplement, 1, {}}), "2026年增刊第1期");
}

TEST(IssueNumber, SortsByYearKindAndNumber) {
    const IssueNumber first{2025, IssueKind::Supplement, 2, {}};
    const IssueNumber second{2026, IssueKind::Regular, 9, {}};
    const IssueNumber third{2026, IssueKind::Regular, 10, {}};
    const IssueNumber fourth{2026, IssueKind::Special, 1, {}};
    EXPECT_LT(first, second);
    EXPECT_LT(second, third);
    EXPECT_LT(third, fourth);
}

TEST(IssueKind, IsFoundByItsName) {
    for (const auto kind : {IssueKind::Regular, IssueKind::Special, IssueKind::Supplement})
        EXPECT_EQ(issue_kind_named(name_of(kind)), kind);
    EXPECT_FALSE(issue_kind_named("weekly"));
    EXPECT_STREQ(name_of(IssueState::Draft), "draft");
    EXPECT_STREQ(name_of(IssueState::Issued), "issued");
}

}  // namespace
