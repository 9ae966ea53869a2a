// SPDX-License-Identifier: Apache-2.0
#include "server/http/conditional.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text/text.hpp"

namespace gongbao::server {
namespace {

std::string_view without_weakness(std::string_view etag) {
    return core::starts_with(etag, "W/") ? etag.substr(2) : etag;
}

/// All of `text` as a number without sign; nothing when it is anything else.
std::optional<std::int64_t> digits(std::string_view text) {
    std::int64_t value = 0;
    if (text.empty() || !core::is_ascii_digit(static_cast<unsigned char>(text.front()))) return {};
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (failed != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

/// The parts of an HTTP-date as they stand in it.
struct Moment {
    std::string_view day, month, year, hour, minute, second;
};

std::optional<core::Instant> instant_of(const Moment& moment) {
    static constexpr std::array<std::string_view, 12> kMonths = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto month = std::find(kMonths.begin(), kMonths.end(), moment.month);
    const auto day = digits(core::trim(moment.day));
    const auto year = digits(moment.year);
    const auto hour = digits(moment.hour);
    const auto minute = digits(moment.minute);
    const auto second = digits(moment.second);
    if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return {};
    const core::Date date{static_cast<int>(*year), static_cast<int>(month - kMonths.begin()) + 1,
                          static_cast<int>(*day)};
    if (!core::is_valid(date) || *hour > 23 || *minute > 59 || *second > 60) return {};
    return core::Instant{core::days_since_epoch(date) * 86'400 + *hour * 3'600 + *minute * 60 +
                         *second};
}

/// "08:49:37" at the start of `text` into `moment`.
bool read_time(std::string_view text, Moment& moment) {
    if (text.size() < 8 || text[2] != ':' || text[5] != ':') return false;
    moment.hour = text.substr(0, 2);
    moment.minute = text.substr(3, 2);
    moment.second = text.substr(6, 2);
    return true;
}

/// Sun, 06 Nov 1994 08:49:37 GMT
std::optional<core::Instant> fixdate(std::string_view text) {
    Moment moment{text.substr(5, 2), text.substr(8, 3), text.substr(12, 4), {}, {}, {}};
    if (text.substr(25) != " GMT" || text.substr(3, 2) != ", " ||
        !read_time(text.substr(17), moment))
        return {};
    return instant_of(moment);
}

/// Sunday, 06-Nov-94 08:49:37 GMT
std::optional<core::Instant> rfc850_date(std::string_view text, int this_year) {
    const std::size_t comma = text.find(", ");
    if (comma == std::string_view::npos || text.size() != comma + 24) return {};
    const std::string_view rest = text.substr(comma + 2);
    Moment moment{rest.substr(0, 2), rest.substr(3, 3), {}, {}, {}, {}};
    const auto two_digits = digits(rest.substr(7, 2));
    if (rest[2] != '-' || rest[6] != '-' || rest[9] != ' ' || !two_digits ||
        !read_time(rest.substr(10), moment))
        return {};
    std::int64_t year = this_year - this_year % 100 + *two_digits;
    if (year > this_year + 50) year -= 100;
    const std::string written = std::to_string(year);
    moment.year = written;
    return instant_of(moment);
}

/// Sun Nov  6 08:49:37 1994
std::optional<core::Instant> asctime_date(std::string_view text) {
    if (text.size() != 24 || text[3] != ' ' || text[7] != ' ' || text[10] != ' ' || text[19] != ' ')
        return {};
    Moment moment{text.substr(8, 2), text.substr(4, 3), text.substr(20), {}, {}, {}};
    if (!read_time(text.substr(11), moment)) return {};
    return instant_of(moment);
}

/// Range units are told apart without regard to case (14.1).
bool is_in_bytes(std::string_view range) {
    constexpr std::string_view kUnit = "bytes=";
    return range.size() > kUnit.size() && core::lower_case(range.substr(0, kUnit.size())) == kUnit;
}

enum class Comparison { Weak, Strong };

bool names_etag(std::string_view list, std::string_view etag, Comparison comparison) {
    if (core::trim(list) == "*") return true;
    const std::string_view wanted = without_weakness(etag);
    // An opaque tag may hold commas, so the list is walked from quote to quote.
    for (std::size_t open = list.find('"'); open != std::string_view::npos;) {
        const std::size_t close = list.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        const bool weak = core::ends_with(list.substr(0, open), "W/");
        if (list.substr(open, close - open + 1) == wanted &&
            (comparison == Comparison::Weak || !weak))
            return true;
        open = list.find('"', close + 1);
    }
    return false;
}

}  // namespace

bool names_etag(std::string_view list, std::string_view etag) {
    return names_etag(list, etag, Comparison::Weak);
}

std::optional<core::Instant> parse_http_date(std::string_view text, core::Instant about) {
    if (text.size() == 29)
        if (const auto moment = fixdate(text)) return moment;
    if (core::ends_with(text, " GMT")) return rfc850_date(text, core::date_at(about).year);
    return asctime_date(text);
}

bool precondition_fails(const Request& request, const std::vector<std::string>& etags,
                        const std::optional<core::Instant>& modified) {
    if (const auto tags = request.field("if-match"))
        return core::trim(*tags) != "*" &&
               std::none_of(etags.begin(), etags.end(), [&](const std::string& etag) {
                   return names_etag(*tags, etag, Comparison::Strong);
               });
    const auto since = request.field("if-unmodified-since");
    if (!since || !modified) return false;
    const auto date = parse_http_date(*since, *modified);
    return date && *modified > *date;
}

bool is_not_modified(const Request& request, std::string_view etag,
                     const std::optional<core::Instant>& modified) {
    if (const auto tags = request.field("if-none-match")) return names_etag(*tags, etag);
    const auto since = request.field("if-modified-since");
    if (!since || !modified) return false;
    const auto date = parse_http_date(*since, *modified);
    return date && *modified <= *date;
}

RangeAnswer wanted_range(const Request& request, std::string_view etag, std::int64_t size) {
    using Kind = RangeAnswer::Kind;
    const auto range = request.field("range");
    if (!range || !is_in_bytes(*range)) return {};
    if (const auto condition = request.field("if-range"); condition && *condition != etag)
        return {};
    const std::string_view spec = core::trim(std::string_view(*range).substr(6));
    const std::size_t dash = spec.find('-');
    if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos) return {};
    const auto first = digits(spec.substr(0, dash));
    const auto last = digits(spec.substr(dash + 1));
    const bool open_ended = dash + 1 == spec.size();
    if (dash == 0) {  // the last N bytes
        if (!last) return {};
        if (*last == 0 || size == 0) return {Kind::Unsatisfiable, {}};
        return {Kind::Part, {std::max<std::int64_t>(0, size - *last), size}};
    }
    if (!first || (!last && !open_ended) || (last && *last < *first)) return {};
    if (*first >= size) return {Kind::Unsatisfiable, {}};
    return {Kind::Part, {*first, last ? std::min(*last, size - 1) + 1 : size}};
}

}  // namespace gongbao::server
