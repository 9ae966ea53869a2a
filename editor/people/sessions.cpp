// SPDX-License-Identifier: Apache-2.0
#include "editor/people/sessions.hpp"

#include <algorithm>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/audit/audit_log.hpp"
#include "editor/people/accounts.hpp"
#include "editor/people/one_time_code.hpp"
#include "editor/people/password.hpp"
#include "editor/people/tokens.hpp"
#include "editor/people/waits.hpp"

namespace gongbao::editor {
namespace {

using core::Database;
using core::Instant;
using core::Statement;

constexpr const char* kSessionTables = R"(
CREATE TABLE session(
  token TEXT PRIMARY KEY, person INTEGER NOT NULL REFERENCES person,
  started INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;
CREATE INDEX session_by_person ON session(person);
)";

constexpr std::int64_t kLongestSession = std::int64_t{8} * 60 * 60;
constexpr std::int64_t kIdle = std::int64_t{30} * 60;
constexpr std::int64_t kIdleOfContact = std::int64_t{2} * 60 * 60;
// A use is written down at most once a minute: a page must not wait for the disk each time.
constexpr std::int64_t kUseWritten = 60;
// A clock that was set back by more ends a session, for nobody knows how old it is.
constexpr std::int64_t kClocksApart = 60;

// Why somebody is not let in: what is said, and the cause for the audit log, which is not said.
struct Refusal {
    core::Message said;
    const char* cause = "";
    bool counts = false;  ///< as a wrong try
};

Refusal wrong(const char* cause) {
    return {{"office.sign_in_failed", {}}, cause, true};
}

Refusal must_wait(std::int64_t seconds) {
    return {{"office.wait", {{"seconds", std::to_string(seconds)}}}, "office.wait", false};
}

bool is_over(const Person& person, Instant started, Instant used, Instant now) {
    const std::int64_t idle = person.is(Role::Contact) ? kIdleOfContact : kIdle;
    return !person.active || now.seconds - started.seconds >= kLongestSession ||
           now.seconds - used.seconds >= idle || now.seconds < used.seconds - kClocksApart;
}

// One try at the door.
class Door {
  public:
    Door(Database& database, const SignIn& with, Instant now)
        : database_(database),
          with_(with),
          now_(now),
          login_(core::lower_case(core::trim(with.login))),
          waits_(database, is_login(login_) ? login_ : "", with.address) {}

    NewSession pass() {
        if (const std::int64_t seconds = waits_.seconds(now_)) refuse(must_wait(seconds));
        account_ = is_login(login_) ? account_with(database_, login_) : std::nullopt;
        const std::optional<std::string> hash = account_ ? account_->password : std::nullopt;
        const bool right = fits_password(hash, with_.password);
        return admit(right);
    }

  private:
    // Everything that may have changed while the password was tried is asked anew, above all the
    // waits: a hundred tries at once are told no more than five.
    NewSession admit(bool right) {
        core::Transaction transaction(database_);
        if (const auto refusal = why_not(right)) {
            note_refusal(*refusal);
            transaction.commit();
            throw core::Error(core::ErrorKind::Forbidden, refusal->said);
        }
        NewSession session = start();
        transaction.commit();
        return session;
    }

    std::optional<Refusal> why_not(bool right) {
        if (const std::int64_t seconds = waits_.seconds(now_)) return must_wait(seconds);
        if (!account_) return wrong("office.unknown_login");
        const auto current = account_with(database_, login_);
        if (!right || !current || current->password != account_->password)
            return wrong("office.wrong_password");
        if (!current->active) return wrong("office.disabled");
        account_ = current;
        return account_->secret ? why_not_by_code() : std::nullopt;
    }

    std::optional<Refusal> why_not_by_code() {
        if (core::trim(with_.code).empty())
            return Refusal{{"office.code_needed", {}}, "office.code_needed", false};
        const auto step = step_of_code(*account_->secret, with_.code, now_, account_->last_step);
        if (!step) return wrong("office.wrong_code");
        database_.prepare("UPDATE person SET last_step = ? WHERE id = ?")
            .bind(1, *step)
            .bind(2, account_->id)
            .run();
        return {};
    }

    // A refusal is a row and a count; the act itself changes nothing.
    [[noreturn]] void refuse(const Refusal& refusal) {
        core::Transaction transaction(database_);
        waits_.settle(now_);
        note_refusal(refusal);
        transaction.commit();
        throw core::Error(core::ErrorKind::Forbidden, refusal.said);
    }

    void note_refusal(const Refusal& refusal) {
        if (refusal.counts) waits_.count(now_);
        note(Outcome::Refused, refusal.cause);
    }

    NewSession start() {
        waits_.forget_login();
        database_.prepare("DELETE FROM session WHERE started <= ?")
            .bind(1, now_.seconds - kLongestSession)
            .run();
        NewSession session{new_token(), *person_with(database_, account_->id)};
        database_.prepare("INSERT INTO session VALUES(?1, ?2, ?3, ?3)")
            .bind(1, kept_of_token(session.token))
            .bind(2, account_->id)
            .bind(3, now_.seconds)
            .run();
        note(Outcome::Done, "");
        return session;
    }

    // What cannot be a login may be a password in the wrong field, and is not kept.
    void note(Outcome outcome, const char* reason) {
        AuditEntry entry;
        entry.at = now_;
        entry.person = is_login(login_) ? login_ : "#";
        entry.act = "session.sign_in";
        entry.object = "address " + core::excerpt(with_.address, 100);
        entry.outcome = outcome;
        entry.reason = reason;
        AuditLog(database_).note(entry);
    }

    Database& database_;
    const SignIn& with_;
    const Instant now_;
    const std::string login_;
    Waits waits_;
    std::optional<Account> account_;
};

}  // namespace

void Sessions::create_tables(Database& database) {
    database.execute(kSessionTables);
    Waits::create_tables(database);
}

NewSession Sessions::sign_in(const SignIn& with, Instant now) {
    GONGBAO_CHECK(!database_.in_transaction());  // it would take the counting back
    return Door(database_, with, now).pass();
}

std::optional<Session> Sessions::find(std::string_view token, Instant now) {
    const std::string kept = kept_of_token(token);
    PersonId id = 0;
    Instant started;
    Instant used;
    {
        Statement row =
            database_.prepare("SELECT person, started, used FROM session WHERE token = ?");
        row.bind(1, kept);
        if (!row.step()) return {};
        id = row.integer(0);
        started.seconds = row.integer(1);
        used.seconds = row.integer(2);
    }
    const auto person = person_with(database_, id);
    if (!person || is_over(*person, started, used, now)) {
        database_.prepare("DELETE FROM session WHERE token = ?").bind(1, kept).run();
        return {};
    }
    if (now.seconds - used.seconds >= kUseWritten)
        database_.prepare("UPDATE session SET used = max(used, ?) WHERE token = ?")
            .bind(1, now.seconds)
            .bind(2, kept)
            .run();
    return Session{*person, form_token_of(token)};
}

void Sessions::end(std::string_view token, Instant now) {
    core::Transaction transaction(database_);
    const auto session = find(token, now);
    if (session) {
        AuditEntry entry;
        entry.at = now;
        entry.person = session->person.login;
        entry.act = "session.sign_out";
        AuditLog(database_).note(entry);
        database_.prepare("DELETE FROM session WHERE token = ?")
            .bind(1, kept_of_token(token))
            .run();
    }
    transaction.commit();
}

}  // namespace gongbao::editor
