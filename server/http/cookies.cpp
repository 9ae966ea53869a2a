// SPDX-License-Identifier: Apache-2.0
#include "server/http/cookies.hpp"

#include <algorithm>

#include "core/report/check.hpp"
#include "core/text/text.hpp"

namespace gongbao::server {
namespace {

constexpr std::string_view kHostPrefix = "__Host-";

bool is_cookie_value(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte > 0x20 && byte < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
    });
}

}  // namespace

std::optional<std::string> cookie(const Request& request, std::string_view name) {
    std::optional<std::string> found;
    for (const auto& [field, value] : request.fields) {
        if (field != "cookie") continue;
        for (std::string_view pair : core::split(value, ';')) {
            while (core::starts_with(pair, " ")) pair.remove_prefix(1);
            const std::size_t equals = pair.find('=');
            if (equals == std::string_view::npos || pair.substr(0, equals) != name) continue;
            const std::string_view here = pair.substr(equals + 1);
            if (found && *found != here) return {};
            found = std::string(here);
        }
    }
    return found;
}

std::string cookie_name(std::string_view name, bool secure) {
    return std::string(secure ? kHostPrefix : "").append(name);
}

std::string set_cookie(const NewCookie& cookie) {
    GONGBAO_CHECK(is_cookie_value(cookie.name) && !cookie.name.empty());
    GONGBAO_CHECK(is_cookie_value(cookie.value));
    GONGBAO_CHECK(cookie.secure || !core::starts_with(cookie.name, kHostPrefix));
    std::string line = cookie.name + "=" + cookie.value + "; Path=/; HttpOnly; SameSite=" +
                       (cookie.same_site == NewCookie::SameSite::Lax ? "Lax" : "Strict");
    if (cookie.secure) line += "; Secure";
    if (cookie.max_age) line += "; Max-Age=" + std::to_string(cookie.max_age->count());
    return line;
}

}  // namespace gongbao::server
