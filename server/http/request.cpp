// SPDX-License-Identifier: Apache-2.0
#include "server/http/request.hpp"

namespace gongbao::server {
namespace {

constexpr std::pair<Method, std::string_view> kMethods[] = {
    {Method::Get, "GET"}, {Method::Head, "HEAD"},     {Method::Post, "POST"},
    {Method::Put, "PUT"}, {Method::Delete, "DELETE"}, {Method::Options, "OPTIONS"}};

}  // namespace

std::string_view name_of(Method method) {
    for (const auto& [known, name] : kMethods)
        if (known == method) return name;
    return "-";
}

std::optional<Method> method_named(std::string_view name) {
    for (const auto& [method, known] : kMethods)
        if (known == name) return method;
    return {};
}

bool is_safe(Method method) {
    return method == Method::Get || method == Method::Head || method == Method::Options;
}

std::optional<std::string> Request::field(std::string_view lower_case_name) const {
    std::optional<std::string> joined;
    for (const auto& [name, value] : fields) {
        if (name != lower_case_name) continue;
        if (joined)
            *joined += ", " + value;
        else
            joined = value;
    }
    return joined;
}

std::string_view Request::parameter(std::string_view name) const {
    for (const auto& [key, value] : query)
        if (key == name) return value;
    return {};
}

}  // namespace gongbao::server
