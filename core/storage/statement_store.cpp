// SPDX-License-Identifier: Apache-2.0
#include "core/storage/statement_store.hpp"

#include <sqlite3.h>

namespace gongbao::core {
namespace {

// Some PRAGMAs act while they are prepared, and tables are made once.
bool is_worth_keeping(std::string_view sql) {
    const std::size_t begin = sql.find_first_not_of(" \n");
    if (begin == std::string_view::npos) return false;
    for (const char* verb : {"SELECT", "INSERT", "UPDATE", "DELETE"})
        if (sql.substr(begin).starts_with(verb)) return true;
    return false;
}

}  // namespace

sqlite3_stmt* StatementStore::take(std::string_view sql) {
    const auto found = idle_.find(sql);
    if (found == idle_.end()) return nullptr;
    sqlite3_stmt* statement = found->second;
    idle_.erase(found);
    return statement;
}

void StatementStore::give_back(sqlite3_stmt* statement) {
    const char* sql = statement == nullptr ? nullptr : sqlite3_sql(statement);
    if (closed_ || sql == nullptr || !is_worth_keeping(sql)) {
        sqlite3_finalize(statement);
        return;
    }
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (idle_.size() >= kMost) {
        sqlite3_finalize(idle_.begin()->second);
        idle_.erase(idle_.begin());
    }
    idle_.emplace(sql, statement);
}

void StatementStore::close() {
    closed_ = true;
    for (const auto& [sql, statement] : idle_) sqlite3_finalize(statement);
    idle_.clear();
}

}  // namespace gongbao::core
