// SPDX-License-Identifier: Apache-2.0
// A part of the server with its own addresses, policy and people: the public site, and whatever
// stands beside it.
//
// Made by the area's own folder (site/site_area.hpp), put together by app.cpp, asked by
// dispatcher.cpp. An area knows of no other.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/kit/policy.hpp"
#include "server/kit/route.hpp"

namespace gongbao::server {

/// Why there is no page, to be explained to a reader.
struct Failure {
    int status = 404;
    std::string request_id;   ///< what a reader can quote to the office
    Preferences preferences;  ///< the default ones where nothing of the request could be read
};

struct Area {
    std::string prefix = "/";  ///< of its paths: "/" or "/office", which holds /office/desk too
    Policy policy;
    std::vector<Route> routes;
    std::vector<std::string> languages;  ///< of its pages, the default first
    /// What its public pages are functions of: another number empties them from the cache.
    std::function<std::int64_t()> state;
    /// What somebody gets who may not come in; nothing for who may. Unset: everybody may.
    std::function<std::optional<Response>(const Request&)> turn_away = {};
    std::function<Page(const Failure&)> explain;
};

}  // namespace gongbao::server
