// SPDX-License-Identifier: Apache-2.0
// A paragraph's characters, each with its class in its context: which of “ ” ‘ ’ — – … · are
// full-width marks and which belong to Latin words, and which characters run from right to left.
//
// First stage of shape.hpp.
#pragma once

#include <cstdint>
#include <vector>

#include "typeset/text/atoms.hpp"
#include "typeset/text/char_class.hpp"

namespace gongbao::typeset {

struct Char {
    char32_t c = 0;
    std::uint32_t segment = 0;
    CharClass cls = CharClass::Han;
    bool narrow = false;     ///< set from the Latin face although its code point is ambiguous
    std::uint8_t level = 0;  ///< of the bidirectional algorithm; odd: right to left
};

/// The characters of `segments` in their order.
std::vector<Char> itemize(const std::vector<Segment>& segments);

/// What makes an ambiguous mark beside it a full-width one.
bool is_wide_context(CharClass c);
/// Words as Latin set them: letters, digits and the ASCII marks inside.
bool is_word_class(CharClass c);
/// Set by a shaper, not from a table: words of Latin and other scripts.
inline bool is_shaped(CharClass c) {
    return is_word_class(c) || c == CharClass::Other;
}

}  // namespace gongbao::typeset
