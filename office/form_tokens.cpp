// SPDX-License-Identifier: Apache-2.0
#include "office/form_tokens.hpp"

#include <algorithm>
#include <cstddef>

#include "core/text/text.hpp"

namespace gongbao::office {
namespace {

constexpr std::size_t kCharacters = 43;

}  // namespace

bool is_token(std::string_view text) {
    return text.size() == kCharacters && std::all_of(text.begin(), text.end(), [](char c) {
               const auto byte = static_cast<unsigned char>(c);
               return core::is_ascii_letter(byte) || core::is_ascii_digit(byte) || c == '-' ||
                      c == '_';
           });
}

bool is_same_token(std::string_view one, std::string_view other) {
    if (one.empty() || one.size() != other.size()) return false;
    unsigned different = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        different |= static_cast<unsigned>(static_cast<unsigned char>(one[i]) ^
                                           static_cast<unsigned char>(other[i]));
    return different == 0;
}

}  // namespace gongbao::office
