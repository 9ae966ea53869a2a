// SPDX-License-Identifier: Apache-2.0
#include "core/issue_manifest.hpp"

#include <toml++/toml.h>

#include <sstream>

#include "core/error.hpp"

namespace gongbao::core {
namespace {

[[noreturn]] void refuse(const std::filesystem::path& file, const toml::node* node, const char* key) {
    const std::size_t line = node == nullptr ? 1 : node->source().begin.line;
    throw Error(ErrorKind::Invalid, {"core.manifest_bad_key", {{"file", file.filename().string()},
                                                               {"line", std::to_string(line)},
                                                               {"key", key}}});
}

int integer(const std::filesystem::path& file, const toml::table& root, const char* key) {
    const auto* number = root.get_as<std::int64_t>(key);
    if (number == nullptr || number->get() < 1 || number->get() > 999999) refuse(file, root.get(key), key);
    return static_cast<int>(number->get());
}

Date date(const std::filesystem::path& file, const toml::table& root, const char* key) {
    const auto* value = root.get_as<toml::date>(key);
    if (value == nullptr) refuse(file, root.get(key), key);
    return {value->get().year, value->get().month, value->get().day};
}

Instant instant(const std::filesystem::path& file, const toml::table& root, const char* key) {
    const auto* value = root.get_as<toml::date_time>(key);
    if (value == nullptr || !value->get().offset) refuse(file, root.get(key), key);
    std::ostringstream text;
    text << value->get();
    const auto parsed = parse_rfc3339(text.str());
    if (!parsed) refuse(file, root.get(key), key);
    return *parsed;
}

std::vector<IssueManifest::Item> items(const std::filesystem::path& file, const toml::table& root) {
    const auto* list = root.get_as<toml::array>("items");
    if (list == nullptr || list->empty()) refuse(file, root.get("items"), "items");
    std::vector<IssueManifest::Item> found;
    for (const auto& node : *list) {
        const auto* table = node.as_table();
        const auto* name = table == nullptr ? nullptr : table->get_as<std::string>("file");
        const auto* section = table == nullptr ? nullptr : table->get_as<std::string>("section");
        if (name == nullptr || section == nullptr) refuse(file, &node, "items");
        found.push_back({name->get(), section->get()});
    }
    return found;
}

}  // namespace

IssueManifest read_issue_manifest(const std::filesystem::path& file) {
    if (!std::filesystem::exists(file))
        throw Error(ErrorKind::NotFound, {"core.cannot_read", {{"file", file.filename().string()}, {"what", "?"}}},
                    file.string());
    toml::table root;
    try {
        root = toml::parse_file(file.string());
    } catch (const toml::parse_error& e) {
        throw Error(ErrorKind::Invalid, {"core.bad_toml",
                                         {{"file", file.filename().string()},
                                          {"line", std::to_string(e.source().begin.line)},
                                          {"what", std::string(e.description())}}});
    }
    IssueManifest manifest;
    manifest.folder = file.parent_path();
    manifest.number.year = integer(file, root, "year");
    manifest.number.number = integer(file, root, "number");
    const auto* kind = root.get_as<std::string>("kind");
    const auto named = kind == nullptr ? std::nullopt : issue_kind_named(kind->get());
    if (!named) refuse(file, root.get("kind"), "kind");
    manifest.number.kind = *named;
    if (root.contains("running")) manifest.number.running = integer(file, root, "running");
    manifest.date = date(file, root, "date");
    manifest.issued_at = instant(file, root, "issued_at");
    manifest.items = items(file, root);
    return manifest;
}

}  // namespace gongbao::core
