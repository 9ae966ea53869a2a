// SPDX-License-Identifier: Apache-2.0
// One font file, opened: which glyph a code point has, how wide it is, and shaping of runs that
// need it.
//
// Han needs no shaping: a table of 256-entry pages, filled from the font on first use, answers 30
// times faster than a shaper. Latin and complex scripts go through HarfBuzz.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "typeset/fonts/cff.hpp"
#include "typeset/layout/geometry.hpp"

struct hb_face_t;
struct hb_font_t;

namespace gongbao::typeset {

/// A glyph and its advance in thousandths of an em.
struct Glyph {
    std::uint16_t id = 0;  ///< 0: the font has none
    std::uint16_t advance = 0;
};

/// Characters from `first` to `last`, both among them.
struct BarredRange {
    char32_t first = 0;
    char32_t last = 0;
};
/// Sorted, none overlapping.
using BarredRanges = std::vector<BarredRange>;

/// How far a glyph's drawn shape reaches from the base line, upwards, in thousandths of an em.
struct GlyphInk {
    int top = 0;
    int bottom = 0;
    int left = 0;  ///< from the glyph's origin
    int right = 0;
};

/// A glyph out of the shaper; lengths in thousandths of an em.
struct ShapedGlyph {
    std::uint32_t id = 0;
    std::uint32_t cluster = 0;  ///< index of the first code point it stands for
    std::int32_t advance = 0;
    std::int32_t dx = 0;
    std::int32_t dy = 0;
};

class FontFace {
  public:
    /// Opens the face `index` of `file`, which from then on has none of the characters `barred`,
    /// neither in the table nor as variants nor for the shaper. Throws: Error(Unavailable) naming
    /// the file.
    FontFace(std::string id, const std::filesystem::path& file, unsigned index,
             BarredRanges barred = {});
    ~FontFace();
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    const std::string& id() const { return id_; }
    Glyph glyph(char32_t c) const;
    bool has(char32_t c) const { return glyph(c).id != 0; }
    int advance_of(std::uint32_t glyph) const;  ///< thousandths of an em

    GlyphInk ink_of(std::uint32_t glyph) const;
    /// The shape that variation selector `selector` asks for; 0 when the font has none.
    std::uint32_t variant(char32_t c, char32_t selector) const;

    /// Shapes one run of one script; kerning on, ligatures off, so that each letter stays a glyph.
    /// Clusters come in reading order in either direction; invisible characters make no glyph. Runs
    /// met before are remembered: texts repeat their figures and words.
    std::vector<ShapedGlyph> shape(std::u32string_view run, bool right_to_left = false) const;

    hb_face_t* handle() const { return face_; }
    /// The font with no more tables than outlines and advances need, of which subsets are made on
    /// any thread; made when first asked for. The plan of a subset reads the whole cmap, even when
    /// that is to be dropped: in a small document a quarter of all work.
    hb_face_t* outlines() const;
    /// Its CFF table, read when first asked for; nothing for a glyf font.
    const std::optional<CffInfo>& cff() const;
    int units_per_em() const { return units_; }
    int ascent() const { return ascent_; }    ///< thousandths of an em, above the base line
    int descent() const { return descent_; }  ///< negative

  private:
    using Block = std::array<Glyph, 256>;
    const Block& block(std::size_t number) const;
    std::vector<ShapedGlyph> shape_anew(std::u32string_view run, bool right_to_left) const;

    std::string id_;
    hb_face_t* face_ = nullptr;
    hb_font_t* font_ = nullptr;
    int units_ = 1000;
    int ascent_ = 880;
    int descent_ = -120;
    // Blocks of the glyph table and shaped runs, made when first asked for, by whichever thread
    // asks.
    mutable std::array<std::atomic<const Block*>, 0x1100> blocks_{};
    mutable std::shared_mutex runs_guard_;
    mutable std::map<std::u32string, std::vector<ShapedGlyph>, std::less<>> runs_;
    mutable std::once_flag cff_read_;
    mutable std::optional<CffInfo> cff_;
    mutable std::once_flag outlines_made_;
    mutable hb_face_t* outlines_ = nullptr;
    BarredRanges barred_;
};

}  // namespace gongbao::typeset
