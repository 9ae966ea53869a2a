// SPDX-License-Identifier: Apache-2.0
// Random tokens, such as a form brings back to show that it is ours.
#pragma once

#include <string>
#include <string_view>

namespace gongbao::server {

/// 256 random bits as 43 characters of base64url. Throws: Error(Unavailable) without randomness.
std::string random_token();
bool is_token(std::string_view text);
/// Takes the same time wherever they differ. Nothing is the same as "".
bool is_same_token(std::string_view one, std::string_view other);

}  // namespace gongbao::server
