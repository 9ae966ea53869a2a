// SPDX-License-Identifier: Apache-2.0
#include "bench/search_truth.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <stdexcept>

namespace gongbao::bench {
namespace {

constexpr char16_t kGap = u'|';

std::unique_ptr<icu::Transliterator> transform(const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(name, UTRANS_FORWARD, error));
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    return made;
}

// 's' sign, 'l' letter, 'd' digit, ' ' blank inside a line, '|' anything else.
char kind_of(UChar32 c) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    const bool east = script == USCRIPT_HAN || script == USCRIPT_HIRAGANA ||
                      script == USCRIPT_KATAKANA || script == USCRIPT_BOPOMOFO ||
                      script == USCRIPT_HANGUL;
    if (u_charType(c) == U_PRIVATE_USE_CHAR || (east && u_isalnum(c)) || c == 0x3007) return 's';
    if (c == u'\n' || c == u'\t' || c == u'\r' || c == 0x2028 || c == 0x2029) return '|';
    if (u_isUWhiteSpace(c) || c == 0xFEFF) return ' ';
    if ((U_MASK(u_charType(c)) & U_GC_N_MASK) != 0) return 'd';
    return u_isalpha(c) ? 'l' : '|';
}

bool found_at(const std::u16string& text, std::size_t at, const std::u16string& phrase) {
    const auto edge_holds = [](char16_t inside, char16_t outside) {
        return kind_of(inside) == 's' || U16_IS_SURROGATE(inside) || outside == kGap;
    };
    const std::size_t end = at + phrase.size();
    return (at == 0 || edge_holds(phrase.front(), text[at - 1])) &&
           (end == text.size() || edge_holds(phrase.back(), text[end]));
}

bool holds(const std::u16string& text, const std::u16string& phrase) {
    for (std::size_t at = text.find(phrase); at != std::u16string::npos;
         at = text.find(phrase, at + 1))
        if (found_at(text, at, phrase)) return true;
    return false;
}

}  // namespace

struct Scan::Transforms {
    std::unique_ptr<icu::Transliterator> to_simplified = transform("Traditional-Simplified");
    std::unique_ptr<icu::Transliterator> to_traditional = transform("Simplified-Traditional");
};

Scan::Scan() : transforms_(std::make_unique<Transforms>()) {}
Scan::~Scan() = default;

std::u16string Scan::folded(std::string_view text) const {
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString words = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    words = icu::Normalizer2::getNFKCCasefoldInstance(error)->normalize(words, error);
    if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));
    transforms_->to_simplified->transliterate(words);
    std::u16string out;
    char last = '|';
    bool gap = false;
    bool blank = false;
    for (int32_t at = 0; at < words.length(); at = words.moveIndex32(at, 1)) {
        const UChar32 c = words.char32At(at);
        const char kind = kind_of(c);
        if (kind == '|') gap = true;
        if (kind == ' ') blank = true;
        if (kind == '|' || kind == ' ') continue;
        if (!out.empty() && (gap || kind != last || (blank && kind != 's'))) out += kGap;
        const icu::UnicodeString one(c);
        out.append(one.getBuffer(), static_cast<std::size_t>(one.length()));
        last = kind;
        gap = blank = false;
    }
    return out;
}

std::size_t Scan::add(std::string_view text) {
    texts_.push_back(folded(text));
    return texts_.size() - 1;
}

std::vector<std::size_t> Scan::find(std::string_view phrase) const {
    const std::u16string words = folded(phrase);
    std::vector<std::size_t> found;
    if (words.empty()) return found;
    for (std::size_t i = 0; i < texts_.size(); ++i)
        if (holds(texts_[i], words)) found.push_back(i);
    return found;
}

std::vector<std::size_t> Scan::find_both(std::string_view a, std::string_view b) const {
    const auto with_a = find(a);
    const auto with_b = find(b);
    std::vector<std::size_t> both;
    std::set_intersection(with_a.begin(), with_a.end(), with_b.begin(), with_b.end(),
                          std::back_inserter(both));
    return both;
}

std::string Scan::traditional(std::string_view text) const {
    icu::UnicodeString words = icu::UnicodeString::fromUTF8(
        icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
    transforms_->to_traditional->transliterate(words);
    std::string out;
    return words.toUTF8String(out);
}

}  // namespace gongbao::bench
