// SPDX-License-Identifier: Apache-2.0
#include "core/report/messages.hpp"

#include <toml++/toml.h>

#include <algorithm>
#include <vector>

#include "core/report/error.hpp"

namespace gongbao::core {
namespace {

void collect(const toml::table& table, const std::string& prefix,
             std::map<std::string, std::string, std::less<>>& words) {
    for (const auto& [key, node] : table) {
        const std::string id = prefix + std::string(key.str());
        if (const auto* inner = node.as_table()) {
            collect(*inner, id + ".", words);
        } else if (const auto* text = node.as_string()) {
            words[id] = text->get();
        }
    }
}

// How the words of a step join those before: a row belongs to its table, a cell to its row.
const char* joint_of(PlaceKind outer, PlaceKind inner) {
    const bool cell = inner == PlaceKind::Cell || inner == PlaceKind::Column;
    if (inner == PlaceKind::Offset) return "place.at_offset";
    if (inner == PlaceKind::Row && outer == PlaceKind::Table) return "place.within";
    if (cell && (outer == PlaceKind::Row || outer == PlaceKind::Line)) return "place.within";
    return "place.apart";
}

}  // namespace

Messages Messages::load(const std::filesystem::path& folder) {
    std::error_code failed;
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.path().extension() == ".toml") files.push_back(entry.path());
    if (failed || files.empty())
        throw Error(ErrorKind::Unavailable, {"core.messages_missing", {}}, folder.string());
    std::sort(files.begin(), files.end());

    Messages messages;
    for (const auto& file : files) {
        try {
            collect(toml::parse_file(file.string()), "", messages.words_);
        } catch (const toml::parse_error& e) {
            throw Error(ErrorKind::Invalid,
                        {"core.bad_toml",
                         {{"file", file.filename().string()},
                          {"line", std::to_string(e.source().begin.line)},
                          {"what", std::string(e.description())}}},
                        file.string());
        }
    }
    return messages;
}

std::string Messages::say(const Message& message) const {
    const auto found = words_.find(message.id);
    if (found == words_.end()) {
        std::string plain = message.id;
        for (const auto& [name, value] : message.args) plain += " " + name + "=" + value;
        if (!message.place.empty()) plain += " place=" + message.place.text();
        return plain;
    }
    const std::string& words = found->second;
    std::string said;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t close = words[at] == '{' ? words.find('}', at) : std::string::npos;
        if (close != std::string::npos) {
            const std::string name = words.substr(at + 1, close - at - 1);
            const auto arg = message.args.find(name);
            if (arg != message.args.end()) {
                said += arg->second;
                at = close + 1;
                continue;
            }
            if (name == "place") {
                said += say(message.place);
                at = close + 1;
                continue;
            }
        }
        said += words[at++];
    }
    return said;
}

std::string Messages::say(std::string_view id) const {
    return say(Message{std::string(id), {}});
}

std::string Messages::say(const Place& place) const {
    std::string said;
    PlaceKind before = PlaceKind::Behind;
    for (const PlaceStep& step : place.steps()) {
        if (step.kind == PlaceKind::Behind) continue;
        std::string id = "place." + std::string(name_of(step.kind));
        if (step.kind == PlaceKind::Stored && step.number != 0) id += "_number";
        const std::string words =
            say(Message{id, {{"name", step.name}, {"number", std::to_string(step.number)}}});
        said = said.empty()
                   ? words
                   : say(Message{joint_of(before, step.kind), {{"outer", said}, {"inner", words}}});
        before = step.kind;
    }
    return said;
}

bool Messages::has(std::string_view id) const {
    return words_.find(id) != words_.end();
}

}  // namespace gongbao::core
