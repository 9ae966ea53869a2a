// SPDX-License-Identifier: Apache-2.0
// Who did what, when: every act of a person in the office is a row, refused ones too. Rows are only
// ever added; each carries the digest of the one before it, so that a changed, removed or inserted
// row is told by verify. Written in the transaction of the act itself (act.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "core/storage/database.hpp"
#include "core/text/date.hpp"

namespace gongbao::editor {

enum class Outcome { Done, Refused };

struct AuditEntry {
    core::Instant at;
    std::string person;  ///< login; empty: the program itself or its command line
    std::string act;  ///< "item.receive", "signoff.give", "issue.lock"; docs/office.md lists them
    std::string object;  ///< "item 12", "issue 2026-8", "person wangming"
    Outcome outcome = Outcome::Done;
    std::string before;
    std::string after;
    std::string reason;  ///< the person's own, or the message id of a refusal
};

struct AuditRow {
    std::int64_t number = 0;  ///< 1, 2, … without gaps
    AuditEntry entry;
    /// What the clock said, where that was before the row before: then `entry.at` is that row's.
    std::optional<core::Instant> clock;
    std::string digest;  ///< SHA-256 over the row and the digest of the one before, hexadecimal
};

/// Which rows are wanted; empty words ask for all.
struct AuditQuery {
    std::string person = {};
    std::string act = {};  ///< an act, or the part before its dot
    std::string object = {};
    std::optional<Outcome> outcome = {};
    std::string words = {};  ///< each of them stands in before, after or reason; A is a
    std::optional<core::Instant> from = {};
    std::optional<core::Instant> until = {};  ///< not included
    std::int64_t below = 0;                   ///< rows with smaller numbers; 0: from the newest
    int most = 50;
};

class AuditLog {
  public:
    /// Throws: as the database.
    static void create_tables(core::Database& database);

    explicit AuditLog(core::Database& database) : database_(database) {}

    /// Requires: a transaction around it. A clock that was set back does not turn the order: the
    /// row keeps the moment of the one before it, and its own in AuditRow::clock. What is no UTF-8
    /// or controls a terminal is kept as U+FFFD; person, act and object are cut at 200 characters,
    /// the rest at 100,000 (…). Throws: Error(Conflict) for an empty act, (Corrupt) for a log
    /// without its head.
    void note(const AuditEntry& entry);
    /// Newest first, at most 1,000. Throws: Error(Corrupt) for a row that cannot be read.
    std::vector<AuditRow> search(const AuditQuery& query) const;
    /// The digest of the newest row, "" without one: noted down elsewhere, it proves all rows.
    /// Throws: Error(Corrupt).
    std::string head() const;
    /// Empty: the rows are as they were written. Otherwise what is wrong, by the row's number:
    /// Place::stored("audit", number).
    core::Diagnostics verify() const;

  private:
    core::Database& database_;
};

}  // namespace gongbao::editor
