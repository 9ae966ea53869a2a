// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/schema.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "archive/sqlite/search_functions.hpp"
#include "core/report/error.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::ErrorKind;

struct Table {
    const char* name;
    const char* columns;
    std::int32_t since = 1;  ///< schema version
};

// `edition.id` and `record.id` grow with the day of issue (see place_in_time.hpp), so that "newest
// first" is the order of the primary key, in these tables and in the search index alike.
constexpr std::array kTables{
    Table{"blob",
          "id INTEGER PRIMARY KEY, digest TEXT NOT NULL UNIQUE, size INTEGER NOT NULL, "
          "type TEXT NOT NULL"},
    Table{"chunk",
          "id INTEGER PRIMARY KEY, blob INTEGER NOT NULL REFERENCES blob, "
          "place INTEGER NOT NULL, digest BLOB NOT NULL, bytes BLOB NOT NULL, "
          "UNIQUE (blob, place)"},
    Table{"edition",
          "id INTEGER PRIMARY KEY, year INTEGER NOT NULL, kind TEXT NOT NULL, "
          "number INTEGER NOT NULL, running INTEGER UNIQUE, gazette TEXT NOT NULL, "
          "date TEXT NOT NULL, issued_at INTEGER NOT NULL, pages INTEGER NOT NULL, "
          "records INTEGER NOT NULL, pdf INTEGER NOT NULL REFERENCES blob, "
          "made_by TEXT NOT NULL, UNIQUE (year, kind, number)"},
    Table{"record",
          "id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition, "
          "place INTEGER NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL, "
          "number TEXT NOT NULL, number_key TEXT, kind TEXT NOT NULL, written TEXT, "
          "effective TEXT, first_page INTEGER NOT NULL, last_page INTEGER NOT NULL, "
          "pdf_page INTEGER NOT NULL, text_digest TEXT NOT NULL, xml_digest TEXT NOT NULL, "
          "carries TEXT NOT NULL, UNIQUE (edition, place)"},
    Table{"issuer",
          "record INTEGER NOT NULL REFERENCES record, place INTEGER NOT NULL, "
          "name TEXT NOT NULL, PRIMARY KEY (record, place)"},
    Table{"canonical", "record INTEGER PRIMARY KEY REFERENCES record, xml TEXT NOT NULL"},
    Table{"plain", "record INTEGER PRIMARY KEY REFERENCES record, text TEXT NOT NULL"},
    // 抽印本: a document alone, set anew with its citation. Since version 2.
    Table{"offprint",
          "record INTEGER PRIMARY KEY REFERENCES record, pdf INTEGER NOT NULL REFERENCES blob, "
          "pages INTEGER NOT NULL",
          2},
    // Which text corrects which, and with which edition that became known. Since version 3.
    Table{"relation",
          "record INTEGER NOT NULL REFERENCES record, kind TEXT NOT NULL, "
          "target INTEGER NOT NULL REFERENCES record, "
          "edition INTEGER NOT NULL REFERENCES edition, PRIMARY KEY (record, kind, target)",
          3},
    Table{"revision",
          "number INTEGER PRIMARY KEY, edition INTEGER NOT NULL UNIQUE REFERENCES edition, "
          "manifest TEXT NOT NULL"},
};

struct Index {
    const char* name;
    const char* statement;
    std::int32_t since = 1;
};

constexpr std::array kIndexes{
    Index{"record_by_number",
          "CREATE INDEX record_by_number ON record (number_key) "
          "WHERE number_key IS NOT NULL"},
    Index{"record_by_section", "CREATE INDEX record_by_section ON record (section)"},
    Index{"issuer_by_name", "CREATE INDEX issuer_by_name ON issuer (name)"},
    Index{"relation_by_target", "CREATE INDEX relation_by_target ON relation (target)", 3},
};

// Contentless: the words stand in `record` and `plain`; `facets` holds the values that narrow a
// search.
constexpr const char* kSearchIndex =
    "CREATE VIRTUAL TABLE search USING fts5 (title, number, text, facets, content='', "
    "tokenize='gongbao', prefix='1')";

// Merging is done in small steps after each edition (search/index.hpp), never inside an insertion.
const std::map<std::string, std::int64_t> kSearchSettings{{"automerge", 0}, {"crisismerge", 64}};

std::map<std::string, std::string> write_statements(std::int32_t version) {
    std::map<std::string, std::string> statements;
    for (const Table& table : kTables) {
        if (table.since > version) continue;
        const std::string name = table.name;
        statements[name] = "CREATE TABLE " + name + " (" + table.columns + ") STRICT";
        for (const std::string event : {"UPDATE", "DELETE"}) {
            const std::string trigger = name + (event == "UPDATE" ? "_stays" : "_remains");
            statements[trigger] =
                "CREATE TRIGGER " + trigger + " BEFORE " + event + " ON " + name +
                " BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END";
        }
    }
    for (const Index& index : kIndexes)
        if (index.since <= version) statements[index.name] = index.statement;
    statements["search"] = kSearchIndex;
    return statements;
}

void make_tables(Database& database) {
    core::Transaction transaction(database);
    if (database.schema_version() != 0) return;  // another program was faster
    const auto& statements = schema_statements();
    for (const Table& table : kTables) database.execute(statements.at(table.name));
    for (const auto& [name, statement] : statements)
        if (!statement.starts_with("CREATE TABLE")) database.execute(statement);
    for (const auto& [name, value] : kSearchSettings)
        database.prepare("INSERT INTO search (search, rank) VALUES (?, ?)")
            .bind(1, name)
            .bind(2, value)
            .run();
    database.set_schema_version(kSchemaVersion);
    transaction.commit();
}

bool is_there(Database& database, const std::string& name) {
    core::Statement row = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?");
    row.bind(1, name);
    return row.step();
}

// What later versions add to a file of an older one, whole or not at all.
void add_what_is_new(Database& database) {
    core::Transaction transaction(database);
    if (database.schema_version() < kSchemaVersion) {  // no other program was faster
        const auto& statements = schema_statements();
        for (const bool tables : {true, false})
            for (const auto& [name, statement] : statements)
                if (statement.starts_with("CREATE TABLE") == tables && !is_there(database, name))
                    database.execute(statement);
        database.set_schema_version(kSchemaVersion);
    }
    transaction.commit();
}

// Empty stand-ins on this connection for the tables that an older file has not.
void stand_in_for_what_is_new(Database& database) {
    for (const Table& table : kTables)
        if (table.since > database.schema_version() && !is_there(database, table.name))
            database.execute("CREATE TEMP TABLE " + std::string(table.name) + " (" + table.columns +
                             ") STRICT");
}

// Brings an older file up to date before it is read; false where it cannot be written.
bool brought_up_to_date(const std::filesystem::path& file) {
    try {
        open_archive_file(file, Database::Mode::ReadWrite);
        return true;
    } catch (const Error& error) {
        if (error.kind() == ErrorKind::Forbidden || error.kind() == ErrorKind::Unavailable)
            return false;
        throw;
    }
}

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

}  // namespace

const std::map<std::string, std::int64_t>& sound_search_settings() {
    return kSearchSettings;
}

const std::map<std::string, std::string>& schema_statements(std::int32_t version) {
    static const std::array statements{write_statements(1), write_statements(2),
                                       write_statements(kSchemaVersion)};
    return statements.at(static_cast<std::size_t>(std::clamp(version, 1, kSchemaVersion)) - 1);
}

Database open_archive_file(const std::filesystem::path& file, Database::Mode mode) {
    Database database = open_undoing(file, mode);
    const std::string name = file.filename().string();
    const bool is_old = database.schema_version() > 0 && database.schema_version() < kSchemaVersion;
    if (is_old && mode == Database::Mode::ReadOnly && brought_up_to_date(file))
        return open_archive_file(file, mode);
    register_search_functions(database);
    const std::int32_t version = database.schema_version();
    if (version > kSchemaVersion)
        throw Error(ErrorKind::Corrupt,
                    {"archive.newer_file", {{"file", name}, {"version", std::to_string(version)}}});
    if (version == 0 && mode != Database::Mode::Create)
        throw Error(ErrorKind::Corrupt, {"archive.unfinished_file", {{"file", name}}});
    // INSERT OR REPLACE deletes without asking the triggers unless they may recurse; pages of a
    // large edition stay in memory, because spilling them would lock readers out before the commit.
    database.execute("PRAGMA recursive_triggers=ON; PRAGMA mmap_size=0; PRAGMA cache_size=-16000;");
    if (mode != Database::Mode::ReadOnly) database.execute("PRAGMA cache_spill=OFF;");
    if (version == 0) make_tables(database);
    if (is_old && mode == Database::Mode::ReadOnly) stand_in_for_what_is_new(database);
    if (is_old && mode != Database::Mode::ReadOnly) add_what_is_new(database);
    return database;
}

}  // namespace gongbao::archive
