// SPDX-License-Identifier: Apache-2.0
// Which descriptors can be read from or written to (Linux epoll, one-shot, so that each readiness
// goes to one thread). Poco::Net::PollSet has neither one-shot nor a way to wake it.
#pragma once

#include <chrono>
#include <vector>

namespace gongbao::server {

/// Threads: wait() from one; add(), again() and wake() from any.
class Readiness {
  public:
    enum class Repeat { Once, Always };

    /// Throws: Error(Unavailable) when the kernel has no more descriptors.
    Readiness();
    ~Readiness();
    Readiness(const Readiness&) = delete;
    Readiness& operator=(const Readiness&) = delete;

    void add(int descriptor, Repeat repeat);
    enum class For { Reading, Writing };
    void again(int descriptor, For what);  ///< a Once descriptor is watched once more
    /// The descriptors that became ready, none when `limit` passed or wake() was called.
    std::vector<int> wait(std::chrono::milliseconds limit);
    void wake();

  private:
    int epoll_ = -1;
    int bell_ = -1;
};

}  // namespace gongbao::server
