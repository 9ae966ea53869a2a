// SPDX-License-Identifier: Apache-2.0
// The words of a layout by paragraph, so that two versions can be compared as they are printed. Artifacts and
// the contents are left out, and white space with them. Used by change_marks.hpp and lay_out.cpp.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "typeset/layout.hpp"

namespace gongbao::typeset {

class PrintedText {
  public:
    explicit PrintedText(const Layout& layout);

    /// Paragraphs, cells and notes in the order of the structure tree.
    const std::vector<std::u32string>& paragraphs() const { return paragraphs_; }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// Index into paragraphs() of what `line` is part of.
    std::size_t paragraph_of(const PlacedLine& line) const { return paragraph_of_[line.node]; }

  private:
    std::vector<std::u32string> paragraphs_;
    std::vector<std::size_t> paragraph_of_;  // by node
};

/// The characters of a glyph, white space left out.
std::u32string characters_of(const PlacedGlyph& glyph, const Layout& layout);

}  // namespace gongbao::typeset
