// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/place_in_time.hpp"

#include <algorithm>

#include "core/report/error.hpp"

namespace gongbao::archive {

std::int64_t place_in_time(const core::Database& database, core::Instant issued_at,
                           std::int64_t records) {
    const std::int64_t day = core::days_since_epoch(core::date_at(issued_at));
    const std::int64_t first = day * (std::int64_t{1} << 20);
    const std::int64_t beyond = first + (std::int64_t{1} << 20);
    core::Statement last =
        database.prepare("SELECT id + records FROM edition WHERE id < ? ORDER BY id DESC LIMIT 1");
    last.bind(1, beyond);
    const std::int64_t next = last.step() ? std::max(first, last.integer(0) + 1) : first;
    if (next + records >= beyond)
        throw core::Error(core::ErrorKind::TooLarge,
                          {"archive.day_full", {{"day", core::iso(core::date_at(issued_at))}}});
    return next;
}

}  // namespace gongbao::archive
