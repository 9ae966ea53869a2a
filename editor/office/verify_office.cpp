// SPDX-License-Identifier: Apache-2.0
#include "editor/office/verify_office.hpp"

#include <map>
#include <set>
#include <string>

#include "core/report/findings.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/desk/store/desk_file.hpp"
#include "editor/desk/store/verify_desk.hpp"
#include "editor/office/check_acts.hpp"
#include "editor/office/office_tables.hpp"

namespace gongbao::editor {
namespace {

using core::Database;

struct SchemaPart {
    std::string type;
    std::string table;
    std::string sql;

    bool operator==(const SchemaPart&) const = default;
};
using OfficeSchema = std::map<std::string, SchemaPart>;

OfficeSchema parts_of(const Database& database) {
    OfficeSchema parts;
    core::Statement rows = database.prepare("SELECT name, type, tbl_name, sql FROM sqlite_schema");
    while (rows.step()) parts[rows.text(0)] = {rows.text(1), rows.text(2), rows.text(3)};
    return parts;
}

// What an office adds to a desk.
OfficeSchema sound_office() {
    Database database = Database::open(":memory:", Database::Mode::Create, 1);
    make_desk_tables(database);
    const OfficeSchema desk = parts_of(database);
    make_office_tables(database);
    OfficeSchema office = parts_of(database);
    for (const auto& [name, part] : desk) office.erase(name);
    return office;
}

// Triggers and views, which a desk alone has not.
std::set<std::string> rules_of(const OfficeSchema& office) {
    std::set<std::string> names;
    for (const auto& [name, part] : office)
        if (part.type == "trigger" || part.type == "view") names.insert(name);
    return names;
}

void check_office_schema(const Database& database, const OfficeSchema& sound,
                         core::Findings& findings) {
    const OfficeSchema found = parts_of(database);
    for (const auto& [name, part] : sound) {
        const auto there = found.find(name);
        if (there == found.end() || there->second != part)
            findings.report(core::Place::stored(name), "office.schema_changed", {{"name", name}});
    }
}

core::Diagnostics check_office(Database& database, const OfficeSchema& sound) {
    core::Findings findings("desk.unreadable");
    findings.check(core::Place::stored("office"),
                   [&] { check_office_schema(database, sound, findings); });
    findings.check(core::Place::stored("office"), [&] { check_acts(database, findings); });
    findings.check(core::Place::stored("audit"), [&] {
        for (core::Diagnostic& finding : AuditLog(database).verify())
            findings.add(std::move(finding));
    });
    return findings.take();
}

}  // namespace

core::Diagnostics verify_office(const std::filesystem::path& desk_file) {
    std::optional<Database> database = open_desk_to_read(desk_file);
    if (!database || !has_office(*database)) return verify_desk(desk_file);
    const OfficeSchema sound = sound_office();
    core::Diagnostics findings = verify_desk(desk_file, rules_of(sound));
    for (core::Diagnostic& finding : check_office(*database, sound))
        findings.push_back(std::move(finding));
    return findings;
}

}  // namespace gongbao::editor
