// SPDX-License-Identifier: Apache-2.0
// What language a character's script gives away, for readers that speak a page: a Tibetan name in a
// Chinese text is not to be read as Chinese.
//
// Only what is sure: a script that one language of our readers writes. Latin letters in a Chinese
// text (GDP, GB/T) are Chinese usage or of a language nobody named, so they give nothing away; nor
// do Cyrillic letters.
#pragma once

#include <cstdint>

namespace gongbao::typeset {

/// The languages told apart. Mongolian and Uyghur share their scripts with others, so that the
/// letters of the whole paragraph decide (is_sure).
enum class ScriptLanguage : std::uint8_t {
    None,
    Neutral,
    Tibetan,
    Mongolian,
    Yi,
    Korean,
    Japanese,
    Thai,
    Lao,
    Khmer,
    DehongDai,
    XishuangbannaDai,
    Lisu,
    Uyghur,
};

/// None: a character of another kind. Neutral: it belongs to whatever stands around it, as a space
/// does.
ScriptLanguage script_language(char32_t c);

/// BCP 47: "bo", "mn".
const char* tag_of(ScriptLanguage language);

/// What a character says of the language of its paragraph: bits to be joined by |.
using Evidence = std::uint8_t;
Evidence evidence_of(char32_t c);
/// Uyghur: ە with ې or ۈ and no letter foreign to it; Arabic, Persian, Kazakh, Kyrgyz are not
/// written so. Mongolian: no letter of Todo, Sibe or Manchu. Any other: always.
bool is_sure(ScriptLanguage language, Evidence evidence);

}  // namespace gongbao::typeset
