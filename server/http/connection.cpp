// SPDX-License-Identifier: Apache-2.0
#include "server/http/connection.hpp"

#include <Poco/Exception.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace gongbao::server {
namespace {

constexpr std::int64_t kPiece = 256 * 1024;  ///< bytes of a source held in memory at once
constexpr std::size_t kReceive = 16 * 1024;
/// A client must take at least this many bytes a second of a long body, on the average.
constexpr std::int64_t kSlowest = 16 * 1024;

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
    if (response.status != 304)
        add_field(head, "Content-Length", std::to_string(response.length()));
    add_field(head, "Connection", keep_alive ? "keep-alive" : "close");
    head.append(response.fields).append("\r\n");
    return head;
}

}  // namespace

Connection::Connection(const Poco::Net::StreamSocket& socket, std::chrono::milliseconds send_limit)
    : socket_(socket), client_(address_of(socket)) {
    socket_.setNoDelay(true);
    socket_.setSendTimeout(Poco::Timespan(send_limit.count() * 1'000));
}

Connection::Received Connection::receive() {
    std::array<char, kReceive> bytes;
    const auto count =
        ::recv(socket_.impl()->sockfd(), bytes.data(), bytes.size(), MSG_DONTWAIT);
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

bool Connection::send(const Response& response, Method method, core::Instant now,
                      bool keep_alive) {
    bytes_sent_ = 0;
    std::string bytes = head_of(response, now, keep_alive);
    const bool with_body = method == Method::Get && response.status != 304;
    if (with_body && response.body) bytes += *response.body;
    if (!send_all(bytes)) return false;
    return !with_body || response.body || send_source(response.source);
}

bool Connection::send_all(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count =
            ::send(socket_.impl()->sockfd(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
        bytes_sent_ += count;
    }
    return true;
}

bool Connection::send_source(const Source& source) {
    const auto start = std::chrono::steady_clock::now();
    for (std::int64_t done = 0; done < source.size;) {
        const std::int64_t wanted = std::min(kPiece, source.size - done);
        const std::string piece = source.read(source.begin + done, wanted);
        // Content-Length is already sent: a short read can only end the connection.
        if (static_cast<std::int64_t>(piece.size()) != wanted || !send_all(piece)) return false;
        done += wanted;
        const auto taken = std::chrono::steady_clock::now() - start;
        if (taken > std::chrono::seconds(10 + done / kSlowest)) return false;
    }
    return true;
}

int Connection::descriptor() const { return static_cast<int>(socket_.impl()->sockfd()); }

void Connection::close() {
    // Closing with unread bytes resets the connection, and the answer may be lost on its way.
    const int descriptor = static_cast<int>(socket_.impl()->sockfd());
    ::shutdown(descriptor, SHUT_WR);
    std::array<char, kReceive> rest;
    for (int i = 0; i < 64; ++i) {
        if (::recv(descriptor, rest.data(), rest.size(), MSG_DONTWAIT) <= 0) break;
    }
    socket_.close();
}

}  // namespace gongbao::server
