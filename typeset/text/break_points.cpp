// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/break_points.hpp"

#include <unicode/ubrk.h>

#include <memory>
#include <string_view>

#include "core/text.hpp"

namespace gongbao::typeset {
namespace {

// Prices: a preference of the trade is worth a visibly looser line, not an ugly one.
constexpr BreakCost kFree = 0;
constexpr BreakCost kUnit = 60;        // 38|号, 15|元
constexpr BreakCost kOrdinal = 80;     // 第|十条
constexpr BreakCost kNumberPart = 100; // 川办发|〔2022〕|38号
constexpr BreakCost kHyphen = 50;
constexpr BreakCost kSolidus = 200;

constexpr std::u32string_view kUnits =
    U"年月日号期章节条款项目元万亿个名人件次倍时分秒度米克吨亩岁届批级类种户处套台辆座位天周%";
constexpr std::u32string_view kHanNumerals = U"〇零一二三四五六七八九十百千万两";

bool is_numeral(const Atom& atom) {
    return core::is_digit(atom.text) || kHanNumerals.find(atom.text) != std::u32string_view::npos;
}

bool is_unit(const Atom& atom) { return kUnits.find(atom.text) != std::u32string_view::npos; }

bool is_shaped(CharClass c) {
    return c == CharClass::Latin || c == CharClass::LatinOpening || c == CharClass::LatinClosing ||
           c == CharClass::Other;
}

// The price of a break between `a` and `b`, both words of Latin without a space between.
BreakCost inside_word(const Atom& a, const Atom& b) {
    if (a.text == U'-' && core::is_ascii_letter(b.text)) return kHyphen;
    if ((a.text == U'/' || a.text == U'?' || a.text == U'&' || a.text == U'_' || a.text == U'=') &&
        b.cls == CharClass::Latin && b.text != U'/')
        return kSolidus;
    return kNeverBreak;
}

BreakCost between(const Atom& a, const Atom& b, Prohibition prohibition) {
    if (b.cls == CharClass::Mark) return kNeverBreak;
    if (b.cls == CharClass::Space || b.cls == CharClass::WideSpace) return kNeverBreak;
    if (!may_end_line(a.cls, prohibition) || !may_start_line(b.cls, prohibition))
        return kNeverBreak;
    if (b.note >= 0 && a.note != b.note) return kNeverBreak;
    if (a.cls == CharClass::Dash && b.cls == CharClass::Dash) return kNeverBreak;
    if (a.cls == CharClass::Ellipsis && b.cls == CharClass::Ellipsis) return kNeverBreak;
    if (a.cls == CharClass::Space) return kFree;
    if (is_shaped(a.cls) && is_shaped(b.cls)) return inside_word(a, b);
    if (a.text == U'第' && is_numeral(b)) return kOrdinal;
    if (b.text == U'〔') return kNumberPart;
    if (a.text == U'〕' && core::is_digit(b.text)) return kNumberPart;
    if (is_numeral(a) && is_unit(b)) return kUnit;
    return kFree;
}

// A stretch of one of the world's other scripts: ICU's line breaking tells where.
void break_other_scripts(std::vector<Atom>& atoms, std::size_t begin, std::size_t end,
                         const std::vector<std::u32string>& texts) {
    std::u16string text;
    std::vector<std::size_t> start_of(end - begin);
    for (std::size_t i = begin; i < end; ++i) {
        start_of[i - begin] = text.size();
        const auto put = [&](char32_t c) {
            if (c == 0) return;
            if (c > 0xFFFF) {
                text += static_cast<char16_t>(0xD7C0 + (c >> 10));
                text += static_cast<char16_t>(0xDC00 + (c & 0x3FF));
            } else {
                text += static_cast<char16_t>(c);
            }
        };
        if (atoms[i].text >= kTextPool)
            for (const char32_t c : texts[atoms[i].text - kTextPool]) put(c);
        else
            put(atoms[i].text);
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> breaks(
        ubrk_open(UBRK_LINE, "", text.data(), static_cast<int32_t>(text.size()), &status), &ubrk_close);
    if (U_FAILURE(status)) return;
    for (std::size_t i = begin; i + 1 < end; ++i)
        if (atoms[i + 1].text != 0 && atoms[i].break_after == kNeverBreak &&
            atoms[i + 1].cls != CharClass::Mark &&
            ubrk_isBoundary(breaks.get(), static_cast<int32_t>(start_of[i + 1 - begin])))
            atoms[i].break_after = kFree;
}

}  // namespace

void find_break_points(std::vector<Atom>& atoms, Prohibition prohibition,
                       const std::vector<std::u32string>& texts) {
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        if (atoms[i].break_after == kForceBreak) continue;
        atoms[i].break_after = between(atoms[i], atoms[i + 1], prohibition);
    }
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (atoms[i].cls != CharClass::Other) continue;
        std::size_t end = i;
        while (end < atoms.size() && (atoms[end].cls == CharClass::Other ||
                                      atoms[end].cls == CharClass::Mark))
            ++end;
        break_other_scripts(atoms, i, end, texts);
        i = end;
    }
    if (!atoms.empty()) atoms.back().break_after = kForceBreak;
}

void prefer_word_breaks(std::vector<Atom>& atoms) {
    constexpr BreakCost kInsideWord = 12;
    std::u16string text;
    std::vector<std::int32_t> start_of;
    for (const Atom& atom : atoms) {
        start_of.push_back(static_cast<std::int32_t>(text.size()));
        text += atom.text != 0 && atom.text < 0x10000 ? static_cast<char16_t>(atom.text) : u'\uFFFC';
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> words(
        ubrk_open(UBRK_WORD, "zh", text.data(), static_cast<std::int32_t>(text.size()), &status),
        &ubrk_close);
    if (U_FAILURE(status)) return;
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i)
        if (atoms[i].break_after >= 0 && !ubrk_isBoundary(words.get(), start_of[i + 1]))
            atoms[i].break_after = static_cast<BreakCost>(atoms[i].break_after + kInsideWord);
}

}  // namespace gongbao::typeset
