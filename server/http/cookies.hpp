// SPDX-License-Identifier: Apache-2.0
// Cookies (RFC 6265): those a request brings, and the line that sets one.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "server/http/request.hpp"

namespace gongbao::server {

/// The cookie's value; nothing when it is absent, or is there twice with two values, of which
/// nobody can tell which was meant.
std::optional<std::string> cookie(const Request& request, std::string_view name);

/// `name`, with the prefix __Host- where the site is reached by https: then a browser takes the
/// cookie from this host alone and over https alone (RFC 6265bis, 4.1.3.2).
std::string cookie_name(std::string_view name, bool secure);

struct NewCookie {
    std::string name;   ///< of cookie_name()
    std::string value;  ///< Requires: no blank, quote, comma, semicolon, backslash or control byte
    enum class SameSite { Lax, Strict };
    SameSite same_site = SameSite::Strict;
    /// How long it is kept; nothing: until the browser is closed; 0: forget it.
    std::optional<std::chrono::seconds> max_age;
    bool secure = false;
};

/// The value of Set-Cookie: the whole site, never shown to scripts.
std::string set_cookie(const NewCookie& cookie);

}  // namespace gongbao::server
