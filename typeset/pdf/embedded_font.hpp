// SPDX-License-Identifier: Apache-2.0
// A font face as a Type 0 font in the PDF: which code each glyph is written with, the subset, its
// widths and its ToUnicode map (ISO 32000-1, 9.7; traps in the reference, pdf.md 1.2).
//
// Codes are numbered by frequency. A CID-keyed CFF font learns them as the CIDs of its charset, a
// glyf font by its CIDToGIDMap; a CFF font keyed by names keeps its glyph ids.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "typeset/fonts/font_face.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

class EmbeddedFont {
  public:
    /// `name` is the font's resource name, "F1"; `texts` is Layout::texts.
    EmbeddedFont(const FontFace& face, std::string name, ObjectId id,
                 const std::vector<std::u32string>& texts);

    /// First every glyph of the file is counted, with the text (as in PlacedGlyph) it alone stands
    /// for; 0: none, or a cluster together with others.
    void count(std::uint32_t glyph, char32_t text);
    /// Then the most frequent glyphs get the smallest codes, so that contents deflate well.
    void choose_codes();

    /// The two-byte code of a counted glyph.
    std::uint16_t code(std::uint32_t glyph) const { return used_[slot_[glyph] - 1u].code; }
    /// False when the glyph has no text of its own, one its code cannot tell (private use, unseen
    /// characters), or also stands for another: then the caller marks its cluster with ActualText.
    bool agrees(std::uint32_t glyph, char32_t text) const;
    int advance(std::uint32_t glyph) const { return used_[slot_[glyph] - 1u].advance; }

    const std::string& resource_name() const { return name_; }
    ObjectId id() const { return id_; }
    /// Makes the font program with the counted glyphs only. The costly step; any thread may take
    /// it.
    void make_subset();
    /// Writes the font's objects. Requires: make_subset() was called.
    void write(ObjectFile& file) const;

  private:
    struct Used {
        std::uint32_t glyph = 0;
        char32_t text = 0;
        std::uint32_t count = 0;
        std::uint16_t code = 0;
        std::int16_t advance = 0;
    };
    bool tells(char32_t text) const;
    std::u32string text_of(char32_t text) const;
    std::string to_unicode() const;
    std::string widths() const;
    std::vector<std::uint16_t> codes_of(const std::vector<std::uint32_t>& glyphs) const;
    static std::string glyph_map(const std::vector<std::uint16_t>& codes);

    const FontFace& face_;
    std::string name_;
    ObjectId id_;
    const std::vector<std::u32string>& texts_;
    bool cid_keyed_ = false;
    bool is_cff_ = false;
    std::vector<std::uint16_t> slot_;  ///< by glyph: 1 + index into used_, 0 when not used
    std::vector<Used> used_;
    std::string base_name_;         ///< of the subset, "ABCDEF+FandolFang-Regular"
    std::string program_;           ///< deflated
    std::size_t program_size_ = 0;  ///< before that
    std::string glyph_map_;         ///< CIDToGIDMap of a glyf font
};

}  // namespace gongbao::typeset::pdf
