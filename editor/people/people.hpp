// SPDX-License-Identifier: Apache-2.0
// Accounts: who belongs to the office, their roles, passwords and second factors, in the desk's
// database. Passwords are kept as Argon2id (RFC 9106), one-time codes follow RFC 6238; tokens of
// links are kept as SHA-256 and work once. No account has a password when it is made: its owner
// sets one through a link.
//
// Changing people is an act of an administrator (acts below, each a row of the audit log); looking
// is not.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/database.hpp"
#include "core/text/date.hpp"
#include "editor/people/person.hpp"

namespace gongbao::editor {

struct NewPerson {
    std::string login;  ///< 2 to 32 of a–z 0–9 . _ -, the first a letter
    std::string name;
    std::string department;
    std::set<Role> roles;
};

/// Who acts, and when. Each act looks the person up anew, so that who was disabled meanwhile does
/// nothing more.
struct Actor {
    PersonId person = 0;
    core::Instant now;
};

/// An account's secret for one-time codes, before its owner has shown to have it.
struct NewSecondFactor {
    std::string secret;  ///< Base32
    std::string uri;     ///< otpauth://totp/…, for a QR code (Key Uri Format)
};

class People {
  public:
    static void create_tables(core::Database& database);

    explicit People(core::Database& database) : database_(database) {}

    bool any() const;                 ///< the office has begun
    std::vector<Person> all() const;  ///< by login
    std::optional<Person> find(PersonId id) const;
    std::optional<Person> find(std::string_view login) const;
    /// The person, active. Throws: Error(Forbidden) "office.disabled", (NotFound).
    Person require(PersonId id) const;
    /// The same, with any one of `roles`. Throws: also Error(Forbidden) "office.no_right".
    Person require(PersonId id, const std::set<Role>& roles) const;

    /// The first administrator of an office without people. Returns the token of the link by which
    /// the password is set. Throws: Error(Conflict) "office.begun" when there are people,
    /// (Invalid).
    std::string begin(const NewPerson& administrator, core::Instant now);

    // Acts of a SystemAdmin; all throw Error(Forbidden) for others, (NotFound).

    /// Throws: Error(Invalid) for login, name or roles (an administrator has one role; a contact
    /// has a department and no other role), (Conflict) for a login that is taken.
    PersonId add(const Actor& by, const NewPerson& person);
    void set_roles(const Actor& by, PersonId id, const std::set<Role>& roles);  ///< the same
    /// Ends all sessions of the person, for good until enabled. Nobody disables oneself.
    void disable(const Actor& by, PersonId id);
    void enable(const Actor& by, PersonId id);

    // Acts of a SecurityAdmin or SystemAdmin.

    /// A token by which the person sets a (new) password within two days, once; the second factor
    /// is taken off and sessions end. Links made before no longer work.
    std::string new_link(const Actor& by, PersonId id);
    /// Lets a person in again who was locked out by wrong passwords.
    void unlock(const Actor& by, PersonId id);

    // Acts of the person.

    /// Whose link it is, while it works. Looking does not use it up.
    std::optional<Person> owner_of_link(std::string_view token, core::Instant now) const;
    /// Uses the link up. Throws: Error(Forbidden) "office.link_dead", (Invalid) for a password
    /// that is too short (12 characters), too long (200), the login, or among the common ones.
    void set_password(std::string_view token, const std::string& password, core::Instant now);
    NewSecondFactor new_second_factor(const Actor& self) const;
    /// Throws: Error(Forbidden) "office.wrong_code".
    void set_second_factor(const Actor& self, const std::string& secret, const std::string& code);

  private:
    core::Database& database_;
};

}  // namespace gongbao::editor
