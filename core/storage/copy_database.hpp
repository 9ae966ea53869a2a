// SPDX-License-Identifier: Apache-2.0
// A copy of a database file, taken while others may read and write it.
#pragma once

#include <filesystem>

#include "core/storage/database.hpp"

namespace gongbao::core {

/// Makes `to` a copy of what `from` holds at one moment. It is written under the name `to` with
/// ".partial" behind it, synced, and named when it is whole: a file called `to` is never half a
/// copy. A partial one that an earlier try left is begun anew.
/// Requires: `from` has no transaction open that writes.
/// Throws: Error(Unavailable), e.g. when the disk is full; nothing is left then.
void copy_database(const Database& from, const std::filesystem::path& to);

}  // namespace gongbao::core
