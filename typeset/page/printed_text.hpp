// SPDX-License-Identifier: Apache-2.0
// The words of a layout by paragraph, so that two versions can be compared as they are printed.
// Artifacts and the contents are left out, and white space with them; readings come behind their
// characters. Used by change_marks.hpp and lay_out.cpp.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "typeset/layout/layout.hpp"

namespace gongbao::typeset {

class PrintedText {
  public:
    explicit PrintedText(const Layout& layout);

    /// Paragraphs, cells and notes in the order of the structure tree.
    const std::vector<std::u32string>& paragraphs() const { return paragraphs_; }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// Index into paragraphs() of what `line` is part of.
    std::size_t paragraph_of(const PlacedLine& line) const { return paragraph_of_[line.node]; }
    /// How many characters the reading above `line` has, which is the base of one or has none.
    std::size_t reading_above(const PlacedLine& line) const;

  private:
    std::vector<std::u32string> paragraphs_;
    std::vector<std::size_t> paragraph_of_;      // by node
    std::map<NodeId, std::u32string> readings_;  // by the node of their characters
};

/// The characters of a glyph, white space left out.
std::u32string characters_of(const PlacedGlyph& glyph, const Layout& layout);

}  // namespace gongbao::typeset
