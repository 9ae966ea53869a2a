// SPDX-License-Identifier: Apache-2.0
// One client's connection: bytes in, admitted requests out, responses sent as fast as the client
// takes them.
//
// Neither receiving nor sending ever blocks: what the socket does not take now stays here. Owned by
// the waiting room (listener.cpp), used by one worker at a time.
#pragma once

#include <Poco/Net/StreamSocket.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <variant>

#include "core/text/date.hpp"
#include "server/http/admission.hpp"
#include "server/http/response.hpp"

namespace gongbao::server {

class Connection {
  public:
    explicit Connection(const Poco::Net::StreamSocket& socket);

    enum class Received { Something, Nothing, End };
    /// Takes what has arrived, without waiting.
    Received receive();

    /// Waits until more has arrived, at most `limit`.
    bool wait(std::chrono::milliseconds limit);

    /// The next request whose head is complete, or the refusal it deserves.
    std::optional<std::variant<Request, Refusal>> next_request();

    bool has_partial_head() const { return !buffer_.empty(); }
    /// What has arrived and is not read yet; whoever takes from it takes from its front.
    std::string& arrived() { return buffer_; }

    /// Makes "100 Continue" ready to be sent (RFC 9110, 15.2.1). Requires: !is_sending().
    void permit();

    /// Makes a response ready to be sent; a body at hand goes in one call with its head. It is
    /// shared with whoever else sends it; of a source at most one piece is held.
    /// Requires: !is_sending().
    void owe(const Response& response, Method method, core::Instant now, bool keep_alive);
    bool is_sending() const {
        return sent_ < outgoing_.size() || left_of_body() > 0 || source_.size > 0;
    }

    enum class Sent { All, Some, Gone };
    /// Sends what the client takes now. Gone: it went away, or takes a long body too slowly.
    /// Throws: what the response's source throws; then its promised length cannot be kept.
    Sent send_on();

    int descriptor() const;
    const std::string& client() const { return client_; }  ///< its address, for the log
    /// Tells the client that no more comes; it may go on sending for a while.
    void hang_up();
    /// Hangs up, takes what is still there, and closes.
    void close();

  private:
    std::size_t left_of_body() const { return body_ ? body_->size() - body_sent_ : 0; }
    bool next_piece();
    std::int64_t send_some();
    bool is_too_slow() const;

    Poco::Net::StreamSocket socket_;
    std::string client_;
    std::string buffer_;
    std::string outgoing_;                     ///< the head, then a piece of the source at a time
    std::size_t sent_ = 0;                     ///< bytes of outgoing_
    std::shared_ptr<const std::string> body_;  ///< follows the head
    std::size_t body_sent_ = 0;
    Source source_;           ///< what of a long body has not been read yet
    std::int64_t taken_ = 0;  ///< bytes of this response the client has taken
    std::chrono::steady_clock::time_point owed_since_;
};

}  // namespace gongbao::server
