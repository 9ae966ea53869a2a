// SPDX-License-Identifier: Apache-2.0
// People looked up, and what administrators do to them. What people do to their own accounts stands
// in own_account.cpp.
#include "editor/people/people.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/audit/act.hpp"
#include "editor/people/accounts.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/own_words.hpp"
#include "editor/people/tokens.hpp"
#include "editor/people/waits.hpp"

namespace gongbao::editor {
namespace {

using core::ErrorKind;

constexpr std::int64_t kLinkSeconds = std::int64_t{2} * 24 * 60 * 60;
constexpr std::size_t kMostOfName = 100;  // characters

[[noreturn]] void refuse_person(ErrorKind kind, const char* message) {
    throw core::Error(kind, {message, {}});
}

std::string audit_name(const std::string& login) {
    return "person " + login;
}

// The login of `id`, or "#7" where nobody has it: for the audit log.
std::string audit_name(const core::Database& database, PersonId id) {
    const auto person = person_with(database, id);
    return audit_name(person ? person->login : "#" + std::to_string(id));
}

void require_roles(const std::set<Role>& roles, const std::string& department) {
    if (roles.empty()) refuse_person(ErrorKind::Invalid, "office.roles_needed");
    if (roles.size() > 1 && std::any_of(roles.begin(), roles.end(), stands_alone))
        refuse_person(ErrorKind::Invalid, "office.role_alone");
    if (roles.contains(Role::Contact) && department.empty())
        refuse_person(ErrorKind::Invalid, "office.department_needed");
}

// As it is kept, or refused.
NewPerson fit_person(NewPerson person) {
    if (!is_login(person.login)) refuse_person(ErrorKind::Invalid, "office.login_form");
    for (std::string* words : {&person.name, &person.department}) {
        *words = std::string(core::trim(*words));
        if (!is_plain_line(*words, kMostOfName))
            refuse_person(ErrorKind::Invalid, "office.name_form");
    }
    if (person.name.empty()) refuse_person(ErrorKind::Invalid, "office.name_form");
    require_roles(person.roles, person.department);
    return person;
}

PersonId put_person(core::Database& database, const NewPerson& person) {
    if (account_with(database, person.login))
        throw core::Error(ErrorKind::Conflict, {"office.login_taken", {{"login", person.login}}});
    database.prepare("INSERT INTO person(login, name, department, active) VALUES(?, ?, ?, 1)")
        .bind(1, person.login)
        .bind(2, person.name)
        .bind(3, person.department)
        .run();
    const PersonId id = database.last_row_id();
    put_roles(database, id, person.roles);
    return id;
}

std::string put_link(core::Database& database, PersonId id, core::Instant now) {
    const std::string token = new_token();
    drop_links(database, id);
    database.prepare("INSERT INTO person_link VALUES(?, ?, ?, ?)")
        .bind(1, kept_of_token(token))
        .bind(2, id)
        .bind(3, now.seconds)
        .bind(4, now.seconds + kLinkSeconds)
        .run();
    return token;
}

std::string described(const NewPerson& person) {
    return core::join({person.name, person.department, names_of(person.roles)}, "; ");
}

const std::set<Role> kSystemAdmins{Role::SystemAdmin};
const std::set<Role> kAdmins{Role::SystemAdmin, Role::SecurityAdmin};

Person known(std::optional<Person> person) {
    if (!person) refuse_person(ErrorKind::NotFound, "office.person_unknown");
    return *std::move(person);
}

}  // namespace

void People::create_tables(core::Database& database) {
    create_account_tables(database);
}

bool People::any() const {
    return database_.prepare("SELECT 1 FROM person LIMIT 1").step();
}

std::vector<Person> People::all() const {
    return all_people(database_);
}

std::optional<Person> People::find(PersonId id) const {
    return person_with(database_, id);
}

std::optional<Person> People::find(std::string_view login) const {
    return person_with(database_, login);
}

Person People::require(PersonId id) const {
    Person person = known(find(id));
    if (!person.active) refuse_person(ErrorKind::Forbidden, "office.disabled");
    return person;
}

Person People::require(PersonId id, const std::set<Role>& roles) const {
    Person person = require(id);
    if (std::none_of(roles.begin(), roles.end(), [&](Role role) { return person.is(role); }))
        refuse_person(ErrorKind::Forbidden, "office.no_right");
    return person;
}

std::string People::begin(const NewPerson& administrator, core::Instant now) {
    AuditEntry entry;
    entry.at = now;
    entry.act = "office.begin";
    entry.object = audit_name(administrator.login);
    return acted(database_, entry, [&](AuditEntry& row) {
        if (any()) refuse_person(ErrorKind::Conflict, "office.begun");
        const NewPerson person = fit_person(administrator);
        if (person.roles != kSystemAdmins)
            refuse_person(ErrorKind::Invalid, "office.first_is_admin");
        row.after = described(person);
        return put_link(database_, put_person(database_, person), now);
    });
}

PersonId People::add(const Actor& by, const NewPerson& person) {
    const auto entry = entry_by(database_, by, "person.add", audit_name(person.login));
    return acted(database_, entry, [&](AuditEntry& row) {
        require(by.person, kSystemAdmins);
        const NewPerson fit = fit_person(person);
        row.after = described(fit);
        return put_person(database_, fit);
    });
}

void People::set_roles(const Actor& by, PersonId id, const std::set<Role>& roles) {
    const auto entry = entry_by(database_, by, "person.set_roles", audit_name(database_, id));
    acted(database_, entry, [&](AuditEntry& row) {
        require(by.person, kSystemAdmins);
        const Person person = known(find(id));
        row.before = names_of(person.roles);
        row.after = names_of(roles);
        if (id == by.person) refuse_person(ErrorKind::Conflict, "office.not_oneself");
        require_roles(roles, person.department);
        put_roles(database_, id, roles);
        return id;
    });
}

void People::disable(const Actor& by, PersonId id) {
    const auto entry = entry_by(database_, by, "person.disable", audit_name(database_, id));
    acted(database_, entry, [&](AuditEntry& row) {
        require(by.person, kSystemAdmins);
        row.before = known(find(id)).active ? "active" : "disabled";
        row.after = "disabled";
        if (id == by.person) refuse_person(ErrorKind::Conflict, "office.not_oneself");
        database_.prepare("UPDATE person SET active = 0 WHERE id = ?").bind(1, id).run();
        end_sessions(database_, id);
        drop_links(database_, id);
        return id;
    });
}

void People::enable(const Actor& by, PersonId id) {
    const auto entry = entry_by(database_, by, "person.enable", audit_name(database_, id));
    acted(database_, entry, [&](AuditEntry& row) {
        require(by.person, kSystemAdmins);
        row.before = known(find(id)).active ? "active" : "disabled";
        row.after = "active";
        database_.prepare("UPDATE person SET active = 1 WHERE id = ?").bind(1, id).run();
        return id;
    });
}

// The old password goes too: without its second factor it would guard the account alone.
std::string People::new_link(const Actor& by, PersonId id) {
    const auto entry = entry_by(database_, by, "person.new_link", audit_name(database_, id));
    return acted(database_, entry, [&](AuditEntry& row) {
        require(by.person, kAdmins);
        const Person person = require(id);
        row.before = person.second_factor  ? "password, second factor"
                     : person.has_password ? "password"
                                           : "";
        database_
            .prepare(
                "UPDATE person SET password = NULL, secret = NULL, last_step = NULL WHERE id = ?")
            .bind(1, id)
            .run();
        end_sessions(database_, id);
        return put_link(database_, id, by.now);
    });
}

void People::unlock(const Actor& by, PersonId id) {
    const auto entry = entry_by(database_, by, "person.unlock", audit_name(database_, id));
    acted(database_, entry, [&](AuditEntry&) {
        require(by.person, kAdmins);
        forget_failures(database_, known(find(id)).login);
        return id;
    });
}

}  // namespace gongbao::editor
