// SPDX-License-Identifier: Apache-2.0
// Which characters XML can hold (XML 1.0, 2.2): the writer and the reader refuse the others alike.
#pragma once

namespace gongbao::core {

inline bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c < 0xD800) ||
           (c >= 0xE000 && c <= 0x10FFFF && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace gongbao::core
