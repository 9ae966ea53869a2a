// SPDX-License-Identifier: Apache-2.0
#include "editor/audit/audit_log.hpp"

#include <algorithm>
#include <string_view>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/audit/row_digest.hpp"

namespace gongbao::editor {
namespace {

using core::Database;
using core::Statement;

// The head stands by itself so that a row cut off at the end is missed. A row is let in only behind
// it, which also keeps INSERT OR REPLACE out: SQLite runs no DELETE trigger for what that replaces.
constexpr const char* kAuditTables = R"(
CREATE TABLE audit(
  number INTEGER PRIMARY KEY, at INTEGER NOT NULL, clock INTEGER, person TEXT NOT NULL,
  act TEXT NOT NULL CHECK(act <> ''), object TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK(outcome IN ('done', 'refused')), was TEXT NOT NULL,
  became TEXT NOT NULL, reason TEXT NOT NULL, digest TEXT NOT NULL CHECK(length(digest) = 64)) STRICT;
CREATE INDEX audit_by_person ON audit(person, number);
CREATE INDEX audit_by_object ON audit(object, number);
CREATE TABLE audit_head(
  id INTEGER PRIMARY KEY CHECK(id = 1), number INTEGER NOT NULL, digest TEXT NOT NULL) STRICT;
INSERT INTO audit_head VALUES(1, 0, '');
CREATE TRIGGER audit_keeps_order BEFORE INSERT ON audit
  WHEN new.number IS NOT (SELECT number + 1 FROM audit_head)
    OR new.at < (SELECT at FROM audit WHERE number = new.number - 1)
  BEGIN SELECT RAISE(ABORT, 'rows of the audit log follow one another'); END;
CREATE TRIGGER audit_moves_head AFTER INSERT ON audit
  BEGIN UPDATE audit_head SET number = new.number, digest = new.digest; END;
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'rows of the audit log are only added'); END;
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
  BEGIN SELECT RAISE(ABORT, 'rows of the audit log are only added'); END;
CREATE TRIGGER audit_head_moves_on BEFORE UPDATE ON audit_head
  WHEN new.id <> 1 OR new.number <> old.number + 1
    OR new.digest IS NOT (SELECT digest FROM audit WHERE number = new.number)
  BEGIN SELECT RAISE(ABORT, 'the head of the audit log moves with its rows'); END;
CREATE TRIGGER audit_head_is_not_removed BEFORE DELETE ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the head of the audit log stays'); END;
CREATE TRIGGER audit_head_is_one BEFORE INSERT ON audit_head
  BEGIN SELECT RAISE(ABORT, 'the audit log has one head'); END;
)";

constexpr std::size_t kMostInName = 200;      // characters of person, act and object
constexpr std::size_t kMostInWords = 100000;  // of before, after and reason
constexpr int kMostRowsAtOnce = 1000;

struct Head {
    std::int64_t number = 0;
    std::string digest;
    core::Instant at{INT64_MIN};
};

Head head_of_audit(const Database& database) {
    Statement row = database.prepare(
        "SELECT h.number, h.digest, a.at FROM audit_head h "
        "LEFT JOIN audit a ON a.number = h.number");
    if (!row.step())
        throw core::Error(core::ErrorKind::Corrupt, {"audit.head_damaged", {}}, "no head");
    Head head{row.integer(0), row.text(1), {INT64_MIN}};
    if (!row.is_null(2)) head.at.seconds = row.integer(2);
    return head;
}

// What somebody typed, fit to be kept and shown: a refused login may be anything at all.
std::string fit_to_keep(std::string_view text, std::size_t most) {
    std::string kept;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == most) return kept + "…";
        const char32_t c = core::next_code_point(text, at);
        const bool control = (c < 0x20 && c != U'\n' && c != U'\t') || (c >= 0x7F && c < 0xA0);
        core::append_utf8(kept, control ? char32_t{0xFFFD} : c);
    }
    return kept;
}

const char* name_of(Outcome outcome) {
    return outcome == Outcome::Done ? "done" : "refused";
}

AuditRow read_audit_row(const Statement& row) {
    AuditRow read;
    read.number = row.integer(0);
    read.entry.at = {row.integer(1)};
    if (!row.is_null(2)) read.clock = core::Instant{row.integer(2)};
    read.entry.person = row.text(3);
    read.entry.act = row.text(4);
    read.entry.object = row.text(5);
    read.entry.outcome = row.bytes(6) == "done" ? Outcome::Done : Outcome::Refused;
    read.entry.before = row.text(7);
    read.entry.after = row.text(8);
    read.entry.reason = row.text(9);
    read.digest = row.text(10);
    return read;
}

std::vector<std::string> search_words(const std::string& words) {
    const std::string small = core::replace_all(core::lower_case(words), "　", " ");
    std::vector<std::string> wanted;
    for (const std::string_view word : core::split(small, ' '))
        if (!core::trim(word).empty()) wanted.emplace_back(core::trim(word));
    return wanted;
}

bool holds_words(const AuditEntry& entry, const std::vector<std::string>& wanted) {
    if (wanted.empty()) return true;
    const std::string all =
        core::lower_case(entry.before + '\n' + entry.after + '\n' + entry.reason);
    return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
        return all.find(word) != std::string::npos;
    });
}

Statement rows_asked_for(const Database& database, const AuditQuery& query) {
    std::string sql = std::string("SELECT ") + kAuditColumns + ", digest FROM audit WHERE 1";
    if (!query.person.empty()) sql += " AND person = ?1";
    if (!query.act.empty()) sql += " AND (act = ?2 OR substr(act, 1, length(?2) + 1) = ?2 || '.')";
    if (!query.object.empty()) sql += " AND object = ?3";
    if (query.outcome) sql += " AND outcome = ?8";
    if (query.from) sql += " AND at >= ?4";
    if (query.until) sql += " AND at < ?5";
    if (query.below > 0) sql += " AND number < ?6";
    Statement rows = database.prepare(sql + " AND ?7 ORDER BY number DESC");
    rows.bind(7, 1);  // so that all parameters are there whichever are used
    if (!query.person.empty()) rows.bind(1, query.person);
    if (!query.act.empty()) rows.bind(2, query.act);
    if (!query.object.empty()) rows.bind(3, query.object);
    if (query.outcome) rows.bind(8, name_of(*query.outcome));
    if (query.from) rows.bind(4, query.from->seconds);
    if (query.until) rows.bind(5, query.until->seconds);
    if (query.below > 0) rows.bind(6, query.below);
    return rows;
}

}  // namespace

void AuditLog::create_tables(Database& database) {
    database.execute(kAuditTables);
}

void AuditLog::note(const AuditEntry& entry) {
    GONGBAO_CHECK(database_.in_transaction());
    const Head head = head_of_audit(database_);
    const bool set_back = entry.at < head.at;
    const auto bind = [&](Statement& row) {
        row.bind(1, head.number + 1)
            .bind(2, std::max(entry.at, head.at).seconds)
            .bind(3, set_back ? std::optional(entry.at.seconds) : std::nullopt)
            .bind(4, fit_to_keep(entry.person, kMostInName))
            .bind(5, fit_to_keep(entry.act, kMostInName))
            .bind(6, fit_to_keep(entry.object, kMostInName))
            .bind(7, name_of(entry.outcome))
            .bind(8, fit_to_keep(entry.before, kMostInWords))
            .bind(9, fit_to_keep(entry.after, kMostInWords))
            .bind(10, fit_to_keep(entry.reason, kMostInWords));
    };
    // The digest is taken of the values as SQLite gives them back.
    Statement values = database_.prepare("SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10");
    bind(values);
    values.step();
    const std::string previous = head.number == 0 ? first_audit_digest() : head.digest;
    Statement row =
        database_.prepare(std::string("INSERT INTO audit(") + kAuditColumns +
                          ", digest) VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)");
    bind(row);
    row.bind(11, audit_digest_of(previous, values)).run();
}

std::vector<AuditRow> AuditLog::search(const AuditQuery& query) const {
    const std::vector<std::string> wanted = search_words(query.words);
    const int most = std::min(query.most, kMostRowsAtOnce);
    std::vector<AuditRow> found;
    Statement rows = rows_asked_for(database_, query);
    while (static_cast<int>(found.size()) < most && rows.step()) {
        AuditRow row = read_audit_row(rows);
        if (holds_words(row.entry, wanted)) found.push_back(std::move(row));
    }
    return found;
}

std::string AuditLog::head() const {
    return head_of_audit(database_).digest;
}

}  // namespace gongbao::editor
