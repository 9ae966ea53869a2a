// SPDX-License-Identifier: Apache-2.0
// A page's content stream: its display list as operators, each line inside the marked content of its node.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout.hpp"
#include "typeset/pdf/embedded_font.hpp"

namespace gongbao::typeset::pdf {

/// The fonts of a file, by face; made when a page first uses one.
class FontSet {
  public:
    FontSet(const FontBook& fonts, const Layout& layout, ObjectFile& file)
        : fonts_(fonts), layout_(layout), file_(file) {}
    EmbeddedFont& of(std::uint16_t face);
    void write();
    /// "/F1 5 0 R/F2 …", the entries of a Font resource dictionary.
    std::string resources() const;

  private:
    const FontBook& fonts_;
    const Layout& layout_;
    ObjectFile& file_;
    std::map<std::uint16_t, std::unique_ptr<EmbeddedFont>> fonts_used_;
};

struct PageContent {
    std::string operators;
    std::vector<NodeId> node_of_mcid;   ///< index: the marked-content identifier on this page
    std::vector<const PlacedPicture*> pictures;  ///< drawn as /I0, /I1 …
};

PageContent write_content(const Page& page, const Layout& layout, FontSet& fonts);

}  // namespace gongbao::typeset::pdf
