// SPDX-License-Identifier: Apache-2.0
#include "editor/issuing/issuing.hpp"

#include <utility>

#include "core/report/error.hpp"
#include "core/storage/jobs.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/desk/store/seals.hpp"
#include "editor/issuing/orders.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/own_words.hpp"
#include "editor/people/rights.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

constexpr std::int64_t kLeaseSeconds = 600;

// "2026-8", or 2026年第8期 with or without blanks, as printed on the issue.
bool names(const std::string& typed, const core::IssueNumber& number) {
    const auto bare = [](std::string_view words) {
        std::string kept;
        for (const char32_t c : core::to_utf32(words))
            if (!core::is_space(c)) core::append_utf8(kept, c);
        return kept;
    };
    return bare(typed) == core::slug(number) || bare(typed) == bare(core::printed_number(number));
}

Proof standing_proof(core::Database& database, const core::IssueNumber& number) {
    auto proof = Proofs(database).standing(number);
    if (!proof) throw Error(ErrorKind::Conflict, {"office.proof_gone", {}});
    return std::move(*proof);
}

// The proof that was seen is the one that stands.
Proof same_proof(core::Database& database, const core::IssueNumber& number, std::int64_t seen) {
    Proof proof = standing_proof(database, number);
    if (proof.id != seen) throw Error(ErrorKind::Conflict, {"office.proof_gone", {}});
    return proof;
}

void require_no_stops(const std::vector<Check>& checks) {
    if (const int stops = count_stops(checks); stops > 0)
        throw Error(ErrorKind::Forbidden, {"office.stops", {{"count", std::to_string(stops)}}});
}

void require_signable(const Proof& proof, ProofSign sign, const Person& person) {
    if (proof.find(sign) != nullptr) throw Error(ErrorKind::Conflict, {"office.given_already", {}});
    for (const ProofSigned& one : proof.given)
        if (one.person == person.id)
            throw Error(ErrorKind::Forbidden, {"office.proof_own_sign", {}});
    if (sign == ProofSign::Permit && proof.find(ProofSign::Read) == nullptr)
        throw Error(ErrorKind::Conflict, {"office.proof_unread", {}});
}

Published told_again(const archive::EditionSummary& edition) {
    Published published;
    static_cast<archive::EditionSummary&>(published) = edition;
    return published;
}

}  // namespace

void Issuing::create_tables(core::Database& database) {
    core::Jobs::create_table(database);
    create_order_table(database);
}

std::optional<Proof> Issuing::proof(const core::IssueNumber& number) const {
    return Proofs(desk_.holdings().database).standing(number);
}

std::string Issuing::proof_pdf(const Actor& by, std::int64_t id) const {
    core::Database& database = desk_.holdings().database;
    require_of_office(People(database).require(by.person));
    return Proofs(database).pdf(id);
}

// Printing takes long: it is done before others have to wait, and holds as long as the issue's
// state is the one that was seen.
Proof Issuing::lock(const Actor& by, const SeenIssue& seen) {
    core::Database& database = desk_.holdings().database;
    const auto person = People(database).find(by.person);
    std::vector<Check> checks;
    typeset::Printed printed;
    const bool seen_now = state_of_issue(database, seen.number) == seen.state;
    if (person && person->is(Role::Editor) && seen_now) {
        checks = preflight_.checks(seen.number);
        if (count_stops(checks) == 0) printed = desk_.press().preview(seen.number, profile_);
    }
    return acted(database, entry_by(database, by, "issue.lock", audit_name(seen.number)),
                 [&](AuditEntry& entry) {
                     const Person editor = People(database).require(by.person, {Role::Editor});
                     desk_.issues().draft(seen.number);
                     Proofs proofs(database);
                     proofs.require_open(seen.number);
                     if (!seen_now || state_of_issue(database, seen.number) != seen.state)
                         throw Error(ErrorKind::Conflict, {"office.issue_moved_on",
                                                           {{"issue", core::slug(seen.number)}}});
                     require_no_stops(checks);
                     Proof proof;
                     proof.issue = seen.number;
                     proof.state = seen.state;
                     proof.digest = core::sha256_hex(printed.pdf);
                     proof.pages = printed.pages;
                     proof.person = editor.id;
                     proof.by = editor.name;
                     proof.at = by.now;
                     proof.id = proofs.put(proof, printed.pdf);
                     entry.after = "proof " + std::to_string(proof.id) + " SHA-256 " + proof.digest;
                     return proof;
                 });
}

void Issuing::unlock(const Actor& by, const core::IssueNumber& number, std::int64_t proof,
                     const std::string& reason) {
    core::Database& database = desk_.holdings().database;
    acted(database, entry_by(database, by, "issue.unlock", audit_name(number)),
          [&](AuditEntry& entry) {
              const Person person =
                  People(database).require(by.person, {Role::Editor, Role::Publisher});
              desk_.issues().draft(number);
              same_proof(database, number, proof);
              entry.before = "proof " + std::to_string(proof);
              entry.reason = own_reason(reason);
              Proofs(database).take_back(proof, person, by.now, entry.reason);
              call_off_orders(database, proof);
              return true;
          });
}

void Issuing::sign(const Actor& by, const core::IssueNumber& number, std::int64_t seen,
                   ProofSign sign) {
    core::Database& database = desk_.holdings().database;
    acted(database, entry_by(database, by, "proof.sign", audit_name(number)),
          [&](AuditEntry& entry) {
              const Person person = People(database).require(by.person, {role_for(sign)});
              desk_.issues().draft(number);
              const Proof proof = same_proof(database, number, seen);
              require_signable(proof, sign, person);
              Proofs(database).sign(proof.id, sign, person, by.now);
              entry.after = std::string(name_of(sign)) + " SHA-256 " + proof.digest;
              return true;
          });
}

// All that is asked before an issue may come out.
Issuing::Ready Issuing::require_ready(const Actor& by, const core::IssueNumber& number,
                                      const std::string& typed) {
    core::Database& database = desk_.holdings().database;
    People(database).require(by.person, {Role::Publisher});
    if (!names(typed, number)) throw Error(ErrorKind::Invalid, {"office.number_not_typed", {}});
    Ready ready{standing_proof(database, number), {}, desk_.issues().draft(number)};
    if (!ready.proof.is_signed()) throw Error(ErrorKind::Conflict, {"office.proof_unsigned", {}});
    ready.checks = preflight_.checks(number);
    require_no_stops(ready.checks);
    return ready;
}

Published Issuing::issue(const Actor& by, const core::IssueNumber& number,
                         const std::string& typed) {
    core::Database& database = desk_.holdings().database;
    const auto person = People(database).find(by.person);
    const auto edition = desk_.archive().edition(number);
    const auto proof = Proofs(database).standing(number);
    if (edition && proof && proof->digest == edition->pdf_digest && person && person->active &&
        person->is(Role::Publisher)) {
        Published published = told_again(*edition);
        published.warnings = try_to_note_issued(number, *proof, by.now);
        return published;
    }
    const Ready ready = acted(database, entry_by(database, by, kBeginAct, audit_name(number)),
                              [&](AuditEntry& entry) {
                                  Ready made = require_ready(by, number, typed);
                                  entry.after = "proof " + std::to_string(made.proof.id);
                                  return made;
                              });
    return come_out(by, ready);
}

// The archive's transaction cannot be one with the desk's: the begun act stands before it, and
// whoever comes next finds the edition and completes the log (run_due).
Published Issuing::come_out(const Actor& by, const Ready& ready) {
    core::Database& database = desk_.holdings().database;
    Publishing order{ready.issue.number, profile_, by.now};
    order.errors = accepts_print_errors(ready.checks) ? PrintErrors::Accept : PrintErrors::Bar;
    order.decisions = disclosures_in(ready.checks);
    order.accepted = accepted_in(ready.checks, ready.issue);
    order.proof = ready.proof.digest;
    order.state = ready.proof.state;
    Published published;
    try {
        published = desk_.press().publish(order);
    } catch (const Error& error) {
        AuditEntry entry = entry_by(database, by, kIssueAct, audit_name(ready.issue.number));
        entry.outcome = Outcome::Refused;
        entry.reason = error.for_people().id;
        core::Transaction transaction(database);
        AuditLog(database).note(entry);
        transaction.commit();
        throw;
    }
    for (core::Diagnostic& warning : try_to_note_issued(ready.issue.number, ready.proof, by.now))
        published.warnings.push_back(std::move(warning));
    return published;
}

core::Diagnostics Issuing::try_to_note_issued(const core::IssueNumber& number, const Proof& proof,
                                              core::Instant now) {
    try {
        note_issued(number, proof, now);
        return {};
    } catch (const Error&) {
        return {{core::Level::Warning, {}, {"office.issued_unnoted", {}}, {}}};
    }
}

// Once, in the name of who ordered it.
void Issuing::note_issued(const core::IssueNumber& number, const Proof& proof, core::Instant now) {
    core::Database& database = desk_.holdings().database;
    core::Transaction transaction(database);
    if (last_done(database, kIssueAct, number)) return;
    AuditEntry entry;
    if (const auto begun = last_done(database, kBeginAct, number))
        entry.person = begun->entry.person;
    entry.at = now;
    entry.act = kIssueAct;
    entry.object = audit_name(number);
    entry.after = "SHA-256 " + proof.digest;
    AuditLog(database).note(entry);
    transaction.commit();
}

void Issuing::issue_at(const Actor& by, const core::IssueNumber& number, const std::string& typed,
                       core::Instant when) {
    core::Database& database = desk_.holdings().database;
    acted(database, entry_by(database, by, "issue.schedule", audit_name(number)),
          [&](AuditEntry& entry) {
              const Ready ready = require_ready(by, number, typed);
              if (when <= by.now) throw Error(ErrorKind::Invalid, {"office.time_past", {}});
              call_off_orders(database, ready.proof.id);
              put_order(database, {0, ready.proof.id, by.person, when});
              entry.after = core::rfc3339(when);
              return true;
          });
}

std::vector<Scheduled> Issuing::scheduled() const {
    return orders_waiting(desk_.holdings().database);
}

void Issuing::run_due(core::Instant now) {
    core::Database& database = desk_.holdings().database;
    for (const Proof& proof : unfinished_proofs(database)) {
        const auto edition = desk_.archive().edition(proof.issue);
        if (edition && edition->pdf_digest == proof.digest) note_issued(proof.issue, proof, now);
    }
    core::Jobs jobs(database);
    while (const auto job = jobs.lease(now, kLeaseSeconds)) {
        const auto order = order_of_job(database, job->id);
        try {
            if (order) issue({order->person, now}, order->issue, core::slug(order->issue));
            jobs.done(*job);
        } catch (const Error& error) {
            jobs.failed(*job, now, error.for_people().id);
        }
    }
}

}  // namespace gongbao::editor
