// SPDX-License-Identifier: Apache-2.0
// An act of a person: what it changes and its row in the audit log stand or fall together; when it
// is refused, that is a row too, and nothing else.
#pragma once

#include <utility>

#include "core/report/error.hpp"
#include "core/storage/database.hpp"
#include "editor/audit/audit_log.hpp"

namespace gongbao::editor {

/// True where a rule forbids an act: not where a disk fails.
inline bool is_refusal(const core::Error& error) {
    switch (error.kind()) {
        case core::ErrorKind::NotFound:
        case core::ErrorKind::Invalid:
        case core::ErrorKind::Conflict:
        case core::ErrorKind::Forbidden:
        case core::ErrorKind::TooLarge: return true;
        default: return false;
    }
}

/// Runs `work(entry)` in a transaction; it may complete `entry` (object, before, after) and returns
/// what the act gives. Throws: what `work` throws; after a refusal its row stands in the log.
template <typename Work>
auto acted(core::Database& database, AuditEntry entry, Work&& work) {
    AuditLog log(database);
    try {
        core::Transaction transaction(database);
        auto given = std::forward<Work>(work)(entry);
        log.note(entry);
        transaction.commit();
        return given;
    } catch (const core::Error& error) {
        if (!is_refusal(error)) throw;
        entry.outcome = Outcome::Refused;
        entry.after.clear();
        entry.reason = error.for_people().id;
        core::Transaction transaction(database);
        log.note(entry);
        transaction.commit();
        throw;
    }
}

}  // namespace gongbao::editor
