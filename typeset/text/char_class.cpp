// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/char_class.hpp"

#include <unicode/uchar.h>

#include <array>
#include <atomic>
#include <memory>
#include <string_view>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

struct Set {
    std::u32string_view members;
    CharClass value;
};

// CLREQ 3.1 sets A and B as listed in the reference, with the additions common in official texts.
// All stand in the Basic Multilingual Plane, each once.
constexpr Set kSets[] = {
    {U"「『（《〈【〖〔［｛〝｟〘〚", CharClass::Opening},
    {U"」』）》〉】〗〕］｝〞〟｠〙〛", CharClass::Closing},
    {U"“‘", CharClass::Opening},
    {U"”’", CharClass::Closing},
    {U"、，；：", CharClass::Pause},
    {U"。！？．", CharClass::Stop},
    {U"·・‧", CharClass::Interpunct},
    {U"～〜–—―", CharClass::Connector},
    {U"⸺⸻", CharClass::Dash},
    {U"…⋯", CharClass::Ellipsis},
    {U"／", CharClass::Solidus},
    {U"\u3000", CharClass::WideSpace},
    {U"\t", CharClass::Space},
    {U"([{$¥€£−", CharClass::LatinOpening},
    {U")]},.:;!?%‰°", CharClass::LatinClosing},
    {U"￥№§", CharClass::Prefix},
    {U"％℃℉々〻〆‼⁇⁈⁉㎡㎥㎏㎜㎝㎞", CharClass::Postfix},
    {U"※", CharClass::Han},
};

CharClass by_block(char32_t c) {
    if (core::is_han(c)) return CharClass::Han;
    const auto point = static_cast<UChar32>(c);
    const auto type = u_charType(point);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK ||
        type == U_COMBINING_SPACING_MARK || is_invisible(c))
        return CharClass::Mark;
    if (type == U_SPACE_SEPARATOR) return CharClass::Space;
    const auto width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
    if (c < 0x2E80) {
        // ①②③ Ⅰ ± × ÷ ≤ ≥ ■ △ and the like stand in the Han grid.
        if (width == U_EA_AMBIGUOUS && c >= 0x2100) return CharClass::Han;
        if (c >= 0x2000 && c < 0x2100) return CharClass::Latin;  // ‐ † • ′ ² ₂
        return c < 0x0590 ? CharClass::Latin : CharClass::Other;
    }
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH || width == U_EA_AMBIGUOUS
               ? CharClass::Han
               : CharClass::Other;
}

using Block = std::array<CharClass, 256>;

Block make_block(char32_t first) {
    Block block;
    for (char32_t i = 0; i < block.size(); ++i) block[i] = by_block(first + i);
    for (const Set& set : kSets)
        for (const char32_t member : set.members)
            if (member - first < block.size()) block[member - first] = set.value;
    return block;
}

// A block of the Basic Multilingual Plane, made when the first character of it is met. Two threads
// may make the same block; they make it alike, and one of them is kept.
const Block& block_of(char32_t c) {
    static std::array<std::atomic<const Block*>, 256> blocks{};
    auto& slot = blocks[c >> 8];
    const Block* block = slot.load(std::memory_order_acquire);
    if (block != nullptr) return *block;
    auto made = std::make_unique<Block>(make_block(c & 0xFF00));
    if (slot.compare_exchange_strong(block, made.get(), std::memory_order_acq_rel))
        return *made.release();
    return *block;
}

}  // namespace

CharClass classify(char32_t c) {
    return c < 0x10000 ? block_of(c)[c & 0xFF] : by_block(c);
}

bool is_invisible(char32_t c) {
    if (c == U'\t' || c == kLineBreak) return false;
    const auto point = static_cast<UChar32>(c);
    const auto type = u_charType(point);
    return type == U_CONTROL_CHAR || type == U_PARAGRAPH_SEPARATOR ||
           (c >= 0xFFF9 && c <= 0xFFFB) ||
           u_hasBinaryProperty(point, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) != 0;
}

bool is_ambiguous(char32_t c) {
    return c == U'“' || c == U'”' || c == U'‘' || c == U'’' || c == U'—' || c == U'–' ||
           c == U'―' || c == U'…' || c == U'·';
}

bool may_start_line(CharClass c, Prohibition prohibition) {
    if (prohibition == Prohibition::None) return c != CharClass::Mark;
    switch (c) {
        case CharClass::Closing:
        case CharClass::Pause:
        case CharClass::Stop:
        case CharClass::Interpunct:
        case CharClass::Connector:
        case CharClass::Solidus:
        case CharClass::LatinClosing:
        case CharClass::Postfix:
        case CharClass::Mark: return false;
        case CharClass::Dash:
        case CharClass::Ellipsis: return prohibition != Prohibition::Strict;
        default: return true;
    }
}

bool may_end_line(CharClass c, Prohibition prohibition) {
    if (prohibition == Prohibition::None) return true;
    switch (c) {
        case CharClass::Opening:
        case CharClass::LatinOpening:
        case CharClass::Prefix: return false;
        case CharClass::Solidus: return prohibition == Prohibition::Basic;
        default: return true;
    }
}

}  // namespace gongbao::typeset
