// SPDX-License-Identifier: Apache-2.0
// A font face as a Type 0 font in the PDF: which code each glyph is written with, and at the end the subset,
// its widths and its ToUnicode map (ISO 32000-1, 9.7; traps in the reference, pdf.md 1.2).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "typeset/fonts/cff.hpp"
#include "typeset/fonts/font_face.hpp"
#include "typeset/pdf/object_file.hpp"

namespace gongbao::typeset::pdf {

class EmbeddedFont {
  public:
    /// `name` is the font's resource name, "F1"; `texts` is Layout::texts.
    EmbeddedFont(const FontFace& face, std::string name, ObjectId id,
                 const std::vector<std::u32string>& texts);

    /// The two-byte code of `glyph`, which is from now on part of the subset. `text` (as in
    /// PlacedGlyph, 0: none) is what it stands for. False in `agrees` when the glyph has no text of its
    /// own, a private-use one, or was met before with another: then the caller marks the run with
    /// ActualText.
    std::uint16_t code(std::uint32_t glyph, char32_t text, bool& agrees);
    int advance(std::uint32_t glyph) const { return used_[slot_[glyph] - 1u].advance; }

    const std::string& resource_name() const { return name_; }
    ObjectId id() const { return id_; }
    /// Writes the font's objects.
    void write(ObjectFile& file) const;

  private:
    struct Used {
        std::uint32_t glyph = 0;
        char32_t text = 0;
        std::uint16_t code = 0;
        std::int16_t advance = 0;
    };
    std::u32string text_of(char32_t text) const;
    std::string to_unicode() const;
    std::string widths() const;
    std::string subset_name(std::string_view program) const;

    const FontFace& face_;
    std::string name_;
    ObjectId id_;
    const std::vector<std::u32string>& texts_;
    CffInfo cff_;
    bool is_cff_ = false;
    std::vector<std::uint16_t> slot_;   ///< by glyph: 1 + index into used_, 0 when not used
    std::vector<Used> used_;
};

}  // namespace gongbao::typeset::pdf
