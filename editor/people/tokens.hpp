// SPDX-License-Identifier: Apache-2.0
// Tokens of sessions and links: 32 random bytes as 43 characters of base64url. Whoever has one is
// let in, so that the desk keeps their SHA-256 alone.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::editor {

/// Throws: core::Error(Unavailable) without random bytes.
std::string new_token();
/// What is kept of a token; "" for what cannot be one.
std::string kept_of_token(std::string_view token);
/// The token for forms that goes with a session's. It says nothing of the other.
std::string form_token_of(std::string_view token);

}  // namespace gongbao::editor
