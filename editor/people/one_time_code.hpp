// SPDX-License-Identifier: Apache-2.0
// One-time codes (TOTP, RFC 6238): six digits of HMAC-SHA-1, new every 30 seconds. Whoever asks
// keeps the step of the code that was used last.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/text/date.hpp"

namespace gongbao::editor {

/// 160 random bits in Base32: 32 characters. Throws: core::Error(Unavailable).
std::string new_code_secret();
/// Has `secret` the form of one that new_code_secret gives?
bool is_code_secret(std::string_view secret);

/// The code of `step`, the number of half minutes since 1970. Requires: is_code_secret(secret),
/// step >= 0.
std::string code_of_step(const std::string& secret, std::int64_t step);

/// The step of `code`: that of `now`, the one before or the one behind (clocks differ), later than
/// `used`; nothing when it is none of theirs. White space and full-width digits are read as typed
/// by mistake. Requires: is_code_secret(secret).
std::optional<std::int64_t> step_of_code(const std::string& secret, std::string_view code,
                                         core::Instant now, std::int64_t used);

/// The address in the QR code of `secret` (Key Uri Format).
std::string code_uri(const std::string& secret, const std::string& login);

}  // namespace gongbao::editor
