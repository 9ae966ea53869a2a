// SPDX-License-Identifier: Apache-2.0
// A font program with only the glyphs a file uses, by HarfBuzz's subsetter. Used by
// embedded_font.cpp.
#pragma once

#include <hb.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace gongbao::typeset::pdf {

// A table of a font, where the font file has it.
class FontTable {
  public:
    FontTable(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {}
    ~FontTable() { hb_blob_destroy(blob_); }
    FontTable(const FontTable&) = delete;
    FontTable& operator=(const FontTable&) = delete;

    std::string_view bytes() const {
        unsigned size = 0;
        const char* data = hb_blob_get_data(blob_, &size);
        return data == nullptr ? std::string_view() : std::string_view(data, size);
    }

  private:
    hb_blob_t* blob_;
};

struct FontSubset {
    std::string program;  ///< the CFF table alone, or the whole TrueType file
    std::vector<std::uint32_t>
        glyphs;  ///< which glyph of the font each of the subset's is, .notdef first
};

/// The subset of `outlines` (FontFace::outlines) with the glyphs `used` and those they are made of.
/// With `keep_ids` glyphs keep their numbers. The same bytes for the same set, whatever subsets
/// were made of it before. Throws: Error(Unavailable) when HarfBuzz cannot read the font.
FontSubset subset_font(hb_face_t* outlines, const std::vector<std::uint32_t>& used, bool keep_ids);

}  // namespace gongbao::typeset::pdf
