// SPDX-License-Identifier: Apache-2.0
#include "server/http/connection.hpp"

#include <Poco/Exception.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace gongbao::server {
namespace {

/// Bytes of a source held in memory at once; pieces begin at multiples, as the archive's chunks do.
constexpr std::int64_t kPiece = 256 * 1024;
constexpr std::size_t kReceive = 16 * 1024;
/// A client must take at least this many bytes a second of a long body, on the average.
constexpr std::int64_t kSlowestTaker = 16 * 1024;

std::string address_of(const Poco::Net::StreamSocket& socket) {
    try {
        return socket.peerAddress().toString();
    } catch (const Poco::Exception&) {
        return "-";  // already gone
    }
}

/// The Date line, written once a second a thread.
const std::string& date_field(core::Instant now) {
    thread_local core::Instant written{-1};
    thread_local std::string field;
    if (written != now) {
        field.clear();
        add_field(field, "Date", core::http_date(now));
        written = now;
    }
    return field;
}

std::string head_of(const Response& response, core::Instant now, bool keep_alive) {
    std::string head = "HTTP/1.1 " + std::to_string(response.status) + ' ';
    head.append(reason_phrase(response.status)).append("\r\n");
    head += date_field(now);
    if (response.status != 304 && response.status != 204)
        add_field(head, "Content-Length", std::to_string(response.length()));
    add_field(head, "Connection", keep_alive ? "keep-alive" : "close");
    head.append(response.fields).append("\r\n");
    return head;
}

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket)
    : socket_(socket), client_(address_of(socket)) {
    socket_.setNoDelay(true);
}

Connection::Received Connection::receive() {
    std::array<char, kReceive> bytes;
    const auto count = ::recv(socket_.impl()->sockfd(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (count == 0) return Received::End;
    if (count < 0) return errno == EAGAIN || errno == EINTR ? Received::Nothing : Received::End;
    buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return Received::Something;
}

bool Connection::wait(std::chrono::milliseconds limit) {
    // Socket::poll would make and close an epoll set for each call.
    pollfd waiting{static_cast<int>(socket_.impl()->sockfd()), POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(limit.count())) > 0;
}

std::optional<std::variant<Request, Refusal>> Connection::next_request() {
    const std::size_t end = end_of_head(buffer_);
    if (end == std::string::npos) {
        if (buffer_.size() <= kMaxHead) return {};
        const bool line_ended = buffer_.find('\n') < kMaxTarget;
        return Refusal{line_ended ? 431 : 414, "", "head too large"};
    }
    auto admitted = admit(std::string_view(buffer_).substr(0, end));
    buffer_.erase(0, end);
    return admitted;
}

void Connection::permit() {
    outgoing_ = "HTTP/1.1 100 Continue\r\n\r\n";
    sent_ = 0;
    taken_ = 0;
    owed_since_ = std::chrono::steady_clock::now();
}

void Connection::owe(const Response& response, Method method, core::Instant now, bool keep_alive) {
    outgoing_ = head_of(response, now, keep_alive);
    sent_ = 0;
    taken_ = 0;
    owed_since_ = std::chrono::steady_clock::now();
    source_ = {};
    body_ = nullptr;
    body_sent_ = 0;
    if (method == Method::Head || response.status == 304 || response.status == 204) return;
    if (response.body)
        body_ = response.body;
    else
        source_ = response.source;
}

Connection::Sent Connection::send_on() {
    while (is_sending()) {
        if (sent_ == outgoing_.size() && left_of_body() == 0 && !next_piece()) return Sent::Gone;
        const std::int64_t count = send_some();
        if (count < 0 && errno == EINTR) continue;
        if (count < 0 && errno == EAGAIN) return is_too_slow() ? Sent::Gone : Sent::Some;
        if (count <= 0) return Sent::Gone;
        taken_ += count;
    }
    // A connection at rest holds no body.
    outgoing_ = {};
    sent_ = 0;
    body_ = nullptr;
    body_sent_ = 0;
    source_ = {};
    return Sent::All;
}

bool Connection::next_piece() {
    const std::int64_t wanted = std::min(kPiece - source_.begin % kPiece, source_.size);
    outgoing_ = source_.read(source_.begin, wanted);
    sent_ = 0;
    source_.begin += wanted;
    source_.size -= wanted;
    return static_cast<std::int64_t>(outgoing_.size()) == wanted;
}

// What is left of the head or piece and of the body, in one call.
std::int64_t Connection::send_some() {
    std::array<iovec, 2> parts{};
    const std::size_t ahead = outgoing_.size() - sent_;
    // sendmsg only reads; iovec has no const.
    parts[0] = {outgoing_.data() + sent_, ahead};
    if (left_of_body() > 0)
        parts[1] = {const_cast<char*>(body_->data()) + body_sent_, left_of_body()};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    const auto count = ::sendmsg(static_cast<int>(socket_.impl()->sockfd()), &message,
                                 MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count <= 0) return count;
    const auto taken = static_cast<std::size_t>(count);
    sent_ += std::min(taken, ahead);
    body_sent_ += taken - std::min(taken, ahead);
    return count;
}

bool Connection::is_too_slow() const {
    const auto since = std::chrono::steady_clock::now() - owed_since_;
    return since > std::chrono::seconds(10 + taken_ / kSlowestTaker);
}

int Connection::descriptor() const {
    return static_cast<int>(socket_.impl()->sockfd());
}

void Connection::hang_up() {
    ::shutdown(descriptor(), SHUT_WR);
}

void Connection::close() {
    // Closing with unread bytes resets the connection, and the answer may be lost on its way.
    const int descriptor = this->descriptor();
    hang_up();
    std::array<char, kReceive> rest;
    for (int i = 0; i < 64; ++i) {
        if (::recv(descriptor, rest.data(), rest.size(), MSG_DONTWAIT) <= 0) break;
    }
    socket_.close();
}

}  // namespace gongbao::server
