// SPDX-License-Identifier: Apache-2.0
#include "core/text/date.hpp"

#include <gtest/gtest.h>

namespace {

using namespace gongbao::core;

class ReadDate : public testing::TestWithParam<const char*> {};

TEST_P(ReadDate, UnderstandsTheForm) {
    EXPECT_EQ(parse_date(GetParam()), (Date{2022, 4, 3})) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(Forms, ReadDate,
                         testing::Values("2022-04-03", "2022年4月3日", "2022年04月03日", "2022.4.3",
                                         "2022/4/3", "二〇二二年四月三日", "二○二二年四月三日",
                                         "二零二二年四月三日", "二О二二年四月三日",
                                         "二O二二年四月三日", "二Ｏ二二年四月三日",
                                         "二0二二年四月三日", " 2022 年 4 月 3 日 ",
                                         "２０２２年４月３日", "2022\u3000年4月3日"));

class RefuseDate : public testing::TestWithParam<const char*> {};

TEST_P(RefuseDate, GivesNothing) {
    EXPECT_FALSE(parse_date(GetParam())) << GetParam();
}

INSTANTIATE_TEST_SUITE_P(NoDates, RefuseDate,
                         testing::Values("", "无", "2022年4月", "2022-02-30", "2022年13月1日",
                                         "22-4-3", "2022年4月3日印发", "自2022年4月3日",
                                         "2021-02-29", "2022-4-", "2022--3", "0000-01-01"));

TEST(Date, KnowsRealDays) {
    EXPECT_TRUE(is_valid({2024, 2, 29}));
    EXPECT_TRUE(is_valid({2000, 2, 29}));
    EXPECT_FALSE(is_valid({1900, 2, 29}));
    EXPECT_FALSE(is_valid({2022, 4, 31}));
    EXPECT_FALSE(is_valid({2022, 0, 1}));
}

TEST(Date, CountsDaysWithoutAGap) {
    EXPECT_EQ(days_since_epoch({1970, 1, 1}), 0);
    EXPECT_EQ(days_since_epoch({2022, 4, 3}), 19085);
    Date last = date_from_days(-800000);
    for (std::int64_t day = -700001; day < 700000; ++day) {
        const Date date = date_from_days(day);
        if (!is_valid(date)) continue;
        ASSERT_EQ(days_since_epoch(date), day);
        ASSERT_LT(last, date);
        last = date;
    }
}

TEST(Date, TellsAnImpossibleDayFromWhatIsNoDate) {
    for (const char* text : {"2026年2月30日", "二〇二六年十三月一日", "2026-02-29", "2026年0月1日"})
        EXPECT_TRUE(is_impossible_date(text)) << text;
    for (const char* text : {"2026年2月28日", "2026年3月　　日", "2026年2月30日印发", "", "无"})
        EXPECT_FALSE(is_impossible_date(text)) << text;
}

TEST(Date, CountsPeriodsAsTheCivilCodeDoes) {
    EXPECT_EQ(days_after({2026, 3, 5}, 30), (Date{2026, 4, 4}));
    EXPECT_EQ(months_after({2026, 3, 5}, 1), (Date{2026, 4, 5}));
    EXPECT_EQ(months_after({2026, 8, 31}, 6), (Date{2027, 2, 28})) << "a month without the day";
    EXPECT_EQ(months_after({2026, 12, 5}, 1), (Date{2027, 1, 5}));
    EXPECT_EQ(last_day({2022, 5, 1}, 60, 0), (Date{2027, 4, 30}));
    EXPECT_EQ(last_day({2024, 2, 29}, 12, 0), (Date{2025, 2, 28}));
    EXPECT_EQ(last_day({2026, 1, 1}, 0, 30), (Date{2026, 1, 30}));
}

TEST(Date, PrintsAsTheStandardAsks) {
    EXPECT_EQ(iso({2022, 4, 3}), "2022-04-03");
    EXPECT_EQ(chinese({2022, 4, 3}), "2022年4月3日");
}

TEST(Instant, PrintsForFeedsAndHeaders) {
    const Instant instant = *parse_rfc3339("2022-04-03T01:02:03Z");
    EXPECT_EQ(instant.seconds, 1648947723);
    EXPECT_EQ(rfc3339(instant), "2022-04-03T01:02:03Z");
    EXPECT_EQ(http_date(instant), "Sun, 03 Apr 2022 01:02:03 GMT");
    EXPECT_EQ(http_date({-1}), "Wed, 31 Dec 1969 23:59:59 GMT");
}

TEST(Instant, ReadsOffsetsAndFractions) {
    const Instant noon = *parse_rfc3339("2022-04-03T04:00:00Z");
    EXPECT_EQ(parse_rfc3339("2022-04-03T12:00:00+08:00"), noon);
    EXPECT_EQ(parse_rfc3339("2022-04-03T12:00:00.123+08:00"), noon);
    EXPECT_EQ(parse_rfc3339("2022-04-02T22:30:00-05:30"), noon);
}

TEST(Instant, RefusesWhatIsNoInstant) {
    for (const char* text :
         {"", "2022-04-03", "2022-04-03T12:00:00", "2022-02-30T00:00:00Z", "2022-04-03T24:00:00Z",
          "2022-04-03T12:00:00+0800", "2022-04-03T12:00:00Z tail"})
        EXPECT_FALSE(parse_rfc3339(text)) << text;
}

TEST(Instant, FallsOnTheDayOfChina) {
    EXPECT_EQ(rfc3339(start_of({2022, 4, 3})), "2022-04-02T16:00:00Z");
    EXPECT_EQ(date_at(start_of({2022, 4, 3})), (Date{2022, 4, 3}));
    EXPECT_EQ(date_at({start_of({2022, 4, 3}).seconds - 1}), (Date{2022, 4, 2}));
}

}  // namespace
