// SPDX-License-Identifier: Apache-2.0
// A layout as a tagged PDF 1.7: subset fonts, structure tree, bookmarks, links, page labels, zh-CN,
// XMP, sRGB output intent. Of the job it knows the display list and what is to be attached.
#pragma once

#include <string>

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/pdf/attachments.hpp"
#include "typeset/pdf/metadata.hpp"

namespace gongbao::typeset::pdf {

/// What a print carries beyond its pages.
struct Finish {
    std::vector<Attachment> attachments;
    bool signature_field = false;
    Length bleed = -1;  ///< for the printing house; below 0: no marks, the page as it is read
};

/// The file's bytes; the same for the same arguments.
/// Writes: to `findings`, a picture that cannot be decoded.
std::string write_pdf(const Layout& layout, const FontBook& fonts, const Description& description,
                      core::Diagnostics& findings, const Finish& finish = {});

}  // namespace gongbao::typeset::pdf
