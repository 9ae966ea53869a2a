// SPDX-License-Identifier: Apache-2.0
// One paragraph into atoms: the steps of shape.hpp without its readings. Han and full-width marks
// come from the fonts' tables (shape_paragraph.cpp); words of Latin and other scripts are shaped by
// HarfBuzz (set_words.cpp).
#pragma once

#include <string>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "typeset/text/atoms.hpp"
#include "typeset/text/choose_face.hpp"
#include "typeset/text/ink_shifts.hpp"
#include "typeset/text/itemize.hpp"
#include "typeset/text/readings.hpp"
#include "typeset/text/text_rules.hpp"

namespace gongbao::typeset {

/// What every paragraph is shaped with.
struct ShapingMeans {
    const FontBook& fonts;
    const TextRules& rules;
    std::vector<std::u32string>& texts;  ///< takes clusters of several code points
    InkShifts& ink_shifts;
};

struct ShapedParagraph {
    std::vector<Atom> atoms;
    RubyGroups groups;  ///< point into the segments
};

/// As Shaper::shape, but for what stands above the paragraph.
ShapedParagraph shape_paragraph(const std::vector<Segment>& segments, const ShapingMeans& means,
                                const core::Place& place, core::Diagnostics& findings);

/// The paragraph that is being shaped. Used by shape_paragraph.cpp and set_words.cpp alone.
class ParagraphShaper {
  public:
    ParagraphShaper(const std::vector<Segment>& segments, const ShapingMeans& means);

    ShapedParagraph run(const core::Place& place, core::Diagnostics& findings);

  private:
    using Choice = FontBook::Choice;
    using Index = std::size_t;

    // Each puts what begins at `i` and returns where the next begins.
    Index put_next(Index i);
    bool put_plain_han(Index i);
    Index put_line_break(Index i);
    Index put_dashes(Index i);
    Index put_words(Index i);

    void put_wide(Index i, const Choice& choice);
    void put_wide(Index i);
    void put_narrow_mark(Index i);
    void put_space(Index i);
    void put_marked(Index begin, Index end);
    void put_variant(Index begin, Index end);
    void put_geta(Index begin, Index end);
    void put_invisible(Index i);
    void put_lone_marks(Index begin, Index end);
    void put_word(Index begin, Index end);
    void put_run(FaceId face, Index begin, Index end);
    void put_cluster(const ShapedGlyph* first, const ShapedGlyph* last, FaceId face, Index begin,
                     Index end);

    const Segment& segment_of(Index i) const { return segments_[chars_[i].segment]; }
    Index cluster_end(Index begin) const;
    Atom atom_of(Index i, const Choice& choice) const;
    char32_t pooled(Index begin, Index end);
    void add_text(Atom& atom, char32_t c);

    const std::vector<Segment>& segments_;
    const FontBook& fonts_;
    const TextRules& rules_;
    std::vector<std::u32string>& texts_;
    InkShifts& ink_shifts_;
    std::vector<Char> chars_;
    FaceChooser faces_;
    std::vector<Atom> atoms_;
};

}  // namespace gongbao::typeset
