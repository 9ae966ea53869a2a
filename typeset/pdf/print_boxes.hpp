// SPDX-License-Identifier: Apache-2.0
// What a printing house needs round a page: boxes for bleed and trim (ISO 32000-1, 14.11.2) and
// crop marks outside of what is printed.
#pragma once

#include <string>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset::pdf {

/// The edges of a page's boxes, in millipoints from the lower left corner of the trimmed page.
class PrintBoxes {
  public:
    PrintBoxes(const Layout& layout, Length bleed)
        : width_(layout.page_width), height_(layout.page_height), bleed_(bleed) {}

    /// "/MediaBox[…]/CropBox[…]/BleedBox[…]/TrimBox[…]" without bleed "/MediaBox[…]" alone.
    std::string entries() const;
    /// Operators that draw crop and centre marks as an artifact; nothing without bleed.
    std::string marks() const;

  private:
    /// From the trimmed edge to the edge of the sheet.
    Length margin() const;

    Length width_;
    Length height_;
    Length bleed_;  ///< below 0: the page as it is read, without marks
};

}  // namespace gongbao::typeset::pdf
