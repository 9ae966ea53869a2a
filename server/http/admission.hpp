// SPDX-License-Identifier: Apache-2.0
// The gate every request passes before any page runs (RFC 9112 and RFC 9110, read strictly).
//
// In: the raw bytes of a request's head.  Out: a Request, or the Refusal to answer with.
// Poco's own reader lets through what makes two programs disagree about where a request ends
// (both Content-Length and Transfer-Encoding, two lengths, "+5", folded lines, a space before the
// colon); here each of these is refused, and the connection closed. Called by connection.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>

#include "server/http/request.hpp"

namespace gongbao::server {

inline constexpr std::size_t kMaxTarget = 8'192;  ///< bytes of a request line, 414 above
inline constexpr std::size_t kMaxHead = 16'384;   ///< bytes of a head, 431 above
inline constexpr std::size_t kMaxFields = 100;    ///< header lines, 431 above

/// Why a request goes no further. Its connection is closed after the answer.
struct Refusal {
    int status = 400;
    std::string target;       ///< as far as it could be read; for the log
    const char* reason = "";  ///< one English word group; for the log
};

/// Where the head at the start of `bytes` ends, its blank line included; npos when it is not all
/// there yet. A head ends at the first blank line however its lines end, so that a head with bare
/// LF is seen whole and refused whole.
std::size_t end_of_head(std::string_view bytes);

/// Checks and decodes a whole head, as measured by end_of_head.
std::variant<Request, Refusal> admit(std::string_view head);

}  // namespace gongbao::server
