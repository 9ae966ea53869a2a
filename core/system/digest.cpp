// SPDX-License-Identifier: Apache-2.0
#include "core/system/digest.hpp"

#include <openssl/evp.h>
#include <openssl/sha.h>

#include "core/report/check.hpp"

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

std::string md5_hex(std::string_view bytes) {
    std::string digest(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    const int made =
        EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()),
                   &size, EVP_md5(), nullptr);
    GONGBAO_CHECK(made == 1);
    digest.resize(size);
    return to_hex(digest);
}

std::string sha256_hex(std::string_view bytes) {
    return to_hex(sha256_bytes(bytes));
}

}  // namespace gongbao::core
