// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/schema.hpp"

#include <array>
#include <string_view>

namespace gongbao::archive {
namespace {

using core::Database;

struct Table {
    const char* name;
    const char* columns;
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
          "date TEXT NOT NULL, issued_at INTEGER NOT NULL, "
          "records INTEGER NOT NULL, made_by TEXT NOT NULL, UNIQUE (year, kind, number)"},
    Table{"record",
          "id INTEGER PRIMARY KEY, edition INTEGER NOT NULL REFERENCES edition, "
          "place INTEGER NOT NULL, section TEXT NOT NULL, title TEXT NOT NULL, "
          "number TEXT NOT NULL, number_key TEXT, kind TEXT NOT NULL, written TEXT, "
          "effective TEXT, first_page INTEGER NOT NULL, last_page INTEGER NOT NULL, "
          "pdf_page INTEGER NOT NULL, text_digest TEXT NOT NULL, xml_digest TEXT NOT NULL, "
          "carries TEXT NOT NULL, themes TEXT NOT NULL, force TEXT NOT NULL, expires TEXT, "
          "openness TEXT NOT NULL, UNIQUE (edition, place)"},
    Table{"issuer",
          "record INTEGER NOT NULL REFERENCES record, place INTEGER NOT NULL, "
          "name TEXT NOT NULL, PRIMARY KEY (record, place)"},
    Table{"canonical", "record INTEGER PRIMARY KEY REFERENCES record, xml TEXT NOT NULL"},
    Table{"plain", "record INTEGER PRIMARY KEY REFERENCES record, text TEXT NOT NULL"},
    // A form in which an edition or a record is published: its PDF, its offprint, … A new kind is a
    // new word in `kind`. The revision stands in the table only when all of it does.
    Table{"rendition",
          "id INTEGER PRIMARY KEY, edition INTEGER REFERENCES edition, "
          "record INTEGER REFERENCES record, kind TEXT NOT NULL, "
          "blob INTEGER NOT NULL REFERENCES blob, pages INTEGER NOT NULL, "
          "revision INTEGER NOT NULL REFERENCES revision DEFERRABLE INITIALLY DEFERRED, "
          "CHECK ((edition IS NULL) <> (record IS NULL)), UNIQUE (edition, kind), "
          "UNIQUE (record, kind)"},
    // Which text corrects which, and with which revision that became known.
    Table{"relation",
          "record INTEGER NOT NULL REFERENCES record, kind TEXT NOT NULL, "
          "target INTEGER NOT NULL REFERENCES record, "
          "revision INTEGER NOT NULL REFERENCES revision DEFERRABLE INITIALLY DEFERRED, "
          "PRIMARY KEY (record, kind, target)"},
    // What was published at one instant. An edition's moment and maker stand in its own row.
    Table{"revision",
          "number INTEGER PRIMARY KEY, kind TEXT NOT NULL, "
          "edition INTEGER UNIQUE REFERENCES edition, known_at INTEGER, made_by TEXT, "
          "manifest TEXT NOT NULL, CHECK ((kind = 'edition') = (edition IS NOT NULL)), "
          "CHECK ((edition IS NULL) = (known_at IS NOT NULL)), "
          "CHECK ((known_at IS NULL) = (made_by IS NULL))"},
};

struct Index {
    const char* name;
    const char* statement;
};

constexpr std::array kIndexes{
    Index{"record_by_number",
          "CREATE INDEX record_by_number ON record (number_key) "
          "WHERE number_key IS NOT NULL"},
    Index{"record_by_section", "CREATE INDEX record_by_section ON record (section)"},
    Index{"issuer_by_name", "CREATE INDEX issuer_by_name ON issuer (name)"},
    Index{"relation_by_target", "CREATE INDEX relation_by_target ON relation (target)"},
    Index{"rendition_by_revision", "CREATE INDEX rendition_by_revision ON rendition (revision)"},
    Index{"relation_by_revision", "CREATE INDEX relation_by_revision ON relation (revision)"},
};

// Contentless: the words stand in `record` and `plain`; `facets` holds the values that narrow a
// search.
constexpr const char* kSearchIndex =
    "CREATE VIRTUAL TABLE search USING fts5 (title, number, text, facets, content='', "
    "tokenize='gongbao', prefix='1')";

// Merging is done in small steps after each edition (search_index.hpp), never inside an insertion.
const std::map<std::string, std::int64_t> kSearchSettings{{"automerge", 0}, {"crisismerge", 64}};

std::map<std::string, std::string> write_statements() {
    std::map<std::string, std::string> statements;
    for (const Table& table : kTables) {
        const std::string name = table.name;
        statements[name] = "CREATE TABLE " + name + " (" + table.columns + ") STRICT";
        for (auto& [trigger, statement] : guards_of(name)) statements[trigger] = statement;
    }
    for (const Index& index : kIndexes) statements[index.name] = index.statement;
    statements["search"] = kSearchIndex;
    return statements;
}

}  // namespace

std::map<std::string, std::string> guards_of(const std::string& table) {
    std::map<std::string, std::string> guards;
    for (const std::string event : {"UPDATE", "DELETE"}) {
        const std::string trigger = table + (event == "UPDATE" ? "_stays" : "_remains");
        guards[trigger] = "CREATE TRIGGER " + trigger + " BEFORE " + event + " ON " + table +
                          " BEGIN SELECT RAISE(ABORT, 'what was issued never changes'); END";
    }
    return guards;
}

const std::map<std::string, std::int64_t>& sound_search_settings() {
    return kSearchSettings;
}

const std::map<std::string, std::string>& schema_statements() {
    static const std::map<std::string, std::string> statements = write_statements();
    return statements;
}

void make_tables(Database& database) {
    const auto& statements = schema_statements();
    for (const Table& table : kTables) database.execute(statements.at(table.name));
    for (const auto& [name, statement] : statements)
        if (!statement.starts_with("CREATE TABLE")) database.execute(statement);
    for (const auto& [name, value] : kSearchSettings)
        database.prepare("INSERT INTO search (search, rank) VALUES (?, ?)")
            .bind(1, name)
            .bind(2, value)
            .run();
}

}  // namespace gongbao::archive
