// SPDX-License-Identifier: Apache-2.0
#include "typeset/pdf/font_set.hpp"

namespace gongbao::typeset::pdf {

char32_t text_of_glyph_alone(const Layout& layout, std::uint32_t i) {
    const bool alone = i + 1 == layout.glyphs.size() || layout.glyphs[i + 1].text != 0;
    return alone ? layout.glyphs[i].text : 0;
}

FontSet::FontSet(const FontBook& fonts, const Layout& layout, ObjectFile& file) {
    for (std::uint32_t i = 0; i < layout.glyphs.size(); ++i) {
        const PlacedGlyph& glyph = layout.glyphs[i];
        if (by_face_.size() <= glyph.face) by_face_.resize(glyph.face + 1u);
        EmbeddedFont*& font = by_face_[glyph.face];
        if (font == nullptr) {
            fonts_.push_back(std::make_unique<EmbeddedFont>(fonts.face(glyph.face),
                                                            "F" + std::to_string(fonts_.size() + 1),
                                                            file.reserve(), layout.texts));
            font = fonts_.back().get();
        }
        font->count(glyph.glyph, text_of_glyph_alone(layout, i));
    }
    for (const auto& font : fonts_) font->choose_codes();
}

void FontSet::write(ObjectFile& file) const {
    for (const auto& font : fonts_) font->write(file);
}

std::string FontSet::resources() const {
    std::string entries;
    for (const auto& font : fonts_)
        entries += "/" + font->resource_name() + " " + reference(font->id());
    return entries;
}

}  // namespace gongbao::typeset::pdf
