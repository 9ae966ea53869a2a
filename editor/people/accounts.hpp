// SPDX-License-Identifier: Apache-2.0
// The tables of people, and an account with its secrets as signing in needs it. For this room
// alone: others know a Person.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/database.hpp"
#include "editor/people/person.hpp"

namespace gongbao::editor {

void create_account_tables(core::Database& database);

/// 2 to 32 of a–z 0–9 . _ -, the first a letter.
bool is_login(std::string_view text);

struct Account {
    PersonId id = 0;
    std::string login;
    bool active = false;
    std::optional<std::string> password;  ///< Argon2id, encoded
    std::optional<std::string> secret;    ///< of one-time codes
    std::int64_t last_step = -1;          ///< of the code that was used last
};
std::optional<Account> account_with(const core::Database& database, std::string_view login);

std::optional<Person> person_with(const core::Database& database, PersonId id);
std::optional<Person> person_with(const core::Database& database, std::string_view login);
std::vector<Person> all_people(const core::Database& database);  ///< by login

/// Requires: a transaction. The tables' own rules hold: an administrator or contact has one role.
void put_roles(core::Database& database, PersonId id, const std::set<Role>& roles);
/// "editor publisher": for the audit log.
std::string names_of(const std::set<Role>& roles);

/// Requires: a transaction.
void end_sessions(core::Database& database, PersonId id);
void drop_links(core::Database& database, PersonId id);

}  // namespace gongbao::editor
