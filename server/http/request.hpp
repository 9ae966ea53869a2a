// SPDX-License-Identifier: Apache-2.0
// A request that passed the admission gate: every part is checked, decoded and bounded.
//
// Made by admit() (admission.hpp), given its content by attend.cpp, read by the routes and the
// pages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/http/content.hpp"

namespace gongbao::server {

enum class Method { Get, Head, Post, Put, Delete, Options };

/// "GET", "HEAD" …
std::string_view name_of(Method method);
/// Nothing for a method this server does not know. Names are told apart by case (RFC 9110, 9.1).
std::optional<Method> method_named(std::string_view name);
/// True for the methods that only read (RFC 9110, 9.2.1).
bool is_safe(Method method);

/// How a request says where its content ends (RFC 9112, 6).
struct Framing {
    enum class Kind { Length, Chunked };
    Kind kind = Kind::Length;
    std::int64_t length = 0;        ///< bytes, of Kind::Length
    bool waits_for_permit = false;  ///< Expect: 100-continue
    bool announces_content() const { return kind == Kind::Chunked || length > 0; }
};

struct Request {
    Method method = Method::Get;
    std::string target;  ///< as sent, printable ASCII; for the log
    std::string path;    ///< decoded UTF-8, begins with '/', holds no "." or ".." segment
    std::vector<std::pair<std::string, std::string>> query;   ///< decoded, in order
    std::vector<std::pair<std::string, std::string>> fields;  ///< names in lower case, in order
    bool keep_alive = true;
    Framing framing;
    Content content;  ///< of a POST or PUT, whole, once its route has let it in

    /// The values of a field joined by ", " (RFC 9110, 5.3); nothing when it is absent.
    std::optional<std::string> field(std::string_view lower_case_name) const;
    /// The first value of a query parameter, "" when it is absent.
    std::string_view parameter(std::string_view name) const;
};

}  // namespace gongbao::server
