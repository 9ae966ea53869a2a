// SPDX-License-Identifier: Apache-2.0
// Calendar dates of documents, and instants of issuing. Neither reads a clock: "now" comes in as
// an argument.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongbao::core {

/// A day of the Gregorian calendar, without a time zone.
struct Date {
    int year = 0;
    int month = 0;  ///< 1–12
    int day = 0;    ///< 1–31

    auto operator<=>(const Date&) const = default;
};

bool is_valid(const Date& date);  ///< years 1–9999, real days only
/// Days since 1970-01-01. Requires: is_valid(date).
std::int64_t days_since_epoch(const Date& date);
Date date_from_days(std::int64_t days);

std::string iso(const Date& date);      ///< "2022-04-03"
std::string chinese(const Date& date);  ///< "2022年4月3日" (GB/T 9704-2012, 7.3.5.4)

/// The whole of `text` as a date: 2022-04-03, 2022年4月3日, 2022年04月03日, 2022.4.3, 2022/4/3,
/// 二〇二二年四月三日 (〇 also written 零, 0 or with a sign that looks like it: ○ ◯ O О Ο); white
/// space anywhere. Nothing for an impossible day.
std::optional<Date> parse_date(std::string_view text);
/// The whole of `text` has the form of such a date, but there is no such day: 2026年2月30日.
bool is_impossible_date(std::string_view text);

/// Periods of the Civil Code, art. 200–202: the day they are counted from is not counted; months
/// end on the day of the same number, or on the last day of a month that has none.
Date days_after(const Date& date, int days);      ///< Requires: is_valid(date), and the result is
Date months_after(const Date& date, int months);  ///< the same
/// The last day of a period whose first day counts: 5 years from 1 May 2022 end on 30 April 2027.
Date last_day(const Date& first, int months, int days);

/// A point in time, in seconds since 1970-01-01T00:00:00Z.
struct Instant {
    std::int64_t seconds = 0;
    auto operator<=>(const Instant&) const = default;
};

std::string rfc3339(Instant instant);    ///< "2022-04-03T01:02:03Z"
std::string http_date(Instant instant);  ///< "Sun, 03 Apr 2022 01:02:03 GMT" (RFC 9110, 5.6.7)
std::optional<Instant> parse_rfc3339(std::string_view text);  ///< with Z or a numeric offset
Instant start_of(const Date& date);  ///< midnight of that day at UTC+8, the time of China
Date date_at(Instant instant);       ///< the day at UTC+8

}  // namespace gongbao::core
