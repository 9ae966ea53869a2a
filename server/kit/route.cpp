// SPDX-License-Identifier: Apache-2.0
#include "server/kit/route.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "server/http/target.hpp"

namespace gongbao::server {
namespace {

bool takes(const Route& route, Method method) {
    return std::find(route.methods.begin(), route.methods.end(), method) != route.methods.end();
}

std::string allow(const std::vector<Route>& routes, const std::string& pattern) {
    std::string list;
    for (const Route& route : routes)
        if (route.pattern == pattern)
            for (const Method method : route.methods) list.append(name_of(method)).append(", ");
    return list.append(name_of(Method::Options));
}

bool is_plain(std::string_view path) {
    return std::all_of(path.begin(), path.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return core::is_ascii_letter(byte) || core::is_ascii_digit(byte) || c == '/' || c == '-' ||
               c == '.';
    });
}

/// The path as a link writes it. Nearly all of ours are written as they are.
std::string encoded(std::string_view path) {
    return is_plain(path) ? std::string(path) : percent_encoded_path(path);
}

}  // namespace

std::optional<std::string> match_pattern(std::string_view pattern, std::string_view path) {
    const std::size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == path ? std::optional<std::string>("") : std::nullopt;
    const std::string_view head = pattern.substr(0, star);
    const std::string_view tail = pattern.substr(star + 1);
    if (path.size() <= head.size() + tail.size()) return {};
    if (!core::starts_with(path, head) || !core::ends_with(path, tail)) return {};
    const std::string_view middle =
        path.substr(head.size(), path.size() - head.size() - tail.size());
    if (middle.find('/') != std::string_view::npos) return {};
    return std::string(middle);
}

std::optional<Match> match_route(const std::vector<Route>& routes, std::string_view path,
                                 Method method) {
    const std::string* pattern = nullptr;
    std::string argument;
    for (const Route& route : routes) {
        if (pattern == nullptr) {
            auto found = match_pattern(route.pattern, path);
            if (!found) continue;
            pattern = &route.pattern;
            argument = std::move(*found);
        }
        if (route.pattern == *pattern && takes(route, method))
            return Match{&route, std::move(argument), {}};
    }
    if (pattern == nullptr) return {};
    return Match{nullptr, std::move(argument), allow(routes, *pattern)};
}

std::string address_of(const Route& route, const Request& request) {
    std::string address = encoded(request.path);
    char mark = '?';
    for (const std::string& name : route.parameters) {
        const std::string_view value = request.parameter(name);
        if (value.empty()) continue;
        address.append(1, mark).append(name).append("=").append(percent_encoded(value));
        mark = '&';
    }
    return address;
}

}  // namespace gongbao::server
