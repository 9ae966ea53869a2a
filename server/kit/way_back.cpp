// SPDX-License-Identifier: Apache-2.0
#include "server/kit/way_back.hpp"

#include "core/text/text.hpp"
#include "server/http/target.hpp"

namespace gongbao::server {
namespace {

constexpr std::size_t kLongestWay = 2'000;  ///< bytes of an address to come back to

}  // namespace

std::string way_back(std::string_view wanted) {
    const bool ours = core::starts_with(wanted, "/") && !core::starts_with(wanted, "//") &&
                      wanted.size() <= kLongestWay && parse_target(wanted);
    return ours ? std::string(wanted) : "/";
}

std::string address_of(const Request& request) {
    std::string address = percent_encoded_path(request.path);
    char mark = '?';
    for (const auto& [name, value] : request.query) {
        address.append(1, mark).append(percent_encoded(name)).append("=");
        address += percent_encoded(value);
        mark = '&';
    }
    return address;
}

}  // namespace gongbao::server
