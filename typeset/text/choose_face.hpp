// SPDX-License-Identifier: Apache-2.0
// Which face sets a character or a cluster (a letter with its marks, never split over two faces),
// and the report of what the fonts could not give.
//
// Used by shape_paragraph.hpp; one chooser a paragraph.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/report/diagnostic.hpp"
#include "typeset/text/itemize.hpp"

namespace gongbao::typeset {

/// What people are told of a paragraph's characters.
enum class Oddity : std::uint8_t {
    Missing,       ///< no font has it: 〓 is printed
    Substituted,   ///< from another face than the first
    PlainVariant,  ///< no font has the variant that is asked for
    Invisible,     ///< kept, prints nothing
    LoneMark,      ///< a combining mark without a letter
};
constexpr std::size_t kOddities = 5;

class FaceChooser {
  public:
    /// For the paragraph of `chars`, which `segments` were itemized into; all outlive the chooser.
    FaceChooser(const FontBook& fonts, const std::vector<Char>& chars,
                const std::vector<Segment>& segments)
        : fonts_(fonts), chars_(chars), segments_(segments) {}

    /// For the character `i`; nothing when no face has it (not noted: put_geta's part).
    std::optional<FontBook::Choice> of(std::size_t i);
    /// One face for all that is seen of the cluster [begin, end).
    std::optional<FontBook::Choice> of(std::size_t begin, std::size_t end);
    /// The first face that has `wanted` (an outward equal, a stand-in) for the place of character
    /// `i`.
    std::optional<FontBook::Choice> of_other(std::size_t i, char32_t wanted) const;
    /// The face and glyph of the variant of `i` that `selector` asks for.
    std::optional<FontBook::Choice> variant(std::size_t i, char32_t selector) const;

    void note(Oddity oddity, std::size_t i);
    /// A finding for each kind of oddity noted: its characters, each once, the first one's
    /// surroundings.
    void report(core::Diagnostics& findings, const core::Place& place) const;

  private:
    struct Noted {
        std::u32string characters;
        std::size_t first = 0;
    };
    RoleId role(std::size_t i) const { return segments_[chars_[i].segment].role; }
    bool is_latin(std::size_t i) const;
    std::string words_around(std::size_t i) const;

    const FontBook& fonts_;
    const std::vector<Char>& chars_;
    const std::vector<Segment>& segments_;
    Noted noted_[kOddities];
};

}  // namespace gongbao::typeset
