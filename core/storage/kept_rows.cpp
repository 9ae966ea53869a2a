// SPDX-License-Identifier: Apache-2.0
#include "core/storage/kept_rows.hpp"

#include <string>

namespace gongbao::core {

void keep_rows(Database& database, std::string_view table, std::string_view same,
               std::string_view refusal) {
    const std::string name(table);
    const std::string refused =
        std::string(" BEGIN SELECT RAISE(ABORT, '").append(refusal).append("'); END;");
    database.execute("CREATE TRIGGER " + name + "_stays BEFORE UPDATE ON " + name + refused +
                     "CREATE TRIGGER " + name + "_remains BEFORE DELETE ON " + name + refused +
                     "CREATE TRIGGER " + name + "_again BEFORE INSERT ON " + name +
                     " WHEN EXISTS(SELECT 1 FROM " + name + " WHERE " + std::string(same) + ")" +
                     refused);
}

}  // namespace gongbao::core
