// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/store/desk_file.hpp"

#include <filesystem>
#include <system_error>
#include <vector>

#include "core/report/error.hpp"
#include "core/storage/migrations.hpp"
#include "core/system/files.hpp"
#include "editor/desk/store/issue_book.hpp"
#include "editor/desk/store/manuscript_box.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::editor {
namespace {

using core::Database;

constexpr std::int32_t kDeskMark = 0x47424445;  // "GBDE"
constexpr std::int32_t kDeskSchema = 3;

constexpr const char* kPurposeTable = "CREATE TABLE purpose(name TEXT PRIMARY KEY) STRICT;";

void refuse_newer(const Database& database, const std::filesystem::path& file) {
    if (database.schema_version() > kDeskSchema)
        throw core::Error(core::ErrorKind::Corrupt,
                          {"desk.newer_schema", {{"file", file.filename().string()}}});
}

void seal_what_is_there(Database& database) {
    create_seal_tables(database);
    database.execute(kPurposeTable);
    seal_everything(database);
}

// Version 1 knew no annual index, version 2 no seals.
const std::vector<core::Migration>& migrations() {
    static const std::vector<core::Migration> steps{
        {0, kDeskSchema, make_desk_tables},
        {1, 2, ManuscriptBox::create_index_table},
        {2, 3, seal_what_is_there},
    };
    return steps;
}

// Older programs left it readable by everybody. Who may not change that is not kept from working.
void close_to_others(const std::filesystem::path& file) {
    std::error_code ignored;
    std::filesystem::permissions(file, std::filesystem::perms::others_all,
                                 std::filesystem::perm_options::remove, ignored);
}

}  // namespace

void make_desk_tables(Database& database) {
    ManuscriptBox::create_tables(database);
    IssueBook::create_tables(database);
    seal_what_is_there(database);
}

Database open_desk_file(const std::filesystem::path& file) {
    core::make_private_file(file);
    Database database = Database::open(file, Database::Mode::Create, kDeskMark);
    refuse_newer(database, file);
    if (database.schema_version() == kDeskSchema) return database;
    core::migrate(database, migrations());
    close_to_others(file);
    return database;
}

std::optional<Database> open_desk_to_read(const std::filesystem::path& file) {
    std::optional<Database> opened;
    try {
        opened = Database::open(file, Database::Mode::ReadOnly, kDeskMark);
    } catch (const core::Error& error) {
        if (error.kind() != core::ErrorKind::Forbidden) throw;
        // What a power cut left half-done is undone by one who may write.
        Database::open(file, Database::Mode::ReadWrite, kDeskMark);
        opened = Database::open(file, Database::Mode::ReadOnly, kDeskMark);
    }
    Database& database = *opened;
    refuse_newer(database, file);
    if (database.schema_version() != kDeskSchema) return {};
    return opened;
}

bool is_demo_desk(const Database& database) {
    return database.prepare("SELECT 1 FROM purpose WHERE name = 'demo'").step();
}

void mark_demo_desk(Database& database) {
    database.execute("INSERT OR IGNORE INTO purpose VALUES ('demo')");
}

}  // namespace gongbao::editor
