// SPDX-License-Identifier: Apache-2.0
// Prepared statements that wait for their next use. Most of a short query's time goes into its
// parsing and planning, above all through views, and the office asks the same few hundred again and
// again. Used by Database and Statement.
//
// Threads: as its connection.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

struct sqlite3_stmt;

namespace gongbao::core {

class StatementStore {
  public:
    StatementStore() = default;
    ~StatementStore() { close(); }
    StatementStore(const StatementStore&) = delete;
    StatementStore& operator=(const StatementStore&) = delete;

    /// One of this text that nobody uses, reset and without bindings; null without any.
    sqlite3_stmt* take(std::string_view sql);
    /// Keeps it, reset, or gives it up.
    void give_back(sqlite3_stmt* statement);
    /// Gives up all that wait, and all that come back later: the connection closes.
    void close();

  private:
    static constexpr std::size_t kMost = 128;
    std::multimap<std::string, sqlite3_stmt*, std::less<>> idle_;
    bool closed_ = false;
};

}  // namespace gongbao::core
