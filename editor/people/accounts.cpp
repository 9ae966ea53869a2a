// SPDX-License-Identifier: Apache-2.0
#include "editor/people/accounts.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using core::Database;
using core::Statement;

// People are never removed: the audit log and sign-offs name them for good. The INSERT triggers
// also keep out INSERT OR REPLACE, for which SQLite runs no DELETE trigger.
constexpr const char* kPersonTables = R"(
CREATE TABLE person(
  id INTEGER PRIMARY KEY,
  login TEXT UNIQUE NOT NULL CHECK(length(login) BETWEEN 2 AND 32 AND login GLOB '[a-z]*'
    AND login NOT GLOB '*[^a-z0-9._-]*'),
  name TEXT NOT NULL CHECK(name <> ''), department TEXT NOT NULL,
  active INTEGER NOT NULL CHECK(active IN (0, 1)),
  password TEXT CHECK(password GLOB '$argon2id$*'), secret TEXT, last_step INTEGER,
  CHECK((secret IS NULL) = (last_step IS NULL))) STRICT;
CREATE TRIGGER person_is_not_replaced BEFORE INSERT ON person
  WHEN EXISTS(SELECT 1 FROM person WHERE id = new.id OR login = new.login)
  BEGIN SELECT RAISE(ABORT, 'the login is taken'); END;
CREATE TRIGGER person_is_not_removed BEFORE DELETE ON person
  BEGIN SELECT RAISE(ABORT, 'people are not removed'); END;
CREATE TRIGGER person_stays_the_same BEFORE UPDATE ON person
  WHEN new.id <> old.id OR new.login <> old.login
  BEGIN SELECT RAISE(ABORT, 'a login stays with its person'); END;
CREATE TRIGGER person_uses_a_code_once BEFORE UPDATE OF last_step ON person
  WHEN new.secret = old.secret AND new.last_step <= old.last_step
  BEGIN SELECT RAISE(ABORT, 'a one-time code is used once'); END;
CREATE TRIGGER contact_keeps_a_department BEFORE UPDATE OF department ON person
  WHEN new.department = ''
    AND EXISTS(SELECT 1 FROM person_role WHERE person = new.id AND role = 'contact')
  BEGIN SELECT RAISE(ABORT, 'a contact has a department'); END;
)";

constexpr const char* kRoleTables = R"(
CREATE TABLE person_role(
  person INTEGER NOT NULL REFERENCES person,
  role TEXT NOT NULL CHECK(role IN ('contact', 'editor', 'proofreader', 'first_reviewer',
    'second_reviewer', 'final_reviewer', 'secrecy_reviewer', 'legal_checker', 'publisher',
    'archivist', 'system_admin', 'security_admin', 'audit_admin')),
  PRIMARY KEY(person, role)) STRICT;
CREATE TRIGGER role_stands_alone BEFORE INSERT ON person_role
  WHEN EXISTS(SELECT 1 FROM person_role WHERE person = new.person AND role <> new.role
    AND (role IN ('contact', 'system_admin', 'security_admin', 'audit_admin')
      OR new.role IN ('contact', 'system_admin', 'security_admin', 'audit_admin')))
  BEGIN SELECT RAISE(ABORT, 'an administrator or contact has one role'); END;
CREATE TRIGGER role_is_not_changed BEFORE UPDATE ON person_role
  BEGIN SELECT RAISE(ABORT, 'roles are given and taken'); END;
CREATE TRIGGER contact_has_a_department BEFORE INSERT ON person_role
  WHEN new.role = 'contact'
    AND (SELECT department FROM person WHERE id = new.person) IS ''
  BEGIN SELECT RAISE(ABORT, 'a contact has a department'); END;
)";

constexpr const char* kLinkTables = R"(
CREATE TABLE person_link(
  token TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES person,
  made INTEGER NOT NULL, ends INTEGER NOT NULL) STRICT;
CREATE INDEX link_by_person ON person_link(person);
)";

constexpr std::size_t kShortestLogin = 2;
constexpr std::size_t kLongestLogin = 32;

const std::string kSelectPerson =
    "SELECT id, login, name, department, active, password IS NOT NULL, secret IS NOT NULL, "
    "(SELECT group_concat(role, ' ') FROM person_role WHERE person = id) FROM person ";

std::set<Role> read_roles(const std::string& names) {
    std::set<Role> roles;
    for (const std::string_view name : core::split(names, ' ')) {
        if (name.empty()) continue;
        const auto role = role_named(name);
        if (!role)
            throw core::Error(core::ErrorKind::Corrupt, {"office.role_unreadable", {}},
                              std::string(name));
        roles.insert(*role);
    }
    return roles;
}

Person read_person(const Statement& row) {
    Person person;
    person.id = row.integer(0);
    person.login = row.text(1);
    person.name = row.text(2);
    person.department = row.text(3);
    person.active = row.integer(4) != 0;
    person.has_password = row.integer(5) != 0;
    person.second_factor = row.integer(6) != 0;
    person.roles = read_roles(row.text(7));
    return person;
}

std::optional<Person> one_person(Statement row) {
    return row.step() ? std::optional(read_person(row)) : std::nullopt;
}

void remove_of(Database& database, const char* table, PersonId id) {
    database.prepare(std::string("DELETE FROM ") + table + " WHERE person = ?").bind(1, id).run();
}

}  // namespace

void create_account_tables(Database& database) {
    database.execute(kPersonTables);
    database.execute(kRoleTables);
    database.execute(kLinkTables);
}

bool is_login(std::string_view text) {
    const auto letter = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto fits = [&](char c) {
        return letter(c) || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == '-';
    };
    return text.size() >= kShortestLogin && text.size() <= kLongestLogin && letter(text[0]) &&
           std::all_of(text.begin(), text.end(), fits);
}

std::optional<Account> account_with(const Database& database, std::string_view login) {
    Statement row = database.prepare(
        "SELECT id, login, active, password, secret, last_step FROM person WHERE login = ?");
    row.bind(1, login);
    if (!row.step()) return {};
    Account account;
    account.id = row.integer(0);
    account.login = row.text(1);
    account.active = row.integer(2) != 0;
    if (!row.is_null(3)) account.password = row.text(3);
    if (!row.is_null(4)) account.secret = row.text(4);
    if (!row.is_null(5)) account.last_step = row.integer(5);
    return account;
}

std::optional<Person> person_with(const Database& database, PersonId id) {
    Statement row = database.prepare(kSelectPerson + "WHERE id = ?");
    row.bind(1, id);
    return one_person(std::move(row));
}

std::optional<Person> person_with(const Database& database, std::string_view login) {
    Statement row = database.prepare(kSelectPerson + "WHERE login = ?");
    row.bind(1, login);
    return one_person(std::move(row));
}

std::vector<Person> all_people(const Database& database) {
    std::vector<Person> people;
    Statement rows = database.prepare(kSelectPerson + "ORDER BY login");
    while (rows.step()) people.push_back(read_person(rows));
    return people;
}

void put_roles(Database& database, PersonId id, const std::set<Role>& roles) {
    remove_of(database, "person_role", id);
    Statement row = database.prepare("INSERT INTO person_role VALUES(?, ?)");
    for (const Role role : roles) row.bind(1, id).bind(2, name_of(role)).run();
}

std::string names_of(const std::set<Role>& roles) {
    std::vector<std::string> names;
    names.reserve(roles.size());
    for (const Role role : roles) names.emplace_back(name_of(role));
    return core::join(names, " ");
}

void end_sessions(Database& database, PersonId id) {
    remove_of(database, "session", id);
}

void drop_links(Database& database, PersonId id) {
    remove_of(database, "person_link", id);
}

}  // namespace gongbao::editor
