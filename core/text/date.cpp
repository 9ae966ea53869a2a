// SPDX-License-Identifier: Apache-2.0
#include "core/text/date.hpp"

#include <algorithm>
#include <cstdio>
#include <vector>

#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

constexpr std::int64_t kChinaOffset = 8 * 3600;
constexpr std::int64_t kDay = 86400;

bool is_leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int days_in_month(int year, int month) {
    static constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : kDays[month - 1];
}

std::int64_t floor_divide(std::int64_t a, std::int64_t b) {
    return a / b - (a % b < 0 ? 1 : 0);
}

// The numbers of a date as they are written; -1 for what is no number.
struct Written {
    long year;
    long month;
    long day;
};

std::optional<Date> real_day(const Written& written) {
    for (const long number : {written.year, written.month, written.day})
        if (number < 1 || number > 9999) return {};
    const Date date{static_cast<int>(written.year), static_cast<int>(written.month),
                    static_cast<int>(written.day)};
    return is_valid(date) ? std::optional(date) : std::nullopt;
}

// Signs that stand for 〇 in a year written in Han digits.
char32_t round_zero(char32_t c) {
    return std::u32string_view(U"○◯OoОоΟο").find(c) == std::u32string_view::npos ? c : U'〇';
}

std::optional<Written> read_separated(std::string_view text, char separator) {
    const auto parts = split(text, separator);
    if (parts.size() != 3) return {};
    for (const auto part : parts)
        if (part.empty() || part.size() > 4 ||
            part.find_first_not_of("0123456789") != std::string_view::npos)
            return {};
    if (parts[0].size() != 4) return {};
    return Written{parse_numeral(parts[0]), parse_numeral(parts[1]), parse_numeral(parts[2])};
}

std::optional<Written> read_han(std::string_view text) {
    const std::size_t year = text.find("年");
    const std::size_t month = text.find("月");
    if (year == std::string_view::npos || month == std::string_view::npos || month < year ||
        !ends_with(text, "日"))
        return {};
    constexpr std::size_t kHan = 3;  // bytes of 年, 月, 日
    const auto year_text = text.substr(0, year);
    if (length(year_text) != 4) return {};
    return Written{parse_numeral(year_text),
                   parse_numeral(text.substr(year + kHan, month - year - kHan)),
                   parse_numeral(text.substr(month + kHan, text.size() - month - 2 * kHan))};
}

std::optional<Written> read_written(std::string_view text) {
    std::u32string folded;
    for (const char32_t c : to_utf32(text))
        if (!is_space(c)) folded += round_zero(narrow(c));
    const std::string plain = to_utf8(folded);
    for (const char separator : {'-', '.', '/'})
        if (const auto written = read_separated(plain, separator)) return written;
    return read_han(plain);
}

}  // namespace

bool is_valid(const Date& date) {
    return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
           date.day >= 1 && date.day <= days_in_month(date.year, date.month);
}

std::int64_t days_since_epoch(const Date& date) {
    GONGBAO_CHECK(is_valid(date));
    // Howard Hinnant, "chrono-compatible low-level date algorithms": days_from_civil.
    const std::int64_t y = date.year - (date.month <= 2 ? 1 : 0);
    const std::int64_t era = floor_divide(y, 400);
    const std::int64_t yoe = y - era * 400;
    const std::int64_t mp = date.month + (date.month > 2 ? -3 : 9);
    const std::int64_t doy = (153 * mp + 2) / 5 + date.day - 1;
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

Date date_from_days(std::int64_t days) {
    const std::int64_t z = days + 719468;
    const std::int64_t era = floor_divide(z, 146097);
    const std::int64_t doe = z - era * 146097;
    const std::int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const std::int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
    const std::int64_t mp = (5 * doy + 2) / 153;
    const int month = static_cast<int>(mp < 10 ? mp + 3 : mp - 9);
    return {static_cast<int>(yoe + era * 400) + (month <= 2 ? 1 : 0), month,
            static_cast<int>(doy - (153 * mp + 2) / 5 + 1)};
}

std::string iso(const Date& date) {
    char text[40];
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
    return text;
}

std::string chinese(const Date& date) {
    return std::to_string(date.year) + "年" + std::to_string(date.month) + "月" +
           std::to_string(date.day) + "日";
}

std::optional<Date> parse_date(std::string_view text) {
    const auto written = read_written(text);
    return written ? real_day(*written) : std::nullopt;
}

bool is_impossible_date(std::string_view text) {
    const auto written = read_written(text);
    return written && written->year >= 0 && written->month >= 0 && written->day >= 0 &&
           !real_day(*written);
}

Date days_after(const Date& date, int days) {
    return date_from_days(days_since_epoch(date) + days);
}

Date months_after(const Date& date, int months) {
    const int all = date.year * 12 + date.month - 1 + months;
    Date after{all / 12, all % 12 + 1, date.day};
    after.day = std::min(after.day, days_in_month(after.year, after.month));
    return after;
}

Date last_day(const Date& first, int months, int days) {
    const Date after = months_after(first, months);
    const bool shortened = after.day != first.day && days == 0;
    return days_after(after, shortened ? 0 : days - 1);
}

std::string rfc3339(Instant instant) {
    const Date date = date_from_days(floor_divide(instant.seconds, kDay));
    const auto rest = static_cast<int>(instant.seconds - days_since_epoch(date) * kDay);
    char text[64];
    std::snprintf(text, sizeof text, "%sT%02d:%02d:%02dZ", iso(date).c_str(), rest / 3600,
                  rest / 60 % 60, rest % 60);
    return text;
}

std::string http_date(Instant instant) {
    static const char* const kWeekdays[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
    static const char* const kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                          "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const std::int64_t days = floor_divide(instant.seconds, kDay);
    const Date date = date_from_days(days);
    const auto rest = static_cast<int>(instant.seconds - days * kDay);
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                  kWeekdays[((days % 7) + 7) % 7], date.day, kMonths[date.month - 1], date.year,
                  rest / 3600, rest / 60 % 60, rest % 60);
    return text;
}

std::optional<Instant> parse_rfc3339(std::string_view text) {
    int y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, used = 0;
    const std::string copy(text);
    if (std::sscanf(copy.c_str(), "%4d-%2d-%2d%*1[Tt]%2d:%2d:%2d%n", &y, &mo, &d, &h, &mi, &s,
                    &used) != 6)
        return {};
    const Date date{y, mo, d};
    if (!is_valid(date) || h > 23 || mi > 59 || s > 60) return {};
    std::string_view zone = text.substr(static_cast<std::size_t>(used));
    if (starts_with(zone, ".")) {
        const std::size_t end = zone.find_first_not_of("0123456789", 1);
        zone = end == std::string_view::npos ? std::string_view{} : zone.substr(end);
    }
    std::int64_t offset = 0;
    if (zone != "Z" && zone != "z") {
        int oh = 0, om = 0;
        char sign = 0;
        if (zone.size() != 6 ||
            std::sscanf(std::string(zone).c_str(), "%1c%2d:%2d", &sign, &oh, &om) != 3 ||
            (sign != '+' && sign != '-'))
            return {};
        offset = (sign == '-' ? -1 : 1) * (oh * 3600 + om * 60);
    }
    return Instant{days_since_epoch(date) * kDay + h * 3600 + mi * 60 + s - offset};
}

Instant start_of(const Date& date) {
    return {days_since_epoch(date) * kDay - kChinaOffset};
}

Date date_at(Instant instant) {
    return date_from_days(floor_divide(instant.seconds + kChinaOffset, kDay));
}

}  // namespace gongbao::core
