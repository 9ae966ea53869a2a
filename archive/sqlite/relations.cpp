// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/relations.hpp"

#include <utility>

#include "archive/sqlite/catalogue.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

constexpr const char* kCorrects = "corrects";

core::IssueNumber issue_from(const Statement& row) {
    core::IssueNumber number;
    number.year = static_cast<int>(row.integer(0));
    number.kind = core::issue_kind_named(row.text(1)).value_or(core::IssueKind::Regular);
    number.number = static_cast<int>(row.integer(2));
    if (!row.is_null(3)) number.running = static_cast<int>(row.integer(3));
    return number;
}

// The other end of the relations whose end `near` is record `row`.
std::vector<RelatedRecord> ends(const Database& database, std::int64_t row, const std::string& near,
                                const std::string& far) {
    Statement rows = database.prepare(
        "SELECT edition.year, edition.kind, edition.number, edition.running, edition.date, "
        "record.place, record.title, record.carries, record.number, "
        "coalesce(knowing.issued_at, revision.known_at) FROM relation "
        "JOIN record ON record.id = relation." +
        far +
        " JOIN edition ON edition.id = record.edition "
        "JOIN revision ON revision.number = relation.revision "
        "LEFT JOIN edition AS knowing ON knowing.id = revision.edition WHERE relation." +
        near + " = ? AND relation.kind = ? ORDER BY record.id DESC");
    rows.bind(1, row).bind(2, kCorrects);
    std::vector<RelatedRecord> found;
    while (rows.step()) {
        RelatedRecord one;
        one.issue = issue_from(rows);
        one.date = core::parse_date(rows.text(4)).value_or(core::Date{});
        one.id = core::slug(one.issue) + "-" + std::to_string(rows.integer(5));
        one.title = rows.text(6);
        one.carries = rows.text(7);
        one.number = rows.text(8);
        one.known_at = {rows.integer(9)};
        found.push_back(std::move(one));
    }
    return found;
}

std::vector<RecordSummary> records_at(const Database& database, Statement rows) {
    std::vector<RecordSummary> records;
    while (rows.step()) records.push_back(record_at(database, rows.integer(0)));
    return records;
}

}  // namespace

int put_relations(Database& database, std::int64_t revision,
                  const std::vector<NewRelation>& relations) {
    int added = 0;
    for (const NewRelation& relation : relations) {
        const std::int64_t record = row_of(database, relation.record);
        const std::int64_t target = row_of(database, relation.corrects);
        if (record == target)
            throw core::Error(core::ErrorKind::Invalid, {"archive.corrects_itself",
                                                         {{"id", core::excerpt(relation.record)}}});
        Statement known =
            database.prepare("SELECT 1 FROM relation WHERE record = ? AND kind = ? AND target = ?");
        known.bind(1, record).bind(2, kCorrects).bind(3, target);
        if (known.step()) continue;
        database
            .prepare("INSERT INTO relation (record, kind, target, revision) VALUES (?, ?, ?, ?)")
            .bind(1, record)
            .bind(2, kCorrects)
            .bind(3, target)
            .bind(4, revision)
            .run();
        ++added;
    }
    return added;
}

void read_relations(const Database& database, std::int64_t row, RecordSummary& record) {
    record.corrects = ends(database, row, "record", "target");
    record.corrected_by = ends(database, row, "target", "record");
}

std::vector<std::pair<std::string, std::string>> relations_known_with(const Database& database,
                                                                      std::int64_t revision) {
    Statement rows = database.prepare(
        "SELECT record, target FROM relation WHERE revision = ? "
        "ORDER BY record, kind, target");
    rows.bind(1, revision);
    std::vector<std::pair<std::string, std::string>> found;
    while (rows.step())
        found.emplace_back(record_at(database, rows.integer(0)).id,
                           record_at(database, rows.integer(1)).id);
    return found;
}

std::vector<RecordSummary> list_joined(const Database& database, const core::IssueNumber& number) {
    Statement rows = database.prepare(
        "WITH own AS (SELECT id FROM edition WHERE year = ? AND kind = ? AND number = ?), "
        "knowing AS (SELECT number FROM revision WHERE edition IN own) "
        "SELECT id FROM record WHERE edition NOT IN own AND id IN ("
        "SELECT record FROM relation WHERE revision IN knowing UNION "
        "SELECT target FROM relation WHERE revision IN knowing) ORDER BY id DESC");
    rows.bind(1, number.year).bind(2, core::name_of(number.kind)).bind(3, number.number);
    return records_at(database, std::move(rows));
}

std::vector<RecordSummary> list_unrelated(const Database& database,
                                          const std::function<bool(const std::string&)>& is_meant) {
    Statement rows = database.prepare(
        "SELECT id, title FROM record WHERE NOT EXISTS "
        "(SELECT 1 FROM relation WHERE relation.record = record.id) ORDER BY id");
    std::vector<RecordSummary> records;
    while (rows.step())
        if (is_meant(rows.text(1))) records.push_back(record_at(database, rows.integer(0)));
    return records;
}

}  // namespace gongbao::archive
