// SPDX-License-Identifier: Apache-2.0
// Signing in and staying in: sessions of people, in the desk's database. A session is named by a
// random token that only its browser knows (kept as SHA-256), and carries a second one for forms
// (CSRF). It ends after half an hour without use (a contact's after two hours), after eight hours,
// when it is ended, and with the account; and when the clock was set back by more than a minute,
// for then nobody knows how old it is.
//
// Wrong passwords and codes: from the fifth in a row the account waits, 30 s and twice as long each
// time, at most 15 minutes; an address waits after 30 in ten minutes. An unknown login takes as
// long as a known one, and waits like one. A one-time code works once. The audit log says what was
// wrong.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/storage/database.hpp"
#include "core/text/date.hpp"
#include "editor/people/person.hpp"

namespace gongbao::editor {

struct SignIn {
    std::string login;
    std::string password;
    std::string code;     ///< six digits where a second factor is set, else ignored
    std::string address;  ///< of the client
};

struct NewSession {
    std::string token;  ///< 43 characters of base64url
    Person person;
};

struct Session {
    Person person;
    std::string form_token;  ///< what its forms must bring back
};

class Sessions {
  public:
    /// Throws: as the database.
    static void create_tables(core::Database& database);

    explicit Sessions(core::Database& database) : database_(database) {}

    /// A row of the audit log either way. Throws: Error(Forbidden) "office.sign_in_failed" (which
    /// does not say what was wrong), "office.wait" {seconds} before anything is checked,
    /// "office.code_needed" when only the second factor is missing; (Unavailable) without memory.
    /// Requires: no transaction around it, which would take the counting of wrong tries back.
    NewSession sign_in(const SignIn& with, core::Instant now);
    /// The session of `token`, kept alive by this; nothing when it has ended or its person is
    /// disabled.
    std::optional<Session> find(std::string_view token, core::Instant now);
    /// Signs out, a row of the audit log; nothing when it had ended.
    void end(std::string_view token, core::Instant now);

  private:
    core::Database& database_;
};

}  // namespace gongbao::editor
