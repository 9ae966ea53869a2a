// SPDX-License-Identifier: Apache-2.0
// Pages as pictures on the command line: -o page.svg --page 3, -o page-%d.svg --page 3-5. Used by
// `typeset` and `issue preview`.
#pragma once

#include <optional>
#include <string>

#include "cli/context.hpp"
#include "typeset/typeset.hpp"

namespace gongbao::cli {

/// What was asked for: a file name and, maybe, pages.
struct PictureWish {
    std::string out;    ///< "%d" stands for the page
    std::string pages;  ///< "3", "3-5" or empty: all where `out` has a %d, else the first
};

/// Whether the name of the output asks for pictures of pages instead of a PDF.
bool wants_pictures(const std::string& out);

/// Throws: Error(Invalid) for pages of a PDF, and for pictures as a printing house asks for PDFs.
void refuse_contradictions(const PictureWish& wish, bool print_ready);

/// Throws: Error(Invalid) for pages that cannot be read, and for several without a %d in `out`.
std::optional<typeset::PageRange> wished_pages(const PictureWish& wish);

/// The file names that links between the pages use; nothing when there is one page only.
typeset::PageAddress addresses(const PictureWish& wish);

/// Writes each page to its file and tells how many. Throws: Error(Unavailable).
void write_pictures(const typeset::Preview& preview, const PictureWish& wish,
                    const Context& context);

}  // namespace gongbao::cli
