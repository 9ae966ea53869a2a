// SPDX-License-Identifier: Apache-2.0
#include "editor/people/tokens.hpp"

#include "core/system/base64.hpp"
#include "core/system/digest.hpp"
#include "core/system/random.hpp"

namespace gongbao::editor {
namespace {

constexpr std::size_t kTokenBytes = 32;
constexpr std::size_t kTokenLength = 43;

}  // namespace

std::string new_token() {
    return core::base64url(core::random_bytes(kTokenBytes));
}

std::string kept_of_token(std::string_view token) {
    return token.size() == kTokenLength ? core::sha256_hex(token) : std::string();
}

std::string form_token_of(std::string_view token) {
    return core::base64url(core::sha256_bytes("gongbao form\n" + std::string(token)));
}

}  // namespace gongbao::editor
