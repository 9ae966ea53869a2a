// SPDX-License-Identifier: Apache-2.0
#include "editor/office/office_tables.hpp"

#include "core/report/error.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/correspondence/remarks.hpp"
#include "editor/issuing/issuing.hpp"
#include "editor/items/items.hpp"
#include "editor/people/people.hpp"
#include "editor/people/sessions.hpp"
#include "editor/preflight/preflight.hpp"
#include "editor/proofs/proofs.hpp"
#include "editor/signoffs/signoffs.hpp"

namespace gongbao::editor {
namespace {

constexpr std::int64_t kOfficeSchema = 1;

constexpr const char* kVersionTable =
    "CREATE TABLE office_schema(version INTEGER NOT NULL) STRICT;";

// A room's line stands behind those of the rooms its tables refer to.
void make_rooms(core::Database& database) {
    AuditLog::create_tables(database);
    People::create_tables(database);
    Sessions::create_tables(database);
    Items::create_tables(database);
    Signoffs::create_tables(database);
    Remarks::create_tables(database);
    Proofs::create_tables(database);
    Preflight::create_tables(database);
    Issuing::create_tables(database);
}

// 0: there has been no office.
std::int64_t office_version(const core::Database& database) {
    if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'office_schema'").step())
        return 0;
    core::Statement row = database.prepare("SELECT max(version) FROM office_schema");
    return row.step() ? row.integer(0) : 0;
}

bool is_made(const core::Database& database) {
    const std::int64_t version = office_version(database);
    if (version > kOfficeSchema)
        throw core::Error(core::ErrorKind::Corrupt, {"office.newer_schema", {}});
    return version == kOfficeSchema;
}

}  // namespace

bool has_office(const core::Database& database) {
    return office_version(database) > 0;
}

void make_office_tables(core::Database& database) {
    if (is_made(database)) return;
    core::Transaction transaction(database);
    if (is_made(database)) return;
    database.execute(kVersionTable);
    make_rooms(database);
    database.prepare("INSERT INTO office_schema VALUES(?)").bind(1, kOfficeSchema).run();
    transaction.commit();
}

}  // namespace gongbao::editor
