// SPDX-License-Identifier: Apache-2.0
// The TOML files of the folder fonts/, read; a mistake in one is refused by file and line.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <string>

namespace gongbao::typeset {

/// Throws: Error(Unavailable) when `file` is missing, (Invalid) naming file and line when it is no
/// TOML.
toml::table read_catalogue_file(const std::filesystem::path& file);

/// Throws: Error(Invalid) that names the file and line of `node`, and `what` is wrong there.
[[noreturn]] void refuse(const toml::node& node, const std::string& what);

/// The text at `key`; refuses a table that has none.
std::string text_of(const toml::table& table, const char* key);

}  // namespace gongbao::typeset
