// SPDX-License-Identifier: Apache-2.0
// The gazette an office publishes: its name, its sections in printed order, the lines of its
// imprint. Read from gazette.toml in the data folder by the desk and the server; form:
// docs/formats.md, "gazette.toml".
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace gongbao::core {

struct Gazette {
    std::string name = "政府公报";
    std::vector<std::string> sections;  ///< 栏目 in printed order
    std::vector<std::string> imprint;   ///< printed lines: 主管, 主办, 编辑出版 … (出版管理条例 art. 28)
    std::string url;                    ///< public address of the site, or empty
};

/// The gazette of `file`; the default one when there is no such file.
/// Throws: Error(Invalid) naming file, line and key; an unknown key is refused too.
Gazette read_gazette(const std::filesystem::path& file);

}  // namespace gongbao::core
