// SPDX-License-Identifier: Apache-2.0
#include "core/gazette.hpp"

#include <toml++/toml.h>

#include <utility>

#include "core/error.hpp"

namespace gongbao::core {
namespace {

// Keys of the file and how the imprint names them, in printed order. These words are part of the
// printed page, not of the program's own speech.
constexpr std::pair<const char*, const char*> kImprint[] = {
    {"supervisor", "主　　管"}, {"sponsor", "主　　办"},   {"publisher", "编辑出版"},
    {"editor_in_chief", "主　　编"}, {"printer", "印　　刷"}, {"distributor", "发　　行"},
    {"frequency", "刊　　期"},  {"issn", "国际标准连续出版物号"}, {"cn", "国内统一连续出版物号"},
    {"price", "定　　价"},      {"address", "地　　址"},   {"postcode", "邮政编码"},
    {"phone", "电　　话"},      {"email", "电子邮箱"},     {"url", "网　　址"}};

}  // namespace

Gazette read_gazette(const std::filesystem::path& file) {
    Gazette gazette;
    if (!std::filesystem::exists(file)) return gazette;
    toml::table root;
    try {
        root = toml::parse_file(file.string());
    } catch (const toml::parse_error& e) {
        throw Error(ErrorKind::Invalid, {"core.bad_toml",
                                         {{"file", file.filename().string()},
                                          {"line", std::to_string(e.source().begin.line)},
                                          {"what", std::string(e.description())}}});
    }
    if (const auto* name = root.get_as<std::string>("name")) gazette.name = name->get();
    if (const auto* url = root.get_as<std::string>("url")) gazette.url = url->get();
    if (const auto* sections = root.get_as<toml::array>("sections"))
        for (const auto& section : *sections)
            if (const auto* text = section.as_string()) gazette.sections.push_back(text->get());
    for (const auto& [key, label] : kImprint)
        if (const auto* text = root.get_as<std::string>(key))
            gazette.imprint.push_back(std::string(label) + "　" + text->get());
    return gazette;
}

}  // namespace gongbao::core
