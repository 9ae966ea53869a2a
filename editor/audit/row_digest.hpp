// SPDX-License-Identifier: Apache-2.0
// The digest that ties a row of the audit log to the one before it. Taken when a row is written
// (audit_log.cpp) and again when it is proved (verify_audit.cpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/storage/database.hpp"

namespace gongbao::editor {

/// The names of the columns that audit_digest_of reads, in their order.
extern const char* const kAuditColumns;

/// What the first row takes for the digest of the one before it.
std::string first_audit_digest();

/// SHA-256, hexadecimal, of `previous` and the columns kAuditColumns of the row `row` stands at,
/// the length of each before it, so that no value can end in another's place.
std::string audit_digest_of(const std::string& previous, const core::Statement& row);

}  // namespace gongbao::editor
