// SPDX-License-Identifier: Apache-2.0
#include "server/http/target.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::server {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

/// Characters RFC 3986 lets stand unescaped in a path or a query. '#' never reaches a server;
/// browsers leave | ^ ` { } and " bare in queries, so those pass.
bool may_stand(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte > 0x20 && byte < 0x7F && c != '#' && c != '<' && c != '>' && c != '\\';
}

enum class Plus { AsItIs, Space };

std::optional<std::string> decode(std::string_view text, Plus plus) {
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!may_stand(text[i])) return {};
        if (text[i] == '+' && plus == Plus::Space) {
            decoded += ' ';
        } else if (text[i] != '%') {
            decoded += text[i];
        } else {
            if (i + 2 >= text.size()) return {};
            const int high = hex_value(text[i + 1]);
            const int low = hex_value(text[i + 2]);
            if (high < 0 || low < 0) return {};
            decoded += static_cast<char>(high * 16 + low);
            i += 2;
        }
    }
    if (!core::is_valid_utf8(decoded)) return {};
    return decoded;
}

std::optional<std::string> decode_path(std::string_view path) {
    std::string decoded;
    for (const std::string_view raw : core::split(path.substr(1), '/')) {
        const auto segment = decode(raw, Plus::AsItIs);
        if (!segment || *segment == "." || *segment == "..") return {};
        if (segment->find_first_of("/\\") != std::string::npos) return {};
        if (std::any_of(segment->begin(), segment->end(), is_control)) return {};
        decoded += '/' + *segment;
    }
    return decoded;
}

/// The origin-form inside an absolute-form, which every server must accept (RFC 9112, 3.2.2).
std::string_view without_authority(std::string_view target) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!core::starts_with(target, scheme)) continue;
        const std::size_t path = target.find_first_of("/?", scheme.size());
        return path == std::string_view::npos ? std::string_view("/") : target.substr(path);
    }
    return target;
}

}  // namespace

std::optional<Parameters> parse_parameters(std::string_view text) {
    Parameters parameters;
    for (const std::string_view pair : core::split(text, '&')) {
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = decode(pair.substr(0, equals), Plus::Space);
        const auto value = decode(pair.substr(std::min(equals + 1, pair.size())), Plus::Space);
        if (!name || !value || value->find('\0') != std::string::npos) return {};
        parameters.emplace_back(*name, *value);
    }
    return parameters;
}

std::optional<Target> parse_target(std::string_view target) {
    target = without_authority(target);
    if (target.empty() || target.front() != '/') return {};
    const std::size_t mark = std::min(target.find('?'), target.size());
    auto path = decode_path(target.substr(0, mark));
    auto query = parse_parameters(target.substr(std::min(mark + 1, target.size())));
    if (!path || !query) return {};
    return Target{std::move(*path), std::move(*query)};
}

std::string percent_encoded(std::string_view text) {
    constexpr char kHex[] = "0123456789ABCDEF";
    std::string encoded;
    for (const char c : text) {
        const bool plain = core::is_ascii_letter(static_cast<unsigned char>(c)) ||
                           core::is_ascii_digit(static_cast<unsigned char>(c)) || c == '-' ||
                           c == '.' || c == '_' || c == '~';
        if (plain) {
            encoded += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            encoded += {'%', kHex[byte >> 4], kHex[byte & 15]};
        }
    }
    return encoded;
}

std::string percent_encoded_path(std::string_view path) {
    std::string encoded;
    for (const std::string_view segment : core::split(path.substr(1), '/'))
        encoded += "/" + percent_encoded(segment);
    return encoded;
}

}  // namespace gongbao::server
