// SPDX-License-Identifier: Apache-2.0
// What is sent back: a status, header fields ready as bytes, and a body that is at hand or is read
// piece by piece.
//
// Date, Connection and Content-Length are written when the response is sent (connection.cpp);
// everything else stands in `fields`. A response can be kept and sent many times.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace gongbao::server {

/// Bytes too many to hold: `read(offset, length)` gives some of them.
struct Source {
    std::int64_t begin = 0;  ///< first byte to send
    std::int64_t size = 0;   ///< number of bytes to send
    std::function<std::string(std::int64_t offset, std::int64_t length)> read;
};

struct Response {
    int status = 200;
    std::string fields;                       ///< "Name: value\r\n" lines; see add_field
    std::shared_ptr<const std::string> body;  ///< null: `source`, or nothing
    Source source;
    bool close = false;  ///< end the connection after this

    std::int64_t length() const {
        return body ? static_cast<std::int64_t>(body->size()) : source.size;
    }
};

/// Appends a header line. Requires: neither part holds CR, LF or NUL.
void add_field(std::string& fields, std::string_view name, std::string_view value);

/// Says that what was asked for is at `address` of this site: 303 to be read with GET, as after a
/// form; 308 for good, asked again as it was (RFC 9110, 15.4). Requires: `address` is a path with a
/// query, encoded.
Response redirect(int status, std::string_view address);

/// "OK", "Not Found" … (RFC 9110, 15); "Error" for a code this server never sends.
std::string_view reason_phrase(int status);

}  // namespace gongbao::server
