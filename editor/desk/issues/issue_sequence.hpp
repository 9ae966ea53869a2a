// SPDX-License-Identifier: Apache-2.0
// Whether the number of an issue agrees with its date and with the issues around it. Used by
// PressRoom::review, so that making, previewing and publishing an issue tell the same.
#pragma once

#include <vector>

#include "core/gazette/issue.hpp"
#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"

namespace gongbao::editor {

/// Warns of a year that is not the date's, and of a 总第N期 that does not run on: one not above
/// that of every regular issue before it and below that of every one after it, in `others`.
core::Diagnostics told_of_number(const core::IssueNumber& number, const core::Date& date,
                                 const std::vector<core::IssueNumber>& others);

}  // namespace gongbao::editor
