// SPDX-License-Identifier: Apache-2.0
// What every page of one site shares: its names and addresses, the words, the templates, the files.
//
// Made once by app.cpp, read by all threads, never changed while serving.
#pragma once

#include <filesystem>
#include <string>

#include "core/gazette/issue.hpp"
#include "core/report/messages.hpp"
#include "core/text/date.hpp"
#include "server/kit/static_files.hpp"
#include "server/kit/templates.hpp"

namespace gongbao::server {

struct SiteSettings {
    std::filesystem::path templates;  ///< the folder that holds messages/, pages/ and static/
    std::string base_url;             ///< "https://gazette.example": no '/' at its end
    std::string gazette;              ///< 云岭省人民政府公报
    std::string language = "zh-CN";   ///< a folder of messages/
    /// Who mints the ids of feeds (RFC 4151): "gazette.example,2026", a name once owned and a year
    /// in which it was. Never changed once feeds are read; empty: the base address's host.
    std::string tag_authority;
};

struct Site {
    /// Throws: Error(Unavailable) for missing templates, (Invalid) for a template with unknown
    /// words.
    explicit Site(SiteSettings settings);

    SiteSettings settings;
    core::Messages words;
    Templates templates;
    StaticFiles files;

    std::string url(std::string_view path) const { return settings.base_url + std::string(path); }
    std::string say(std::string_view id, std::map<std::string, std::string> args = {}) const;
    std::string say_date(const core::Date& date) const;            ///< 2026年4月3日
    std::string say_issue(const core::IssueNumber& number) const;  ///< 2026年第8期（总第612期）
    std::string say_short_issue(const core::IssueNumber& number) const;  ///< 2026年第8期
    std::string say_running(const core::IssueNumber& number) const;  ///< （总第612期）, or nothing
    std::string say_size(std::int64_t bytes) const;                  ///< 1.2 MB
};

}  // namespace gongbao::server
