// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/ink_shifts.hpp"

namespace gongbao::typeset {

int InkShifts::into_half(const FontBook::Choice& choice, const FontBook& fonts) {
    const auto [entry, is_new] = shifts_.emplace(std::make_pair(choice.face, choice.glyph.id), 0);
    if (is_new) {
        const GlyphInk ink = fonts.face(choice.face).ink_of(choice.glyph.id);
        if (ink.right > 500) entry->second = (ink.left + ink.right) / 2 - 250;
    }
    return entry->second;
}

}  // namespace gongbao::typeset
