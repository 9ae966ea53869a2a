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

// The words of an office's rules (SignoffLists). Without the first four no text is printed:
// 保守国家秘密法实施条例 art. 42 and 三审 leave an office no choice.
constexpr std::string_view kAlwaysSigned[] = {"secrecy", "first_review", "second_review",
                                              "final_review"};
constexpr std::string_view kMayBeSigned = "legal";

bool names(const toml::node& node, std::string_view word) {
    const auto* text = node.as_string();
    return text != nullptr && text->get() == word;
}

bool is_list_of_signoffs(const toml::node& node) {
    const auto* list = node.as_array();
    if (list == nullptr) return false;
    const auto has = [&](std::string_view word) {
        return std::any_of(list->begin(), list->end(),
                           [&](const toml::node& one) { return names(one, word); });
    };
    const auto is_one = [](const toml::node& one) {
        return names(one, kMayBeSigned) ||
               std::any_of(std::begin(kAlwaysSigned), std::end(kAlwaysSigned),
                           [&](std::string_view word) { return names(one, word); });
    };
    return std::all_of(std::begin(kAlwaysSigned), std::end(kAlwaysSigned), has) &&
           std::all_of(list->begin(), list->end(), is_one);
}

void check_signoffs(const std::filesystem::path& file, const toml::node& node) {
    const auto* table = node.as_table();
    if (table == nullptr) refuse(file, node, "signoffs", "core.gazette_needs_signoffs");
    for (const auto& [name, value] : *table) {
        const auto* sections = value.as_table();
        if (name.str() == "usually") {
            if (!is_list_of_signoffs(value))
                refuse(file, value, "usually", "core.gazette_needs_signoffs");
        } else if (name.str() == "sections" && sections != nullptr) {
            for (const auto& [section, list] : *sections)
                if (!is_list_of_signoffs(list))
                    refuse(file, list, section.str(), "core.gazette_needs_signoffs");
        } else {
            refuse(file, value, name.str(), "core.gazette_unknown_key");
        }
    }
}

std::vector<std::string> texts_of(const toml::node* list) {
    std::vector<std::string> texts;
    for (const toml::node& one : *list->as_array()) texts.push_back(one.as_string()->get());
    return texts;
}

// Requires: check_signoffs.
SignoffLists read_signoffs(const toml::table& table) {
    SignoffLists lists;
    if (const toml::node* usually = table.get("usually")) lists.usually = texts_of(usually);
    if (const auto* sections = table.get_as<toml::table>("sections"))
        for (const auto& [section, list] : *sections)
            lists.by_section.emplace(section.str(), texts_of(&list));
    return lists;
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
        } else if (key == "signoffs") {
            check_signoffs(file, node);
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

const std::vector<std::string>& SignoffLists::of(const std::string& section) const {
    const auto own = by_section.find(section);
    return own == by_section.end() ? usually : own->second;
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
    if (const toml::node* sections = root.get("sections")) gazette.sections = texts_of(sections);
    if (const auto* signoffs = root.get_as<toml::table>("signoffs"))
        gazette.signoffs = read_signoffs(*signoffs);
    for (const auto& [key, label] : kImprint)
        if (const auto* text = root.get_as<std::string>(key))
            gazette.imprint.push_back(std::string(label) + "　" + text->get());
    return gazette;
}

}  // namespace gongbao::core
