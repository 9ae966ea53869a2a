// SPDX-License-Identifier: Apache-2.0
// What preflight finds, a function a source: sign-offs, dates, numbers, findings of documents, of
// their review and of the print. Used by Preflight.
#pragma once

#include <vector>

#include "editor/preflight/preflight.hpp"

namespace gongbao::editor {

struct Holdings;

/// An issue and all that was looked up about it.
struct Looked {
    const DeskIssue& issue;
    const std::string& state;  ///< state_of_issue
    const Holdings& holdings;
    std::vector<std::optional<Item>> items;  ///< one a line of the issue
};

std::vector<Check> check_gazette(const Looked& at);
std::vector<Check> check_signoffs(const Looked& at, const Signoffs& signoffs);
/// Comments and queries that are not settled.
std::vector<Check> check_remarks(const Looked& at, const Remarks& remarks);
/// A text that takes effect before it is printed.
std::vector<Check> check_dates(const Looked& at);
/// 发文字号 that the archive or another line of the issue has.
std::vector<Check> check_numbers(const Looked& at);
/// Warnings of intake.
std::vector<Check> check_documents(const Looked& at);
std::vector<Check> check_review(const Looked& at, const Review& review);
std::vector<Check> check_print(const Looked& at, const core::Diagnostics& findings);

}  // namespace gongbao::editor
