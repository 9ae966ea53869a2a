// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/break_points.hpp"

#include <unicode/ubrk.h>

#include <algorithm>
#include <memory>
#include <string_view>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

// Prices: a preference of the trade is worth a visibly looser line, not an ugly one.
constexpr BreakCost kFree = 0;
constexpr BreakCost kUnit = 100;        // 15|元, 4|月
constexpr BreakCost kOrdinal = 110;     // 第|十条
constexpr BreakCost kYear = 60;         // 川办发|〔2022〕38号
constexpr BreakCost kSerial = 300;      // 〔2022〕|38号
constexpr BreakCost kSerialUnit = 400;  // 38|号
constexpr BreakCost kLabel = 500;       // （一）|加强
constexpr BreakCost kHyphen = 50;
constexpr BreakCost kSolidus = 200;
constexpr BreakCost kRuledBlank = 60;  // inside a blank with a rule under it

constexpr std::u32string_view kUnits =
    U"年月日号期章节条款项目元万亿个名人件次倍时分秒度米克吨亩岁届批级类种户处套台辆座位天周%";

bool is_numeral(const Atom& atom) {
    switch (atom.text) {
        case U'〇':
        case U'零':
        case U'一':
        case U'二':
        case U'三':
        case U'四':
        case U'五':
        case U'六':
        case U'七':
        case U'八':
        case U'九':
        case U'十':
        case U'百':
        case U'千':
        case U'万':
        case U'两': return true;
        default: return core::is_digit(atom.text);
    }
}

bool is_unit(const Atom& atom) {
    return kUnits.find(atom.text) != std::u32string_view::npos;
}

// Of words, but no mark among them (which itemize.hpp shapes with them).
bool is_of_words(CharClass c) {
    return c == CharClass::Latin || c == CharClass::LatinOpening || c == CharClass::LatinClosing ||
           c == CharClass::Other;
}

// An address of the web may be cut at its marks; GB/T, km/h and 2026/4/3 may not.
constexpr std::size_t kAddress = 16;

// The price of a break between `a` and `b`, both in a run of `length` atoms of Latin without a
// space.
BreakCost inside_word(const Atom& a, const Atom& b, std::size_t length) {
    if (a.text == U'-' && core::is_ascii_letter(b.text)) return kHyphen;
    if (length < kAddress) return kNeverBreak;
    if ((a.text == U'/' || a.text == U'?' || a.text == U'&' || a.text == U'_' || a.text == U'=') &&
        b.cls == CharClass::Latin && b.text != U'/')
        return kSolidus;
    return kNeverBreak;
}

// Between two ideographs, which is most of a text: only the sense has a price.
BreakCost between_han(const Atom& a, const Atom& b) {
    if (a.text == U'第' && is_numeral(b)) return kOrdinal;
    return is_numeral(a) && is_unit(b) ? kUnit : kFree;
}

BreakCost between(const Atom& a, const Atom& b, std::size_t run, Prohibition prohibition) {
    if (a.cls == CharClass::Han && b.cls == CharClass::Han && b.note < 0 && !a.ends_word &&
        !a.ends_label)
        return between_han(a, b);
    if (b.cls == CharClass::Mark) return kNeverBreak;
    // A blank to write on goes over as many lines as it is long.
    if (a.cls == CharClass::WideSpace && b.cls == CharClass::WideSpace && a.underline &&
        b.underline)
        return kRuledBlank;
    if (b.cls == CharClass::Space || b.cls == CharClass::WideSpace) return kNeverBreak;
    if (!may_end_line(a.cls, prohibition) || !may_start_line(b.cls, prohibition))
        return kNeverBreak;
    if (b.note >= 0 && a.note != b.note) return kNeverBreak;
    if (a.cls == CharClass::Dash && b.cls == CharClass::Dash) return kNeverBreak;
    if (a.cls == CharClass::Ellipsis && b.cls == CharClass::Ellipsis) return kNeverBreak;
    if (a.text == 0xA0 || a.text == 0x202F || a.text == 0x2007) return kNeverBreak;
    if (a.cls == CharClass::Space || a.ends_word) return kFree;
    if (a.ends_label) return kLabel;
    if (is_of_words(a.cls) && is_of_words(b.cls)) return inside_word(a, b, run);
    if (a.text == U'第' && is_numeral(b)) return kOrdinal;
    if (b.text == U'〔') return kYear;
    if (a.text == U'〕' && core::is_digit(b.text)) return kSerial;
    if (core::is_digit(a.text) && b.text == U'号') return kSerialUnit;
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
        ubrk_open(UBRK_LINE, "", text.data(), static_cast<int32_t>(text.size()), &status),
        &ubrk_close);
    if (U_FAILURE(status)) return;
    for (std::size_t i = begin; i + 1 < end; ++i)
        if (atoms[i + 1].text != 0 && atoms[i].break_after == kNeverBreak &&
            atoms[i + 1].cls != CharClass::Mark &&
            ubrk_isBoundary(breaks.get(), static_cast<int32_t>(start_of[i + 1 - begin])))
            atoms[i].break_after = kFree;
}

// A space of a whole character between two words, not one that spreads the letters of 国　务　院.
bool parts_words(const std::vector<Atom>& atoms, std::size_t i) {
    const auto is_space = [&](std::size_t k) { return atoms[k].cls == CharClass::WideSpace; };
    return is_space(i) && i >= 2 && i + 2 < atoms.size() && !is_space(i - 2) && !is_space(i + 2);
}

// Whether such a space stands within three characters of the break after `i`: the line had better
// end there.
bool is_near_space(const std::vector<Atom>& atoms, std::size_t i) {
    constexpr std::size_t kNear = 3;
    for (std::size_t k = i > kNear ? i - kNear : 0; k < std::min(i + 1 + kNear, atoms.size()); ++k)
        if (parts_words(atoms, k)) return true;
    return false;
}

// What a title's break after `i` costs: nothing before 《 and 关于 and after the joint 的 and where
// a space parts two words, little between words, much inside them. `depth`: how many brackets are
// open.
BreakCost price_in_title(const std::vector<Atom>& atoms, std::size_t i, int depth, bool boundary,
                         bool single) {
    constexpr BreakCost kBetweenWords = 6;
    constexpr BreakCost kInsideWord = 16;
    constexpr BreakCost kInsideBrackets = 8;
    constexpr BreakCost kNearSpace = 8;
    const Atom& a = atoms[i];
    const Atom& b = atoms[i + 1];
    if (parts_words(atoms, i)) return 0;
    BreakCost price = boundary && !single ? kBetweenWords : kInsideWord;
    const bool before_about = b.text == U'关' && i + 2 < atoms.size() && atoms[i + 2].text == U'于';
    if (b.cls == CharClass::Opening || before_about || a.cls == CharClass::Closing) price = 0;
    if (a.text == U'于' && i > 0 && atoms[i - 1].text == U'关') price = kInsideWord;
    if (b.text == U'的') price = kInsideWord;
    if (is_near_space(atoms, i)) price = static_cast<BreakCost>(price + kNearSpace);
    if (depth > 0) price = static_cast<BreakCost>(price + kInsideBrackets);
    return price;
}

}  // namespace

void find_break_points(std::vector<Atom>& atoms, Prohibition prohibition,
                       const std::vector<std::u32string>& texts) {
    std::size_t run_end = 0;
    std::size_t run = 0;
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        if (i >= run_end) {
            run_end = i;
            while (run_end < atoms.size() && is_of_words(atoms[run_end].cls)) ++run_end;
            run = run_end - i;
        }
        if (atoms[i].break_after == kForceBreak) continue;
        atoms[i].break_after = between(atoms[i], atoms[i + 1], run, prohibition);
    }
    for (std::size_t i = 0; i < atoms.size(); ++i) {
        if (atoms[i].cls != CharClass::Other) continue;
        std::size_t end = i;
        while (end < atoms.size() &&
               (atoms[end].cls == CharClass::Other || atoms[end].cls == CharClass::Mark))
            ++end;
        break_other_scripts(atoms, i, end, texts);
        i = end;
    }
    if (!atoms.empty()) atoms.back().break_after = kForceBreak;
}

void prefer_sense_breaks(std::vector<Atom>& atoms) {
    std::u16string text;
    std::vector<std::int32_t> start_of;
    for (const Atom& atom : atoms) {
        start_of.push_back(static_cast<std::int32_t>(text.size()));
        text +=
            atom.text != 0 && atom.text < 0x10000 ? static_cast<char16_t>(atom.text) : u'\uFFFC';
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBreakIterator, decltype(&ubrk_close)> words(
        ubrk_open(UBRK_WORD, "zh", text.data(), static_cast<std::int32_t>(text.size()), &status),
        &ubrk_close);
    if (U_FAILURE(status)) return;
    int depth = 0;  // inside 《》 and （）
    for (std::size_t i = 0; i + 1 < atoms.size(); ++i) {
        if (atoms[i].cls == CharClass::Opening) ++depth;
        if (atoms[i].cls == CharClass::Closing) depth = std::max(0, depth - 1);
        if (atoms[i].break_after < 0) continue;
        const bool boundary = ubrk_isBoundary(words.get(), start_of[i + 1]) != 0;
        // A word of one character belongs to the one before: 云岭|省, 管理|的.
        const bool single = boundary && atoms[i + 1].cls == CharClass::Han &&
                            i + 2 < atoms.size() &&
                            ubrk_isBoundary(words.get(), start_of[i + 2]) != 0;
        atoms[i].break_after = static_cast<BreakCost>(
            atoms[i].break_after + price_in_title(atoms, i, depth, boundary, single));
    }
}

}  // namespace gongbao::typeset
