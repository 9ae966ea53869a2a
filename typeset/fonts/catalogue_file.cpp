// SPDX-License-Identifier: Apache-2.0
#include "typeset/fonts/catalogue_file.hpp"

#include "core/report/error.hpp"

namespace gongbao::typeset {
namespace {

using core::Error;
using core::ErrorKind;

}  // namespace

toml::table read_catalogue_file(const std::filesystem::path& file) {
    try {
        return toml::parse_file(file.string());
    } catch (const toml::parse_error& e) {
        if (!std::filesystem::exists(file))
            throw Error(ErrorKind::Unavailable,
                        {"typeset.font_catalogue_missing", {{"file", file.filename().string()}}},
                        file.string());
        throw Error(ErrorKind::Invalid, {"core.bad_toml",
                                         {{"file", file.filename().string()},
                                          {"line", std::to_string(e.source().begin.line)},
                                          {"what", std::string(e.description())}}});
    }
}

void refuse(const toml::node& node, const std::string& what) {
    const toml::source_region& place = node.source();
    const std::string file =
        place.path ? std::filesystem::path(*place.path).filename().string() : "";
    throw Error(ErrorKind::Invalid,
                {"typeset.font_catalogue",
                 {{"file", file}, {"line", std::to_string(place.begin.line)}, {"what", what}}});
}

std::string text_of(const toml::table& table, const char* key) {
    const auto* text = table.get_as<std::string>(key);
    if (text == nullptr) refuse(table, key);
    return text->get();
}

}  // namespace gongbao::typeset
