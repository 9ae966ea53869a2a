// SPDX-License-Identifier: Apache-2.0
// A client that sends exactly the bytes it is given. For the server's tests.
#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace gongbao::tests {

struct Reply {
    int status = 0;                             ///< 0: no answer
    std::map<std::string, std::string> fields;  ///< names in lower case
    std::string body;

    std::string field(const std::string& name) const {
        const auto found = fields.find(name);
        return found == fields.end() ? "" : found->second;
    }
};

/// A connection to 127.0.0.1.
class RawClient {
  public:
    explicit RawClient(std::uint16_t port);
    ~RawClient();
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void send(const std::string& bytes);
    void finish();             ///< sends no more
    bool is_answered() const;  ///< something has come that was not read yet
    /// The next reply; `bodiless` for the answer to a HEAD.
    Reply read_reply(bool bodiless = false);
    /// True when the server has closed, and sends nothing more, within two seconds.
    bool is_closed();

  private:
    bool receive();
    int socket_ = -1;
    std::string buffer_;
};

/// One request on a connection of its own; `fields` are whole lines with their CRLF.
Reply fetch(std::uint16_t port, const std::string& target, const std::string& fields = "",
            const std::string& method = "GET");

/// A form posted on a connection of its own; `fields` are whole lines with their CRLF.
Reply post_form(std::uint16_t port, const std::string& target, const std::string& content,
                const std::string& fields = "");

}  // namespace gongbao::tests
