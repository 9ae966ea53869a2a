// SPDX-License-Identifier: Apache-2.0
// What an issue is called, and its two states: a Draft until the archive holds its edition, Issued
// from then on and for ever.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace gongbao::core {

enum class IssueKind : std::uint8_t { Regular, Special /*专刊*/, Supplement /*增刊*/ };
const char* name_of(IssueKind kind);  ///< "regular", "special", "supplement"
std::optional<IssueKind> issue_kind_named(std::string_view name);

/// What an issue is called: 2026年第8期（总第612期）.
struct IssueNumber {
    int year = 0;
    IssueKind kind = IssueKind::Regular;
    int number = 0;              ///< inside year and kind, from 1
    std::optional<int> running;  ///< 总第N期; regular issues only

    friend bool operator==(const IssueNumber&, const IssueNumber&) = default;
    /// By year, then kind, then number.
    friend std::strong_ordering operator<=>(const IssueNumber&, const IssueNumber&) = default;
};

/// "2026-8", "2026-z1" (special), "2026-s1" (supplement): in addresses and on the command line.
std::string slug(const IssueNumber& number);
std::optional<IssueNumber> parse_issue_slug(std::string_view slug);
/// "2026年第8期", "2026年专刊第1期", "2026年增刊第1期".
std::string printed_number(const IssueNumber& number);

/// "第12页", "第12—15页"; empty without pages.
std::string printed_pages(int first, int last);
/// Where a text stands, as it is cited: "《云岭省人民政府公报》2026年第8期（总第612期）第12—15页".
std::string citation(std::string_view gazette, const IssueNumber& number, int first_page,
                     int last_page);

enum class IssueState : std::uint8_t { Draft, Issued };
const char* name_of(IssueState state);

}  // namespace gongbao::core
