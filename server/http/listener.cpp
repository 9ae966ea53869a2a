// SPDX-License-Identifier: Apache-2.0
#include "server/http/listener.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <thread>
#include <vector>

#include "core/report/error.hpp"
#include "server/http/attend.hpp"
#include "server/http/descriptors.hpp"
#include "server/http/waiting_room.hpp"

namespace gongbao::server {
namespace {

using namespace std::chrono_literals;

constexpr auto kSweep = 250ms;

Poco::Net::ServerSocket listen_at(const ListenSettings& settings) {
    try {
        Poco::Net::ServerSocket socket;
        socket.bind(Poco::Net::SocketAddress(settings.address, settings.port), true, false);
        socket.listen(1'024);
        socket.setBlocking(false);
        return socket;
    } catch (const Poco::Exception& e) {
        throw core::Error(
            core::ErrorKind::Unavailable,
            {"server.cannot_listen",
             {{"address", settings.address}, {"port", std::to_string(settings.port)}}},
            e.displayText());
    }
}

/// Descriptors that are no client's: the archive's connections, files, the listener's own.
constexpr int kOtherDescriptors = 64;
constexpr int kDescriptorsAThread = 4;

int places(const ListenSettings& settings) {
    const int free =
        raise_descriptor_limit() - kOtherDescriptors - settings.threads * kDescriptorsAThread;
    return std::clamp(free, 1, settings.max_connections);
}

/// Where descriptors are few, one address may still not take more than half of the places.
int places_of_one(const ListenSettings& settings, int places) {
    if (settings.max_per_address == 0 || places == settings.max_connections)
        return settings.max_per_address;
    return std::min(settings.max_per_address, std::max(1, places / 2));
}

}  // namespace

class Listener::Running {
  public:
    Running(ListenSettings settings, Service service)
        : settings_(std::move(settings)),
          service_(std::move(service)),
          listening_(listen_at(settings_)),
          places_(places(settings_)),
          places_of_one_(places_of_one(settings_, places_)),
          room_(static_cast<std::size_t>(settings_.max_queued)) {}

    void start() {
        room_.open(listening_descriptor());
        doorman_ = std::jthread([this] { watch_the_door(); });
        for (int i = 0; i < settings_.threads; ++i) workers_.emplace_back([this] { work(); });
    }

    void stop() {
        room_.shut();
        if (doorman_.joinable()) doorman_.join();
        workers_.clear();  // a jthread joins as it goes
        room_.clear();
        listening_.close();
    }

    std::uint16_t port() const { return listening_.address().port(); }
    int connections() const { return room_.count(); }

  private:
    int listening_descriptor() const { return static_cast<int>(listening_.impl()->sockfd()); }

    void watch_the_door() {
        Clock::time_point next_sweep = Clock::now() + kSweep;
        while (room_.is_open()) {
            for (const int descriptor : room_.watch(kSweep)) {
                if (descriptor == listening_descriptor())
                    let_in();
                else if (const auto refused = room_.call_up(descriptor))
                    turn_away(*refused, service_, {503, "", "full"});
            }
            if (Clock::now() >= next_sweep) {
                show_out_the_late();
                next_sweep = Clock::now() + kSweep;
            }
        }
    }

    /// Accepts all that wait.
    void let_in() {
        const int listening = listening_descriptor();
        while (room_.is_open()) {
            sockaddr_storage from{};
            socklen_t size = sizeof from;
            auto& address = reinterpret_cast<sockaddr&>(from);
            const int accepted = ::accept4(listening, &address, &size, SOCK_CLOEXEC);
            if (accepted >= 0) {
                seat(accepted, seat_key(address));
            } else if (errno == EMFILE || errno == ENFILE) {
                if (!reserve_.turn_one_away(listening)) return;
            } else if (errno != EINTR && errno != ECONNABORTED) {
                return;
            }
        }
    }

    void seat(int descriptor, const std::string& key) {
        const Poco::Net::StreamSocket socket(new Poco::Net::StreamSocketImpl(descriptor));
        auto guest = std::make_shared<Guest>(socket, seats_, key);
        const bool too_many = places_of_one_ > 0 && seats_.taken(key) > places_of_one_;
        if (room_.count() >= places_ || (too_many && !show_out_an_idle_one(key))) {
            turn_away(*guest, service_, {503, "", "full"});
            return;
        }
        guest->leaves = Clock::now() + settings_.head_limit;
        room_.enter(std::move(guest));
    }

    bool show_out_an_idle_one(const std::string& key) {
        const auto guest = room_.take_idle(key);
        if (guest) guest->connection.close();
        return guest != nullptr;
    }

    void show_out_the_late() {
        for (const auto& guest : room_.take_late(Clock::now())) {
            const bool sending = guest->connection.is_sending() || guest->hung_up;
            std::optional<Refusal> why;
            if (!sending && guest->pending)
                why = {408, guest->pending->request.target, "content too slow"};
            else if (!sending && guest->connection.has_partial_head())
                why = {408, "", "head too slow"};
            if (why && dismiss(*guest, service_, *why))
                room_.enter(guest);  // where it is watched already
            else
                guest->connection.close();
        }
    }

    void work() {
        const Host host{settings_, service_, spool_, [this] { return room_.somebody_waits(); },
                        [this] { return room_.is_open(); }};
        while (const auto guest = room_.next()) {
            std::optional<Clock::time_point> leaves;
            try {
                leaves = attend(*guest, host);
            } catch (const std::exception& error) {
                // A body that ends early: its length was a promise.
                if (service_.broken_off)
                    service_.broken_off(guest->connection.client(), error.what());
            }
            if (leaves && room_.is_open())
                room_.wait_again(*guest, *leaves);
            else
                room_.leave(*guest);
        }
    }

    const ListenSettings settings_;
    const Service service_;
    Poco::Net::ServerSocket listening_;
    const int places_;         ///< connections there may be
    const int places_of_one_;  ///< of them for one address; 0: all
    const std::shared_ptr<SpoolRoom> spool_ = std::make_shared<SpoolRoom>(settings_.spool);
    Seats seats_;  ///< outlives the guests
    ReserveDescriptor reserve_;
    WaitingRoom room_;
    std::jthread doorman_;
    std::vector<std::jthread> workers_;
};

Listener::Listener(ListenSettings settings, Service service)
    : running_(std::make_unique<Running>(std::move(settings), std::move(service))) {}
Listener::~Listener() {
    stop();
}
void Listener::start() {
    running_->start();
}
void Listener::stop() {
    running_->stop();
}
std::uint16_t Listener::port() const {
    return running_->port();
}
int Listener::connections() const {
    return running_->connections();
}

}  // namespace gongbao::server
