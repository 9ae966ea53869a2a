// SPDX-License-Identifier: Apache-2.0
// What people do to their own accounts: a password by a link, a second factor.
#include "core/report/error.hpp"
#include "editor/audit/act.hpp"
#include "editor/people/accounts.hpp"
#include "editor/people/entry_by.hpp"
#include "editor/people/one_time_code.hpp"
#include "editor/people/password.hpp"
#include "editor/people/people.hpp"
#include "editor/people/tokens.hpp"
#include "editor/people/waits.hpp"

namespace gongbao::editor {
namespace {

// A link from beyond the present was made by a clock that has been set back since: it is not let
// live longer for that. A minute is allowed between machines.
constexpr std::int64_t kClocksDiffer = 60;

AuditEntry entry_of_owner(const std::optional<Person>& owner, core::Instant now) {
    AuditEntry entry;
    entry.at = now;
    entry.person = owner ? owner->login : "#";
    entry.act = "person.set_password";
    entry.object = owner ? "person " + owner->login : "";
    return entry;
}

void put_password(core::Database& database, const Person& owner, const std::string& hash) {
    database.prepare("UPDATE person SET password = ? WHERE id = ?")
        .bind(1, hash)
        .bind(2, owner.id)
        .run();
    drop_links(database, owner.id);
    end_sessions(database, owner.id);
    forget_failures(database, owner.login);
}

}  // namespace

std::optional<Person> People::owner_of_link(std::string_view token, core::Instant now) const {
    core::Statement row = database_.prepare(
        "SELECT person FROM person_link WHERE token = ?1 AND made - ?3 <= ?2 AND ?2 < ends");
    row.bind(1, kept_of_token(token)).bind(2, now.seconds).bind(3, kClocksDiffer);
    if (!row.step()) return {};
    auto owner = find(row.integer(0));
    return owner && owner->active ? owner : std::nullopt;
}

// The digest of the password takes its time, so that it is made before others are kept waiting.
void People::set_password(std::string_view token, const std::string& password, core::Instant now) {
    const auto seen = owner_of_link(token, now);
    const auto fault = seen ? fault_of_password(password, seen->login) : std::nullopt;
    const std::string hash = seen && !fault ? hash_password(password) : std::string();
    acted(database_, entry_of_owner(seen, now), [&](AuditEntry& row) {
        const auto owner = owner_of_link(token, now);
        if (!owner || !seen || owner->id != seen->id)
            throw core::Error(core::ErrorKind::Forbidden, {"office.link_dead", {}});
        if (fault) throw core::Error(core::ErrorKind::Invalid, *fault);
        put_password(database_, *owner, hash);
        row.after = "password";
        return owner->id;
    });
}

NewSecondFactor People::new_second_factor(const Actor& self) const {
    const Person person = require(self.person);
    NewSecondFactor factor;
    factor.secret = new_code_secret();
    factor.uri = code_uri(factor.secret, person.login);
    return factor;
}

void People::set_second_factor(const Actor& self, const std::string& secret,
                               const std::string& code) {
    AuditEntry entry = entry_by(database_, self, "person.set_second_factor", "");
    entry.object = "person " + entry.person;
    acted(database_, entry, [&](AuditEntry& row) {
        const Person person = require(self.person);
        if (person.second_factor)
            throw core::Error(core::ErrorKind::Conflict, {"office.second_factor_set", {}});
        if (!is_code_secret(secret))
            throw core::Error(core::ErrorKind::Invalid, {"office.bad_secret", {}});
        const auto step = step_of_code(secret, code, self.now, -1);
        if (!step) throw core::Error(core::ErrorKind::Forbidden, {"office.wrong_code", {}});
        database_.prepare("UPDATE person SET secret = ?, last_step = ? WHERE id = ?")
            .bind(1, secret)
            .bind(2, *step)
            .bind(3, person.id)
            .run();
        row.after = "second factor";
        return person.id;
    });
}

}  // namespace gongbao::editor
