// SPDX-License-Identifier: Apache-2.0
#include "editor/desk/store/issue_book.hpp"

#include "core/report/error.hpp"
#include "editor/desk/store/seals.hpp"

namespace gongbao::editor {
namespace {

constexpr const char* kIssueTables = R"(
CREATE TABLE issue(
  year INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL,
  running INTEGER UNIQUE, date TEXT NOT NULL, PRIMARY KEY(year, kind, number)) STRICT;
CREATE TABLE issue_item(
  year INTEGER NOT NULL, kind TEXT NOT NULL, number INTEGER NOT NULL, position INTEGER NOT NULL,
  document INTEGER NOT NULL UNIQUE REFERENCES document, section TEXT NOT NULL,
  PRIMARY KEY(year, kind, number, position),
  FOREIGN KEY(year, kind, number) REFERENCES issue) STRICT;
)";

const std::string kSelect = "SELECT year, kind, number, running, date FROM issue ";

// Requires: the columns year, kind, number, running, date.
DeskIssue read_issue(const core::Statement& row) {
    DeskIssue issue;
    const auto date = core::parse_date(row.text(4));
    if (!date) throw core::Error(core::ErrorKind::Corrupt, {"desk.bad_issue", {}});
    issue.number = issue_at(row, 0);
    if (!row.is_null(3)) issue.number.running = static_cast<int>(row.integer(3));
    issue.date = *date;
    return issue;
}

}  // namespace

void bind_issue(core::Statement& statement, const core::IssueNumber& number) {
    statement.bind(1, number.year).bind(2, name_of(number.kind)).bind(3, number.number);
}

core::IssueNumber issue_at(const core::Statement& row, int column) {
    core::IssueNumber number;
    const auto kind = core::issue_kind_named(row.text(column + 1));
    if (!kind) throw core::Error(core::ErrorKind::Corrupt, {"desk.bad_issue", {}});
    number.year = static_cast<int>(row.integer(column));
    number.kind = *kind;
    number.number = static_cast<int>(row.integer(column + 2));
    return number;
}

void IssueBook::create_tables(core::Database& database) {
    database.execute(kIssueTables);
}

void IssueBook::add(const core::IssueNumber& number, const core::Date& date) {
    auto row = database_.prepare("INSERT INTO issue VALUES(?1, ?2, ?3, ?4, ?5)");
    bind_issue(row, number);
    row.bind(4, number.running).bind(5, core::iso(date)).run();
    seal_issue(database_, number);
}

std::optional<DeskIssue> IssueBook::find(const core::IssueNumber& number) const {
    auto row = database_.prepare(kSelect + "WHERE year = ?1 AND kind = ?2 AND number = ?3");
    bind_issue(row, number);
    if (!row.step()) return {};
    require_issue(database_, number);
    DeskIssue issue = read_issue(row);
    issue.items = items(issue.number);
    return issue;
}

std::vector<DeskIssue> IssueBook::all() const {
    std::vector<DeskIssue> issues;
    for (const core::IssueNumber& number : numbers()) issues.push_back(*find(number));
    return issues;
}

std::vector<core::IssueNumber> IssueBook::numbers() const {
    auto rows = database_.prepare(kSelect + "ORDER BY date DESC, year DESC, number DESC");
    std::vector<core::IssueNumber> numbers;
    while (rows.step()) numbers.push_back(read_issue(rows).number);
    return numbers;
}

std::optional<core::IssueNumber> IssueBook::with_running(int running) const {
    auto row = database_.prepare(kSelect + "WHERE running = ?1");
    row.bind(1, running);
    return row.step() ? std::optional(read_issue(row).number) : std::nullopt;
}

std::vector<DeskItem> IssueBook::items(const core::IssueNumber& number) const {
    auto rows = database_.prepare(
        "SELECT i.document, i.section, d.title, d.number, d.errors FROM issue_item i "
        "JOIN document d ON d.id = i.document "
        "WHERE i.year = ?1 AND i.kind = ?2 AND i.number = ?3 ORDER BY i.position");
    bind_issue(rows, number);
    std::vector<DeskItem> found;
    while (rows.step())
        found.push_back({rows.integer(0), rows.text(1), rows.text(2), rows.text(3),
                         static_cast<int>(rows.integer(4))});
    return found;
}

// Rows that stay are moved and not put in anew: what may stand in an issue is judged when it is
// placed (signoffs/signoff_tables.cpp), and what was placed before the office began stays.
void IssueBook::put_items(const core::IssueNumber& number, const std::vector<DeskItem>& items) {
    const auto of_issue = [&](const std::string& sql, const char* condition) {
        auto statement =
            database_.prepare(sql + " WHERE year = ?1 AND kind = ?2 AND number = ?3" + condition);
        bind_issue(statement, number);
        return statement;
    };
    of_issue("UPDATE issue_item SET position = -position", "").run();  // none is in another's way
    std::int64_t position = 0;
    for (const DeskItem& item : items) {
        auto stay = of_issue("UPDATE issue_item SET position = ?4, section = ?6",
                             " AND document = ?5 AND position < 0");
        stay.bind(4, ++position).bind(5, item.document).bind(6, item.section).run();
        if (database_.changes() > 0) continue;
        auto insert = database_.prepare("INSERT INTO issue_item VALUES(?1, ?2, ?3, ?4, ?5, ?6)");
        bind_issue(insert, number);
        insert.bind(4, position).bind(5, item.document).bind(6, item.section).run();
    }
    of_issue("DELETE FROM issue_item", " AND position < 0").run();
    seal_issue(database_, number);
}

std::optional<core::IssueNumber> IssueBook::place_of(DocumentId document) const {
    auto row = database_.prepare(
        kSelect + "JOIN issue_item i USING(year, kind, number) WHERE i.document = ?1");
    row.bind(1, document);
    return row.step() ? std::optional(read_issue(row).number) : std::nullopt;
}

}  // namespace gongbao::editor
