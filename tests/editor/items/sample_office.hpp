// SPDX-License-Identifier: Apache-2.0
// A desk with the people of an office, for tests: who hands in, who edits, who signs.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "editor/audit/audit_log.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/items/items.hpp"
#include "editor/people/people.hpp"
#include "editor/signoffs/signoffs.hpp"
#include "tests/editor/desk/sample_desk.hpp"

namespace gongbao::editor {

/// gazette.toml: orders of the government need the legal check too.
inline const std::string kLegalForOrders =
    "[signoffs.sections]\n\"省政府令\" = "
    "[\"secrecy\", \"legal\", \"first_review\", \"second_review\", \"final_review\"]\n";

/// The notice with a mark that bars it from being published: a finding of level Error.
Manuscript secret_notice(int number);

/// People by their logins: "admin", "contact" and "contact2" (of two departments), "editor",
/// "first", "second", "final", "secrecy", "legal", each with the role of that name, and "all", who
/// has all roles that sign.
struct SampleOffice : SampleDesk {
    SampleOffice();

    core::Database& database;
    People people;
    AuditLog audit;
    Items items;
    Signoffs signoffs;
    std::map<std::string, PersonId> ids;

    PersonId add(const std::string& login, const std::set<Role>& roles,
                 const std::string& department = {});
    /// The person, a second later each time.
    Actor as(const std::string& login);
    /// Handed in by "contact".
    ItemId receive_item(const Manuscript& manuscript, const std::string& section = {});
    /// Signs the newest version of the item as the person whose login is that of the kind.
    void sign(ItemId id, SignoffKind kind);
    /// All that texts usually need.
    void sign_off(ItemId id);
    void place(int issue, ItemId id);
    /// "secrecy first_review", those that stand.
    std::string standing(ItemId id) const;
    /// "first_review second_review* final_review*", * for those that wait.
    std::string missing(ItemId id) const;
    /// "contact item.receive item 1 done", the newest row.
    std::string last_act() const;
    std::int64_t acts() const;  ///< rows of the audit log
    /// What the database refuses, "conflict office.rows_stay"; nothing is kept of what it allows.
    std::string refusal_of_sql(const std::string& sql);

    core::Instant now{kNow};
};

std::string words_of(const std::vector<Missing>& missing);
/// The first number of a query's first row.
std::int64_t number_in(const core::Database& database, const std::string& query);

}  // namespace gongbao::editor
