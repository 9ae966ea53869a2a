// SPDX-License-Identifier: Apache-2.0
// A page of a layout as one SVG file: the true page for the editors' live preview and for page
// pictures in the archive. Looks as the PDF of the same layout does; knows nothing of it.
//
//   page = title, words (desc), outlines (defs), pictures, rules, glyphs (use), links
//
// Lengths inside are hundredths of a point; each glyph's outline stands once, under a name that
// says the same face and glyph in every page of one font catalogue, so that several pages may share
// a document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>

#include "typeset/layout/layout.hpp"
#include "typeset/svg/outlines.hpp"

namespace gongbao::typeset::svg {

struct PageOptions {
    /// Read aloud and shown as a tip; empty: the documents' titles on the page and its number.
    std::string title;
    /// Where the picture of another page (from 0) stands; without it the page has no links.
    std::function<std::string(std::uint32_t page)> address;
};

/// Page `page` (from 0) of `layout`. Same layout and fonts: same bytes.
/// Requires: page < layout.pages.size(), and `outlines` of the font book the layout was set with.
std::string write_page(const Layout& layout, std::size_t page, Outlines& outlines,
                       const PageOptions& options = {});

}  // namespace gongbao::typeset::svg
