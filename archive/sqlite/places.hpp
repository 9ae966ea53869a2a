// SPDX-License-Identifier: Apache-2.0
// Where a match stands in a row, as one number: gongbao_places(search), for verify, which compares
// the lists inside the search index with each other.
#pragma once

#include <sqlite3.h>

#include <cstdint>

namespace gongbao::archive {

/// `hash` mixed with its place (the finalizer of SplitMix64).
constexpr std::uint64_t mixed(std::uint64_t hash, std::uint64_t column, std::uint64_t place) {
    hash ^= (column << 56) ^ (place * 0x9E3779B97F4A7C15u);
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
    hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBu;
    return hash ^ (hash >> 31);
}

/// The sum of mixed(0, column, place) over all places of the match.
void places(const Fts5ExtensionApi* api, Fts5Context* match, sqlite3_context* result, int count,
            sqlite3_value** values);

}  // namespace gongbao::archive
