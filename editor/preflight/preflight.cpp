// SPDX-License-Identifier: Apache-2.0
#include "editor/preflight/preflight.hpp"

#include <algorithm>
#include <iterator>

#include "core/report/error.hpp"
#include "core/storage/kept_rows.hpp"
#include "editor/audit/act.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/desk/store/seals.hpp"
#include "editor/intake/structure/disclosure.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/own_words.hpp"
#include "editor/people/rights.hpp"
#include "editor/preflight/find_checks.hpp"
#include "editor/proofs/proofs.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

constexpr const char* kAcceptanceTable = R"(
CREATE TABLE preflight_accepted(
  id INTEGER PRIMARY KEY, year INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,
  key TEXT NOT NULL, person INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL,
  reason TEXT NOT NULL CHECK(trim(reason) <> ''), UNIQUE(year, kind, number, key),
  FOREIGN KEY(year, kind, number) REFERENCES issue) STRICT;
)";

bool is_print_error(const Check& check) {
    return check.document == 0 && check.owner == Role::Publisher &&
           check.weight == Check::Weight::Stop;
}

bool bars_disclosure(const Check& check) {
    return check.weight == Check::Weight::Stop && is_disclosure(check.finding);
}

void append(std::vector<Check>& checks, std::vector<Check> more) {
    std::move(more.begin(), more.end(), std::back_inserter(checks));
}

// "2026-8-3" for a line of the issue, "2026-8" for the whole.
std::string record_named(const DeskIssue& issue, DocumentId document) {
    const std::string slug = core::slug(issue.number);
    for (std::size_t i = 0; i < issue.items.size(); ++i)
        if (issue.items[i].document == document) return slug + "-" + std::to_string(i + 1);
    return slug;
}

}  // namespace

void Preflight::create_tables(core::Database& database) {
    database.execute(kAcceptanceTable);
    core::keep_rows(database, "preflight_accepted",
                    "id = NEW.id OR (year = NEW.year AND kind = NEW.kind AND number = NEW.number "
                    "AND key = NEW.key)",
                    "office.rows_stay");
}

std::optional<Acceptance> Preflight::acceptance_of(const core::IssueNumber& number,
                                                   const std::string& key) const {
    core::Statement row = desk_.holdings().database.prepare(
        "SELECT name, reason, at FROM preflight_accepted "
        "WHERE year = ? AND kind = ? AND number = ? AND key = ?");
    bind_issue(row, number);
    row.bind(4, key);
    if (!row.step()) return {};
    return Acceptance{row.text(0), row.text(1), {row.integer(2)}};
}

std::vector<Check> Preflight::checks(const core::IssueNumber& number) {
    const DeskIssue issue = desk_.issues().issue(number);
    const std::string state = state_of_issue(desk_.holdings().database, number);
    Looked at{issue, state, desk_.holdings(), {}};
    for (const DeskItem& line : issue.items) {
        const auto id = items_.of_document(line.document);
        at.items.push_back(id ? std::optional(items_.item(*id)) : std::nullopt);
    }
    std::vector<Check> checks = check_gazette(at);
    append(checks, check_signoffs(at, signoffs_));
    append(checks, check_remarks(at, remarks_));
    append(checks, check_numbers(at));
    append(checks, check_dates(at));
    append(checks, check_documents(at));
    if (!issue.items.empty()) {
        append(checks, check_review(at, desk_.press().review(number)));
        const typeset::PageRange first{1, 1};
        append(checks,
               check_print(at, desk_.press().preview_pages(number, profile_, first, {}).findings));
    }
    for (Check& check : checks)
        if (!check.key.empty()) check.accepted = acceptance_of(number, check.key);
    std::stable_partition(checks.begin(), checks.end(),
                          [](const Check& check) { return check.stops(); });
    return checks;
}

void Preflight::accept(const Actor& by, const core::IssueNumber& number, const std::string& key,
                       const std::string& reason) {
    core::Database& database = desk_.holdings().database;
    const std::vector<Check> found = checks(number);  // sets the issue: before others have to wait
    acted(database, entry_by(database, by, "preflight.accept", audit_name(number)),
          [&](AuditEntry& entry) {
              entry.before = key;
              require_of_office(People(database).require(by.person));
              desk_.issues().draft(number);
              Proofs(database).require_open(number);
              const auto check = std::find_if(found.begin(), found.end(), [&](const Check& one) {
                  return !key.empty() && one.key == key;
              });
              if (check == found.end()) throw Error(ErrorKind::NotFound, {"office.check_gone", {}});
              const Person person = People(database).require(by.person, {check->owner});
              entry.reason = own_reason(reason);
              if (check->accepted)
                  throw Error(ErrorKind::Conflict, {"office.accepted_already", {}});
              core::Statement row = database.prepare(
                  "INSERT INTO preflight_accepted(year, kind, number, key, person, name, at, "
                  "reason) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
              bind_issue(row, number);
              row.bind(4, key).bind(5, person.id).bind(6, person.name).bind(7, by.now.seconds);
              row.bind(8, entry.reason).run();
              entry.after = "accepted";
              return true;
          });
}

int count_stops(const std::vector<Check>& checks) {
    return static_cast<int>(std::count_if(checks.begin(), checks.end(),
                                          [](const Check& check) { return check.stops(); }));
}

// One decision a document: several marks on it, several persons and reasons.
std::vector<Disclosure> disclosures_in(const std::vector<Check>& checks) {
    std::vector<Disclosure> decisions;
    for (const Check& check : checks) {
        if (!check.accepted || !bars_disclosure(check)) continue;
        const auto known =
            std::find_if(decisions.begin(), decisions.end(),
                         [&](const Disclosure& one) { return one.document == check.document; });
        if (known == decisions.end()) {
            decisions.push_back({check.document, check.accepted->name, check.accepted->reason});
            continue;
        }
        if (known->by.find(check.accepted->name) == std::string::npos)
            known->by += "、" + check.accepted->name;
        if (known->reason.find(check.accepted->reason) == std::string::npos)
            known->reason += "；" + check.accepted->reason;
    }
    return decisions;
}

std::vector<archive::Accepted> accepted_in(const std::vector<Check>& checks,
                                           const DeskIssue& issue) {
    std::vector<archive::Accepted> all;
    for (const Check& check : checks)
        if (check.accepted && !bars_disclosure(check))
            all.push_back({check.finding.message.id, record_named(issue, check.document),
                           check.accepted->name, check.accepted->reason});
    return all;
}

bool accepts_print_errors(const std::vector<Check>& checks) {
    return std::any_of(checks.begin(), checks.end(),
                       [](const Check& check) { return check.accepted && is_print_error(check); });
}

}  // namespace gongbao::editor
