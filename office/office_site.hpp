// SPDX-License-Identifier: Apache-2.0
// What every page of the office shares: its address, its files, the templates in each language.
// Made once, read by all threads, never changed while serving.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "server/kit/language.hpp"
#include "server/kit/preferences.hpp"
#include "server/kit/static_files.hpp"

namespace gongbao::office {

struct SiteSettings {
    std::filesystem::path templates;  ///< the folder that holds messages/ and office/
    std::string base_url;             ///< "https://bjb.gazette.example": no '/' at its end
    std::string language = "zh-CN";   ///< for who asks for none of those there are
};

class OfficeSite {
  public:
    /// Throws: as server::read_languages and server::StaticFiles.
    explicit OfficeSite(SiteSettings settings);
    OfficeSite(const OfficeSite&) = delete;
    OfficeSite& operator=(const OfficeSite&) = delete;

    const SiteSettings& settings() const { return settings_; }
    const server::StaticFiles& files() const { return files_; }
    const std::vector<std::string>& tags() const { return tags_; }  ///< the default first
    const std::vector<std::unique_ptr<const server::Language>>& languages() const {
        return languages_;
    }
    const server::Language& language(const server::Preferences& preferences) const;
    bool is_secure() const;  ///< reached by https

  private:
    SiteSettings settings_;
    server::StaticFiles files_;
    std::vector<std::unique_ptr<const server::Language>> languages_;
    std::vector<std::string> tags_;  ///< in the order of languages_
};

}  // namespace gongbao::office
