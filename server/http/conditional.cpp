// SPDX-License-Identifier: Apache-2.0
#include "server/http/conditional.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "core/text.hpp"

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

}  // namespace

bool names_etag(std::string_view list, std::string_view etag) {
    if (core::trim(list) == "*") return true;
    const std::string_view wanted = without_weakness(etag);
    // An opaque tag may hold commas, so the list is walked from quote to quote.
    for (std::size_t open = list.find('"'); open != std::string_view::npos;) {
        const std::size_t close = list.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        if (list.substr(open, close - open + 1) == wanted) return true;
        open = list.find('"', close + 1);
    }
    return false;
}

std::optional<core::Instant> parse_http_date(std::string_view text) {
    static constexpr std::array<std::string_view, 12> kMonths = {
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (text.size() != 29 || text.substr(25) != " GMT") return {};
    const auto month = std::find(kMonths.begin(), kMonths.end(), text.substr(8, 3));
    const auto day = digits(text.substr(5, 2));
    const auto year = digits(text.substr(12, 4));
    const auto hour = digits(text.substr(17, 2));
    const auto minute = digits(text.substr(20, 2));
    const auto second = digits(text.substr(23, 2));
    if (month == kMonths.end() || !day || !year || !hour || !minute || !second) return {};
    const core::Date date{static_cast<int>(*year),
                          static_cast<int>(month - kMonths.begin()) + 1, static_cast<int>(*day)};
    if (!core::is_valid(date) || *hour > 23 || *minute > 59 || *second > 60) return {};
    return core::Instant{core::days_since_epoch(date) * 86'400 + *hour * 3'600 + *minute * 60 +
                         *second};
}

bool is_not_modified(const Request& request, std::string_view etag,
                     const std::optional<core::Instant>& modified) {
    if (const auto tags = request.field("if-none-match")) return names_etag(*tags, etag);
    const auto since = request.field("if-modified-since");
    if (!since || !modified) return false;
    const auto date = parse_http_date(*since);
    return date && *modified <= *date;
}

RangeAnswer wanted_range(const Request& request, std::string_view etag, std::int64_t size) {
    using Kind = RangeAnswer::Kind;
    const auto range = request.field("range");
    if (!range || !core::starts_with(*range, "bytes=")) return {};
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
