// SPDX-License-Identifier: Apache-2.0
// Request targets and their parts (RFC 9112, 3.2; RFC 3986): strict decoding, and encoding for
// links.
//
// A path that could mean two things to two programs (%2F, "..", a NUL, broken UTF-8) is no path.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongbao::server {

using Parameters = std::vector<std::pair<std::string, std::string>>;

struct Target {
    std::string path;  ///< decoded; begins with '/'
    Parameters query;  ///< decoded as application/x-www-form-urlencoded
};

/// The parts of an origin-form ("/search?q=x") or absolute-form ("http://host/search") target.
/// Nothing for any other form, a broken escape, a control byte, text that is not UTF-8,
/// an escaped '/' or '\', and a "." or ".." segment.
std::optional<Target> parse_target(std::string_view target);

/// "a=b&c=d" as application/x-www-form-urlencoded, in order; nothing for a broken escape, a NUL or
/// text that is not UTF-8.
std::optional<Parameters> parse_parameters(std::string_view text);

/// `text` for a path segment or a query value: unreserved characters as they are, others as %XX.
std::string percent_encoded(std::string_view text);
/// A decoded path, as of a request, with each of its segments so: "/items/12".
std::string percent_encoded_path(std::string_view path);

}  // namespace gongbao::server
