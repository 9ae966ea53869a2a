// SPDX-License-Identifier: Apache-2.0
#include "core/gazette.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "core/text.hpp"
#include "core/toml_file.hpp"

namespace gongbao::core {
namespace {

// Keys of the file and how the imprint names them, in printed order. These words are part of the
// printed page, not of the program's own speech.
constexpr std::pair<std::string_view, std::string_view> kImprint[] = {
    {"supervisor", "主　　管"},       {"sponsor", "主　　办"},
    {"publisher", "编辑出版"},         {"editor_in_chief", "主　　编"},
    {"printer", "印　　刷"},          {"distributor", "发　　行"},
    {"frequency", "刊　　期"},        {"issn", "国际标准连续出版物号"},
    {"cn", "国内统一连续出版物号"},    {"price", "定　　价"},
    {"address", "地　　址"},          {"postcode", "邮政编码"},
    {"phone", "电　　话"},            {"email", "电子邮箱"},
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

// Every key is one of the form, and a text where the form wants one.
void check_keys(const std::filesystem::path& file, const toml::table& root) {
    for (const auto& [name, node] : root) {
        const std::string_view key = name.str();
        const bool right = key == "sections"  ? node.is_array()
                           : key == "founded" ? node.is_integer()
                           : key == "folios"  ? folios_named(node).has_value()
                           : key == "name" || key == "pinyin" || is_imprint(key)
                               ? node.is_string() && !trim(node.as_string()->get()).empty()
                               : false;
        if (!right) refuse_key(file, &node, std::string(key));
    }
}

std::vector<std::string> sections_of(const std::filesystem::path& file, const toml::table& root) {
    std::vector<std::string> sections;
    const auto* list = root.get_as<toml::array>("sections");
    if (list == nullptr) return sections;
    for (const auto& node : *list) {
        const auto* section = node.as_string();
        if (section == nullptr || trim(section->get()).empty()) refuse_key(file, &node, "sections");
        sections.push_back(section->get());
    }
    return sections;
}

}  // namespace

Gazette read_gazette(const std::filesystem::path& file) {
    Gazette gazette;
    std::error_code unreadable;
    if (!std::filesystem::exists(file, unreadable)) return gazette;
    const toml::table root = read_toml(file);
    check_keys(file, root);
    gazette.name = root["name"].value_or(gazette.name);
    gazette.url = root["url"].value_or(gazette.url);
    if (const toml::node* folios = root.get("folios")) gazette.folios = *folios_named(*folios);
    gazette.sections = sections_of(file, root);
    for (const auto& [key, label] : kImprint)
        if (const auto* text = root.get_as<std::string>(key))
            gazette.imprint.push_back(std::string(label) + "　" + text->get());
    return gazette;
}

}  // namespace gongbao::core
