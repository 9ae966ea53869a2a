// SPDX-License-Identifier: Apache-2.0
// Who has to wait before the next try at signing in. Logins that nobody has are counted like those
// of people, so that waiting does not tell who there is.
//
// A clock that is set back neither forgives nor adds: what was counted in its future is counted as
// of now, and a wait that ran then begins anew.
#pragma once

#include <cstdint>
#include <string>

#include "core/storage/database.hpp"
#include "core/text/date.hpp"

namespace gongbao::editor {

/// After so many wrong tries in a row: 0 to 4 none, 5 half a minute, then twice as long each time,
/// at most a quarter of an hour.
std::int64_t seconds_after(std::int64_t failures);

/// What stands for the client's address: of an IPv6 address its first 64 bits, for one client has
/// all the others.
std::string counted_address(const std::string& address);

class Waits {
  public:
    static void create_tables(core::Database& database);

    Waits(core::Database& database, std::string login, const std::string& address)
        : database_(database), login_(std::move(login)), address_(counted_address(address)) {}

    /// Seconds until login and address may try again; 0: now.
    std::int64_t seconds(core::Instant now) const;

    // Requires: a transaction, for all that follow.

    /// Holds the counts against a clock that was set back; called when somebody has to wait.
    void settle(core::Instant now);
    void count(core::Instant now);
    void forget_login();

  private:
    std::int64_t seconds_of_login(core::Instant now) const;
    std::int64_t seconds_of_address(core::Instant now) const;

    core::Database& database_;
    std::string login_;  ///< "" for what cannot be one: nothing to guess there
    std::string address_;
};

/// Requires: a transaction.
void forget_failures(core::Database& database, const std::string& login);

}  // namespace gongbao::editor
