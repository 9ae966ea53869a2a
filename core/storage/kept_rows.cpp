// SPDX-License-Identifier: Apache-2.0
#include "core/storage/kept_rows.hpp"

#include <string>

namespace gongbao::core {
namespace {

// "CREATE TRIGGER act_stays BEFORE UPDATE ON act …"
std::string rule_of(std::string_view table, const char* name, const char* act,
                    const std::string& when, std::string_view refusal) {
    std::string rule = "CREATE TRIGGER ";
    rule.append(table).append(name).append(" BEFORE ").append(act).append(" ON ").append(table);
    rule.append(when).append(" BEGIN SELECT RAISE(ABORT, '").append(refusal);
    return rule.append("'); END;");
}

}  // namespace

void keep_rows(Database& database, std::string_view table, std::string_view refusal) {
    database.execute(rule_of(table, "_stays", "UPDATE", "", refusal));
    database.execute(rule_of(table, "_remains", "DELETE", "", refusal));
}

void keep_rows(Database& database, std::string_view table, std::string_view same,
               std::string_view refusal) {
    keep_rows(database, table, refusal);
    std::string again = " WHEN EXISTS(SELECT 1 FROM ";
    again.append(table).append(" WHERE ").append(same).append(")");
    database.execute(rule_of(table, "_again", "INSERT", again, refusal));
}

}  // namespace gongbao::core
