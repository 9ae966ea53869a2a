// SPDX-License-Identifier: Apache-2.0
#include "core/gazette/gazette.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "core/report/error.hpp"
#include "core/system/toml_file.hpp"
#include "core/text/text.hpp"

namespace gongbao::core {
namespace {

// Keys of the file and how the imprint names them, in printed order. These words are part of the
// printed page, not of the program's own speech.
constexpr std::pair<std::string_view, std::string_view> kImprint[] = {
    {"supervisor", "主　　管"},
    {"sponsor", "主　　办"},
    {"publisher", "编辑出版"},
    {"editor_in_chief", "主　　编"},
    {"printer", "印　　刷"},
    {"distributor", "发　　行"},
    {"frequency", "刊　　期"},
    {"issn", "国际标准连续出版物号"},
    {"cn", "国内统一连续出版物号"},
    {"price", "定　　价"},
    {"address", "地　　址"},
    {"postcode", "邮政编码"},
    {"phone", "电　　话"},
    {"email", "电子邮箱"},
    {"url", "网　　址"}};

bool is_imprint(std::string_view key) {
    return std::any_of(std::begin(kImprint), std::end(kImprint),
                       [&](const auto& line) { return line.first == key; });
}

constexpr std::pair<std::string_view, Folios> kFolios[] = {
    {"issue", Folios::Issue}, {"year", Folios::Year}, {"year-all", Folios::YearAll}};

std::optional<Folios> folios_named(const toml::node& node) {
    const auto* text = node.as_string();
    for (const auto& [name, folios] : kFolios)
        if (text != nullptr && text->get() == name) return folios;
    return {};
}

[[noreturn]] void refuse(const std::filesystem::path& file, const toml::node& node,
                         std::string_view key, const char* why) {
    throw Error(ErrorKind::Invalid, {why,
                                     {{"file", file.filename().string()},
                                      {"line", std::to_string(node.source().begin.line)},
                                      {"key", std::string(key)}}});
}

// One printed line.
bool is_line(const toml::node& node) {
    const auto* text = node.as_string();
    if (text == nullptr || trim(text->get()).empty()) return false;
    return std::none_of(text->get().begin(), text->get().end(),
                        [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

bool is_list_of_lines(const toml::node& node) {
    const auto* list = node.as_array();
    return list != nullptr && std::all_of(list->begin(), list->end(),
                                          [](const toml::node& one) { return is_line(one); });
}

// 《》 are printed around a name by themselves.
void check_name(const std::filesystem::path& file, const toml::node& node) {
    if (!is_bare_name(node.as_string()->get()))
        refuse(file, node, "name", "core.gazette_name_bare");
}

// Every key is one of the form, and its value what the form wants there.
void check_keys(const std::filesystem::path& file, const toml::table& root) {
    for (const auto& [name, node] : root) {
        const std::string_view key = name.str();
        if (key == "sections") {
            if (!is_list_of_lines(node)) refuse(file, node, key, "core.gazette_needs_list");
        } else if (key == "founded") {
            if (!node.is_integer()) refuse(file, node, key, "core.gazette_needs_year");
        } else if (key == "folios") {
            if (!folios_named(node)) refuse(file, node, key, "core.gazette_needs_folios");
        } else if (key == "name" || key == "pinyin" || is_imprint(key)) {
            if (!is_line(node)) refuse(file, node, key, "core.gazette_needs_text");
            if (key == "name") check_name(file, node);
        } else {
            refuse(file, node, key, "core.gazette_unknown_key");
        }
    }
}

}  // namespace

bool is_bare_name(std::string_view name) {
    return name.find("《") == std::string_view::npos && name.find("》") == std::string_view::npos;
}

Gazette read_gazette(const std::filesystem::path& file) {
    Gazette gazette;
    std::error_code unreadable;
    if (!std::filesystem::exists(file, unreadable)) return gazette;
    const toml::table root = read_toml(file);
    check_keys(file, root);
    gazette.named = root.contains("name");
    gazette.name = root["name"].value_or(gazette.name);
    gazette.url = root["url"].value_or(gazette.url);
    if (const toml::node* folios = root.get("folios")) gazette.folios = *folios_named(*folios);
    if (const auto* sections = root.get_as<toml::array>("sections"))
        for (const toml::node& one : *sections) gazette.sections.push_back(one.as_string()->get());
    for (const auto& [key, label] : kImprint)
        if (const auto* text = root.get_as<std::string>(key))
            gazette.imprint.push_back(std::string(label) + "　" + text->get());
    return gazette;
}

}  // namespace gongbao::core
