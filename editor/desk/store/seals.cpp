// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/store/seals.hpp"

#include <string>
#include <vector>

#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "editor/desk/store/issue_book.hpp"

namespace gongbao::editor {
namespace {

using core::Database;
using core::Statement;

constexpr const char* kSealTables = R"(
CREATE TABLE document_seal(
  document INTEGER PRIMARY KEY REFERENCES document, text TEXT NOT NULL, findings TEXT NOT NULL,
  late INTEGER NOT NULL) STRICT;
CREATE TABLE issue_seal(
  year INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, items TEXT NOT NULL,
  late INTEGER NOT NULL, PRIMARY KEY(year, kind, number),
  FOREIGN KEY(year, kind, number) REFERENCES issue) STRICT;
)";

// Every value of every row, its length before it, so that none can end in another's place.
void add_rows(std::string& text, Statement& rows, int columns) {
    while (rows.step())
        for (int column = 0; column < columns; ++column) {
            const std::string_view value = rows.bytes(column);
            text += rows.is_null(column) ? "-" : std::to_string(value.size()) + ':';
            text += value;
            text += '\n';
        }
    text += '\n';
}

std::string digest_of_text(const Database& database, std::int64_t document) {
    std::string text;
    Statement head = database.prepare(
        "SELECT d.manuscript, m.name, m.received_at, d.title, d.number, d.number_key, d.xml, "
        "d.errors, a.year FROM document d JOIN manuscript m ON m.digest = d.manuscript "
        "LEFT JOIN annual_index a ON a.document = d.id WHERE d.id = ?");
    add_rows(text, head.bind(1, document), 9);
    Statement media =
        database.prepare("SELECT digest, type FROM media WHERE document = ? ORDER BY digest");
    add_rows(text, media.bind(1, document), 2);
    return core::sha256_hex(text);
}

std::string digest_of_findings(const Database& database, std::int64_t document) {
    std::string text;
    Statement findings = database.prepare(
        "SELECT position, level, place, message, excerpt FROM finding WHERE document = ? "
        "ORDER BY position");
    add_rows(text, findings.bind(1, document), 5);
    Statement arguments = database.prepare(
        "SELECT position, name, value FROM finding_argument WHERE document = ? "
        "ORDER BY position, name");
    add_rows(text, arguments.bind(1, document), 3);
    return core::sha256_hex(text);
}

std::string digest_of_issue(const Database& database, const core::IssueNumber& issue) {
    std::string text;
    Statement head = database.prepare(
        "SELECT year, kind, number, running, date FROM issue "
        "WHERE year = ? AND kind = ? AND number = ?");
    bind_issue(head, issue);
    add_rows(text, head, 5);
    Statement items = database.prepare(
        "SELECT position, document, section FROM issue_item "
        "WHERE year = ? AND kind = ? AND number = ? ORDER BY position");
    bind_issue(items, issue);
    add_rows(text, items, 3);
    return core::sha256_hex(text);
}

void put_document(Database& database, std::int64_t document, bool late) {
    database.prepare("INSERT INTO document_seal VALUES (?, ?, ?, ?)")
        .bind(1, document)
        .bind(2, digest_of_text(database, document))
        .bind(3, digest_of_findings(database, document))
        .bind(4, int{late})
        .run();
}

void put_issue(Database& database, const core::IssueNumber& issue, bool late) {
    Statement row = database.prepare("INSERT OR REPLACE INTO issue_seal VALUES (?, ?, ?, ?, ?)");
    bind_issue(row, issue);
    row.bind(4, digest_of_issue(database, issue)).bind(5, int{late}).run();
}

[[noreturn]] void refuse(const char* message, const char* name, const std::string& value) {
    throw core::Error(core::ErrorKind::Corrupt, {message, {{name, value}}});
}

// The seal in column `column` of the document's; empty when there is none.
std::string seal_of(const Database& database, std::int64_t document, const char* column) {
    Statement row = database.prepare(std::string("SELECT ") + column +
                                     " FROM document_seal WHERE document = ?");
    row.bind(1, document);
    return row.step() ? std::string(row.bytes(0)) : std::string();
}

}  // namespace

void create_seal_tables(Database& database) {
    database.execute(kSealTables);
}

void seal_everything(Database& database) {
    std::vector<std::int64_t> documents;
    Statement ids = database.prepare("SELECT id FROM document");
    while (ids.step()) documents.push_back(ids.integer(0));
    for (const std::int64_t id : documents) put_document(database, id, true);
    std::vector<core::IssueNumber> issues;
    Statement rows = database.prepare("SELECT year, kind, number FROM issue");
    while (rows.step()) {
        const auto kind = core::issue_kind_named(rows.text(1));
        if (!kind) throw core::Error(core::ErrorKind::Corrupt, {"desk.bad_issue", {}});
        issues.push_back(
            {static_cast<int>(rows.integer(0)), *kind, static_cast<int>(rows.integer(2)), {}});
    }
    for (const core::IssueNumber& issue : issues) put_issue(database, issue, true);
}

void seal_document(Database& database, std::int64_t document) {
    put_document(database, document, false);
}

void seal_issue(Database& database, const core::IssueNumber& issue) {
    put_issue(database, issue, false);
}

std::string state_of_issue(const Database& database, const core::IssueNumber& issue) {
    std::string state = digest_of_issue(database, issue);
    Statement items = database.prepare(
        "SELECT document FROM issue_item WHERE year = ? AND kind = ? AND number = ? "
        "ORDER BY position");
    bind_issue(items, issue);
    while (items.step())
        state += digest_of_text(database, items.integer(0)) +
                 digest_of_findings(database, items.integer(0));
    return core::sha256_hex(state);
}

void require_document(const Database& database, std::int64_t document) {
    if (seal_of(database, document, "text") != digest_of_text(database, document))
        refuse("desk.document_damaged", "id", std::to_string(document));
}

void require_findings(const Database& database, std::int64_t document) {
    if (seal_of(database, document, "findings") != digest_of_findings(database, document))
        refuse("desk.findings_damaged", "id", std::to_string(document));
}

void require_issue(const Database& database, const core::IssueNumber& issue) {
    Statement row =
        database.prepare("SELECT items FROM issue_seal WHERE year = ? AND kind = ? AND number = ?");
    bind_issue(row, issue);
    if (!row.step() || row.bytes(0) != digest_of_issue(database, issue))
        refuse("desk.issue_damaged", "issue", core::slug(issue));
}

std::int64_t late_seals(const Database& database) {
    Statement row = database.prepare(
        "SELECT (SELECT count(*) FROM document_seal WHERE late <> 0) + "
        "(SELECT count(*) FROM issue_seal WHERE late <> 0)");
    return row.step() ? row.integer(0) : 0;
}

}  // namespace gongbao::editor
