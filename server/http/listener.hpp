// SPDX-License-Identifier: Apache-2.0
// The listening socket, the connections that wait, and the workers that answer.
//
//   accept → wait (epoll, no thread) → a worker reads what came, answers every complete request
//          → wait again, to read or to send on, or close
//
// The door and the threads are listener.cpp, who waits is waiting_room.hpp, what a worker does with
// one connection is attend.hpp.
//
// Poco's HTTPServer gives a thread to each connection, so twenty clients that send nothing stop a
// server of sixteen threads. Here a connection that has nothing to be done for costs a few hundred
// bytes: clients that are idle, send slowly or take slowly wait in one epoll set, and a worker
// never waits for one of them. Sockets are Poco's; what is asked is checked by admission.hpp.
//
// Called by app.cpp and by tests.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "core/text/date.hpp"
#include "server/http/admission.hpp"
#include "server/http/content.hpp"
#include "server/http/response.hpp"

namespace gongbao::server {

struct ListenSettings {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one
    int threads = 8;
    /// Beyond it a client gets 503 at once; lower where the process may not have so many
    /// descriptors.
    int max_connections = 2'000;
    /// Of one address (seats.hpp); 0 for no limit. A newcomer beyond it takes the place of the one
    /// that has been idle longest, or gets 503 when none is. Behind a proxy every client has its
    /// address.
    int max_per_address = 200;
    int max_queued = 256;  ///< connections with something to read and no worker yet
    std::chrono::milliseconds head_limit{5'000};  ///< from the first byte of a head to its last
    std::chrono::milliseconds idle_limit{10'000};
    std::chrono::milliseconds send_limit{10'000};  ///< for a client that takes nothing at all
    /// For a request's content, and a second more for each 4 KiB of it that came.
    std::chrono::milliseconds content_limit{10'000};
    SpoolSettings spool;
};

/// Whether a request's content may come.
struct Verdict {
    std::int64_t bound = 0;           ///< bytes it may have
    std::optional<Response> instead;  ///< said without taking it; the connection is closed
};

/// What a Listener calls, from several threads at once. None of them may throw.
struct Service {
    std::function<Response(const Request&, const std::string& client)> answer;
    std::function<Response(const Refusal&, const std::string& client)> refuse;
    std::function<core::Instant()> now;
    /// Asked before the content of a request is taken, never for one without; unset: none is.
    std::function<Verdict(const Request&, const std::string& client)> judge = {};
    /// A body could not be read to its end, and its connection is closed; may be unset.
    std::function<void(const std::string& client, const char* what)> broken_off = {};
};

class Listener {
  public:
    /// Binds and listens; serves nothing before start().
    /// Throws: Error(Unavailable) when the address or port cannot be had.
    Listener(ListenSettings settings, Service service);
    ~Listener();  ///< stops
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    void start();
    /// Pages being made are finished; every connection is closed.
    void stop();

    std::uint16_t port() const;
    int connections() const;  ///< open now

  private:
    class Running;
    std::unique_ptr<Running> running_;
};

}  // namespace gongbao::server
