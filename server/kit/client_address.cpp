// SPDX-License-Identifier: Apache-2.0
#include "server/kit/client_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <array>
#include <cstring>

namespace gongbao::server {
namespace {

constexpr std::size_t kNetwork = 8;  ///< bytes of an IPv6 address

std::string written(int family, const void* bytes) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    ::inet_ntop(family, bytes, text.data(), text.size());
    return text.data();
}

}  // namespace

std::string address_of_client(std::string_view client) {
    const std::string whole(client);
    const std::size_t port = whole.rfind(':');
    if (port == std::string::npos) return whole;
    if (whole.front() != '[') return whole.substr(0, port);
    const std::string inside = whole.substr(1, whole.rfind(']') - 1);
    in6_addr address{};
    if (::inet_pton(AF_INET6, inside.c_str(), &address) != 1) return inside;
    if (IN6_IS_ADDR_V4MAPPED(&address)) return written(AF_INET, &address.s6_addr[12]);
    std::memset(&address.s6_addr[kNetwork], 0, sizeof address.s6_addr - kNetwork);
    return written(AF_INET6, &address) + "/64";
}

}  // namespace gongbao::server
