// SPDX-License-Identifier: Apache-2.0
#include "server/http/listener.hpp"

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <Poco/Net/StreamSocketImpl.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

#include "core/report/error.hpp"
#include "server/http/connection.hpp"
#include "server/http/descriptors.hpp"
#include "server/http/readiness.hpp"
#include "server/http/seats.hpp"

namespace gongbao::server {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

/// A client that asked once often asks again at once; a worker waits this long before it gives the
/// connection back, as long as nobody else waits for a worker.
constexpr auto kLinger = 2ms;
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

struct Guest {
    Guest(const Poco::Net::StreamSocket& socket, Seats& seats, const std::string& key)
        : connection(socket), seat(seats, key) {}
    Connection connection;
    Seats::Seat seat;
    bool stays = true;         ///< after the answer it is owed; the worker's alone
    bool waits = true;         ///< in the epoll set; otherwise queued or with a worker
    Clock::time_point leaves;  ///< when it is shown out if nothing complete has come or gone
};

}  // namespace

class Listener::Room {
  public:
    Room(ListenSettings settings, Service service)
        : settings_(std::move(settings)),
          service_(std::move(service)),
          listening_(listen_at(settings_)),
          places_(places(settings_)),
          places_of_one_(places_of_one(settings_, places_)) {
        readiness_.add(static_cast<int>(listening_.impl()->sockfd()), Readiness::Repeat::Always);
    }

    void start() {
        open_ = true;
        doorman_ = std::jthread([this] { watch_the_door(); });
        for (int i = 0; i < settings_.threads; ++i) workers_.emplace_back([this] { work(); });
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            open_ = false;
        }
        work_came_.notify_all();
        readiness_.wake();
        if (doorman_.joinable()) doorman_.join();
        workers_.clear();  // a jthread joins as it goes
        for (auto& [descriptor, guest] : guests_) guest->connection.close();
        guests_.clear();
        queue_.clear();
        listening_.close();
    }

    std::uint16_t port() const { return listening_.address().port(); }

    int connections() const {
        const std::lock_guard lock(mutex_);
        return static_cast<int>(guests_.size());
    }

  private:
    void watch_the_door() {
        Clock::time_point next_sweep = Clock::now() + kSweep;
        while (open_) {
            for (const int descriptor : readiness_.wait(kSweep)) {
                if (descriptor == static_cast<int>(listening_.impl()->sockfd()))
                    let_in();
                else
                    call_up(descriptor);
            }
            if (Clock::now() >= next_sweep) {
                show_out_the_late();
                next_sweep = Clock::now() + kSweep;
            }
        }
    }

    /// Accepts all that wait.
    void let_in() {
        const int listening = static_cast<int>(listening_.impl()->sockfd());
        while (open_) {
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
        if (connections() >= places_ || (too_many && !show_out_an_idle_one(key))) {
            turn_away(guest->connection);
            return;
        }
        guest->leaves = Clock::now() + settings_.head_limit;
        const std::lock_guard lock(mutex_);
        guests_[descriptor] = std::move(guest);
        readiness_.add(descriptor, Readiness::Repeat::Once);
    }

    /// Ends the connection from `key` that would be the first to be shown out, of those that
    /// neither send a request nor take an answer; false when there is none.
    bool show_out_an_idle_one(const std::string& key) {
        const std::lock_guard lock(mutex_);
        std::shared_ptr<Guest> first;
        for (const auto& [descriptor, guest] : guests_) {
            const bool idle = guest->waits && !guest->connection.has_partial_head() &&
                              !guest->connection.is_sending();
            if (idle && guest->seat.key() == key && (!first || guest->leaves < first->leaves))
                first = guest;
        }
        if (!first) return false;
        guests_.erase(first->connection.descriptor());
        first->connection.close();
        return true;
    }

    void turn_away(Connection& connection) { say_and_close(connection, {503, "", "full"}); }

    void say_and_close(Connection& connection, const Refusal& refusal) {
        connection.owe(service_.refuse(refusal, connection.client()), Method::Get, service_.now(),
                       false);
        connection.send_on();
        connection.close();
    }

    void call_up(int descriptor) {
        const std::lock_guard lock(mutex_);
        const auto found = guests_.find(descriptor);
        if (found == guests_.end()) return;
        const std::shared_ptr<Guest> guest = found->second;
        if (queue_.size() >= static_cast<std::size_t>(settings_.max_queued)) {
            guests_.erase(found);
            turn_away(guest->connection);
            return;
        }
        guest->waits = false;
        queue_.push_back(guest);
        work_came_.notify_one();
    }

    void show_out_the_late() {
        const auto now = Clock::now();
        std::vector<std::shared_ptr<Guest>> late;
        const std::lock_guard lock(mutex_);
        for (const auto& [descriptor, guest] : guests_)
            if (guest->waits && guest->leaves < now) late.push_back(guest);
        for (const auto& guest : late) {
            Connection& connection = guest->connection;
            guests_.erase(connection.descriptor());
            if (connection.has_partial_head() && !connection.is_sending())
                say_and_close(connection, {408, "", "head too slow"});
            else
                connection.close();
        }
    }

    void work() {
        while (const std::shared_ptr<Guest> guest = next_guest()) {
            const bool had_begun = guest->connection.has_partial_head();
            Visit visit;
            try {
                visit = attend(*guest);
            } catch (const std::exception& error) {
                visit.goes_on = false;  // a body that ends early: its length was a promise
                if (service_.broken_off)
                    service_.broken_off(guest->connection.client(), error.what());
            }
            const std::lock_guard lock(mutex_);
            if (visit.goes_on && open_) {
                see_to_the_waiting_room(*guest, had_begun && !visit.answered);
            } else {
                guests_.erase(guest->connection.descriptor());
                guest->connection.close();
            }
        }
    }

    /// The time for a head runs from its first byte: a drip of bytes does not lengthen it.
    void see_to_the_waiting_room(Guest& guest, bool still_the_same_head) {
        const bool partial = guest.connection.has_partial_head();
        const bool sending = guest.connection.is_sending();
        if (sending || !partial || !still_the_same_head)
            guest.leaves = Clock::now() + (sending   ? settings_.send_limit
                                           : partial ? settings_.head_limit
                                                     : settings_.idle_limit);
        guest.waits = true;
        readiness_.again(guest.connection.descriptor(),
                         sending ? Readiness::For::Writing : Readiness::For::Reading);
    }

    std::shared_ptr<Guest> next_guest() {
        std::unique_lock lock(mutex_);
        work_came_.wait(lock, [this] { return !queue_.empty() || !open_; });
        if (!open_) return nullptr;
        auto guest = queue_.front();
        queue_.pop_front();
        return guest;
    }

    bool somebody_waits() const {
        const std::lock_guard lock(mutex_);
        return !queue_.empty() || !open_;
    }

    struct Visit {
        bool goes_on = true;    ///< false: the connection is to be closed
        bool answered = false;  ///< at least one request
    };

    /// Sends what is owed and answers what has come whole, until the client has to do its part.
    Visit attend(Guest& guest) {
        Connection& connection = guest.connection;
        Visit visit;
        bool just_answered = false;
        for (;;) {
            const auto sent = connection.send_on();
            if (sent == Connection::Sent::Some) return visit;
            if (sent == Connection::Sent::Gone || !guest.stays) return {false, visit.answered};
            if (const auto next = connection.next_request()) {
                answer(guest, *next);
                visit.answered = just_answered = true;
                continue;
            }
            if (just_answered && (somebody_waits() || !connection.wait(kLinger))) return visit;
            just_answered = false;
            const auto received = connection.receive();
            if (received == Connection::Received::End) return {false, visit.answered};
            if (received == Connection::Received::Nothing) return visit;
        }
    }

    void answer(Guest& guest, const std::variant<Request, Refusal>& next) {
        Connection& connection = guest.connection;
        if (const auto* refusal = std::get_if<Refusal>(&next)) {
            guest.stays = false;
            connection.owe(service_.refuse(*refusal, connection.client()), Method::Get,
                           service_.now(), false);
            return;
        }
        const Request& request = std::get<Request>(next);
        const Response response = service_.answer(request, connection.client());
        guest.stays = request.keep_alive && !response.close && open_;
        connection.owe(response, request.method, service_.now(), guest.stays);
    }

    const ListenSettings settings_;
    const Service service_;
    Poco::Net::ServerSocket listening_;
    const int places_;         ///< connections there may be
    const int places_of_one_;  ///< of them for one address; 0: all
    Seats seats_;              ///< outlives the guests
    ReserveDescriptor reserve_;
    Readiness readiness_;
    mutable std::mutex mutex_;  ///< guests_, queue_, and each guest's `waits` and `leaves`
    std::condition_variable work_came_;
    std::unordered_map<int, std::shared_ptr<Guest>> guests_;  ///< by descriptor
    std::deque<std::shared_ptr<Guest>> queue_;
    std::atomic<bool> open_ = false;
    std::jthread doorman_;
    std::vector<std::jthread> workers_;
};

Listener::Listener(ListenSettings settings, Service service)
    : room_(std::make_unique<Room>(std::move(settings), std::move(service))) {}
Listener::~Listener() {
    stop();
}
void Listener::start() {
    room_->start();
}
void Listener::stop() {
    room_->stop();
}
std::uint16_t Listener::port() const {
    return room_->port();
}
int Listener::connections() const {
    return room_->connections();
}

}  // namespace gongbao::server
