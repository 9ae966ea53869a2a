// SPDX-License-Identifier: Apache-2.0
#include "server/http/seats.hpp"

#include <netinet/in.h>
#include <sys/socket.h>

#include <utility>

namespace gongbao::server {
namespace {

constexpr std::size_t kNetwork = 8;  ///< bytes of an IPv6 address that name a network

std::string in_hexadecimal(const unsigned char* bytes, std::size_t count) {
    constexpr char kHex[] = "0123456789abcdef";
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += {kHex[bytes[i] >> 4], kHex[bytes[i] & 15]};
    return text;
}

}  // namespace

std::string seat_key(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        const auto& four = reinterpret_cast<const sockaddr_in&>(address).sin_addr;
        return "4:" + in_hexadecimal(reinterpret_cast<const unsigned char*>(&four), sizeof four);
    }
    if (address.sa_family != AF_INET6) return "-";
    const in6_addr& six = reinterpret_cast<const sockaddr_in6&>(address).sin6_addr;
    if (IN6_IS_ADDR_V4MAPPED(&six)) return "4:" + in_hexadecimal(six.s6_addr + 12, 4);
    return "6:" + in_hexadecimal(six.s6_addr, kNetwork);
}

Seats::Seat::Seat(Seats& seats, std::string key) : seats_(seats), key_(std::move(key)) {
    const std::lock_guard lock(seats_.mutex_);
    ++seats_.taken_[key_];
}

Seats::Seat::~Seat() {
    const std::lock_guard lock(seats_.mutex_);
    const auto found = seats_.taken_.find(key_);
    if (--found->second == 0) seats_.taken_.erase(found);
}

int Seats::taken(const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto found = taken_.find(key);
    return found == taken_.end() ? 0 : found->second;
}

}  // namespace gongbao::server
