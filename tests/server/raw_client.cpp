// SPDX-License-Identifier: Apache-2.0
#include "tests/server/raw_client.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>

namespace gongbao::tests {
namespace {

Reply read_head(const std::string& head) {
    Reply reply;
    reply.status = std::atoi(head.c_str() + head.find(' '));
    std::size_t at = head.find("\r\n") + 2;
    while (at < head.size()) {
        const std::size_t end = head.find("\r\n", at);
        const std::size_t colon = head.find(": ", at);
        if (end == std::string::npos || colon == std::string::npos || colon > end) break;
        std::string name = head.substr(at, colon - at);
        std::transform(name.begin(), name.end(), name.begin(),
                       [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        reply.fields[name] = head.substr(colon + 2, end - colon - 2);
        at = end + 2;
    }
    return reply;
}

}  // namespace

RawClient::RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const timeval patience{2, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

RawClient::~RawClient() {
    if (socket_ >= 0) ::close(socket_);
}

void RawClient::send(const std::string& bytes) {
    [[maybe_unused]] const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
}

void RawClient::finish() {
    ::shutdown(socket_, SHUT_WR);
}

bool RawClient::is_answered() const {
    pollfd waiting{socket_, POLLIN, 0};
    return !buffer_.empty() || ::poll(&waiting, 1, 0) > 0;
}

bool RawClient::receive() {
    std::array<char, 65'536> bytes;
    const auto count = ::recv(socket_, bytes.data(), bytes.size(), 0);
    if (count > 0) buffer_.append(bytes.data(), static_cast<std::size_t>(count));
    return count > 0;
}

Reply RawClient::read_reply(bool bodiless) {
    std::size_t end = buffer_.find("\r\n\r\n");
    while (end == std::string::npos) {
        if (!receive()) return {};
        end = buffer_.find("\r\n\r\n");
    }
    Reply reply = read_head(buffer_.substr(0, end + 2));
    buffer_.erase(0, end + 4);
    const std::string length = reply.field("content-length");
    const std::size_t wanted =
        bodiless || length.empty() ? 0 : static_cast<std::size_t>(std::atoll(length.c_str()));
    while (buffer_.size() < wanted && receive()) {
    }
    reply.body = buffer_.substr(0, wanted);
    buffer_.erase(0, wanted);
    return reply;
}

bool RawClient::is_closed() {
    if (!buffer_.empty()) return false;
    std::array<char, 16> bytes;
    return ::recv(socket_, bytes.data(), bytes.size(), 0) == 0;
}

Reply fetch(std::uint16_t port, const std::string& target, const std::string& fields,
            const std::string& method) {
    RawClient client(port);
    client.send(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n" + fields +
                "Connection: close\r\n\r\n");
    return client.read_reply(method == "HEAD");
}

Reply post_form(std::uint16_t port, const std::string& target, const std::string& content,
                const std::string& fields) {
    RawClient client(port);
    client.send("POST " + target +
                " HTTP/1.1\r\nHost: localhost\r\n"
                "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " +
                std::to_string(content.size()) + "\r\n" + fields + "Connection: close\r\n\r\n" +
                content);
    return client.read_reply();
}

}  // namespace gongbao::tests
