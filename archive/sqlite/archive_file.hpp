// SPDX-License-Identifier: Apache-2.0
// Opens the archive's file: its mark, its version, the settings of a connection.
#pragma once

#include <filesystem>

#include "archive/sqlite/upgrade.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Opens the file and gives the connection the search functions. One that reads changes nothing the
/// file holds. One that writes brings an older file to this program's schema first (upgrade.hpp),
/// and makes the tables when `mode` is Create and there are none. Throws: Error(NotFound),
/// (Corrupt) for a damaged, foreign, unfinished or newer file, (Unavailable), also for an older
/// file that is opened to be read.
core::Database open_archive_file(const std::filesystem::path& file, core::Database::Mode mode);
/// The same, telling what was done to an older file.
core::Database open_archive_file(const std::filesystem::path& file, core::Database::Mode mode,
                                 UpgradeReport& report);

}  // namespace gongbao::archive
