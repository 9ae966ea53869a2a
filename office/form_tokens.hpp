// SPDX-License-Identifier: Apache-2.0
// Tokens that a form brings back to show that it is ours.
#pragma once

#include <string_view>

namespace gongbao::office {

/// Has it the form of editor::new_token?
bool is_token(std::string_view text);
/// Takes the same time wherever they differ. Nothing is the same as "".
bool is_same_token(std::string_view one, std::string_view other);

}  // namespace gongbao::office
