// SPDX-License-Identifier: Apache-2.0
#include "editor/audit/row_digest.hpp"

#include "core/system/digest.hpp"

namespace gongbao::editor {
namespace {

constexpr int kAuditColumnCount = 10;

}  // namespace

const char* const kAuditColumns =
    "number, at, clock, person, act, object, outcome, was, became, reason";

std::string first_audit_digest() {
    return core::sha256_hex("gongbao audit 1\n");
}

std::string audit_digest_of(const std::string& previous, const core::Statement& row) {
    std::string text = previous + '\n';
    for (int column = 0; column < kAuditColumnCount; ++column) {
        const std::string_view value = row.bytes(column);
        text += row.is_null(column) ? "-" : std::to_string(value.size()) + ':';
        text += value;
        text += '\n';
    }
    return core::sha256_hex(text);
}

}  // namespace gongbao::editor
