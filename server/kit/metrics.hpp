// SPDX-License-Identifier: Apache-2.0
// Counters of a running server, in Prometheus text format 0.0.4. Threads: any.
#pragma once

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <string>

namespace gongbao::server {

/// What is read when asked, rather than counted.
struct Readings {
    std::int64_t revision = 0;
    std::int64_t documents = 0;
    std::int64_t connections = 0;
    std::int64_t cache_bytes = 0;
};

class Metrics {
  public:
    void count(int status, std::chrono::nanoseconds taken);
    void count_cache(bool hit) { ++(hit ? hits_ : misses_); }
    std::string text(const Readings& readings) const;

  private:
    using Counter = std::atomic<std::uint64_t>;
    static constexpr std::array<std::int64_t, 8> kMicroseconds = {
        100, 500, 1'000, 5'000, 25'000, 100'000, 500'000, 2'500'000};
    std::array<Counter, 600> by_status_{};
    std::array<Counter, kMicroseconds.size() + 1> by_time_{};
    Counter nanoseconds_ = 0;
    Counter hits_ = 0;
    Counter misses_ = 0;
};

}  // namespace gongbao::server
