// SPDX-License-Identifier: Apache-2.0
// Base64 (RFC 4648, 4): bytes that have to stand inside text, such as a picture inside an SVG page.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::core {

/// `bytes` in base64, padded, without line breaks.
std::string base64(std::string_view bytes);
/// The same with the letters that may stand in addresses, not padded (RFC 4648, 5).
std::string base64url(std::string_view bytes);

}  // namespace gongbao::core
