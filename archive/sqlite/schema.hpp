// SPDX-License-Identifier: Apache-2.0
// The tables of the archive file and the triggers that keep them append-only.
//
// The file's form is public: docs/formats.md, "archive database". Made when a file is opened
// (archive_file.hpp) or upgraded (upgrade.hpp), and compared by verify.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "core/storage/database.hpp"

namespace gongbao::archive {

inline constexpr std::int32_t kApplicationId = 0x47424152;  // "GBAR"
inline constexpr std::int32_t kSchemaVersion = 4;

/// The statements a sound archive file consists of, by the name of table, index or trigger.
const std::map<std::string, std::string>& schema_statements();
/// The triggers among them that guard `table`; those of older versions were the same.
std::map<std::string, std::string> guards_of(const std::string& table);
/// The settings of the search index.
const std::map<std::string, std::int64_t>& sound_search_settings();

/// Runs them all in a file without tables. Requires: a transaction around it, and the search
/// functions on the connection.
void make_tables(core::Database& database);

}  // namespace gongbao::archive
