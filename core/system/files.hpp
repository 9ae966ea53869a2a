// SPDX-License-Identifier: Apache-2.0
// Whole files: read with a limit, write so that a reader sees the old file or the new one.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace gongbao::core {

/// The bytes of `path`.
/// Throws: Error(NotFound), (TooLarge) when it holds more than `limit` bytes, (Unavailable).
std::string read_file(const std::filesystem::path& path, std::size_t limit = std::size_t{1} << 31);

/// Writes under a temporary name in the same folder, syncs, renames, syncs the folder. A link keeps
/// naming its file, a file that was there its permissions; a device or a pipe is written into.
/// Throws: Error(Unavailable), e.g. when the disk is full; then nothing of the new file is left.
void write_file(const std::filesystem::path& path, std::string_view bytes);

/// Syncs the file `from`, gives it the name `to` in the same folder, and syncs the folder.
/// Throws: Error(Unavailable); then `from` is gone.
void put_in_place(const std::filesystem::path& from, const std::filesystem::path& to);

/// Makes the folder when it is missing, open to its owner alone; folders above it as usual.
/// Throws: Error(Unavailable).
void make_private_folder(const std::filesystem::path& path);

/// Makes an empty file when there is none, open to its owner alone.
/// Throws: Error(Unavailable).
void make_private_file(const std::filesystem::path& path);

}  // namespace gongbao::core
