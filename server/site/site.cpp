// SPDX-License-Identifier: Apache-2.0
#include "server/site/site.hpp"

#include <algorithm>
#include <array>

#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::server {

PublicSite::PublicSite(SiteSettings settings)
    : settings_(std::move(settings)),
      files_(settings_.templates / "static"),
      languages_(read_languages(settings_.templates, "pages", settings_.language)) {
    for (const auto& read : languages_) {
        const Language& language = *read;
        const std::string& tag = language.tag;
        tags_.push_back(tag);
        Site site{settings_, files_, language, language.words, language.templates, {}};
        sites_.emplace(tag, site);
        site.in_language = "lang=" + tag;
        by_address_.emplace(tag, std::move(site));
    }
}

const Site& PublicSite::seen_by(const Preferences& preferences) const {
    const auto& sites = preferences.by_address ? by_address_ : sites_;
    const auto found = sites.find(preferences.language);
    GONGBAO_CHECK(found != sites.end());
    return found->second;
}

std::string Site::link(std::string_view path) const {
    if (in_language.empty()) return std::string(path);
    const std::size_t hash = std::min(path.find('#'), path.size());
    std::string link(path.substr(0, hash));
    link.append(link.find('?') == std::string::npos ? "?" : "&").append(in_language);
    return link.append(path.substr(hash));
}

bool Site::is_secure() const {
    return core::starts_with(settings.base_url, "https://");
}

std::string Site::say(std::string_view id, std::map<std::string, std::string> args) const {
    return words.say(core::Message{std::string(id), std::move(args)});
}

std::string Site::say_date(const core::Date& date) const {
    return say("pages.date", {{"year", std::to_string(date.year)},
                              {"month", std::to_string(date.month)},
                              {"day", std::to_string(date.day)}});
}

std::string Site::say_issue(const core::IssueNumber& number) const {
    return say_short_issue(number) + say_running(number);
}

std::string Site::say_short_issue(const core::IssueNumber& number) const {
    return say(std::string("pages.issue.") + core::name_of(number.kind),
               {{"year", std::to_string(number.year)}, {"number", std::to_string(number.number)}});
}

std::string Site::say_running(const core::IssueNumber& number) const {
    if (!number.running) return {};
    return say("pages.issue.running", {{"running", std::to_string(*number.running)}});
}

std::string Site::say_size(std::int64_t bytes) const {
    static constexpr std::array<const char*, 4> kUnits = {"B", "KB", "MB", "GB"};
    std::size_t unit = 0;
    std::int64_t tenths = bytes * 10;
    while (tenths >= 10'240 && unit + 1 < kUnits.size()) {
        tenths = (tenths + 512) / 1'024;
        ++unit;
    }
    std::string number = std::to_string(tenths / 10);
    if (unit > 0 && tenths < 1'000) number += "." + std::to_string(tenths % 10);
    return number + " " + kUnits[unit];
}

}  // namespace gongbao::server
