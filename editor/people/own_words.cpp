// SPDX-License-Identifier: Apache-2.0
#include "editor/people/own_words.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace gongbao::editor {
namespace {

using core::Error;
using core::ErrorKind;

bool is_control_character(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

bool is_fit(std::string_view words, std::u32string_view allowed) {
    if (!core::is_valid_utf8(words)) return false;
    const std::u32string characters = core::to_utf32(words);
    return std::none_of(characters.begin(), characters.end(), [&](char32_t c) {
        return is_control_character(c) && !core::is_one_of(c, allowed);
    });
}

void require_fit(std::string_view words, std::u32string_view allowed) {
    if (!is_fit(words, allowed)) throw Error(ErrorKind::Invalid, {"office.words_unfit", {}});
}

std::string checked_words(const std::string& text, std::size_t most, std::u32string_view allowed) {
    const Error too_long(ErrorKind::TooLarge,
                         {"office.words_too_long", {{"most", std::to_string(most)}}});
    if (text.size() > 8 * most) throw too_long;  // before anything is made of it
    if (!core::is_valid_utf8(text)) throw Error(ErrorKind::Invalid, {"office.words_unfit", {}});
    std::string words(core::trim(text));
    if (core::length(words) > most) throw too_long;
    require_fit(words, allowed);
    return words;
}

}  // namespace

bool is_plain_line(std::string_view text, std::size_t most) {
    return is_fit(text, {}) && core::length(text) <= most;
}

std::string own_words(const std::string& text) {
    require_fit(text, U"\n\r\t");
    return std::string(core::trim(text));
}

std::string own_line(const std::string& text) {
    return checked_words(text, kLongestLine, {});
}

std::string own_note(const std::string& text) {
    return checked_words(text, kLongestNote, U"\n\r\t");
}

std::string own_reason(const std::string& text) {
    std::string words = own_note(text);
    if (words.empty()) throw Error(ErrorKind::Invalid, {"office.reason_needed", {}});
    return words;
}

}  // namespace gongbao::editor
