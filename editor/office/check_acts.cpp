// SPDX-License-Identifier: Apache-2.0
#include "editor/office/check_acts.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "editor/desk/store/manuscript_box.hpp"
#include "editor/items/items.hpp"
#include "editor/proofs/proofs.hpp"

namespace gongbao::editor {
namespace {

using core::Place;

/// Rows that an act leaves: a query of row, login, moment and object of the act.
struct Acts {
    const char* table;
    const char* acts;  ///< names of acts, each in quotes
    std::string rows;
};

// As acts name an issue; `r` has its number.
const std::string kIssueObject =
    "'issue ' || r.year || '-' || CASE r.kind WHEN 'special' THEN 'z' WHEN 'supplement' "
    "THEN 's' ELSE '' END || r.number";

const Acts kActs[] = {
    {"item_version", "'item.receive', 'item.correct'",
     "SELECT document, by, at, 'item ' || item FROM item_version"},
    {"item_withdrawn", "'item.withdraw'",
     "SELECT item, by, at, 'item ' || item FROM item_withdrawn"},
    {"signoff", "'signoff.give'",
     "SELECT r.id, p.login, r.at, 'item ' || r.item FROM signoff r JOIN person p ON p.id = "
     "r.person"},
    {"sent_back", "'signoff.send_back'",
     "SELECT r.id, p.login, r.at, 'item ' || r.item FROM sent_back r "
     "JOIN person p ON p.id = r.person"},
    {"remark", "'remark.add'",
     "SELECT r.id, p.login, r.at, 'item ' || r.item FROM remark r "
     "LEFT JOIN person p ON p.id = r.person"},
    {"remark_reply", "'remark.reply'",
     "SELECT r.id, p.login, r.at, 'remark ' || r.remark FROM remark_reply r "
     "LEFT JOIN person p ON p.id = r.person"},
    {"remark_settled", "'remark.settle'",
     "SELECT r.remark, p.login, r.at, 'remark ' || r.remark FROM remark_settled r "
     "LEFT JOIN person p ON p.id = r.person"},
    {"preflight_accepted", "'preflight.accept'",
     "SELECT r.id, p.login, r.at, " + kIssueObject +
         " FROM preflight_accepted r LEFT JOIN person p ON p.id = r.person"},
    {"proof", "'issue.lock'",
     "SELECT r.id, p.login, r.at, " + kIssueObject +
         " FROM proof r LEFT JOIN person p ON p.id = r.person"},
    {"proof_taken_back", "'issue.unlock'",
     "SELECT t.proof, p.login, t.at, " + kIssueObject +
         " FROM proof_taken_back t JOIN proof r ON r.id = t.proof "
         "LEFT JOIN person p ON p.id = t.person"},
    {"proof_signed", "'proof.sign'",
     "SELECT s.proof, p.login, s.at, " + kIssueObject +
         " FROM proof_signed s JOIN proof r ON r.id = s.proof LEFT JOIN person p ON p.id = "
         "s.person"},
};

void check_told(const core::Database& database, const Acts& one, core::Findings& findings) {
    core::Statement rows = database.prepare(
        "WITH done(id, login, moment, object) AS (" + one.rows +
        ") SELECT id FROM done d WHERE NOT EXISTS(SELECT 1 FROM audit a WHERE a.object = d.object "
        "AND a.outcome = 'done' AND a.person = d.login AND coalesce(a.clock, a.at) = d.moment "
        "AND a.act IN (" +
        one.acts + "))");
    while (rows.step())
        findings.report(Place::stored(one.table, rows.integer(0)), "office.act_untold",
                        {{"table", one.table}, {"row", std::to_string(rows.integer(0))}});
}

void check_versions(core::Database& database, core::Findings& findings) {
    const ManuscriptBox box(database);
    core::Statement rows =
        database.prepare("SELECT item, number, document, digest FROM item_version");
    while (rows.step()) {
        const std::int64_t document = rows.integer(2);
        std::string now;
        try {
            now = Items::digest_of(box, document);
        } catch (const core::Error&) {
            continue;  // told as the document's own damage
        }
        if (now != rows.bytes(3))
            findings.report(Place::stored("item", rows.integer(0)), "office.version_changed",
                            {{"item", std::to_string(rows.integer(0))},
                             {"version", std::to_string(rows.integer(1))}});
    }
}

void check_reviews(const core::Database& database, core::Findings& findings) {
    core::Statement rows = database.prepare(
        "SELECT DISTINCT item FROM signoff WHERE kind IN ('first_review', 'second_review', "
        "'final_review') GROUP BY item, version, round, person HAVING count(*) > 1");
    while (rows.step())
        findings.report(Place::stored("item", rows.integer(0)), "office.reviewed_twice",
                        {{"item", std::to_string(rows.integer(0))}});
}

void check_proofs(core::Database& database, core::Findings& findings) {
    const Proofs proofs(database);
    core::Statement rows = database.prepare("SELECT id FROM proof");
    while (rows.step())
        findings.check(Place::stored("proof", rows.integer(0)),
                       [&] { proofs.pdf(rows.integer(0)); });
}

}  // namespace

void check_acts(core::Database& database, core::Findings& findings) {
    const core::Snapshot one_state(database);
    for (const Acts& one : kActs)
        findings.check(Place::stored(one.table), [&] { check_told(database, one, findings); });
    findings.check(Place::stored("item_version"), [&] { check_versions(database, findings); });
    findings.check(Place::stored("signoff"), [&] { check_reviews(database, findings); });
    findings.check(Place::stored("proof"), [&] { check_proofs(database, findings); });
}

}  // namespace gongbao::editor
