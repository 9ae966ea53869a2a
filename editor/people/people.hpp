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
    /// Throws: as the database. Sessions::create_tables belongs to it: accounts end sessions.
    static void create_tables(core::Database& database);

    explicit People(core::Database& database) : database_(database) {}

    bool any() const;                 ///< the office has begun
    std::vector<Person> all() const;  ///< by login
    /// Throws, like all(): Error(Corrupt) for roles that cannot be made out.
    std::optional<Person> find(PersonId id) const;
    std::optional<Person> find(std::string_view login) const;
    /// The person, active. Throws: Error(Forbidden) "office.disabled", (NotFound)
    /// "office.person_unknown".
    Person require(PersonId id) const;
    /// The same, with any one of `roles`. Throws: also Error(Forbidden) "office.no_right".
    Person require(PersonId id, const std::set<Role>& roles) const;

    /// The first administrator of an office without people. Returns the token of the link by which
    /// the password is set. Throws: Error(Conflict) "office.begun" when there are people,
    /// (Invalid).
    std::string begin(const NewPerson& administrator, core::Instant now);

    // Acts of a SystemAdmin; all throw Error(Forbidden) "office.no_right" for others,
    // "office.disabled" for one who was disabled, (NotFound) "office.person_unknown".

    /// Throws: Error(Invalid) for login, name or roles (an administrator has one role; a contact
    /// has a department and no other role), (Conflict) "office.login_taken".
    PersonId add(const Actor& by, const NewPerson& person);
    /// Throws: Error(Invalid) for the roles, (Conflict) "office.not_oneself", so that an
    /// administrator is always left.
    void set_roles(const Actor& by, PersonId id, const std::set<Role>& roles);
    /// Ends all sessions and links of the person, for good until enabled. Throws: Error(Conflict)
    /// "office.not_oneself".
    void disable(const Actor& by, PersonId id);
    void enable(const Actor& by, PersonId id);

    // Acts of a SecurityAdmin or SystemAdmin; they throw the same.

    /// A token by which the person sets a (new) password within two days, once; password and second
    /// factor are taken off and sessions end. Links made before no longer work. Throws:
    /// Error(Forbidden) "office.disabled" for a person who is.
    std::string new_link(const Actor& by, PersonId id);
    /// Lets a person in again who was locked out by wrong passwords.
    void unlock(const Actor& by, PersonId id);

    // Acts of the person.

    /// Whose link it is, while it works. Looking does not use it up.
    std::optional<Person> owner_of_link(std::string_view token, core::Instant now) const;
    /// Uses the link up; sessions end. Throws: Error(Forbidden) "office.link_dead", (Invalid) for a
    /// password that is too short (12 characters), too long (200), little more than the login, a
    /// run of keys or a few signs repeated: the link still works then. (Unavailable) without
    /// memory.
    void set_password(std::string_view token, const std::string& password, core::Instant now);
    /// Throws: as require.
    NewSecondFactor new_second_factor(const Actor& self) const;
    /// `code` is used up by this. Throws: as require; Error(Forbidden) "office.wrong_code",
    /// (Invalid) "office.bad_secret", (Conflict) "office.second_factor_set" where there is one:
    /// whoever finds a browser open shall not put another in its place.
    void set_second_factor(const Actor& self, const std::string& secret, const std::string& code);

  private:
    core::Database& database_;
};

}  // namespace gongbao::editor
