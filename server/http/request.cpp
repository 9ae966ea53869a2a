// SPDX-License-Identifier: Apache-2.0
#include "server/http/request.hpp"

namespace gongbao::server {

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
