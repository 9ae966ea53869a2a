// SPDX-License-Identifier: Apache-2.0
// A client while it is here: its connection, its seat, and how far its request has come.
//
// Used by one worker at a time; what waiting_room.hpp says of a guest that waits is its own.
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include "server/http/connection.hpp"
#include "server/http/content_reader.hpp"
#include "server/http/seats.hpp"

namespace gongbao::server {

using Clock = std::chrono::steady_clock;

/// A request whose content is on its way.
struct PendingRequest {
    Request request;
    ContentReader reader;
    Clock::time_point since;
};

struct Guest {
    Guest(const Poco::Net::StreamSocket& socket, Seats& seats, const std::string& key)
        : connection(socket), seat(seats, key) {}
    Connection connection;
    Seats::Seat seat;
    std::optional<PendingRequest> pending;
    bool stays = true;         ///< after the answer it is owed
    bool sends_on = false;     ///< content that nobody takes: hear it out before closing
    bool hung_up = false;      ///< it was told so, and is only heard out
    bool waits = true;         ///< in the waiting room; otherwise queued or with a worker
    Clock::time_point leaves;  ///< when it is shown out if nothing complete has come or gone
};

}  // namespace gongbao::server
