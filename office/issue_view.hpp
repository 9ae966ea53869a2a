// SPDX-License-Identifier: Apache-2.0
// What the pages about issues share: which issue an address names, and how one is shown.
#pragma once

#include <string>

#include "office/work.hpp"

namespace gongbao::office {

/// The issue of the address: /issues/2026-8, /issues/2026-8/place.
/// Throws: Error(NotFound) "office.issue_unknown".
core::IssueNumber issue_of(const Work& work);
std::string address_of(const core::IssueNumber& number);  ///< "/issues/2026-8"

/// Sets slug, address, issue (as printed), date, state and state_words, is_draft.
void set_issue(const Work& work, const editor::DeskIssue& issue, server::View& view);

/// Every item of the pool, for a table or a list.
server::View pool_view(const Work& work);

/// 保密审查、初审
std::string kinds_of(const Work& work, const std::vector<editor::Missing>& missing);

}  // namespace gongbao::office
