// SPDX-License-Identifier: Apache-2.0
// The row of the audit log that an act of a person begins with; any room's acts, for acted()
// (audit/act.hpp).
#pragma once

#include <string>

#include "editor/audit/audit_log.hpp"
#include "editor/people/people.hpp"

namespace gongbao::editor {

/// Somebody whom nobody knows stands as "#7": a login never has this form, and an empty one would
/// be the program itself.
AuditEntry entry_by(const core::Database& database, const Actor& by, const std::string& act,
                    const std::string& object);

}  // namespace gongbao::editor
