// SPDX-License-Identifier: Apache-2.0
#include "office/office_site.hpp"

#include "core/text/text.hpp"

namespace gongbao::office {

OfficeSite::OfficeSite(SiteSettings settings)
    : settings_(std::move(settings)),
      files_(settings_.templates / "office" / "static"),
      languages_(server::read_languages(settings_.templates, "office", settings_.language)) {
    for (const auto& language : languages_) tags_.push_back(language->tag);
}

const server::Language& OfficeSite::language(const server::Preferences& preferences) const {
    for (const auto& language : languages_)
        if (language->tag == preferences.language) return *language;
    return *languages_.front();
}

bool OfficeSite::is_secure() const {
    return core::starts_with(settings_.base_url, "https://");
}

}  // namespace gongbao::office
