// SPDX-License-Identifier: Apache-2.0
// How many connections each address holds, so that one client cannot take every place.
//
// An address is an IPv4 address, or the first half of an IPv6 one: a household or an office has
// that half to itself and may choose the rest at will. Used by listener.cpp.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

struct sockaddr;

namespace gongbao::server {

/// The address of the other end, as the key it is counted by: "4:7f000001", "6:20010db800000000".
std::string seat_key(const sockaddr& address);

/// Threads: any.
class Seats {
  public:
    /// A place that is given back when it goes.
    class Seat {
      public:
        Seat(Seats& seats, std::string key);
        ~Seat();
        Seat(const Seat&) = delete;
        Seat& operator=(const Seat&) = delete;
        const std::string& key() const { return key_; }

      private:
        Seats& seats_;
        std::string key_;
    };

    int taken(const std::string& key) const;

  private:
    mutable std::mutex mutex_;
    std::unordered_map<std::string, int> taken_;
};

}  // namespace gongbao::server
