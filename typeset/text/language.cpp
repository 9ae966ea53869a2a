// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/language.hpp"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <string_view>

namespace gongbao::typeset {
namespace {

// GB 21669-2008; the hamza stands before a vowel that begins a word.
constexpr std::u32string_view kUyghurLetters = U"ئاەبپتجچخدرزژسشغفقكگڭلمنھوۇۆۈۋېىي";

// Before the first script told apart, or Han and its punctuation: nearly every character of a
// gazette.
bool is_common_here(char32_t c) {
    return c < 0x600 || (c >= 0x2000 && c < 0x3040) || (c >= 0x3200 && c < 0xA000) || c >= 0xFF00;
}

enum : Evidence { kUyghurE = 1, kUyghurVowel = 2, kNotUyghur = 4, kNotMongolian = 8 };

}  // namespace

ScriptLanguage script_language(char32_t c) {
    if (c == U' ' || c == 0xA0 || c == 0x202F) return ScriptLanguage::Neutral;
    if (is_common_here(c)) return ScriptLanguage::None;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(static_cast<UChar32>(c), &status)) {
        case USCRIPT_TIBETAN: return ScriptLanguage::Tibetan;
        case USCRIPT_MONGOLIAN: return ScriptLanguage::Mongolian;
        case USCRIPT_YI: return ScriptLanguage::Yi;
        case USCRIPT_HANGUL: return ScriptLanguage::Korean;
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA: return ScriptLanguage::Japanese;
        case USCRIPT_THAI: return ScriptLanguage::Thai;
        case USCRIPT_LAO: return ScriptLanguage::Lao;
        case USCRIPT_KHMER: return ScriptLanguage::Khmer;
        case USCRIPT_TAI_LE: return ScriptLanguage::DehongDai;
        case USCRIPT_NEW_TAI_LUE: return ScriptLanguage::XishuangbannaDai;
        case USCRIPT_LISU: return ScriptLanguage::Lisu;
        case USCRIPT_ARABIC: return ScriptLanguage::Uyghur;
        case USCRIPT_COMMON:
        case USCRIPT_INHERITED: return ScriptLanguage::Neutral;
        default: return ScriptLanguage::None;
    }
}

const char* tag_of(ScriptLanguage language) {
    static constexpr std::array<const char*, 14> kTags = {
        "", "", "bo", "mn", "ii", "ko", "ja", "th", "lo", "km", "tdd", "khb", "lis", "ug"};
    return kTags[static_cast<std::size_t>(language)];
}

Evidence evidence_of(char32_t c) {
    if (c == U'ە') return kUyghurE;
    if (c == U'ې' || c == U'ۈ') return kUyghurVowel;
    if (c >= 0x1843 && c <= 0x18AA) return kNotMongolian;  // Unicode 15, 13.5
    if (script_language(c) != ScriptLanguage::Uyghur || u_isalpha(static_cast<UChar32>(c)) == 0)
        return 0;
    return kUyghurLetters.find(c) == std::u32string_view::npos ? kNotUyghur : 0;
}

bool is_sure(ScriptLanguage language, Evidence evidence) {
    if (language == ScriptLanguage::Mongolian) return (evidence & kNotMongolian) == 0;
    if (language != ScriptLanguage::Uyghur) return true;
    return (evidence & (kUyghurE | kUyghurVowel | kNotUyghur)) == (kUyghurE | kUyghurVowel);
}

}  // namespace gongbao::typeset
