// SPDX-License-Identifier: Apache-2.0
// The fonts of a file, by face: those its glyphs use, with their codes chosen.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/pdf/embedded_font.hpp"

namespace gongbao::typeset::pdf {

class FontSet {
  public:
    FontSet(const FontBook& fonts, const Layout& layout, ObjectFile& file);
    const EmbeddedFont& of(std::uint16_t face) const { return *by_face_[face]; }
    std::size_t size() const { return fonts_.size(); }
    /// The costly part of font `i`; each may be made on a thread of its own.
    void make_subset(std::size_t i) { fonts_[i]->make_subset(); }
    void write(ObjectFile& file) const;
    /// "/F1 5 0 R/F2 …", the entries of a Font resource dictionary.
    std::string resources() const;

  private:
    std::vector<EmbeddedFont*> by_face_;
    std::vector<std::unique_ptr<EmbeddedFont>> fonts_;
};

/// The text of glyph `i` where it stands for it alone; 0 for one glyph of several that stand for a
/// cluster.
char32_t text_of_glyph_alone(const Layout& layout, std::uint32_t i);

}  // namespace gongbao::typeset::pdf
