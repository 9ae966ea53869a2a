// SPDX-License-Identifier: Apache-2.0
#include "office/office_server.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "core/report/check.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "office/office_area.hpp"
#include "office/offices.hpp"
#include "server/kit/dispatcher.hpp"

namespace gongbao::office {
namespace {

SiteSettings completed(SiteSettings site, const server::ListenSettings& listen,
                       std::uint16_t port) {
    if (site.base_url.empty())
        site.base_url = "http://" + listen.address + ":" + std::to_string(port);
    while (core::ends_with(site.base_url, "/")) site.base_url.pop_back();
    return site;
}

/// A link that sets a password opens an account: it is no matter for a log.
std::string without_links(std::string_view line) {
    constexpr std::string_view kLink = "/link/";
    const std::size_t at = line.find(kLink);
    if (at == std::string_view::npos) return std::string(line);
    const std::size_t begin = at + kLink.size();
    const std::size_t end = std::min(line.find_first_of(" \"?", begin), line.size());
    return std::string(line.substr(0, begin)).append("…").append(line.substr(end));
}

}  // namespace

class OfficeServer::Running {
  public:
    explicit Running(ServerSettings settings)
        : settings_(std::move(settings)),
          offices_(settings_.data, settings_.resources),
          listener_(settings_.listen, service()),
          site_(completed(settings_.site, settings_.listen, listener_.port())),
          dispatcher_({site_.settings().base_url, 0, settings_.now, log()},
                      {office_area({site_, offices_, settings_.now, log()})}) {}

    void start() {
        clock_ = std::jthread([this](const std::stop_token& stop) { run_due(stop); });
        listener_.start();
    }
    void stop() {
        listener_.stop();
        clock_ = {};
    }
    std::uint16_t port() const { return listener_.port(); }
    const std::string& base_url() const { return site_.settings().base_url; }
    std::vector<const server::Route*> routes() const { return dispatcher_.routes(); }

  private:
    std::function<void(std::string_view)> log() const {
        if (!settings_.log) return {};
        return [this](std::string_view line) { settings_.log(without_links(line)); };
    }

    server::Service service() {
        return {[this](const server::Request& request, const std::string& client) {
                    return dispatcher_.answer(request, client);
                },
                [this](const server::Refusal& refusal, const std::string& client) {
                    return dispatcher_.refuse(refusal, client);
                },
                settings_.now,
                [this](const server::Request& request, const std::string& client) {
                    return dispatcher_.judge(request, client);
                },
                [this](const std::string& client, const char* what) {
                    dispatcher_.note_broken_off(client, what);
                }};
    }

    // What is due to come out, and what was broken off (editor/issuing), every few seconds. A fault
    // is told and tried again: the rest of the office goes on.
    void run_due(const std::stop_token& stop) {
        constexpr std::chrono::seconds kPause{5};
        std::mutex mutex;
        std::condition_variable_any wait;
        while (!stop.stop_requested()) {
            try {
                offices_.borrow()->issuing().run_due(settings_.now());
            } catch (const core::Error& error) {
                if (settings_.log) settings_.log(std::string("run_due: ") + error.what());
            }
            std::unique_lock lock(mutex);
            wait.wait_for(lock, stop, kPause, [] { return false; });
        }
    }

    const ServerSettings settings_;
    Offices offices_;
    server::Listener listener_;  ///< answers nothing before start()
    const OfficeSite site_;
    server::Dispatcher dispatcher_;
    std::jthread clock_;
};

OfficeServer::OfficeServer(ServerSettings settings) {
    GONGBAO_CHECK(settings.now);
    running_ = std::make_unique<Running>(std::move(settings));
}
OfficeServer::~OfficeServer() {
    stop();
}
void OfficeServer::start() {
    running_->start();
}
void OfficeServer::stop() {
    running_->stop();
}
std::uint16_t OfficeServer::port() const {
    return running_->port();
}
const std::string& OfficeServer::base_url() const {
    return running_->base_url();
}
std::vector<const server::Route*> OfficeServer::routes() const {
    return running_->routes();
}

}  // namespace gongbao::office
