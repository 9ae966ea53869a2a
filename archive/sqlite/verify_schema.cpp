// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/verify_schema.hpp"

#include <map>
#include <set>
#include <string>

#include "archive/sqlite/schema.hpp"
#include "archive/sqlite/search_functions.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

struct Part {
    std::string type;
    std::string table;
    std::string sql;
};
using Schema = std::map<std::string, Part>;

Schema schema_of(const Database& database) {
    Schema schema;
    Statement rows = database.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema");
    while (rows.step()) schema[rows.text(0)] = {rows.text(1), rows.text(2), rows.text(3)};
    return schema;
}

// What an archive consists of, with the tables that SQLite makes for itself.
Schema sound_schema() {
    Database database = Database::open(":memory:", Database::Mode::Create, kApplicationId);
    register_search_functions(database);
    make_tables(database);
    return schema_of(database);
}

// SQLite writes the tables of the search itself, in words that depend on its version.
bool same(const std::string& name, const Part& a, const Part& b) {
    return a.type == b.type && a.table == b.table &&
           (a.sql == b.sql || name.starts_with("search_"));
}

std::map<std::string, std::int64_t> search_settings(const Database& database) {
    std::map<std::string, std::int64_t> settings;
    Statement rows = database.prepare("SELECT k, v FROM search_config WHERE k <> 'version'");
    while (rows.step()) settings[rows.text(0)] = rows.integer(1);
    return settings;
}

}  // namespace

core::Diagnostics verify_schema(const Database& database) {
    core::Diagnostics findings;
    const auto report = [&](const std::string& name, const char* id) {
        findings.push_back(
            {core::Level::Error, core::Place::stored(name), {id, {{"name", name}}}, {}});
    };
    const Schema sound = sound_schema();
    const Schema found = schema_of(database);
    for (const auto& [name, part] : sound) {
        const auto there = found.find(name);
        if (there == found.end() || !same(name, part, there->second))
            report(name, "archive.schema_changed");
    }
    for (const auto& [name, part] : found)
        if (!sound.contains(name)) report(name, "archive.schema_foreign");
    if (search_settings(database) != sound_search_settings())
        report("search_config", "archive.schema_changed");
    return findings;
}

}  // namespace gongbao::archive
