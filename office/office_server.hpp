// SPDX-License-Identifier: Apache-2.0
// The office as a site of its own: the people of a gazette at work in their browsers.
//
// In: the data folder (desk and archive) and the templates.  Out: HTTP/1.1 on an address of its
// own. The public site (server/) knows nothing of it, opens no desk and has none of its routes.
// Called by `gongbao office` and by the tests, which give it a free port and a clock of their own.
//
//   bytes → request (server/http) → area, route, policy (server/kit) → who is it, may it (reception)
//         → page (a file each), or act of a room (editor/)
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/text/date.hpp"
#include "editor/desk/desk.hpp"
#include "office/office_site.hpp"
#include "server/http/listener.hpp"
#include "server/kit/route.hpp"

namespace gongbao::office {

struct ServerSettings {
    editor::DataFolder data;
    typeset::Resources resources;
    SiteSettings site;  ///< an empty base_url becomes http://address:port
    server::ListenSettings listen;
    std::function<core::Instant()> now;         ///< Requires: set
    std::function<void(std::string_view)> log;  ///< a line a request; unset: no log
};

class OfficeServer {
  public:
    /// Binds the port, opens desk and archive and reads the templates; answers nothing before
    /// start(). Throws: Error(Unavailable) port or templates, (Invalid) a template or static file,
    /// and as editor::Office::open.
    explicit OfficeServer(ServerSettings settings);
    ~OfficeServer();  ///< stops
    OfficeServer(const OfficeServer&) = delete;
    OfficeServer& operator=(const OfficeServer&) = delete;

    void start();  ///< returns at once
    void stop();   ///< after the requests being answered
    std::uint16_t port() const;
    const std::string& base_url() const;
    std::vector<const server::Route*> routes() const;

  private:
    class Running;
    std::unique_ptr<Running> running_;
};

}  // namespace gongbao::office
