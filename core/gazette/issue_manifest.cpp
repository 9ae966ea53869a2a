// SPDX-License-Identifier: Apache-2.0
#include "core/gazette/issue_manifest.hpp"

#include <sstream>

#include "core/system/toml_file.hpp"

namespace gongbao::core {
namespace {

int integer(const std::filesystem::path& file, const toml::table& root, const char* key) {
    const auto* number = root.get_as<std::int64_t>(key);
    if (number == nullptr || number->get() < 1 || number->get() > 999999)
        refuse_key(file, root.get(key), key);
    return static_cast<int>(number->get());
}

Date date(const std::filesystem::path& file, const toml::table& root, const char* key) {
    const auto* value = root.get_as<toml::date>(key);
    if (value == nullptr) refuse_key(file, root.get(key), key);
    return {value->get().year, value->get().month, value->get().day};
}

Instant instant(const std::filesystem::path& file, const toml::table& root, const char* key) {
    const auto* value = root.get_as<toml::date_time>(key);
    if (value == nullptr || !value->get().offset) refuse_key(file, root.get(key), key);
    std::ostringstream text;
    text << value->get();
    const auto parsed = parse_rfc3339(text.str());
    if (!parsed) refuse_key(file, root.get(key), key);
    return *parsed;
}

std::vector<IssueManifest::Item> items(const std::filesystem::path& file, const toml::table& root) {
    const auto* list = root.get_as<toml::array>("items");
    if (list == nullptr || list->empty()) refuse_key(file, root.get("items"), "items");
    std::vector<IssueManifest::Item> found;
    for (const auto& node : *list) {
        const auto* table = node.as_table();
        const auto* name = table == nullptr ? nullptr : table->get_as<std::string>("file");
        const auto* section = table == nullptr ? nullptr : table->get_as<std::string>("section");
        if (name == nullptr || section == nullptr) refuse_key(file, &node, "items");
        found.push_back({name->get(), section->get()});
    }
    return found;
}

}  // namespace

IssueManifest read_issue_manifest(const std::filesystem::path& file) {
    const toml::table root = read_toml(file);
    IssueManifest manifest;
    manifest.folder = file.parent_path();
    manifest.number.year = integer(file, root, "year");
    manifest.number.number = integer(file, root, "number");
    const auto* kind = root.get_as<std::string>("kind");
    const auto named = kind == nullptr ? std::nullopt : issue_kind_named(kind->get());
    if (!named) refuse_key(file, root.get("kind"), "kind");
    manifest.number.kind = *named;
    if (root.contains("running")) manifest.number.running = integer(file, root, "running");
    manifest.date = date(file, root, "date");
    manifest.issued_at = instant(file, root, "issued_at");
    manifest.items = items(file, root);
    return manifest;
}

}  // namespace gongbao::core
