// SPDX-License-Identifier: Apache-2.0
// Lines of text as operators of a content stream: fonts, places, the codes of glyphs, and what the
// codes alone do not tell (ISO 32000-1, 9.4, 14.9). Used by page_content.cpp.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "typeset/layout/layout.hpp"
#include "typeset/pdf/content_state.hpp"
#include "typeset/pdf/font_set.hpp"
#include "typeset/pdf/languages.hpp"

namespace gongbao::typeset::pdf {

/// What the text of every page is written with.
struct TextSource {
    const Layout& layout;
    const FontSet& fonts;
    const Languages& languages;
};

class TextContent {
  public:
    /// Operators go to `out`, what they set is noted in `state`; all outlive the TextContent.
    TextContent(const TextSource& source, ContentState& state, std::string& out)
        : layout_(source.layout),
          fonts_(source.fonts),
          languages_(source.languages),
          state_(state),
          out_(out) {}

    /// Requires: a text object is open.
    void write(const PlacedLine& line);

  private:
    void write_runs(const PlacedLine& line, std::uint32_t begin, std::uint32_t end);
    void write_run(const PlacedLine& line, std::uint32_t begin, std::uint32_t end);
    void write_piece(const PlacedLine& line, std::uint32_t begin, std::uint32_t end,
                     const std::uint16_t* codes);
    void write_codes(const EmbeddedFont& font, std::uint32_t begin, std::uint32_t end, Length size,
                     Extent extra, const std::uint16_t* codes);
    void find_codes(std::uint32_t begin, std::uint32_t end);
    Extent common_extra(const EmbeddedFont& font, std::uint32_t begin, std::uint32_t end,
                        Length size);
    void set_outline(const GlyphStyle& style);
    void set_matrix(const PlacedLine& line, const PlacedGlyph& head, const GlyphStyle& style);

    const Layout& layout_;
    const FontSet& fonts_;
    const Languages& languages_;
    ContentState& state_;
    std::string& out_;
    // Of the run being written, here so that memory is asked for once:
    std::vector<std::uint16_t> codes_;
    std::vector<char> plain_;
    std::vector<Extent> extras_;
    std::string string_;
};

}  // namespace gongbao::typeset::pdf
