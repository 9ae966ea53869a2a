// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/bidi.hpp"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <memory>
#include <string>

#include "typeset/text/itemize.hpp"

namespace gongbao::typeset {
namespace {

struct CloseBidi {
    void operator()(UBiDi* bidi) const { ubidi_close(bidi); }
};

bool is_odd(std::uint8_t level) {
    return (level & 1) != 0;
}

}  // namespace

bool runs_right_to_left(char32_t c) {
    // The blocks of right-to-left scripts, and the controls that make runs.
    if (c < 0x0590 || (c >= 0x0900 && c < 0x200F)) return false;
    if (c >= 0x2070 && c < 0xFB1D) return false;
    switch (u_charDirection(static_cast<UChar32>(c))) {
        case U_RIGHT_TO_LEFT:
        case U_RIGHT_TO_LEFT_ARABIC:
        case U_RIGHT_TO_LEFT_EMBEDDING:
        case U_RIGHT_TO_LEFT_OVERRIDE:
        case U_RIGHT_TO_LEFT_ISOLATE: return true;
        default: return false;
    }
}

void resolve_levels(std::vector<Char>& chars) {
    std::u16string text;
    text.reserve(chars.size());
    bool has_han = false;
    for (const Char& c : chars) {
        has_han = has_han || c.cls == CharClass::Han;
        if (c.c > 0xFFFF) {
            text += static_cast<char16_t>(0xD7C0 + (c.c >> 10));
            text += static_cast<char16_t>(0xDC00 + (c.c & 0x3FF));
        } else {
            text += static_cast<char16_t>(c.c);
        }
    }
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UBiDi, CloseBidi> bidi(ubidi_open());
    const UBiDiLevel base = has_han ? UBIDI_LTR : UBIDI_DEFAULT_LTR;
    ubidi_setPara(bidi.get(), text.data(), static_cast<std::int32_t>(text.size()), base, nullptr,
                  &status);
    const UBiDiLevel* levels = ubidi_getLevels(bidi.get(), &status);
    if (U_FAILURE(status) || levels == nullptr) return;
    std::size_t unit = 0;
    for (Char& c : chars) {
        c.level = levels[unit];
        unit += c.c > 0xFFFF ? 2 : 1;
    }
}

std::vector<Length> places_in_visual_order(const std::vector<Atom>& line) {
    const std::size_t count = line.size();
    std::vector<UBiDiLevel> levels(count);
    std::transform(line.begin(), line.end(), levels.begin(), [](const Atom& a) { return a.level; });
    std::vector<std::int32_t> order(count);
    ubidi_reorderVisual(levels.data(), static_cast<std::int32_t>(count), order.data());
    // The gap after atom i belongs to whichever of i and i + 1 lies deeper in no other run.
    std::vector<Length> left(count);
    std::vector<Length> right(count);
    for (std::size_t i = 0; i < count; ++i) {
        const bool to_next = i + 1 < count && levels[i] > levels[i + 1];
        const std::size_t owner = to_next ? i + 1 : i;
        const bool on_left = is_odd(levels[owner]) != to_next;
        (on_left ? left : right)[owner] += line[i].gap;
    }
    std::vector<Length> places(count);
    Length x = 0;
    for (const std::int32_t visual : order) {
        const auto i = static_cast<std::size_t>(visual);
        x += left[i];
        places[i] = x;
        x += line[i].advance + right[i];
    }
    return places;
}

}  // namespace gongbao::typeset
