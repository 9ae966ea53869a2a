// SPDX-License-Identifier: Apache-2.0
#include "server/kit/access_log.hpp"

#include <array>
#include <cstdio>

namespace gongbao::server {
namespace {

std::string quoted(const std::string& text) {
    constexpr char kHex[] = "0123456789abcdef";
    std::string safe = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x20 && byte < 0x7F && c != '"' && c != '\\')
            safe += c;
        else
            safe += {'\\', 'x', kHex[byte >> 4], kHex[byte & 15]};
    }
    return safe + '"';
}

std::string milliseconds(std::chrono::nanoseconds taken) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.3f", static_cast<double>(taken.count()) / 1e6);
    return text.data();
}

}  // namespace

std::string logfmt(const LogLine& line) {
    std::string text = "time=" + core::rfc3339(line.time) + " id=" + line.id +
                       " client=" + line.client + " method=" + line.method +
                       " target=" + quoted(line.target) + " status=" + std::to_string(line.status) +
                       " bytes=" + std::to_string(line.bytes) + " ms=" + milliseconds(line.taken);
    if (!line.note.empty()) text += " note=" + quoted(line.note);
    return text;
}

}  // namespace gongbao::server
