// SPDX-License-Identifier: Apache-2.0
// Who may do what, asked at the head of every act; and the audit row an act begins with.
#pragma once

#include <set>
#include <string>

#include "core/gazette/issue.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/people/people.hpp"

namespace gongbao::editor {

/// Throws: Error(Forbidden) "office.no_right" for who has none of `roles`.
void require_role(const Person& person, const std::set<Role>& roles);
/// Throws: the same for contacts and administrators.
void require_of_office(const Person& person);

/// "issue 2026-8", as the audit log names it.
std::string object_of(const core::IssueNumber& number);
AuditEntry entry_of(const Actor& by, const Person& person, const char* act, std::string object);

}  // namespace gongbao::editor
