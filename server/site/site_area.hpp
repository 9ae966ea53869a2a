// SPDX-License-Identifier: Apache-2.0
// The addresses of the site: one table from path to page.
//
// Called by app.cpp. The table also says which parameters a page reads, so that an address with
// others, or the same in another order, is the same page to the cache.
#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/page.hpp"

namespace gongbao::server {

struct Route {
    std::string_view pattern;  ///< "/documents/*.xml"; * stands for one path segment or its part
    std::optional<Page> (*page)(const Reading&) = nullptr;
    std::vector<std::string_view> parameters;  ///< those the page reads
};

struct Match {
    const Route* route = nullptr;
    std::string argument;  ///< what stands for *
};

/// All routes, the more particular first.
const std::vector<Route>& routes();
/// The first route whose pattern is the path.
std::optional<Match> match_route(std::string_view path);
/// What stands for the * of `pattern` in `path`; nothing when they differ.
std::optional<std::string> match_pattern(std::string_view pattern, std::string_view path);
/// The page's name in the cache: path and the parameters it reads, in the table's order.
std::string address_of(const Route& route, const Request& request);

}  // namespace gongbao::server
