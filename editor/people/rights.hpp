// SPDX-License-Identifier: Apache-2.0
// Who may look, asked at the head of what shows the office's own work; and how the audit log names
// an issue.
#pragma once

#include <string>

#include "core/gazette/issue.hpp"
#include "editor/people/person.hpp"

namespace gongbao::editor {

/// Throws: Error(Forbidden) "office.no_right" for contacts and administrators.
void require_of_office(const Person& person);

/// "issue 2026-8".
std::string audit_name(const core::IssueNumber& number);

}  // namespace gongbao::editor
