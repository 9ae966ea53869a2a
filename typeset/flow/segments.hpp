// SPDX-License-Identifier: Apache-2.0
// What a block looks like: its label, run-in heading and runs as segments of one face and size
// each.
#pragma once

#include <string>
#include <vector>

#include "core/document/document_fwd.hpp"
#include "core/document/inline.hpp"
#include "typeset/fonts/font_book.hpp"
#include "typeset/layout/layout.hpp"
#include "typeset/profile/profile.hpp"
#include "typeset/text/atoms.hpp"

namespace gongbao::typeset {

/// A footnote met while making segments.
struct NoteText {
    const core::Inline* run = nullptr;
    NodeId mark =
        kArtifact;  ///< the Link around its mark, once mark_notes (footnotes.hpp) has made it
};
/// Segment::note is an index into it.
using NoteTexts = std::vector<NoteText>;

class Segmenter {
  public:
    Segmenter(const FontBook& fonts, Layout& layout) : fonts_(fonts), layout_(layout) {}

    /// Label (with its gap), runs and footnote marks of `block` in `style`.
    std::vector<Segment> of(const core::Block& block, const TextStyle& style, NoteTexts& notes);
    std::vector<Segment> of(const core::Runs& runs, const TextStyle& style, NoteTexts& notes);
    /// Words of the profile itself: running heads, folios, contents.
    std::vector<Segment> of(std::string_view text, const TextStyle& style);

  private:
    Segment make_words(const core::Inline& run, const TextStyle& style);
    Segment make(std::u32string text, const std::string& role, const TextStyle& style,
                 core::Marks marks);

    const FontBook& fonts_;
    Layout& layout_;
};

}  // namespace gongbao::typeset
