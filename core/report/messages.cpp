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
        return plain;
    }
    const std::string& words = found->second;
    std::string said;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t close = words[at] == '{' ? words.find('}', at) : std::string::npos;
        if (close != std::string::npos) {
            const auto arg = message.args.find(words.substr(at + 1, close - at - 1));
            if (arg != message.args.end()) {
                said += arg->second;
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

bool Messages::has(std::string_view id) const {
    return words_.find(id) != words_.end();
}

}  // namespace gongbao::core
