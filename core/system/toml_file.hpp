// SPDX-License-Identifier: Apache-2.0
// A TOML file that people write, read whole: gazette.toml, issue.toml. What is wrong in it is
// named by file, line and key.
#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <string>

namespace gongbao::core {

/// Throws: Error(NotFound), (TooLarge) beyond 1 MB, (Invalid) naming file and line.
toml::table read_toml(const std::filesystem::path& file);

/// Throws Error(Invalid): `key` of `file` is missing (`node` is null), unknown or of the wrong
/// form.
[[noreturn]] void refuse_key(const std::filesystem::path& file, const toml::node* node,
                             const std::string& key);

}  // namespace gongbao::core
