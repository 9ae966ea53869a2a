// SPDX-License-Identifier: Apache-2.0
#include "typeset/profile/profile_section.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

namespace fs = std::filesystem;
using core::Error;
using core::ErrorKind;

constexpr const char* kInherits = "inherits";

std::string known_profiles(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code ignored;
    for (const auto& entry : fs::directory_iterator(folder, ignored))
        if (entry.path().extension() == ".toml") names.push_back(entry.path().stem().string());
    std::sort(names.begin(), names.end());
    return core::join(names, ", ");
}

// Where `name` stands: a path below `here`, or a profile that comes with the program.
std::optional<fs::path> path_of(const std::string& name, const fs::path& here,
                                const fs::path& folder) {
    const bool is_path = core::ends_with(name, ".toml");
    if (!is_path && name.find('/') != std::string::npos) return {};
    const fs::path path = is_path ? here / name : folder / (name + ".toml");
    std::error_code ignored;
    if (!fs::is_regular_file(path, ignored)) return {};
    return path;
}

toml::table parse(const fs::path& path) {
    try {
        return toml::parse_file(path.string());
    } catch (const toml::parse_error& e) {
        throw Error(ErrorKind::Invalid, {"core.bad_toml",
                                         {{"file", path.filename().string()},
                                          {"line", std::to_string(e.source().begin.line)},
                                          {"what", std::string(e.description())}}});
    }
}

[[noreturn]] void refuse_inherits(const ProfileFile& file, const char* id,
                                  std::map<std::string, std::string> more) {
    more["file"] = file.name;
    more["line"] = std::to_string(file.root.get(kInherits)->source().begin.line);
    more["key"] = kInherits;
    throw Error(ErrorKind::Invalid, {id, std::move(more)});
}

std::optional<Length> parse_length(const std::string& text, const Units& units) {
    double number = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    if (parsed.ec != std::errc() || !std::isfinite(number) || std::abs(number) > 10000) return {};
    const std::string_view unit(parsed.ptr, static_cast<std::size_t>(end - parsed.ptr));
    if (unit == "mm") return mm(number);
    if (unit == "pt") return pt(number);
    if (unit == "em" && units.em > 0) return pt(number * units.em / 1000.0);
    if (unit == "line" && units.line > 0) return pt(number * units.line / 1000.0);
    if (text == "0") return 0;
    return {};
}

}  // namespace

std::vector<ProfileFile> read_profile_files(const std::string& name, const fs::path& folder) {
    auto path = path_of(name, {}, folder);
    if (!path)
        throw Error(ErrorKind::NotFound, {"typeset.profile_unknown",
                                          {{"name", name}, {"known", known_profiles(folder)}}});
    std::vector<ProfileFile> files;
    std::vector<fs::path> seen;
    while (true) {
        seen.push_back(fs::canonical(*path));
        files.push_back({path->filename().string(), parse(*path)});
        const ProfileFile& file = files.back();
        const toml::node* inherits = file.root.get(kInherits);
        if (inherits == nullptr) return files;
        const auto* text = inherits->as_string();
        if (text == nullptr) refuse_inherits(file, "typeset.profile_not_text", {});
        path = path_of(text->get(), path->parent_path(), folder);
        if (!path)
            refuse_inherits(file, "typeset.profile_inherits_unknown",
                            {{"name", text->get()}, {"known", known_profiles(folder)}});
        if (std::find(seen.begin(), seen.end(), fs::canonical(*path)) != seen.end())
            refuse_inherits(file, "typeset.profile_inherits_itself", {{"name", text->get()}});
    }
}

std::string in_millimetres(Length length) {
    const Extent tenths = (Extent{length} * 254 + (length < 0 ? -36000 : 36000)) / 72000;
    std::string text = tenths < 0 ? "-" : "";
    text += std::to_string(std::abs(tenths) / 10);
    if (tenths % 10 != 0) text += "." + std::to_string(std::abs(tenths) % 10);
    return text + "mm";
}

ProfileSection::ProfileSection(const std::vector<ProfileFile>& files) {
    for (const ProfileFile& file : files) sources_.push_back({&file.root, file.name, 1});
    taken_.emplace_back(kInherits);
}

ProfileSection ProfileSection::table(const std::string& key) {
    taken_.push_back(key);
    std::vector<Source> sources;
    for (const Source& source : sources_) {
        const toml::node* node = source.table == nullptr ? nullptr : source.table->get(key);
        if (node != nullptr && !node->is_table()) refuse(key, "typeset.profile_not_table");
        sources.push_back({node == nullptr ? nullptr : node->as_table(), source.file,
                           node == nullptr ? source.line : node->source().begin.line});
    }
    return {std::move(sources), name_.empty() ? key : name_ + "." + key};
}

ProfileSection::Found ProfileSection::find(const std::string& key) const {
    for (std::size_t i = 0; i < sources_.size(); ++i)
        if (sources_[i].table != nullptr)
            if (const toml::node* node = sources_[i].table->get(key))
                return {node, static_cast<int>(i)};
    return {};
}

const toml::node* ProfileSection::take(const std::string& key) {
    taken_.push_back(key);
    return find(key).node;
}

void ProfileSection::read(const std::string& key, bool& value) {
    if (const toml::node* node = take(key)) {
        if (!node->is_boolean()) refuse(key, "typeset.profile_not_bool");
        value = node->as_boolean()->get();
    }
}

void ProfileSection::read(const std::string& key, std::string& value) {
    if (const toml::node* node = take(key)) {
        if (!node->is_string()) refuse(key, "typeset.profile_not_text");
        value = node->as_string()->get();
    }
}

void ProfileSection::read(const std::string& key, std::vector<std::string>& value) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    const auto* array = node->as_array();
    if (array == nullptr) refuse(key, "typeset.profile_not_list");
    value.clear();
    for (const toml::node& one : *array) {
        if (!one.is_string()) refuse(key, "typeset.profile_not_list");
        value.push_back(one.as_string()->get());
    }
}

void ProfileSection::read(const std::string& key, int& value, int low, int high) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    const auto* number = node->as_integer();
    if (number == nullptr || number->get() < low || number->get() > high)
        refuse(key, "typeset.profile_not_number",
               {{"low", std::to_string(low)}, {"high", std::to_string(high)}});
    value = static_cast<int>(number->get());
}

void ProfileSection::read(const std::string& key, Length& value, const Units& units,
                          const LengthRange& range) {
    const toml::node* node = take(key);
    if (node == nullptr) return;
    const auto* text = node->as_string();
    const auto length = text != nullptr ? parse_length(text->get(), units) : std::nullopt;
    if (!length) refuse(key, "typeset.profile_not_length");
    if (*length < range.low || *length > range.high)
        refuse(key, "typeset.profile_out_of_range",
               {{"low", in_millimetres(range.low)}, {"high", in_millimetres(range.high)}});
    value = *length;
}

void ProfileSection::refuse(const std::string& key, const char* id,
                            std::map<std::string, std::string> more, ErrorKind kind) const {
    const Found found = find(key);
    const Source* source = &sources_.front();
    if (found.file >= 0) {
        source = &sources_[static_cast<std::size_t>(found.file)];
    } else {
        // A key that no file has: the nearest table it could stand in.
        for (const Source& one : sources_)
            if (one.table != nullptr) {
                source = &one;
                break;
            }
    }
    more["file"] = source->file;
    more["line"] =
        std::to_string(found.node != nullptr ? found.node->source().begin.line : source->line);
    more["key"] = name_.empty() ? key : name_ + "." + key;
    throw Error(kind, {id, std::move(more)});
}

void ProfileSection::finish() const {
    for (const Source& source : sources_) {
        if (source.table == nullptr) continue;
        for (const auto& [key, node] : *source.table) {
            const std::string name(key.str());
            if (std::find(taken_.begin(), taken_.end(), name) != taken_.end()) continue;
            throw Error(ErrorKind::Invalid, {"typeset.profile_unknown_key",
                                             {{"file", source.file},
                                              {"line", std::to_string(node.source().begin.line)},
                                              {"key", name_.empty() ? name : name_ + "." + name}}});
        }
    }
}

}  // namespace gongbao::typeset
