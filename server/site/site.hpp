// SPDX-License-Identifier: Apache-2.0
// What every page of the public site shares: its names and addresses, the templates, the files, and
// the words of each language.
//
// A PublicSite is made once, read by all threads, never changed while serving. A Site is the same
// site in one language; pages are made from that.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/gazette/issue.hpp"
#include "core/report/messages.hpp"
#include "core/text/date.hpp"
#include "server/kit/language.hpp"
#include "server/kit/preferences.hpp"
#include "server/kit/static_files.hpp"

namespace gongbao::server {

struct SiteSettings {
    std::filesystem::path templates;  ///< the folder that holds messages/, pages/ and static/
    std::string base_url;             ///< "https://gazette.example": no '/' at its end
    std::string gazette;              ///< 云岭省人民政府公报
    std::string language = "zh-CN";   ///< a folder of messages/: for who asks for none of them
    /// Who mints the ids of feeds (RFC 4151): "gazette.example,2026", a name once owned and a year
    /// in which it was. Never changed once feeds are read; empty: the base address's host.
    std::string tag_authority;
};

struct Site {
    const SiteSettings& settings;
    const StaticFiles& files;
    const Language& language;
    const core::Messages& words;
    const Templates& templates;
    /// What a link adds to stay in a language that the address alone chose: "lang=en", or "".
    std::string in_language;

    std::string url(std::string_view path) const { return settings.base_url + std::string(path); }
    /// `path` of a page of this site, for a link in a page: it leads on in the same language.
    std::string link(std::string_view path) const;
    bool is_secure() const;  ///< reached by https

    std::string say(std::string_view id, std::map<std::string, std::string> args = {}) const;
    std::string say_date(const core::Date& date) const;            ///< 2026年4月3日
    std::string say_issue(const core::IssueNumber& number) const;  ///< 2026年第8期（总第612期）
    std::string say_short_issue(const core::IssueNumber& number) const;  ///< 2026年第8期
    std::string say_running(const core::IssueNumber& number) const;  ///< （总第612期）, or nothing
    std::string say_size(std::int64_t bytes) const;                  ///< 1.2 MB
};

class PublicSite {
  public:
    /// Reads the words of every language of messages/ and the templates in each.
    /// Throws: Error(Unavailable) for missing templates, (Invalid) for a template with unknown
    /// words or a mistake, or a static file of unknown kind.
    explicit PublicSite(SiteSettings settings);
    PublicSite(const PublicSite&) = delete;
    PublicSite& operator=(const PublicSite&) = delete;

    const SiteSettings& settings() const { return settings_; }
    const std::vector<std::string>& tags() const { return tags_; }  ///< the default first
    const std::vector<std::unique_ptr<const Language>>& languages() const { return languages_; }
    /// The site as this reader wants it.
    const Site& seen_by(const Preferences& preferences) const;

  private:
    SiteSettings settings_;
    StaticFiles files_;
    std::vector<std::unique_ptr<const Language>> languages_;
    std::vector<std::string> tags_;                        ///< in the order of languages_
    std::map<std::string, Site, std::less<>> sites_;       ///< by language
    std::map<std::string, Site, std::less<>> by_address_;  ///< the same, of ?lang=
};

}  // namespace gongbao::server
