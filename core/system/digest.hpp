// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4): names of stored bytes and the digest of a document's text. MD5 (RFC 1321)
// only where a format asks for it.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::core {

/// The digest as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
/// The digest as 32 raw bytes.
std::string sha256_bytes(std::string_view bytes);
/// A check sum against accidents, no proof of anything.
std::string md5_hex(std::string_view bytes);
std::string to_hex(std::string_view bytes);

}  // namespace gongbao::core
