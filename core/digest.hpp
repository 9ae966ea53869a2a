// SPDX-License-Identifier: Apache-2.0
// SHA-256 (FIPS 180-4): names of stored bytes and the digest of a document's text.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::core {

/// The digest as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);
/// The digest as 32 raw bytes.
std::string sha256_bytes(std::string_view bytes);
std::string to_hex(std::string_view bytes);

}  // namespace gongbao::core
