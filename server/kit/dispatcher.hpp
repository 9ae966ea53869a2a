// SPDX-License-Identifier: Apache-2.0
// From a request to its answer: finds area and route, holds the request against the area's policy,
// gives a page from the cache or has it made, explains what cannot be, counts and logs.
//
//   admitted → area → who may enter → route, method → from this site? → content → page or answer
//
// In: areas (area.hpp).  Out: what a Listener calls. Used by app.cpp and by tests, which compose
// areas of their own. Threads: any, once composed.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/listener.hpp"
#include "server/kit/access_log.hpp"
#include "server/kit/area.hpp"
#include "server/kit/metrics.hpp"
#include "server/kit/page_cache.hpp"

namespace gongbao::server {

struct DispatchSettings {
    std::string base_url;  ///< "https://gazette.example": no '/' at its end
    std::size_t cache_bytes = std::size_t{64} << 20;
    std::function<core::Instant()> now;         ///< Requires: set
    std::function<void(std::string_view)> log;  ///< a line a request; unset: no log
};

class Dispatcher {
  public:
    /// Requires: an area whose prefix is "/", for all that is in no other.
    Dispatcher(DispatchSettings settings, std::vector<Area> areas);

    Response answer(const Request& request, const std::string& client);
    Response refuse(const Refusal& refusal, const std::string& client);
    /// Whether the content of a request is taken, which is seen before any of it is.
    Verdict judge(const Request& request, const std::string& client);
    void note_broken_off(const std::string& client, const char* what) const;

    const Metrics& metrics() const { return metrics_; }
    std::size_t cache_bytes() const { return cache_.bytes(); }
    /// Every route of every area.
    std::vector<const Route*> routes() const;

  private:
    struct Mounted {
        Area area;
        std::string protective;  ///< lines of its policy
    };
    struct Place {
        const Mounted* mounted = nullptr;
        Match match;                      ///< Requires: !instead
        std::optional<Response> instead;  ///< why the request goes no further
    };
    const Mounted& mounted_at(std::string_view path) const;
    Place find(const Request& request, std::uint64_t number) const;
    Response respond(const Request& request, std::uint64_t number, const std::string& client);
    std::optional<Response> make_page(const Place& place, const Visit& visit);
    std::optional<Response> make_answer(const Place& place, const Visit& visit) const;
    Verdict weigh(const Request& request, std::uint64_t number) const;
    Preferences preferences(const Mounted& mounted, const Request& request) const;
    Response explain(const Mounted& mounted, const Failure& failure,
                     std::string_view allow = {}) const;
    Response explain(const Request& request, std::uint64_t number, int status) const;
    template <typename Line>
    void record(int status, std::chrono::nanoseconds taken, Line line);
    std::string id_of(std::uint64_t number) const;

    const DispatchSettings settings_;
    const bool secure_;
    std::vector<Mounted> areas_;  ///< the longest prefix first
    PageCache cache_;
    Metrics metrics_;
    const core::Instant started_;
    std::atomic<std::uint64_t> requests_ = 0;
};

}  // namespace gongbao::server
