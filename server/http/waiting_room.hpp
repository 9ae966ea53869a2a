// SPDX-License-Identifier: Apache-2.0
// The connections that wait for their client, in one epoll set, and the queue of those that wait
// for a worker. Used by listener.cpp. Threads: any; watch() from one.
#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "server/http/guest.hpp"
#include "server/http/readiness.hpp"

namespace gongbao::server {

class WaitingRoom {
  public:
    using Entrant = std::shared_ptr<Guest>;

    explicit WaitingRoom(std::size_t max_queued) : max_queued_(max_queued) {}

    /// Opens the room; `listening` is the socket told of as ready beside the guests.
    void open(int listening);
    bool is_open() const { return open_; }
    /// Sends every worker home; what is going on is finished.
    void shut();
    /// Closes every connection. Requires: no worker is left.
    void clear();

    /// What became ready: the listening socket, or guests to be called up.
    std::vector<int> watch(std::chrono::milliseconds limit) { return readiness_.wait(limit); }
    void enter(Entrant guest);
    /// Queues the guest for a worker; when the queue is full it is taken out and given back.
    Entrant call_up(int descriptor);
    /// The next guest to be served, waiting for one; null when the room is shut.
    Entrant next();
    /// True when a worker should not dawdle.
    bool somebody_waits() const;
    /// A guest that was served waits again, until it is shown out at `leaves`.
    void wait_again(Guest& guest, Clock::time_point leaves);
    void leave(Guest& guest);  ///< taken out and closed

    /// Takes out, of the guests from `key` that neither send a request nor take an answer, the one
    /// to be shown out first; null when there is none.
    Entrant take_idle(const std::string& key);
    std::vector<Entrant> take_late(Clock::time_point now);
    int count() const;

  private:
    const std::size_t max_queued_;
    Readiness readiness_;
    mutable std::mutex mutex_;  ///< all below, and each guest's `waits` and `leaves`
    std::condition_variable work_came_;
    std::atomic<bool> open_ = false;
    std::unordered_map<int, Entrant> guests_;  ///< by descriptor
    std::deque<Entrant> queue_;
};

}  // namespace gongbao::server
