// SPDX-License-Identifier: Apache-2.0
#include "server/kit/preferences.hpp"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <optional>

#include "core/text/text.hpp"
#include "server/http/cookies.hpp"

namespace gongbao::server {
namespace {

constexpr std::string_view kCookie = "reader";
constexpr std::string_view kContrast = "contrast";
constexpr std::string_view kLanguage = "lang";
constexpr auto kKept = std::chrono::hours(24 * 365);
constexpr std::pair<TypeSize, std::string_view> kSizes[] = {
    {TypeSize::Standard, "standard"}, {TypeSize::Large, "large"}, {TypeSize::Largest, "largest"}};

using Languages = std::vector<std::string>;

bool has(const Languages& languages, std::string_view language) {
    return std::find(languages.begin(), languages.end(), language) != languages.end();
}

std::string_view primary(std::string_view tag) {
    return tag.substr(0, tag.find('-'));
}

/// The first of `languages` of the same primary subtag: "zh-TW" asks for zh, and zh-CN is that.
std::optional<std::string> like(std::string_view wanted, const Languages& languages) {
    for (const std::string& language : languages)
        if (primary(wanted) == primary(language)) return language;
    return {};
}

/// ";q=0.8" of a language range; 1 without one, 0 for what is no number.
double weight(std::string_view range) {
    const std::size_t q = range.find("q=");
    if (q == std::string_view::npos) return 1;
    double value = 0;
    const std::string_view digits = core::trim(range.substr(q + 2));
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

std::string accepted(const Request& request, const Languages& languages) {
    std::string best = languages.front();
    double most = 0;
    const auto field = request.field("accept-language");
    if (!field) return best;
    for (const std::string_view range : core::split(*field, ',')) {
        const std::string_view wanted = core::trim(range.substr(0, range.find(';')));
        const double worth = weight(range);
        const auto found =
            wanted == "*" ? std::optional(languages.front()) : like(wanted, languages);
        if (!found || worth <= most) continue;
        best = *found;
        most = worth;
    }
    return best;
}

}  // namespace

std::string_view name_of(TypeSize size) {
    for (const auto& [known, name] : kSizes)
        if (known == size) return name;
    return kSizes[0].second;
}

TypeSize type_size_named(std::string_view name) {
    for (const auto& [size, known] : kSizes)
        if (known == name) return size;
    return TypeSize::Standard;
}

Preferences preferences_of(const Request& request, const Languages& languages, bool secure) {
    Preferences wanted;
    if (const auto kept = cookie(request, cookie_name(kCookie, secure))) {
        for (const std::string_view word : core::split(*kept, '.')) {
            if (has(languages, word)) wanted.language = word;
            if (word == kContrast) wanted.high_contrast = true;
            if (const TypeSize size = type_size_named(word); size != TypeSize::Standard)
                wanted.size = size;
        }
    }
    const std::string_view asked = request.parameter(kLanguage);
    wanted.by_address = has(languages, asked);
    if (wanted.by_address) wanted.language = asked;
    if (wanted.language.empty()) wanted.language = accepted(request, languages);
    return wanted;
}

std::string variant(const Preferences& preferences) {
    std::string word = preferences.language;
    word.append(".").append(name_of(preferences.size));
    if (preferences.high_contrast) word.append(".").append(kContrast);
    if (preferences.by_address) word += ".address";
    return word;
}

std::string keep_preferences(const Preferences& preferences, bool secure) {
    Preferences kept = preferences;
    kept.by_address = false;
    return set_cookie(
        {cookie_name(kCookie, secure), variant(kept), NewCookie::SameSite::Lax, kKept, secure});
}

}  // namespace gongbao::server
