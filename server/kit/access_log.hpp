// SPDX-License-Identifier: Apache-2.0
// One line a request in logfmt: time=… id=… client=… method=… target="…" status=… bytes=… ms=…
// Called by app.cpp.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "core/text/date.hpp"

namespace gongbao::server {

struct LogLine {
    core::Instant time;
    std::string id;
    std::string client;
    std::string method;
    std::string target;
    int status = 0;
    std::int64_t bytes = 0;  ///< of the body
    std::chrono::nanoseconds taken{};
    std::string note;  ///< why it failed, for the office alone; or empty
};

/// The line without its end. Quotes, control bytes and all beyond ASCII in what a client sent
/// become \xNN: a request cannot write a line of its own.
std::string logfmt(const LogLine& line);

}  // namespace gongbao::server
