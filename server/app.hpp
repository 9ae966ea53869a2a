// SPDX-License-Identifier: Apache-2.0
// The server: an archive's public site, served, and the one place that knows which areas there are.
//
// In: the archive file (opened read-only) and the templates.  Out: HTTP/1.1 on one address.
// The site knows no desk: it can run alone on another machine. Called by `gongbao serve` and by the
// tests, which give it a free port and a clock of their own.
//
//   bytes → request (http/) → area, route, policy (kit/) → page from the cache, or made (site/)
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/date.hpp"
#include "server/http/listener.hpp"
#include "server/kit/route.hpp"
#include "server/site/site.hpp"

namespace gongbao::server {

struct ServerSettings {
    std::filesystem::path archive;
    SiteSettings site;      ///< an empty base_url becomes http://address:port
    ListenSettings listen;  ///< loopback and any free port, when not said otherwise
    std::size_t cache_bytes = std::size_t{64} << 20;
    std::function<core::Instant()> now;         ///< Requires: set
    std::function<void(std::string_view)> log;  ///< a line a request; unset: no log
};

class Server {
  public:
    /// Binds the port, opens the archive and reads the templates; answers nothing before start().
    /// Throws: Error(Unavailable) port or templates, (Invalid) a template or static file,
    /// (NotFound) (Corrupt) archive.
    explicit Server(ServerSettings settings);
    ~Server();  ///< stops
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    void start();  ///< returns at once
    void stop();   ///< after the requests being answered
    std::uint16_t port() const;
    const std::string& base_url() const;
    /// Every route of every area.
    std::vector<const Route*> routes() const;

  private:
    class Running;
    std::unique_ptr<Running> running_;
};

}  // namespace gongbao::server
