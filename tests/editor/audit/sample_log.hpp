// SPDX-License-Identifier: Apache-2.0
// An audit log in a file of its own, for tests.
#pragma once

#include <cstdint>
#include <string>

#include "editor/audit/audit_log.hpp"
#include "tests/scratch_folder.hpp"

namespace gongbao::tests {

inline constexpr std::int32_t kLogMark = 0x47420002;
inline constexpr core::Instant kLogStart{1'800'000'000};

/// Without its triggers the tables say nothing against whoever edits them.
inline void drop_triggers(core::Database& database) {
    std::string script;
    core::Statement names =
        database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'");
    while (names.step()) script += "DROP TRIGGER " + names.text(0) + ";";
    database.execute(script);
}

struct SampleLog {
    SampleLog() { editor::AuditLog::create_tables(database); }

    core::Database open() {
        return core::Database::open(folder / "log", core::Database::Mode::Create, kLogMark);
    }
    void note(const editor::AuditEntry& entry) {
        core::Transaction transaction(database);
        log.note(entry);
        transaction.commit();
    }
    void note_many(int count) {
        core::Transaction transaction(database);
        for (int i = 0; i < count; ++i)
            log.note({{kLogStart.seconds + i},
                      i % 3 == 0 ? "wangming" : "lifang",
                      i % 2 == 0 ? "item.receive" : "signoff.give",
                      "item " + std::to_string(i % 7),
                      i % 5 == 0 ? editor::Outcome::Refused : editor::Outcome::Done,
                      "前 " + std::to_string(i),
                      "后 " + std::to_string(i),
                      i % 5 == 0 ? "office.no_right" : ""});
        transaction.commit();
    }

    const ScratchFolder folder;
    core::Database database = open();
    editor::AuditLog log{database};
};

}  // namespace gongbao::tests
