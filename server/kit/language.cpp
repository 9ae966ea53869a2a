// SPDX-License-Identifier: Apache-2.0
#include "server/kit/language.hpp"

#include <algorithm>

#include "core/report/error.hpp"

namespace gongbao::server {
namespace {

/// The folders of messages/, `first` first.
std::vector<std::string> tags_in(const std::filesystem::path& folder, const std::string& first) {
    std::vector<std::string> tags;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
        if (entry.is_directory()) tags.push_back(entry.path().filename().string());
    std::sort(tags.begin(), tags.end());
    const auto found = std::find(tags.begin(), tags.end(), first);
    if (failed || found == tags.end())
        throw core::Error(core::ErrorKind::Unavailable, {"server.templates_missing", {}},
                          (folder / first).string());
    std::rotate(tags.begin(), found, found + 1);
    return tags;
}

}  // namespace

std::vector<std::unique_ptr<const Language>> read_languages(const std::filesystem::path& templates,
                                                            const std::string& pages,
                                                            const std::string& first) {
    std::vector<std::unique_ptr<const Language>> languages;
    for (const std::string& tag : tags_in(templates / "messages", first)) {
        core::Messages words = core::Messages::load(templates / "messages" / tag);
        Templates filled(templates / pages, words);
        std::string name = words.say("pages.language");
        languages.push_back(std::make_unique<const Language>(
            Language{tag, std::move(name), std::move(words), std::move(filled)}));
    }
    return languages;
}

}  // namespace gongbao::server
