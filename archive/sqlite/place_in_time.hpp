// SPDX-License-Identifier: Apache-2.0
// Row numbers that follow time: an edition with n records takes n + 1 consecutive numbers inside
// the range of its day of issue, its own first, then its records from the last to the first. So a
// larger number is a newer record, and the first of an edition is "newer" than its second:
// descending order is the order of every list, including the search index, without sorting.
#pragma once

#include <cstdint>

#include "core/storage/database.hpp"
#include "core/text/date.hpp"

namespace gongbao::archive {

/// The number of an edition issued at that moment, with room for `records` records.
/// Throws: Error(TooLarge) when the day is full (about a million records).
std::int64_t place_in_time(const core::Database& database, core::Instant issued_at,
                           std::int64_t records);

/// The day a row number lies in, in days since 1970-01-01.
constexpr std::int64_t day_of(std::int64_t id) {
    return id >> 20;
}

/// The number of the record at `place` (1, 2, …) of `count` in edition `edition`.
constexpr std::int64_t record_id(std::int64_t edition, std::int64_t count, std::int64_t place) {
    return edition + 1 + count - place;
}

}  // namespace gongbao::archive
