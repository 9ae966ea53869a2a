// SPDX-License-Identifier: Apache-2.0
// One line of an area's table of addresses: which path, which methods, who may keep the page, what
// content a request may bring, and the function that makes the page or the answer.
//
// The table also says which parameters a page reads, so that an address with others, or the same in
// another order, is the same page to the cache.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/request.hpp"
#include "server/http/response.hpp"
#include "server/kit/page.hpp"
#include "server/kit/policy.hpp"
#include "server/kit/preferences.hpp"

namespace gongbao::server {

/// A request at its route.
struct Visit {
    const Request& request;
    std::string argument;     ///< what stands for * in the pattern: "2026-8" in /editions/*
    std::string address;      ///< of this page, encoded: path and the parameters it reads
    Preferences preferences;  ///< the default ones where the route is not by_reader
    std::string client = {};  ///< address and port it came from: client_address.hpp
};

struct Route {
    enum class Brings { Nothing, Form, Anything };
    using MakePage = std::function<std::optional<Page>(const Visit&)>;
    using MakeAnswer = std::function<std::optional<Response>(const Visit&)>;

    std::string pattern;  ///< "/documents/*.xml"; * stands for one path segment or its part
    std::vector<Method> methods = {Method::Get, Method::Head};
    MakePage page = {};      ///< nothing: there is no such page
    MakeAnswer answer = {};  ///< where it is no page: a download, what a form does
    std::vector<std::string> parameters = {};  ///< those it reads
    bool by_reader = false;  ///< made for the reader's preferences; see preferences.hpp
    Keep keep = Keep::Public;
    Brings brings = Brings::Nothing;
    std::int64_t most_content = 0;  ///< bytes
};

/// What stands for the * of `pattern` in `path`; nothing when they differ.
std::optional<std::string> match_pattern(std::string_view pattern, std::string_view path);

/// The path's route for a method.
struct Match {
    const Route* route = nullptr;  ///< null: the path is known, but not the method
    std::string argument;
    std::string allow;  ///< the methods of the path, as an Allow field lists them
};
/// The first pattern that is the path decides, so the more particular stand first; lines with the
/// same pattern share the path. Nothing when no pattern is the path.
std::optional<Match> match_route(const std::vector<Route>& routes, std::string_view path,
                                 Method method);

/// The page's name in the cache: path and the parameters it reads, in the table's order.
std::string address_of(const Route& route, const Request& request);

}  // namespace gongbao::server
