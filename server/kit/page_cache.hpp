// SPDX-License-Identifier: Apache-2.0
// Pages that are ready, by address, for one state of the archive (Readers::state).
//
// A new state empties the cache: every page is a function of what the archive holds. Within one,
// the pages longest unused make room. Threads: any.
#pragma once

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "server/kit/prepared.hpp"

namespace gongbao::server {

class PageCache {
  public:
    /// `capacity` in bytes; a page larger than a quarter of it is not kept, but found as long as
    /// somebody is still sent one, so that many readers at once share it.
    explicit PageCache(std::size_t capacity) : capacity_(capacity) {}

    /// The page made for this revision, or null. Another revision than before, also an earlier one
    /// after a restore, empties the cache.
    std::shared_ptr<const Prepared> find(std::int64_t revision, const std::string& address);
    /// Keeps a page unless the cache has moved on to another revision.
    void keep(std::int64_t revision, const std::string& address,
              std::shared_ptr<const Prepared> page);

    std::size_t bytes() const;

  private:
    struct Kept {
        std::string address;
        std::shared_ptr<const Prepared> page;
    };
    void move_to(std::int64_t revision);
    void make_room();

    const std::size_t capacity_;
    mutable std::mutex mutex_;
    std::int64_t revision_ = -1;
    std::size_t bytes_ = 0;
    std::list<Kept> pages_;  ///< last used first
    std::unordered_map<std::string, std::list<Kept>::iterator> by_address_;
    std::unordered_map<std::string, std::weak_ptr<const Prepared>> large_;
};

}  // namespace gongbao::server
