// SPDX-License-Identifier: Apache-2.0
#include "editor/correspondence/remarks.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/storage/kept_rows.hpp"
#include "core/text/text.hpp"
#include "editor/audit/act.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/own_words.hpp"
#include "editor/people/rights.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

constexpr std::size_t kLongestText = 4'000;  // characters

constexpr const char* kRemarkTables = R"(
CREATE TABLE remark(
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK(kind IN ('comment', 'query')),
  number INTEGER NOT NULL, item INTEGER NOT NULL REFERENCES item, version INTEGER NOT NULL,
  place TEXT NOT NULL, excerpt TEXT NOT NULL, text TEXT NOT NULL CHECK(trim(text) <> ''),
  person INTEGER NOT NULL, name TEXT NOT NULL, at INTEGER NOT NULL, year INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX query_by_number ON remark(year, number) WHERE kind = 'query';
CREATE INDEX remark_by_item ON remark(item);
CREATE TABLE remark_reply(
  id INTEGER PRIMARY KEY, remark INTEGER NOT NULL REFERENCES remark,
  text TEXT NOT NULL CHECK(trim(text) <> ''), person INTEGER NOT NULL, name TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE INDEX reply_by_remark ON remark_reply(remark);
CREATE TABLE remark_settled(
  remark INTEGER PRIMARY KEY REFERENCES remark, person INTEGER NOT NULL, name TEXT NOT NULL,
  at INTEGER NOT NULL) STRICT;
CREATE TRIGGER settled_remarks_get_no_reply BEFORE INSERT ON remark_reply
WHEN EXISTS(SELECT 1 FROM remark_settled WHERE remark = NEW.remark)
BEGIN SELECT RAISE(ABORT, 'the remark is settled'); END;
)";

void require_text(const std::string& text) {
    if (text.size() <= 4 * kLongestText) own_words(text);
    if (core::trim(text).empty()) throw Error(ErrorKind::Invalid, {"office.text_needed", {}});
    if (text.size() > 4 * kLongestText || core::length(text) > kLongestText)
        throw Error(ErrorKind::TooLarge,
                    {"office.text_too_long", {{"most", std::to_string(kLongestText)}}});
}

std::vector<Reply> replies_to(const core::Database& database, std::int64_t remark) {
    core::Statement rows = database.prepare(
        "SELECT person, name, at, text FROM remark_reply WHERE remark = ? ORDER BY id");
    rows.bind(1, remark);
    std::vector<Reply> replies;
    while (rows.step())
        replies.push_back({rows.integer(0), rows.text(1), {rows.integer(2)}, rows.text(3)});
    return replies;
}

std::optional<Reply> settled_by(const core::Database& database, std::int64_t remark) {
    core::Statement row =
        database.prepare("SELECT person, name, at FROM remark_settled WHERE remark = ?");
    row.bind(1, remark);
    if (!row.step()) return {};
    return Reply{row.integer(0), row.text(1), {row.integer(2)}, {}};
}

// Through the year of the day it is made.
int next_query(const core::Database& database, int year) {
    core::Statement row = database.prepare(
        "SELECT coalesce(max(number), 0) + 1 FROM remark WHERE kind = 'query' AND year = ?");
    row.bind(1, year).step();
    return static_cast<int>(row.integer(0));
}

bool may_query(const Person& person) {
    return person.is_of_office() && !person.is(Role::Archivist);
}

}  // namespace

const char* name_of(RemarkKind kind) {
    return kind == RemarkKind::Query ? "query" : "comment";
}

void Remarks::create_tables(core::Database& database) {
    database.execute(kRemarkTables);
    constexpr const char* kStay = "office.rows_stay";
    core::keep_rows(database, "remark",
                    "id = NEW.id OR (NEW.kind = 'query' AND kind = 'query' AND year = NEW.year "
                    "AND number = NEW.number)",
                    kStay);
    core::keep_rows(database, "remark_reply", "id = NEW.id", kStay);
    core::keep_rows(database, "remark_settled", "remark = NEW.remark", kStay);
}

std::vector<Remark> Remarks::where(const char* condition, std::int64_t value) const {
    core::Statement rows = database_.prepare(
        std::string("SELECT id, kind, number, item, version, place, excerpt, text, person, name, "
                    "at FROM remark WHERE ") +
        condition + " ORDER BY id");
    rows.bind(1, value);
    std::vector<Remark> found;
    while (rows.step()) {
        Remark remark;
        remark.id = rows.integer(0);
        remark.kind = rows.text(1) == "query" ? RemarkKind::Query : RemarkKind::Comment;
        remark.number = static_cast<int>(rows.integer(2));
        remark.item = rows.integer(3);
        remark.version = static_cast<int>(rows.integer(4));
        remark.place = rows.text(5);
        remark.excerpt = rows.text(6);
        remark.text = rows.text(7);
        remark.person = rows.integer(8);
        remark.name = rows.text(9);
        remark.at = {rows.integer(10)};
        remark.replies = replies_to(database_, remark.id);
        remark.settled = settled_by(database_, remark.id);
        found.push_back(std::move(remark));
    }
    return found;
}

std::vector<Remark> Remarks::of(const Actor& by, ItemId item) const {
    const Person person = People(database_).require(by.person);
    items_.item(by, item);
    std::vector<Remark> all = where("item = ?", item);
    if (!person.is_of_office())
        std::erase_if(all, [](const Remark& one) { return one.kind != RemarkKind::Query; });
    return all;
}

std::vector<Remark> Remarks::open(ItemId item) const {
    return where("item = ? AND id NOT IN (SELECT remark FROM remark_settled)", item);
}

std::vector<Remark> Remarks::queries(const Actor& by) const {
    std::vector<Remark> mine;
    for (const Item& item : items_.find(by, {}))
        for (Remark& remark : open(item.id))
            if (remark.kind == RemarkKind::Query) mine.push_back(std::move(remark));
    std::sort(mine.begin(), mine.end(),
              [](const Remark& a, const Remark& b) { return a.id < b.id; });
    return mine;
}

std::int64_t Remarks::add(const Actor& by, ItemId item, const NewRemark& remark) {
    const AuditEntry begun = entry_by(database_, by, "remark.add", "item " + std::to_string(item));
    return acted(database_, begun, [&](AuditEntry& entry) {
        const Person person = People(database_).require(by.person);
        const Item about = items_.item(by, item);
        require_of_office(person);
        if (remark.version < 1 || remark.version > about.current().number)
            throw Error(ErrorKind::NotFound, {"office.version_unknown", {}});
        const bool query = remark.kind == RemarkKind::Query;
        if (query && !may_query(person)) throw Error(ErrorKind::Forbidden, {"office.no_right", {}});
        require_text(remark.text);
        const int year = core::date_at(by.now).year;
        database_
            .prepare(
                "INSERT INTO remark(kind, number, item, version, place, excerpt, text, person, "
                "name, at, year) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .bind(1, name_of(remark.kind))
            .bind(2, query ? next_query(database_, year) : 0)
            .bind(3, item)
            .bind(4, remark.version)
            .bind(5, own_note(remark.place))
            .bind(6, own_note(remark.excerpt))
            .bind(7, remark.text)
            .bind(8, person.id)
            .bind(9, person.name)
            .bind(10, by.now.seconds)
            .bind(11, year)
            .run();
        const std::int64_t id = database_.last_row_id();
        entry.after = std::string(name_of(remark.kind)) + " " + std::to_string(id);
        return id;
    });
}

// What one may not see is not there.
Remark Remarks::seen(const Person& person, const Actor& by, std::int64_t id) const {
    const std::vector<Remark> found = where("id = ?", id);
    if (found.empty() || (!person.is_of_office() && found.front().kind != RemarkKind::Query))
        throw Error(ErrorKind::NotFound, {"office.remark_unknown", {}});
    items_.item(by, found.front().item);
    return found.front();
}

void Remarks::reply(const Actor& by, std::int64_t id, const std::string& text) {
    const AuditEntry begun =
        entry_by(database_, by, "remark.reply", "remark " + std::to_string(id));
    acted(database_, begun, [&](AuditEntry&) {
        const Person person = People(database_).require(by.person);
        const Remark remark = seen(person, by, id);
        require_text(text);
        if (!remark.is_open()) throw Error(ErrorKind::Conflict, {"office.remark_settled", {}});
        database_
            .prepare(
                "INSERT INTO remark_reply(remark, text, person, name, at) "
                "VALUES(?, ?, ?, ?, ?)")
            .bind(1, id)
            .bind(2, text)
            .bind(3, person.id)
            .bind(4, person.name)
            .bind(5, by.now.seconds)
            .run();
        return true;
    });
}

void Remarks::settle(const Actor& by, std::int64_t id) {
    const AuditEntry begun =
        entry_by(database_, by, "remark.settle", "remark " + std::to_string(id));
    acted(database_, begun, [&](AuditEntry&) {
        const Person person = People(database_).require(by.person);
        const Remark remark = seen(person, by, id);
        if (remark.person != person.id) People(database_).require(person.id, {Role::Editor});
        if (!remark.is_open()) throw Error(ErrorKind::Conflict, {"office.remark_settled", {}});
        if (remark.kind == RemarkKind::Query && remark.replies.empty())
            throw Error(ErrorKind::Conflict, {"office.query_unanswered", {}});
        database_.prepare("INSERT INTO remark_settled VALUES(?, ?, ?, ?)")
            .bind(1, id)
            .bind(2, person.id)
            .bind(3, person.name)
            .bind(4, by.now.seconds)
            .run();
        return true;
    });
}

}  // namespace gongbao::editor
