// SPDX-License-Identifier: Apache-2.0
// The row of the audit log with which an act on an item begins. Used by items and signoffs.
#pragma once

#include <string>

#include "core/storage/database.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/items/item.hpp"
#include "editor/people/people.hpp"

namespace gongbao::editor {

/// `act` by the login of `by`, or by "#17" when there is no such person.
AuditEntry entry_of(core::Database& database, const Actor& by, const char* act,
                    const std::string& object);
std::string object_of(ItemId id);  ///< "item 12"

}  // namespace gongbao::editor
