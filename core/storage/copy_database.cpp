// SPDX-License-Identifier: Apache-2.0
#include "core/storage/copy_database.hpp"

#include <sqlite3.h>

#include <string>
#include <system_error>

#include "core/report/error.hpp"
#include "core/system/files.hpp"

namespace gongbao::core {
namespace {

// Copies page by page (sqlite.org/c3ref/backup_finish.html).
int copy_pages(sqlite3* from, sqlite3* to) {
    sqlite3_backup* copying = sqlite3_backup_init(to, "main", from, "main");
    if (copying == nullptr) return sqlite3_errcode(to);
    constexpr int kAllPages = -1;
    const int code = sqlite3_backup_step(copying, kAllPages);
    const int end = sqlite3_backup_finish(copying);
    return code == SQLITE_DONE ? end : code;
}

// What is written has no other reader yet and is synced as a whole: a journal would protect
// nothing.
int write_copy(sqlite3* from, const std::filesystem::path& to) {
    sqlite3* copy = nullptr;
    int code =
        sqlite3_open_v2(to.c_str(), &copy,
                        SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
    if (code == SQLITE_OK)
        code = sqlite3_exec(copy, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;", nullptr,
                            nullptr, nullptr);
    if (code == SQLITE_OK) code = copy_pages(from, copy);
    const int closed = sqlite3_close(copy);
    return code == SQLITE_OK ? closed : code;
}

}  // namespace

void copy_database(const Database& from, const std::filesystem::path& to) {
    std::filesystem::path partial = to;
    partial += ".partial";
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
    const int code = write_copy(from.handle(), partial);
    if (code != SQLITE_OK) {
        std::filesystem::remove(partial, ignored);
        const bool full = (code & 0xFF) == SQLITE_FULL;
        throw Error(
            ErrorKind::Unavailable,
            {full ? "core.disk_full" : "core.database_failed", {{"file", to.filename().string()}}},
            "copy to " + to.string() + ": " + sqlite3_errstr(code));
    }
    put_in_place(partial, to);
}

}  // namespace gongbao::core
