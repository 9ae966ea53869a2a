// SPDX-License-Identifier: Apache-2.0
// Passwords, kept as Argon2id (RFC 9106, the parameters of OWASP's Password Storage Cheat Sheet).
// What is kept is the encoded form, which names its own parameters and salt.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/report/message.hpp"

namespace gongbao::editor {

/// Why `password` is not good enough for the account `login`, or nothing: 12 to 200 characters, not
/// made of the login, of a few signs repeated, or of a run as on a keyboard.
std::optional<core::Message> fault_of_password(std::string_view password, std::string_view login);

/// "$argon2id$v=19$m=19456,t=2,p=1$…". Throws: core::Error(Unavailable) without memory or random
/// bytes.
std::string hash_password(std::string_view password);

/// Is it the password of `hash`? Takes as long when there is no hash, and then says no.
/// Throws: core::Error(Unavailable) without memory.
bool fits_password(const std::optional<std::string>& hash, std::string_view password);

}  // namespace gongbao::editor
