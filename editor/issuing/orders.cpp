// SPDX-License-Identifier: Apache-2.0
#include "editor/issuing/orders.hpp"

#include <utility>

#include "core/storage/jobs.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/desk/store/issue_book.hpp"
#include "editor/people/rights.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kJobKind = "issue";
constexpr int kMostAttempts = 3;

}  // namespace

std::optional<AuditRow> last_done(core::Database& database, const char* act,
                                  const core::IssueNumber& issue) {
    AuditQuery query;
    query.act = act;
    query.object = audit_name(issue);
    query.outcome = Outcome::Done;
    query.most = 1;
    std::vector<AuditRow> rows = AuditLog(database).search(query);
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

void create_order_table(core::Database& database) {
    database.execute(
        "CREATE TABLE issue_order(job INTEGER PRIMARY KEY, proof INTEGER NOT NULL REFERENCES "
        "proof, person INTEGER NOT NULL, due INTEGER NOT NULL) STRICT;");
}

void put_order(core::Database& database, const IssueOrder& order) {
    core::Jobs jobs(database);
    const std::int64_t job =
        jobs.enqueue({kJobKind, std::to_string(order.proof), order.due, kMostAttempts});
    database.prepare("INSERT INTO issue_order VALUES(?, ?, ?, ?)")
        .bind(1, job)
        .bind(2, order.proof)
        .bind(3, order.person)
        .bind(4, order.due.seconds)
        .run();
}

void call_off_orders(core::Database& database, std::int64_t proof) {
    core::Jobs jobs(database);
    core::Statement rows = database.prepare("SELECT job FROM issue_order WHERE proof = ?");
    rows.bind(1, proof);
    std::vector<std::int64_t> waiting;
    while (rows.step()) waiting.push_back(rows.integer(0));
    for (const std::int64_t job : waiting) jobs.cancel(job);
}

std::optional<IssueOrder> order_of_job(const core::Database& database, std::int64_t job) {
    core::Statement row = database.prepare(
        "SELECT o.job, o.proof, o.person, o.due, p.year, p.kind, p.number FROM issue_order o "
        "JOIN standing_proof p ON p.id = o.proof WHERE o.job = ?");
    row.bind(1, job);
    if (!row.step()) return {};
    return IssueOrder{
        row.integer(0), row.integer(1), row.integer(2), {row.integer(3)}, issue_at(row, 4)};
}

// Of each proof the last order: an earlier one was called off for it.
std::vector<Scheduled> orders_waiting(core::Database& database) {
    core::Jobs jobs(database);
    core::Statement rows = database.prepare(
        "SELECT max(o.job), p.year, p.kind, p.number, o.due, w.login FROM issue_order o "
        "JOIN standing_proof p ON p.id = o.proof JOIN person w ON w.id = o.person "
        "GROUP BY o.proof ORDER BY o.due");
    std::vector<Scheduled> waiting;
    while (rows.step()) {
        const auto status = jobs.status(rows.integer(0));
        if (!status || status->state == core::JobState::Done ||
            status->state == core::JobState::Cancelled)
            continue;
        Scheduled one{rows.integer(0), issue_at(rows, 1), {rows.integer(4)}, rows.text(5)};
        one.why = status->why;
        one.given_up = status->state == core::JobState::Failed;
        waiting.push_back(std::move(one));
    }
    return waiting;
}

std::vector<Proof> unfinished_proofs(core::Database& database) {
    std::vector<core::IssueNumber> issues;
    core::Statement rows = database.prepare("SELECT year, kind, number FROM standing_proof");
    while (rows.step()) issues.push_back(issue_at(rows, 0));
    std::vector<Proof> unfinished;
    for (const core::IssueNumber& issue : issues)
        if (last_done(database, kBeginAct, issue) && !last_done(database, kIssueAct, issue))
            unfinished.push_back(*Proofs(database).standing(issue));
    return unfinished;
}

}  // namespace gongbao::editor
