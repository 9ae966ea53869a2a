// SPDX-License-Identifier: Apache-2.0
// What a character is to a Chinese line: CLREQ 3.1 (punctuation) and the code-point sets A–F of its
// line composition rules, with GB/T 15834-2011, 5.1.
#pragma once

#include <cstdint>

#include "typeset/text/text_rules.hpp"

namespace gongbao::typeset {

/// A line break among the characters of a paragraph (U+2028).
inline constexpr char32_t kLineBreak = 0x2028;

enum class CharClass : std::uint8_t {
    Han,           ///< ideographs and other full-width letters: a break before and after
    Opening,       ///< “ 「 （ 《 【 〔 …: not at line end; blank left half
    Closing,       ///< ” 」 ） 》 】 〕 …: not at line start; blank right half
    Pause,         ///< 、 ， ； ：
    Stop,          ///< 。 ！ ？ ．
    Interpunct,    ///< · ・ ‧
    Connector,     ///< — ～ one em, – half an em: not at line start
    Dash,          ///< —— (each half), ⸺: two em together, unbreakable
    Ellipsis,      ///< …… (each half)
    Solidus,       ///< ／
    WideSpace,     ///< U+3000
    Latin,         ///< letters and digits set as words
    Space,         ///< U+0020 between words
    LatinOpening,  ///< ( [ { $ ¥: not at line end
    LatinClosing,  ///< ) ] } , . : ; ! ? % ‰ ℃ °: not at line start
    Prefix,        ///< ￥ № §: stay with what follows
    Postfix,       ///< ％ ℃ 々 ⁉: stay with what is before
    Mark,          ///< combining marks, invisible characters: part of the character before
    Other,         ///< any other script: shaped, breaks by UAX #14
};

/// The class by code point alone; ambiguous ones are decided by their neighbours (itemize.hpp).
CharClass classify(char32_t c);

/// “ ” ‘ ’ — – … ·: full-width in Han context, narrow in Latin context.
bool is_ambiguous(char32_t c);

/// Nothing of it is seen: controls, joiners, soft hyphen, zero-width space, variation selectors.
/// Its text is kept with the character before.
bool is_invisible(char32_t c);

/// May a line start with `c` (CLREQ set A; C adds nothing; D: not dash and ellipsis)?
bool may_start_line(CharClass c, Prohibition prohibition);
/// May a line end with `c` (CLREQ set B; C: not the solidus)?
bool may_end_line(CharClass c, Prohibition prohibition);

/// Full-width marks with a blank half.
inline bool has_blank_left(CharClass c) {
    return c == CharClass::Opening;
}
inline bool has_blank_right(CharClass c) {
    return c == CharClass::Closing || c == CharClass::Pause || c == CharClass::Stop;
}

}  // namespace gongbao::typeset
