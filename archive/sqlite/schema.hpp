// SPDX-License-Identifier: Apache-2.0
// The tables of the archive file and the triggers that keep them append-only.
//
// The file's form is public: docs/formats.md, "archive database". Called by open_archive, and by
// verify, which compares the tables and triggers of a file with the ones written here.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>

#include "core/storage/database.hpp"

namespace gongbao::archive {

inline constexpr std::int32_t kApplicationId = 0x47424152;  // "GBAR"
inline constexpr std::int32_t kSchemaVersion = 3;

/// Version 1 knew no offprints, version 2 no relations: opening such a file adds the tables, and
/// changes nothing else. Where it cannot be written, whoever reads it has them empty.

/// Opens the file, makes the tables when `mode` is Create and there are none, and gives the
/// connection the search functions.
/// Throws: Error(NotFound), (Corrupt) for a damaged, foreign, unfinished or newer file,
/// (Unavailable).
core::Database open_archive_file(const std::filesystem::path& file, core::Database::Mode mode);

/// The statements a sound archive file of `version` consists of, by the name of table, index or
/// trigger.
const std::map<std::string, std::string>& schema_statements(std::int32_t version = kSchemaVersion);
/// The settings of its search index.
const std::map<std::string, std::int64_t>& sound_search_settings();

}  // namespace gongbao::archive
