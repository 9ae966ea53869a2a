// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/ink.hpp"

#include <algorithm>

namespace gongbao::typeset {

Ink ink_of(const SetLine& line, const Composer& composer) {
    Ink whole;
    bool any = false;
    for (const PlacedGlyph& glyph : line.glyphs) {
        const GlyphInk ink = composer.fonts().face(glyph.face).ink_of(glyph.glyph);
        if (ink.top == ink.bottom) continue;
        const GlyphStyle& style = composer.layout().glyph_styles[glyph.style];
        const Length base = style.rise + glyph.dy;
        const auto scaled = [&](int thousandths) {
            return base + em_part(style.size, thousandths);
        };
        whole.top = any ? std::max(whole.top, scaled(ink.top)) : scaled(ink.top);
        whole.bottom = any ? std::min(whole.bottom, scaled(ink.bottom)) : scaled(ink.bottom);
        any = true;
    }
    return whole;
}

}  // namespace gongbao::typeset
