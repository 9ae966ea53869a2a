// SPDX-License-Identifier: Apache-2.0
// Turns the text of a paragraph into atoms: which face sets each character, its cell, and the white
// space around it.
//
//   itemize: characters in their context → choose_face: a face a cluster → cells → spacing
//
// Han and full-width marks come from the fonts' tables; words of Latin and other scripts are shaped
// by HarfBuzz (set_words.cpp). Breaks are left open (break_points.hpp decides them).
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/text/atoms.hpp"
#include "typeset/text/choose_face.hpp"
#include "typeset/text/itemize.hpp"
#include "typeset/text/readings.hpp"

namespace gongbao::typeset {

class Shaper {
  public:
    /// The three must outlive the Shaper. `texts` takes clusters of several code points.
    Shaper(const FontBook& fonts, const Profile& profile, std::vector<std::u32string>& texts);

    /// The atoms of a paragraph, in reading order.
    /// Every character is set, a letter and its marks always by one face: what no font of the chain
    /// has becomes a visible 〓 (GETA MARK), what prints nothing is kept with the character before.
    /// Oddities are reported with `place` (choose_face.hpp).
    std::vector<Atom> shape(const std::vector<Segment>& segments, const std::string& place,
                            core::Diagnostics& findings);
    /// The readings above the paragraph that was shaped last, in order.
    const Readings& readings() const { return readings_; }

  private:
    using Choice = FontBook::Choice;
    using Index = std::size_t;

    // Each puts what begins at `i` and returns where the next begins.
    void put_readings(std::vector<Atom>& atoms, const std::string& place,
                      core::Diagnostics& findings);
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

    const Segment& segment_of(Index i) const { return (*segments_)[chars_[i].segment]; }
    Index cluster_end(Index begin) const;
    Atom atom_of(Index i, const Choice& choice) const;
    int shift_into_half(const Choice& choice);
    char32_t pooled(Index begin, Index end);
    void add_text(Atom& atom, char32_t c);

    const FontBook& fonts_;
    const Profile& profile_;
    std::vector<std::u32string>& texts_;
    FaceChooser faces_;
    std::map<std::pair<FaceId, std::uint32_t>, int> ink_shifts_;

    // Of the paragraph that is being shaped:
    const std::vector<Segment>* segments_ = nullptr;
    std::vector<Char> chars_;
    std::vector<Atom> atoms_;
    Readings readings_;
};

}  // namespace gongbao::typeset
