// SPDX-License-Identifier: Apache-2.0
// Atoms: a paragraph as the row of cells its lines are cut from. Each is one glyph in a cell with
// what may follow it: white space that gives, a break, nothing.
//
// Made by shape.hpp, broken by break_lines.hpp, spread by justify.hpp.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/geometry.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/text/char_class.hpp"

namespace gongbao::typeset {

/// A stretch of a paragraph's text in one look. U+2028 in `text` is a line break. Every member
/// decides how it is set, so every one is part of ParagraphStore::key.
struct Segment {
    std::u32string text;
    std::u32string reading = {};  ///< stands above `text`, which is one group then; empty: none
    RoleId role = 0;
    std::uint16_t style = 0;  ///< index into Layout::glyph_styles
    std::uint16_t reading_style = 0;
    Length size = 0;         ///< of that style
    int note = -1;           ///< a footnote's mark: which footnote
    std::int16_t span = -1;  ///< part of the paragraph with a node of its own: BoxLine::span_nodes
    bool label = false;      ///< the printed number of the block
    bool emphasis = false;   ///< 着重号 under each character
    bool underline = false;
};

/// In which step of CLREQ's order (reference 3.3) white space gives way; 0: it does not.
enum ShrinkStep : std::uint8_t {
    kNoShrink = 0,
    kShrinkWordSpace = 2,
    kShrinkInterpunct = 3,
    kShrinkBracket = 4,
    kShrinkPause = 5,
    kShrinkHanLatin = 6,
    kShrinkStop = 7,
};
enum StretchStep : std::uint8_t { kNoStretch = 0, kStretchWordSpace = 1, kStretchHanLatin = 2 };

/// The price of a break after an atom, in the units of line badness (break_lines.cpp).
using BreakCost = std::int16_t;
constexpr BreakCost kNeverBreak = -1;
constexpr BreakCost kForceBreak = -2;
constexpr BreakCost kNeverInGroup =
    -3;  ///< between characters with one reading: where all else fails, too

struct Atom {
    std::uint32_t glyph = 0;
    char32_t text = 0;  ///< as in PlacedGlyph
    FaceId face = 0;
    std::uint16_t style = 0;
    CharClass cls = CharClass::Han;
    ShrinkStep shrink_step = kNoShrink;
    StretchStep stretch_step = kNoStretch;
    bool trimmed = false;      ///< a blank half was already taken off
    bool spread_after = true;  ///< takes part when a line is spread evenly
    bool emphasis = false;
    bool underline = false;
    bool ends_label = false;  ///< the last of the paragraph's printed number
    bool ends_word = false;   ///< a zero-width space follows: a line may end here
    std::uint8_t level = 0;   ///< odd: part of a right-to-left run (bidi.hpp)
    BreakCost break_after = 0;
    std::int16_t note = -1;
    std::int16_t span = -1;
    Length size = 0;     ///< one em
    Length advance = 0;  ///< width of the cell
    Length dx = 0;       ///< from the cell's left end to the glyph's origin
    Length dy = 0;       ///< upwards
    Length gap = 0;      ///< white space after the cell
    Length shrink = 0;   ///< how much cell or gap can give, in shrink_step
    Length stretch = 0;  ///< how much the gap can take, in stretch_step
};

/// Neighbouring glyphs of a line that belong to one part of the paragraph: a link, a label.
struct SpanRun {
    std::uint32_t first = 0;  ///< index into SetLine::glyphs
    std::uint32_t count = 0;
    std::int16_t span = -1;  ///< as in Segment
};

/// 着重号 below a glyph.
struct SetDot {
    std::uint32_t glyph = 0;  ///< index into SetLine::glyphs
    Length x = 0;             ///< of its centre, from the glyph's origin
    Length y = 0;             ///< below the base line
    Length radius = 0;
};

/// A reading above some of a line's glyphs.
struct SetRuby {
    std::uint32_t first = 0;  ///< index into SetLine::glyphs
    std::uint32_t count = 0;
    std::vector<PlacedGlyph> glyphs;  ///< from the reading's own left end
    Length x = 0;                     ///< of that end, from the origin of glyph `first`
    Length rise = 0;                  ///< of its base line
    Length top = 0;                   ///< how high its ink stands above the line's base line
    Length size = 0;                  ///< of the characters it stands over
    Length width = 0;
};

struct LineReason;

/// A line out of a paragraph, its glyphs placed from its own left end.
struct SetLine {
    std::vector<PlacedGlyph> glyphs;
    std::vector<SpanRun> spans;     ///< in order; glyphs outside of them belong to the paragraph
    std::vector<SetRuby> readings;  ///< in order
    std::vector<SetDot> dots;
    std::vector<Rect> underlines;  ///< relative to the base line, y downwards
    std::vector<int> notes;        ///< footnotes whose marks stand in it
    Length width = 0;              ///< of what is set
    Length offset = 0;             ///< from the left end of the measure
    int stretch = 0;               ///< even spreading, thousandths of an em a gap (for reports)
    bool overfull = false;
    bool right_to_left = false;                  ///< of a paragraph that runs from right to left
    std::shared_ptr<const LineReason> why = {};  ///< line_reason.hpp; null unless asked for
};

}  // namespace gongbao::typeset
