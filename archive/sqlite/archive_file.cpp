// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/archive_file.hpp"

#include <string>

#include "archive/sqlite/schema.hpp"
#include "archive/sqlite/search_functions.hpp"
#include "core/report/error.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::ErrorKind;

// A read-only connection cannot undo what a power cut left half-done; one that writes does it on
// opening. Fails quietly into the error that the read-only connection will give.
Database open_undoing(const std::filesystem::path& file, Database::Mode mode) {
    if (mode != Database::Mode::ReadOnly) return Database::open(file, mode, kApplicationId);
    try {
        return Database::open(file, mode, kApplicationId);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Forbidden) throw;
    }
    Database::open(file, Database::Mode::ReadWrite, kApplicationId);
    return Database::open(file, mode, kApplicationId);
}

void require_known_version(const Database& database, Database::Mode mode) {
    const std::int32_t version = database.schema_version();
    const auto refuse = [&](ErrorKind kind, const char* message) {
        throw Error(kind, {message,
                           {{"file", database.file().filename().string()},
                            {"version", std::to_string(version)}}});
    };
    if (version > kSchemaVersion) refuse(ErrorKind::Corrupt, "archive.newer_file");
    if (version == 0 && mode != Database::Mode::Create)
        refuse(ErrorKind::Corrupt, "archive.unfinished_file");
    if (version < kSchemaVersion && mode == Database::Mode::ReadOnly)
        refuse(ErrorKind::Unavailable, "archive.older_file");
}

}  // namespace

Database open_archive_file(const std::filesystem::path& file, Database::Mode mode) {
    UpgradeReport untold;
    return open_archive_file(file, mode, untold);
}

Database open_archive_file(const std::filesystem::path& file, Database::Mode mode,
                           UpgradeReport& report) {
    Database database = open_undoing(file, mode);
    register_search_functions(database);
    require_known_version(database, mode);
    // INSERT OR REPLACE deletes without asking the triggers unless they may recurse.
    database.execute("PRAGMA recursive_triggers=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-16000;");
    if (mode != Database::Mode::ReadOnly) {
        upgrade(database, report);
        // Pages of a large edition stay in memory, because spilling them would lock readers out
        // before the commit; an upgrade, of any size, may.
        database.execute("PRAGMA cache_spill=OFF;");
    }
    return database;
}

}  // namespace gongbao::archive
