// SPDX-License-Identifier: Apache-2.0
// The desk's database file: its mark, its versions and what an older one gets when it is opened.
// Used by Desk and verify_desk.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>

#include "core/storage/database.hpp"

namespace gongbao::editor {

/// The tables of a desk, empty, for a database without any.
void make_desk_tables(core::Database& database);

/// Opens the file, makes it (open to its owner alone) when it is missing, and brings an older one
/// up to date, whole or not at all. Throws: Error(Corrupt) for a damaged, foreign or newer file,
/// (Unavailable).
core::Database open_desk_file(const std::filesystem::path& file);

/// Opens an existing desk without changing what it holds; nothing when it is of an older version.
/// Throws: as core::Database::open; Error(Corrupt) for a newer file.
std::optional<core::Database> open_desk_to_read(const std::filesystem::path& file);

/// A desk that `serve --demo` made says so, so that the demo never fills somebody's own.
bool is_demo_desk(const core::Database& database);
/// Requires: a transaction around it.
void mark_demo_desk(core::Database& database);

}  // namespace gongbao::editor
