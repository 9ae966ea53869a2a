// SPDX-License-Identifier: Apache-2.0
// The parts of a line in another language than the document's (ISO 14289-1, 7.2): those whose
// script says which. They are marked in the page's content (ISO 32000-1, 14.9.2.2): a file without
// them is no byte larger.
#pragma once

#include <cstdint>
#include <vector>

#include "typeset/layout/layout.hpp"
#include "typeset/text/language.hpp"

namespace gongbao::typeset::pdf {

/// Neighbouring glyphs of a line, indices into Layout::glyphs.
struct LanguageRun {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    ScriptLanguage language = ScriptLanguage::None;
};

class Languages {
  public:
    explicit Languages(const Layout& layout);

    /// Those of `line`, in order; none in nearly every line.
    std::vector<LanguageRun> in(const PlacedLine& line) const;

  private:
    ScriptLanguage language_at(std::uint32_t glyph) const;

    const Layout& layout_;
    std::vector<Evidence>
        evidence_;  ///< by the node of a block; empty when no script tells a language
};

}  // namespace gongbao::typeset::pdf
