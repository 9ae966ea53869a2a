// SPDX-License-Identifier: Apache-2.0
#include "editor/proofs/proofs.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/storage/kept_rows.hpp"
#include "core/system/digest.hpp"
#include "editor/desk/store/issue_book.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

constexpr const char* kRowsStay = "office.rows_stay";

constexpr const char* kProofTables = R"(
CREATE TABLE proof(
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,
  state TEXT NOT NULL, digest TEXT NOT NULL, pages INTEGER NOT NULL, pdf BLOB NOT NULL,
  person INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
  FOREIGN KEY(year, kind, number) REFERENCES issue) STRICT;
CREATE TABLE proof_taken_back(
  proof INTEGER PRIMARY KEY REFERENCES proof, person INTEGER NOT NULL, name TEXT NOT NULL,
  at INTEGER NOT NULL, reason TEXT NOT NULL CHECK(trim(reason) <> '')) STRICT;
CREATE TABLE proof_signed(
  proof INTEGER NOT NULL REFERENCES proof, sign TEXT NOT NULL CHECK(sign IN ('read', 'permit')),
  person INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY(proof, sign), UNIQUE(proof, person)) STRICT;
CREATE VIEW standing_proof AS
  SELECT * FROM proof WHERE id NOT IN (SELECT proof FROM proof_taken_back);
)";

// Who locks an issue, prints it; who then changes it, changes what others sign.
constexpr const char* kProofRules = R"(
CREATE TRIGGER one_proof_stands BEFORE INSERT ON proof
WHEN EXISTS(SELECT 1 FROM standing_proof s
            WHERE s.year = NEW.year AND s.kind = NEW.kind AND s.number = NEW.number)
BEGIN SELECT RAISE(ABORT, 'a proof of the issue stands'); END;
CREATE TRIGGER proof_signed_while_it_stands BEFORE INSERT ON proof_signed
WHEN NOT EXISTS(SELECT 1 FROM standing_proof WHERE id = NEW.proof)
BEGIN SELECT RAISE(ABORT, 'the proof was taken back'); END;
CREATE TRIGGER proof_signed_by_its_role BEFORE INSERT ON proof_signed
WHEN NOT EXISTS(SELECT 1 FROM person p JOIN person_role r ON r.person = p.id
                WHERE p.id = NEW.person AND p.active AND r.role =
                  CASE NEW.sign WHEN 'read' THEN 'proofreader' ELSE 'publisher' END)
BEGIN SELECT RAISE(ABORT, 'not of the role'); END;
CREATE TRIGGER proof_permitted_when_read BEFORE INSERT ON proof_signed
WHEN NEW.sign = 'permit' AND
     NOT EXISTS(SELECT 1 FROM proof_signed WHERE proof = NEW.proof AND sign = 'read')
BEGIN SELECT RAISE(ABORT, 'the proof was not read'); END;
)";

// Issues stay as they are while a proof stands.
std::string locked_with_proof(const std::string& table, const std::string& act,
                              const std::string& row) {
    return "CREATE TRIGGER " + table + "_locked_" + act + "_" + row + " BEFORE " + act + " ON " +
           table + " WHEN EXISTS(SELECT 1 FROM standing_proof s WHERE s.year = " + row +
           ".year AND s.kind = " + row + ".kind AND s.number = " + row +
           ".number) BEGIN SELECT RAISE(ABORT, 'the issue is locked'); END;";
}

// What stands in a locked issue is not drawn into another one either: OR REPLACE would take the row
// away there.
constexpr const char* kPlacedOnce = R"(
CREATE TRIGGER issue_item_not_drawn_away BEFORE INSERT ON issue_item
WHEN EXISTS(SELECT 1 FROM issue_item WHERE document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'the document stands in an issue'); END;
CREATE TRIGGER issue_item_not_moved_away BEFORE UPDATE OF document ON issue_item
WHEN NEW.document <> OLD.document
  AND EXISTS(SELECT 1 FROM issue_item WHERE document = NEW.document)
BEGIN SELECT RAISE(ABORT, 'the document stands in an issue'); END;
CREATE TRIGGER issue_running_not_drawn_away BEFORE INSERT ON issue
WHEN EXISTS(SELECT 1 FROM issue WHERE running = NEW.running)
BEGIN SELECT RAISE(ABORT, 'an issue has the running number'); END;
)";

std::vector<ProofSigned> signs_of(const core::Database& database, std::int64_t id) {
    core::Statement rows = database.prepare(
        "SELECT sign, person, name, at FROM proof_signed WHERE proof = ? ORDER BY at, sign DESC");
    rows.bind(1, id);
    std::vector<ProofSigned> signs;
    while (rows.step()) {
        const auto sign = proof_sign_named(rows.text(0));
        if (!sign) throw Error(ErrorKind::Corrupt, {"office.proof_damaged", {}});
        signs.push_back({*sign, rows.integer(1), rows.text(2), {rows.integer(3)}});
    }
    return signs;
}

}  // namespace

const char* name_of(ProofSign sign) {
    return sign == ProofSign::Read ? "read" : "permit";
}

std::optional<ProofSign> proof_sign_named(std::string_view name) {
    for (const ProofSign sign : kProofSigns)
        if (name == name_of(sign)) return sign;
    return {};
}

Role role_for(ProofSign sign) {
    return sign == ProofSign::Read ? Role::Proofreader : Role::Publisher;
}

const ProofSigned* Proof::find(ProofSign sign) const {
    const auto found = std::find_if(given.begin(), given.end(),
                                    [&](const ProofSigned& one) { return one.sign == sign; });
    return found == given.end() ? nullptr : &*found;
}

bool Proof::is_signed() const {
    return std::all_of(std::begin(kProofSigns), std::end(kProofSigns),
                       [&](ProofSign sign) { return find(sign) != nullptr; });
}

void Proofs::create_tables(core::Database& database) {
    database.execute(kProofTables);
    database.execute(kProofRules);
    core::keep_rows(database, "proof", "id = NEW.id", kRowsStay);
    core::keep_rows(database, "proof_taken_back", "proof = NEW.proof", kRowsStay);
    core::keep_rows(database, "proof_signed",
                    "proof = NEW.proof AND (sign = NEW.sign OR person = NEW.person)", kRowsStay);
    for (const char* table : {"issue", "issue_item"}) {
        database.execute(locked_with_proof(table, "UPDATE", "OLD"));
        database.execute(locked_with_proof(table, "UPDATE", "NEW"));
        database.execute(locked_with_proof(table, "DELETE", "OLD"));
        database.execute(locked_with_proof(table, "INSERT", "NEW"));
    }
    database.execute(kPlacedOnce);
}

std::optional<Proof> Proofs::standing(const core::IssueNumber& number) const {
    core::Statement row = database_.prepare(
        "SELECT id, state, digest, pages, name, at, person FROM standing_proof "
        "WHERE year = ? AND kind = ? AND number = ?");
    bind_issue(row, number);
    if (!row.step()) return {};
    Proof proof;
    proof.id = row.integer(0);
    proof.issue = number;
    proof.state = row.text(1);
    proof.digest = row.text(2);
    proof.pages = static_cast<int>(row.integer(3));
    proof.by = row.text(4);
    proof.at = {row.integer(5)};
    proof.person = row.integer(6);
    proof.given = signs_of(database_, proof.id);
    return proof;
}

void Proofs::require_open(const core::IssueNumber& number) const {
    if (standing(number))
        throw Error(ErrorKind::Forbidden, {"office.issue_locked", {{"issue", core::slug(number)}}});
}

std::string Proofs::pdf(std::int64_t id) const {
    core::Statement row = database_.prepare("SELECT pdf, digest FROM proof WHERE id = ?");
    row.bind(1, id);
    if (!row.step()) throw Error(ErrorKind::NotFound, {"office.proof_unknown", {}});
    if (core::sha256_hex(row.bytes(0)) != row.text(1))
        throw Error(ErrorKind::Corrupt, {"office.proof_damaged", {}});
    return std::string(row.bytes(0));
}

std::int64_t Proofs::put(const Proof& proof, std::string_view pdf) {
    core::Statement row = database_.prepare(
        "INSERT INTO proof(year, kind, number, state, digest, pages, pdf, person, name, at) "
        "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind_issue(row, proof.issue);
    row.bind(4, proof.state).bind(5, proof.digest).bind(6, proof.pages);
    row.bind_blob(7, pdf).bind(8, proof.person).bind(9, proof.by).bind(10, proof.at.seconds).run();
    return database_.last_row_id();
}

void Proofs::take_back(std::int64_t id, const Person& person, core::Instant at,
                       const std::string& reason) {
    database_.prepare("INSERT INTO proof_taken_back VALUES(?, ?, ?, ?, ?)")
        .bind(1, id)
        .bind(2, person.id)
        .bind(3, person.name)
        .bind(4, at.seconds)
        .bind(5, reason)
        .run();
}

void Proofs::sign(std::int64_t id, ProofSign sign, const Person& person, core::Instant at) {
    database_.prepare("INSERT INTO proof_signed VALUES(?, ?, ?, ?, ?)")
        .bind(1, id)
        .bind(2, name_of(sign))
        .bind(3, person.id)
        .bind(4, person.name)
        .bind(5, at.seconds)
        .run();
}

}  // namespace gongbao::editor
