// SPDX-License-Identifier: Apache-2.0
#include "editor/people/waits.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <string_view>

#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using core::Statement;

constexpr const char* kWaitTables = R"(
CREATE TABLE login_failure(
  login TEXT PRIMARY KEY, failures INTEGER NOT NULL, last INTEGER NOT NULL) STRICT;
CREATE INDEX login_failure_by_age ON login_failure(last);
CREATE TABLE address_failure(address TEXT NOT NULL, at INTEGER NOT NULL) STRICT;
CREATE INDEX address_failure_by_address ON address_failure(address, at);
CREATE INDEX address_failure_by_age ON address_failure(at);
)";

constexpr std::int64_t kFailuresFree = 4;
constexpr std::int64_t kFirstWait = 30;
constexpr std::int64_t kLongestWait = 15 * 60;
constexpr std::int64_t kDoublings = 5;  // 30 s · 2⁵ is beyond the longest
constexpr std::int64_t kRemembered = 24 * 60 * 60;

constexpr std::int64_t kAddressFailures = 30;
constexpr std::int64_t kAddressSpan = 10 * 60;
constexpr std::size_t kMostOfAddress = 100;

}  // namespace

std::int64_t seconds_after(std::int64_t failures) {
    if (failures <= kFailuresFree) return 0;
    const std::int64_t doublings = std::min(failures - kFailuresFree - 1, kDoublings);
    return std::min(kFirstWait << doublings, kLongestWait);
}

std::string counted_address(const std::string& address) {
    std::array<char, 16> bytes{};
    if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1)
        return core::excerpt(address, kMostOfAddress);
    const std::string_view all(bytes.data(), bytes.size());
    static constexpr std::string_view kMapped("\0\0\0\0\0\0\0\0\0\0\xFF\xFF", 12);
    if (!all.starts_with(kMapped)) return core::to_hex(all.substr(0, 8)) + "/64";
    std::array<char, INET_ADDRSTRLEN> text{};
    inet_ntop(AF_INET, bytes.data() + kMapped.size(), text.data(), text.size());
    return text.data();
}

void Waits::create_tables(core::Database& database) {
    database.execute(kWaitTables);
}

std::int64_t Waits::seconds(core::Instant now) const {
    return std::max(seconds_of_login(now), seconds_of_address(now));
}

std::int64_t Waits::seconds_of_login(core::Instant now) const {
    Statement row = database_.prepare("SELECT failures, last FROM login_failure WHERE login = ?");
    row.bind(1, login_);
    if (!row.step()) return 0;
    const std::int64_t since = std::max<std::int64_t>(now.seconds - row.integer(1), 0);
    return std::max<std::int64_t>(seconds_after(row.integer(0)) - since, 0);
}

// The last of the thirty is told at once; the oldest of them has to grow old.
std::int64_t Waits::seconds_of_address(core::Instant now) const {
    Statement row = database_.prepare(
        "SELECT at FROM address_failure WHERE address = ? AND at > ? "
        "ORDER BY at DESC LIMIT 1 OFFSET ?");
    row.bind(1, address_).bind(2, now.seconds - kAddressSpan).bind(3, kAddressFailures - 1);
    if (!row.step()) return 0;
    return std::clamp<std::int64_t>(row.integer(0) + kAddressSpan - now.seconds, 1, kAddressSpan);
}

void Waits::settle(core::Instant now) {
    for (const char* sql : {"UPDATE login_failure SET last = ?1 WHERE last > ?1",
                            "UPDATE address_failure SET at = ?1 WHERE at > ?1"})
        database_.prepare(sql).bind(1, now.seconds).run();
}

void Waits::count(core::Instant now) {
    database_.prepare("DELETE FROM login_failure WHERE last < ?")
        .bind(1, now.seconds - kRemembered)
        .run();
    database_.prepare("DELETE FROM address_failure WHERE at <= ?")
        .bind(1, now.seconds - kAddressSpan)
        .run();
    if (!login_.empty())
        database_
            .prepare(
                "INSERT INTO login_failure VALUES(?1, 1, ?2) ON CONFLICT(login) DO UPDATE "
                "SET failures = failures + 1, last = ?2")
            .bind(1, login_)
            .bind(2, now.seconds)
            .run();
    database_.prepare("INSERT INTO address_failure VALUES(?, ?)")
        .bind(1, address_)
        .bind(2, now.seconds)
        .run();
}

void Waits::forget_login() {
    forget_failures(database_, login_);
}

void forget_failures(core::Database& database, const std::string& login) {
    database.prepare("DELETE FROM login_failure WHERE login = ?").bind(1, login).run();
}

}  // namespace gongbao::editor
