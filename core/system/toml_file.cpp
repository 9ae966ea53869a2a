// SPDX-License-Identifier: Apache-2.0
#include "core/system/toml_file.hpp"

#include "core/report/error.hpp"
#include "core/system/files.hpp"

namespace gongbao::core {

toml::table read_toml(const std::filesystem::path& file) {
    const std::string text = read_file(file, std::size_t{1} << 20);
    try {
        return toml::parse(text);
    } catch (const toml::parse_error& e) {
        throw Error(ErrorKind::Invalid, {"core.bad_toml",
                                         {{"file", file.filename().string()},
                                          {"line", std::to_string(e.source().begin.line)},
                                          {"what", std::string(e.description())}}});
    }
}

void refuse_key(const std::filesystem::path& file, const toml::node* node, const std::string& key) {
    const std::size_t line = node == nullptr ? 1 : node->source().begin.line;
    throw Error(
        ErrorKind::Invalid,
        {"core.bad_key",
         {{"file", file.filename().string()}, {"line", std::to_string(line)}, {"key", key}}});
}

}  // namespace gongbao::core
