// SPDX-License-Identifier: Apache-2.0
#include "server/app.hpp"

#include <array>
#include <atomic>
#include <cstdio>

#include "core/report/check.hpp"
#include "core/text/text.hpp"
#include "server/kit/access_log.hpp"
#include "server/kit/metrics.hpp"
#include "server/kit/page_cache.hpp"
#include "server/site/downloads.hpp"
#include "server/site/error_page.hpp"
#include "server/site/readers.hpp"
#include "server/site/routes.hpp"

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

Response plain_answer(std::string_view type, std::string body) {
    Response response;
    add_field(response.fields, "Content-Type", type);
    add_field(response.fields, "Cache-Control", kNever);
    response.fields += protective_fields();
    response.body = std::make_shared<const std::string>(std::move(body));
    return response;
}

}  // namespace

class Server::Running {
  public:
    explicit Running(ServerSettings settings)
        : settings_(std::move(settings)),
          readers_(settings_.archive),
          listener_(settings_.listen, service()),
          site_(completed(settings_.site, settings_.listen, listener_.port())),
          secure_(core::starts_with(site_.settings.base_url, "https://")),
          cache_(settings_.cache_bytes),
          started_(settings_.now()) {}

    Listener& listener() { return listener_; }
    const std::string& base_url() const { return site_.settings.base_url; }

  private:
    Service service() {
        return {[this](const Request& request, const std::string& client) {
                    return answer(request, client);
                },
                [this](const Refusal& refusal, const std::string& client) {
                    return refuse(refusal, client);
                },
                settings_.now,
                [this](const std::string& client, const char* what) {
                    if (!settings_.log) return;
                    settings_.log(
                        logfmt({settings_.now(), "-", client, "-", "broken off", 0, 0, {}, what}));
                }};
    }

    Response answer(const Request& request, const std::string& client) {
        const auto begin = std::chrono::steady_clock::now();
        const std::uint64_t number = ++requests_;
        std::string note;
        Response response = answer_or_explain(request, number, note);
        const auto taken = std::chrono::steady_clock::now() - begin;
        metrics_.count(response.status, taken);
        if (settings_.log)
            settings_.log(logfmt({settings_.now(), id_of(number), client,
                                  request.method == Method::Get ? "GET" : "HEAD", request.target,
                                  response.status, response.length(), taken, note}));
        return response;
    }

    /// The one place where the site's errors end: a page for the reader, a note for the log.
    Response answer_or_explain(const Request& request, std::uint64_t number, std::string& note) {
        try {
            if (auto response = respond(request)) return std::move(*response);
            return error_page(site_, 404, id_of(number));
        } catch (const core::Error& error) {
            note = error.what();
            return error_page(site_, status_of(error.kind()), id_of(number));
        } catch (const std::exception& error) {
            note = error.what();
            return error_page(site_, 500, id_of(number));
        }
    }

    Response refuse(const Refusal& refusal, const std::string& client) {
        const std::string id = id_of(++requests_);
        Response response = error_page(site_, refusal.status, id);
        response.close = true;
        metrics_.count(response.status, std::chrono::nanoseconds(0));
        if (settings_.log)
            settings_.log(logfmt({settings_.now(),
                                  id,
                                  client,
                                  "-",
                                  refusal.target,
                                  response.status,
                                  response.length(),
                                  {},
                                  refusal.reason}));
        return response;
    }

    std::optional<Response> respond(const Request& request) {
        if (request.path == "/healthz") return health();
        if (request.path == "/metrics") return measurements();
        if (const auto slug = match_pattern("/editions/*.pdf", request.path))
            return download_pdf(site_, readers_, request, *slug);
        if (const auto id = match_pattern("/documents/*.pdf", request.path))
            return download_offprint(site_, readers_, request, *id);
        if (const auto digest = match_pattern("/media/*", request.path))
            return download_picture(site_, readers_, request, *digest);
        const auto match = match_route(request.path);
        if (!match) return {};
        const auto prepared = prepared_page(*match, request);
        if (!prepared) return {};
        return answer_with(prepared, request);
    }

    std::shared_ptr<const Prepared> prepared_page(const Match& match, const Request& request) {
        const std::int64_t state = readers_.state();
        const std::string address = address_of(*match.route, request);
        auto prepared = cache_.find(state, address);
        metrics_.count_cache(prepared != nullptr);
        if (prepared) return prepared;
        const Readers::Lent archive = readers_.borrow();
        const auto page = match.route->page({site_, *archive, request, match.argument});
        if (!page) return nullptr;
        prepared = prepare(*page, secure_);
        cache_.keep(state, address, prepared);
        return prepared;
    }

    Response health() {
        readers_.borrow()->revision();
        return plain_answer("text/plain; charset=utf-8", "ok\n");
    }

    Response measurements() {
        const Readers::Lent archive = readers_.borrow();
        Readings readings;
        readings.revision = archive->revision();
        readings.documents = archive->record_count();
        readings.connections = listener_.connections();
        readings.cache_bytes = static_cast<std::int64_t>(cache_.bytes());
        return plain_answer("text/plain; version=0.0.4; charset=utf-8", metrics_.text(readings));
    }

    /// Start of the server and count of requests, in hexadecimal: the same in the log and on the
    /// page.
    std::string id_of(std::uint64_t number) const {
        std::array<char, 40> id{};
        std::snprintf(id.data(), id.size(), "%llx-%llx",
                      static_cast<unsigned long long>(started_.seconds),
                      static_cast<unsigned long long>(number));
        return id.data();
    }

    ServerSettings settings_;
    Readers readers_;
    Listener listener_;
    Site site_;
    const bool secure_;
    PageCache cache_;
    Metrics metrics_;
    core::Instant started_;
    std::atomic<std::uint64_t> requests_ = 0;
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
const std::string& Server::base_url() const {
    return running_->base_url();
}

}  // namespace gongbao::server
