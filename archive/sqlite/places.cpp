// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/places.hpp"

namespace gongbao::archive {

void places(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int,
            sqlite3_value**) {
    std::uint64_t sum = 0;
    int instances = 0;
    int code = api->xInstCount(match, &instances);
    for (int i = 0; code == SQLITE_OK && i < instances; ++i) {
        int phrase = 0, column = 0, place = 0;
        code = api->xInst(match, i, &phrase, &column, &place);
        sum += mixed(0, static_cast<std::uint64_t>(column), static_cast<std::uint64_t>(place));
    }
    if (code != SQLITE_OK) return sqlite3_result_error_code(result, code);
    sqlite3_result_int64(result, static_cast<sqlite3_int64>(sum));
}

}  // namespace gongbao::archive
