// SPDX-License-Identifier: Apache-2.0
// What an area of the server allows: to browsers, by the fields every answer of the area carries,
// and to requests (cross-site, content). One value an area; see area.hpp.
#pragma once

#include <cstdint>
#include <string>

#include "server/http/request.hpp"

namespace gongbao::server {

/// Who may keep a page: anybody, the reader's own browser, nobody. Later is stricter.
enum class Keep { Public, Private, Never };

/// What a page of the area may load or run, each from this site alone; everything else is
/// forbidden (Content Security Policy 3).
struct Loads {
    bool scripts = false;  ///< files, never inline; strings are no code (Trusted Types)
    bool workers = false;
    bool manifest = false;
    bool fonts = false;
    bool requests = false;  ///< fetch, EventSource, WebSocket
};

struct Policy {
    Keep keep = Keep::Public;  ///< the most a route of the area may allow
    Loads loads;
    bool framed_by_itself = false;  ///< else no page may be shown in a frame
    std::string referrer = "same-origin";
    std::string permissions = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
    /// A request that changes something must prove where it comes from. False: one that says
    /// nothing of it is taken, as of programs and old browsers; from another site none ever is.
    bool origin_required = true;
    std::int64_t most_content = 0;  ///< bytes; the most a route of the area may take
};

/// The lines of `policy` for every answer. `secure`: the site is reached by https, so browsers are
/// told to stay with it.
std::string protective_fields(const Policy& policy, bool secure);

/// False when a browser says that the request was sent by another site (Sec-Fetch-Site, Origin), or
/// says nothing and the policy wants to know. `base_url`: "https://gazette.example".
bool comes_from_here(const Request& request, const Policy& policy, const std::string& base_url);

}  // namespace gongbao::server
