// SPDX-License-Identifier: Apache-2.0
// One client's connection: bytes in, admitted requests out, responses sent whole.
//
// Receiving never blocks; sending does, within a time limit. Owned by the waiting room
// (listener.cpp), used by one worker at a time.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <optional>
#include <string>
#include <variant>

#include "core/date.hpp"
#include "server/http/admission.hpp"
#include "server/http/response.hpp"

namespace gongbao::server {

class Connection {
  public:
    /// `send_limit` bounds how long one send may stand still.
    Connection(const Poco::Net::StreamSocket& socket, std::chrono::milliseconds send_limit);

    enum class Received { Something, Nothing, End };
    /// Takes what has arrived, without waiting.
    Received receive();

    /// Waits until more has arrived, at most `limit`.
    bool wait(std::chrono::milliseconds limit);

    /// The next request whose head is complete, or the refusal it deserves.
    std::optional<std::variant<Request, Refusal>> next_request();

    bool has_partial_head() const { return !buffer_.empty(); }

    /// Sends head and body, in one call when the body is at hand. False when the client went away
    /// or took too long; the connection is then of no more use.
    bool send(const Response& response, Method method, core::Instant now, bool keep_alive);

    int descriptor() const;
    const std::string& client() const { return client_; }  ///< its address, for the log
    std::int64_t bytes_sent() const { return bytes_sent_; }  ///< of the last response
    /// Tells the client that no more comes, takes what it still sends, and closes.
    void close();

  private:
    bool send_all(std::string_view bytes);
    bool send_source(const Source& source);

    Poco::Net::StreamSocket socket_;
    std::string client_;
    std::string buffer_;
    std::int64_t bytes_sent_ = 0;
};

}  // namespace gongbao::server
