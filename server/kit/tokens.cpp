// SPDX-License-Identifier: Apache-2.0
#include "server/kit/tokens.hpp"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::server {
namespace {

constexpr std::size_t kBytes = 32;
constexpr std::size_t kCharacters = 43;
constexpr std::string_view kAlphabet =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}  // namespace

std::string random_token() {
    std::array<unsigned char, kBytes> bytes{};
    if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1)
        throw core::Error(core::ErrorKind::Unavailable, {"server.no_randomness", {}});
    std::string token;
    std::uint32_t held = 0;
    int bits = 0;
    for (const unsigned char byte : bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 6; bits -= 6) token += kAlphabet[(held >> (bits - 6)) & 63];
    }
    token += kAlphabet[(held << (6 - bits)) & 63];
    return token;
}

bool is_token(std::string_view text) {
    return text.size() == kCharacters && std::all_of(text.begin(), text.end(), [](char c) {
               return kAlphabet.find(c) != std::string_view::npos;
           });
}

bool is_same_token(std::string_view one, std::string_view other) {
    return !one.empty() && one.size() == other.size() &&
           CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace gongbao::server
