// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/issues/issue_sequence.hpp"

#include <string>
#include <utility>

namespace gongbao::editor {
namespace {

core::Diagnostic warning(core::Message message) {
    return {core::Level::Warning, {}, std::move(message), {}};
}

bool is_before(const core::IssueNumber& one, const core::IssueNumber& other) {
    return std::pair(one.year, one.number) < std::pair(other.year, other.number);
}

bool runs_backwards(const core::IssueNumber& number, const core::IssueNumber& other) {
    if (other.kind != core::IssueKind::Regular || !other.running) return false;
    return is_before(other, number) ? *other.running >= *number.running
                                    : is_before(number, other) && *other.running <= *number.running;
}

}  // namespace

core::Diagnostics told_of_number(const core::IssueNumber& number, const core::Date& date,
                                 const std::vector<core::IssueNumber>& others) {
    core::Diagnostics findings;
    if (number.year != date.year)
        findings.push_back(
            warning({"desk.issue_year_differs",
                     {{"issue", core::printed_number(number)}, {"date", core::iso(date)}}}));
    if (!number.running || number.kind != core::IssueKind::Regular) return findings;
    for (const core::IssueNumber& other : others) {
        if (!runs_backwards(number, other)) continue;
        findings.push_back(warning({"desk.running_backwards",
                                    {{"issue", core::printed_number(number)},
                                     {"running", std::to_string(*number.running)},
                                     {"other", core::printed_number(other)},
                                     {"other_running", std::to_string(*other.running)}}}));
        break;  // one says that something is wrong
    }
    return findings;
}

}  // namespace gongbao::editor
