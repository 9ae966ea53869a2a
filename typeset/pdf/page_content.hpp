// SPDX-License-Identifier: Apache-2.0
// A page's content stream: its display list as operators, each line inside the marked content of
// its node.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/pdf/embedded_font.hpp"
#include "typeset/pdf/languages.hpp"

namespace gongbao::typeset::pdf {

/// The fonts of a file, by face: those its glyphs use, with their codes chosen.
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

struct PageContent {
    std::string operators;
    std::vector<NodeId> node_of_mcid;  ///< index: the marked-content identifier on this page
    std::vector<const PlacedPicture*> pictures;  ///< drawn as /I0, /I1 …
};

PageContent write_content(const Page& page, const Layout& layout, const FontSet& fonts,
                          const Languages& languages);

}  // namespace gongbao::typeset::pdf
