// SPDX-License-Identifier: Apache-2.0
// Brings an older archive file to the schema of this program without changing what it says: every
// row, text, file and manifest stays, so that revisions, the head and what a person noted of them
// are the same (docs/decisions/0013). Each step is one transaction; before the first, a copy of the
// file is put beside it, and the last is proved by the manifests of all revisions before it is
// committed.
//
//   1 -> 2   offprints
//   2 -> 3   relations
//   3 -> 4   renditions in one table; revisions that need not be editions; what a record's document
//            says of themes, force, expiry and openness
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>

#include "core/storage/database.hpp"

namespace gongbao::archive {

/// What an upgrade does and tells.
struct UpgradeReport {
    std::function<void(std::int64_t, std::int64_t)> progress = {};  ///< records done, of all
    std::int32_t from = 0;                                          ///< the version the file had
    std::filesystem::path copy = {};                                ///< empty when none was needed
};

/// Makes the tables in an empty file, and takes the steps that an older one lacks. Requires: the
/// connection writes and has the search functions. Throws: Error(Corrupt) when the file does not
/// agree with its own manifests, (Unavailable) when the disk has no room; the file is then as it
/// was after the last whole step.
void upgrade(core::Database& database, UpgradeReport& report);

/// Throws: Error(Unavailable) when `free` bytes cannot hold a copy of a file of `size` bytes and
/// what the upgrade itself writes.
void require_room(std::uintmax_t size, std::uintmax_t free);

}  // namespace gongbao::archive
