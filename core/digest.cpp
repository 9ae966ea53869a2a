// SPDX-License-Identifier: Apache-2.0
#include "core/digest.hpp"

#include <openssl/sha.h>

namespace gongbao::core {

std::string sha256_bytes(std::string_view bytes) {
    std::string digest(SHA256_DIGEST_LENGTH, '\0');
    SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
           reinterpret_cast<unsigned char*>(digest.data()));
    return digest;
}

std::string to_hex(std::string_view bytes) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string hex;
    hex.reserve(bytes.size() * 2);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        hex += kDigits[value >> 4];
        hex += kDigits[value & 15];
    }
    return hex;
}

std::string sha256_hex(std::string_view bytes) { return to_hex(sha256_bytes(bytes)); }

}  // namespace gongbao::core
