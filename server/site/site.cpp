// SPDX-License-Identifier: Apache-2.0
#include "server/site/site.hpp"

#include <array>

namespace gongbao::server {

Site::Site(SiteSettings chosen)
    : settings(std::move(chosen)),
      words(core::Messages::load(settings.templates / "messages" / settings.language)),
      templates(settings.templates / "pages", words),
      files(settings.templates / "static") {}

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
