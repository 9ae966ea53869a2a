// SPDX-License-Identifier: Apache-2.0
// Archive files as older programs left them, for the tests of the upgrade: the words of their
// schemas stand here as they stood there.
#pragma once

#include <filesystem>
#include <string>

#include "archive/archive.hpp"

namespace gongbao::archive {

/// Fills `file` with three editions: themes, expiry and force, a picture twice, a correction of an
/// earlier text and offprints, as far as `version` (1, 2, 3) knew them.
void fill_archive(const std::filesystem::path& file, int version);

/// Writes what the archive `source` holds as a file of `version`.
void write_old_archive(const std::filesystem::path& source, const std::filesystem::path& file,
                       int version);

/// All that an archive says: revision, head, lists, texts, files, answers to searches.
std::string all_said_by(const Archive& archive);

}  // namespace gongbao::archive
