// SPDX-License-Identifier: Apache-2.0
#include "server/app.hpp"

#include "core/report/check.hpp"
#include "core/text/text.hpp"
#include "server/kit/dispatcher.hpp"
#include "server/site/site_area.hpp"

namespace gongbao::server {
namespace {

constexpr const char* kTagYear = ",2026";  ///< of the first release: see SiteSettings

std::string host_of(std::string_view base_url) {
    const std::size_t begin = base_url.find("://");
    const std::string_view rest = base_url.substr(begin == base_url.npos ? 0 : begin + 3);
    return std::string(rest.substr(0, rest.find_first_of(":/")));
}

SiteSettings completed(SiteSettings site, const ListenSettings& listen, std::uint16_t port) {
    if (site.base_url.empty())
        site.base_url = "http://" + listen.address + ":" + std::to_string(port);
    while (core::ends_with(site.base_url, "/")) site.base_url.pop_back();
    if (site.tag_authority.empty()) site.tag_authority = host_of(site.base_url) + kTagYear;
    return site;
}

/// A page for machines, made when asked for.
Route plain(std::string pattern, std::string_view type, std::function<std::string()> body) {
    Route route{std::move(pattern)};
    route.keep = Keep::Never;
    route.page = [type, make = std::move(body)](const Visit&) {
        Page page;
        page.type = type;
        page.body = make();
        return std::optional(std::move(page));
    };
    return route;
}

}  // namespace

class Server::Running {
  public:
    explicit Running(ServerSettings settings)
        : settings_(std::move(settings)),
          readers_(settings_.archive),
          listener_(settings_.listen, service()),
          site_(completed(settings_.site, settings_.listen, listener_.port())),
          dispatcher_(
              {site_.settings().base_url, settings_.cache_bytes, settings_.now, settings_.log},
              areas()) {}

    Listener& listener() { return listener_; }
    const std::string& base_url() const { return site_.settings().base_url; }
    std::vector<const Route*> routes() const { return dispatcher_.routes(); }

  private:
    /// Which areas there are.
    std::vector<Area> areas() {
        Area site = site_area(site_, readers_);
        site.routes.push_back(plain("/healthz", "text/plain; charset=utf-8", [this] {
            readers_.borrow()->revision();
            return std::string("ok\n");
        }));
        site.routes.push_back(plain("/metrics", "text/plain; version=0.0.4; charset=utf-8",
                                    [this] { return measurements(); }));
        return {std::move(site)};
    }

    Service service() {
        return {[this](const Request& request, const std::string& client) {
                    return dispatcher_.answer(request, client);
                },
                [this](const Refusal& refusal, const std::string& client) {
                    return dispatcher_.refuse(refusal, client);
                },
                settings_.now,
                [this](const Request& request, const std::string& client) {
                    return dispatcher_.judge(request, client);
                },
                [this](const std::string& client, const char* what) {
                    dispatcher_.note_broken_off(client, what);
                }};
    }

    std::string measurements() {
        const Readers::Lent archive = readers_.borrow();
        Readings readings;
        readings.revision = archive->revision();
        readings.documents = archive->record_count();
        readings.connections = listener_.connections();
        readings.cache_bytes = static_cast<std::int64_t>(dispatcher_.cache_bytes());
        return dispatcher_.metrics().text(readings);
    }

    const ServerSettings settings_;
    Readers readers_;
    Listener listener_;  ///< answers nothing before start()
    const PublicSite site_;
    Dispatcher dispatcher_;
};

Server::Server(ServerSettings settings) {
    GONGBAO_CHECK(settings.now);
    running_ = std::make_unique<Running>(std::move(settings));
}
Server::~Server() {
    stop();
}
void Server::start() {
    running_->listener().start();
}
void Server::stop() {
    running_->listener().stop();
}
std::uint16_t Server::port() const {
    return running_->listener().port();
}
std::vector<const Route*> Server::routes() const {
    return running_->routes();
}
const std::string& Server::base_url() const {
    return running_->base_url();
}

}  // namespace gongbao::server
