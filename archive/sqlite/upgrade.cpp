// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/upgrade.hpp"

#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/manifest.hpp"
#include "archive/sqlite/schema.hpp"
#include "core/akn/read_akn.hpp"
#include "core/report/error.hpp"
#include "core/storage/copy_database.hpp"
#include "core/storage/migrations.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Error;
using core::ErrorKind;
using core::Statement;

// What versions 2 and 3 added.
constexpr const char* kOffprintTable =
    "CREATE TABLE offprint (record INTEGER PRIMARY KEY REFERENCES record, "
    "pdf INTEGER NOT NULL REFERENCES blob, pages INTEGER NOT NULL) STRICT";
constexpr const char* kRelationTable =
    "CREATE TABLE relation (record INTEGER NOT NULL REFERENCES record, kind TEXT NOT NULL, "
    "target INTEGER NOT NULL REFERENCES record, edition INTEGER NOT NULL REFERENCES edition, "
    "PRIMARY KEY (record, kind, target)) STRICT";

// Rows of version 4 from those of version 3, whose tables are called old_… by then.
constexpr const char* kEditionRows =
    "INSERT INTO edition SELECT id, year, kind, number, running, gazette, date, issued_at, "
    "records, made_by FROM old_edition";
constexpr const char* kRecordRow =
    "INSERT INTO record SELECT id, edition, place, section, title, number, number_key, kind, "
    "written, effective, first_page, last_page, pdf_page, text_digest, xml_digest, carries, "
    "?2, ?3, ?4, ?5 FROM old_record WHERE id = ?1";
constexpr const char* kOtherRows =
    "INSERT INTO revision SELECT number, 'edition', edition, NULL, NULL, manifest "
    "FROM old_revision ORDER BY number;"
    "INSERT INTO rendition (edition, kind, blob, pages, revision) "
    "SELECT old_edition.id, 'pdf', pdf, pages, old_revision.number FROM old_edition "
    "JOIN old_revision ON old_revision.edition = old_edition.id ORDER BY old_revision.number;"
    "INSERT INTO rendition (record, kind, blob, pages, revision) "
    "SELECT offprint.record, 'offprint', pdf, pages, old_revision.number FROM offprint "
    "JOIN old_record ON old_record.id = offprint.record "
    "JOIN old_revision ON old_revision.edition = old_record.edition "
    "ORDER BY old_revision.number, old_record.place;"
    "INSERT INTO relation SELECT old_relation.record, old_relation.kind, old_relation.target, "
    "old_revision.number FROM old_relation "
    "JOIN old_revision ON old_revision.edition = old_relation.edition;";

[[noreturn]] void fail_damaged(const std::string& place, const std::string& why) {
    throw Error(ErrorKind::Corrupt, {"archive.upgrade_damaged", {{"place", place}}}, why);
}

std::int64_t count(const Database& database, const std::string& table) {
    Statement row = database.prepare("SELECT count(*) FROM " + table);
    return row.step() ? row.integer(0) : 0;
}

void require_same(std::int64_t before, std::int64_t after, const std::string& what) {
    if (before != after)
        fail_damaged(what, std::to_string(before) + " rows, " + std::to_string(after) + " kept");
}

void add_table(Database& database, const std::string& name, const char* statement) {
    database.execute(statement);
    for (const auto& [trigger, guard] : guards_of(name)) database.execute(guard);
}

void add_what_is_missing(Database& database) {
    Statement there = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?");
    for (const bool tables : {true, false})
        for (const auto& [name, statement] : schema_statements()) {
            if (statement.starts_with("CREATE TABLE") != tables) continue;
            const bool known = there.bind(1, name).step();
            there.reset();
            if (!known) database.execute(statement);
        }
}

// The table as it is now, empty, beside the old one, which is called old_… and has no guards. What
// refers to the table by its name goes on to do so (sqlite.org/pragma.html, legacy_alter_table).
void begin_anew(Database& database, const std::string& table) {
    for (const auto& [trigger, guard] : guards_of(table))
        database.execute("DROP TRIGGER IF EXISTS " + trigger);
    database.execute("ALTER TABLE " + table + " RENAME TO old_" + table);
    database.execute(schema_statements().at(table));
}

class Progress {
  public:
    Progress(std::int64_t total, const std::function<void(std::int64_t, std::int64_t)>& report)
        : total_(total), report_(report) {}
    void advance() {
        ++done_;
        if (report_) report_(done_, total_);
    }

  private:
    std::int64_t done_ = 0;
    std::int64_t total_;
    const std::function<void(std::int64_t, std::int64_t)>& report_;
};

core::Metadata metadata_of(const Statement& row) {
    const std::string place = "record " + row.text(0);
    if (core::sha256_hex(row.bytes(2)) != row.text(1)) fail_damaged(place, "xml digest");
    try {
        return core::read_akn(row.text(2)).meta;
    } catch (const Error& error) {
        fail_damaged(place, error.what());
    }
}

void keep_records(Database& database, Progress& progress) {
    Statement rows = database.prepare(
        "SELECT old_record.id, xml_digest, xml FROM old_record "
        "JOIN canonical ON canonical.record = old_record.id ORDER BY old_record.id");
    Statement insert = database.prepare(kRecordRow);
    while (rows.step()) {
        const RecordFacts facts = facts_of(metadata_of(rows));
        insert.bind(1, rows.integer(0)).bind(2, facts.themes).bind(3, facts.force);
        insert.bind(4, facts.expires).bind(5, facts.openness).run();
        progress.advance();
    }
    require_same(count(database, "old_record"), count(database, "record"), "record");
}

void require_same_rows(const Database& database) {
    require_same(count(database, "old_edition"), count(database, "revision"), "revision");
    require_same(count(database, "old_edition") + count(database, "offprint"),
                 count(database, "rendition"), "rendition");
    require_same(count(database, "old_relation"), count(database, "relation"), "relation");
}

// The manifests are what was issued; a file that does not agree with them is not carried on.
void require_manifests(const Database& database) {
    Statement rows = database.prepare("SELECT number, manifest FROM revision ORDER BY number");
    while (rows.step())
        if (core::sha256_hex(revision_manifest(database, rows.integer(0))) != rows.text(1))
            fail_damaged("revision " + rows.text(0), "manifest");
}

void bring_renditions_together(Database& database,
                               const std::function<void(std::int64_t, std::int64_t)>& report) {
    Progress progress(count(database, "record"), report);
    database.execute("PRAGMA legacy_alter_table=ON");
    for (const char* table : {"edition", "record", "relation", "revision"})
        begin_anew(database, table);
    database.execute(schema_statements().at("rendition"));
    database.execute(kEditionRows);
    keep_records(database, progress);
    database.execute(kOtherRows);
    require_same_rows(database);
    for (const char* table :
         {"offprint", "old_relation", "old_revision", "old_record", "old_edition"})
        database.execute(std::string("DROP TABLE ") + table);
    database.execute("PRAGMA legacy_alter_table=OFF");
    add_what_is_missing(database);
    require_manifests(database);
}

// "archive.schema-3.2026-08-15.sqlite": the schema, and the printed date of the newest edition.
std::filesystem::path copy_name(const Database& database, int again) {
    Statement newest = database.prepare("SELECT date FROM edition ORDER BY id DESC LIMIT 1");
    const std::filesystem::path file = database.file();
    std::string name =
        file.stem().string() + ".schema-" + std::to_string(database.schema_version());
    if (newest.step()) name += "." + newest.text(0);
    if (again > 1) name += "-" + std::to_string(again);
    return file.parent_path() / (name + file.extension().string());
}

// A copy that an upgrade made which was interrupted later.
bool is_copy_of(const Database& database, const std::filesystem::path& file) {
    try {
        const Database copy = Database::open(file, Database::Mode::ReadOnly, kApplicationId);
        return copy.schema_version() == database.schema_version() &&
               identity_of(copy) == identity_of(database);
    } catch (const Error&) {
        return false;
    }
}

// Inside the transaction of a step, so that nobody adds to the file before the step is done; read
// by a connection of its own, because one that writes is not copied from.
std::filesystem::path keep_copy(const Database& database) {
    std::filesystem::path copy;
    for (int again = 1;; ++again) {
        copy = copy_name(database, again);
        if (!std::filesystem::exists(copy)) break;
        if (is_copy_of(database, copy)) return copy;
    }
    const std::filesystem::path file = database.file();
    std::error_code unknown;
    const std::filesystem::space_info space = std::filesystem::space(file.parent_path(), unknown);
    if (!unknown) require_room(std::filesystem::file_size(file), space.available);
    core::copy_database(Database::open(file, Database::Mode::ReadOnly, kApplicationId), copy);
    return copy;
}

}  // namespace

void require_room(std::uintmax_t size, std::uintmax_t free) {
    constexpr std::uintmax_t kMegabyte = std::uintmax_t{1} << 20;
    constexpr std::uintmax_t kLeast = 16 * kMegabyte;
    const std::uintmax_t needed =
        size + size / 4 + kLeast;  // the copy, its new tables, the journal
    if (free < needed)
        throw Error(ErrorKind::Unavailable, {"archive.upgrade_no_room",
                                             {{"needed", std::to_string(needed / kMegabyte + 1)},
                                              {"free", std::to_string(free / kMegabyte)}}});
}

void upgrade(Database& database, UpgradeReport& report) {
    report.from = database.schema_version();
    const auto step = [&](std::int32_t from, std::int32_t to,
                          std::function<void(Database&)> change) {
        return core::Migration{from, to, [&report, change = std::move(change)](Database& changed) {
                                   if (report.copy.empty()) report.copy = keep_copy(changed);
                                   change(changed);
                               }};
    };
    core::migrate(
        database,
        {{0, kSchemaVersion, make_tables},
         step(1, 2, [](Database& old) { add_table(old, "offprint", kOffprintTable); }),
         step(2, 3, [](Database& old) { add_table(old, "relation", kRelationTable); }),
         step(3, 4, [&](Database& old) { bring_renditions_together(old, report.progress); })});
}

}  // namespace gongbao::archive
