// SPDX-License-Identifier: Apache-2.0
// A request that passed the admission gate: every part is checked, decoded and bounded.
//
// Made by admit() (admission.hpp), read by the routes and the pages.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace gongbao::server {

enum class Method { Get, Head };

struct Request {
    Method method = Method::Get;
    std::string target;  ///< as sent, printable ASCII; for the log
    std::string path;    ///< decoded UTF-8, begins with '/', holds no "." or ".." segment
    std::vector<std::pair<std::string, std::string>> query;   ///< decoded, in order
    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, in order
    bool keep_alive = true;

    /// The values of a field joined by ", " (RFC 9110, 5.3); nothing when it is absent.
    std::optional<std::string> field(std::string_view lower_case_name) const;
    /// The first value of a query parameter, "" when it is absent.
    std::string_view parameter(std::string_view name) const;
};

}  // namespace gongbao::server
