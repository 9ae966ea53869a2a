// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/verify_run.hpp"

namespace gongbao::archive {

std::int64_t VerifyRun::count(const std::string& table) {
    try {
        core::Statement row = database_.prepare("SELECT count(*) FROM " + table);
        return row.step() ? row.integer(0) : 0;
    } catch (const core::Error&) {
        return 0;
    }
}

std::vector<std::int64_t> VerifyRun::ids(const std::string& table, const std::string& column) {
    std::vector<std::int64_t> all;
    check(core::Place::stored(table), [&] {
        core::Statement rows =
            database_.prepare("SELECT " + column + " FROM " + table + " ORDER BY 1");
        while (rows.step()) all.push_back(rows.integer(0));
    });
    return all;
}

}  // namespace gongbao::archive
