// SPDX-License-Identifier: Apache-2.0
// Turns the text of a paragraph into atoms: which face sets each character, its class in its
// context, its cell, and the white space around it.
//
// Han and full-width marks come from the fonts' tables; words of Latin and other scripts are shaped by
// HarfBuzz, each distinct word once. Breaks are left open (break_points.hpp decides them).
#pragma once

#include <string>
#include <vector>

#include "core/diagnostic.hpp"
#include "typeset/profile.hpp"
#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

class Shaper {
  public:
    /// The three must outlive the Shaper. `texts` takes clusters of several code points.
    Shaper(const FontBook& fonts, const Profile& profile, std::vector<std::u32string>& texts);

    /// The atoms of a paragraph.
    /// Every character is set: one that no font of the chain has becomes a visible 〓 (GETA MARK) and is
    /// reported with `place`; a character from another face than the first is reported once a place.
    std::vector<Atom> shape(const std::vector<Segment>& segments, const std::string& place,
                            core::Diagnostics& findings);

  private:
    struct Char {
        char32_t c = 0;
        CharClass cls = CharClass::Han;
        bool narrow = false;   ///< set from the Latin face although its code point is ambiguous
        std::uint32_t segment = 0;
    };

    std::vector<Char> itemize(const std::vector<Segment>& segments) const;
    void put_wide(const Char& c, const Segment& segment, std::vector<Atom>& atoms);
    void put_word(const std::vector<Char>& chars, std::size_t begin, std::size_t end,
                  const Segment& segment, std::vector<Atom>& atoms);
    void put_run(FaceId face, std::u32string_view run, const Segment& segment,
                 std::vector<Atom>& atoms);
    void put_narrow_mark(const Char& c, const Segment& segment, std::vector<Atom>& atoms);
    FontBook::Choice choose(const Char& c, const Segment& segment);
    void space_out(std::vector<Atom>& atoms) const;
    void pad_to_grid(std::vector<Atom>& atoms) const;

    const FontBook& fonts_;
    const Profile& profile_;
    std::vector<std::u32string>& texts_;
    const std::string* place_ = nullptr;
    core::Diagnostics* findings_ = nullptr;
    std::u32string substituted_;  ///< of this paragraph, each once
    std::u32string missing_;
};

/// Words as Latin set them: letters, digits and the ASCII marks inside.
bool is_word_class(CharClass c);

}  // namespace gongbao::typeset
