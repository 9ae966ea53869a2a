// SPDX-License-Identifier: Apache-2.0
#include "typeset/layout/layout.hpp"

#include <algorithm>
#include <array>

#include "core/text/text.hpp"

namespace gongbao::typeset {

const char* name_of(Tag tag) {
    static constexpr std::array<const char*, 33> kNames = {
        "Artifact", "Document", "Sect", "Part",    "H1",     "H2",    "H3",        "H4",    "H5",
        "H6",       "P",        "L",    "LI",      "Lbl",    "LBody", "Table",     "THead", "TBody",
        "TR",       "TH",       "TD",   "Caption", "Figure", "Note",  "Reference", "Link",  "TOC",
        "TOCI",     "Span",     "Form", "Ruby",    "RB",     "RT"};
    return kNames[static_cast<std::size_t>(tag)];
}

NodeId Layout::block_of(NodeId node) const {
    while (true) {
        switch (nodes[node].tag) {
            case Tag::Link:
            case Tag::Lbl:
            case Tag::Reference:
            case Tag::Span:
            case Tag::Ruby:
            case Tag::RB:
            case Tag::RT: break;
            default: return node;
        }
        // A link that is a paragraph by itself, as in the contents.
        const Tag above = nodes[nodes[node].parent].tag;
        if (above == Tag::TOCI || above == Tag::Sect) return node;
        // The label of a list's item: its paragraph stands in the LBody behind it.
        if (above == Tag::LI) return node + 2;
        node = nodes[node].parent;
    }
}

std::u32string Layout::characters(std::uint32_t begin, std::uint32_t end) const {
    std::u32string text;
    for (std::uint32_t i = begin; i < end; ++i) {
        const char32_t c = glyphs[i].text;
        if (c >= kTextPool)
            text += texts[c - kTextPool];
        else if (c != 0)
            text += c;
    }
    return text;
}

std::string Layout::words_of(const PlacedLine& line) const {
    return core::to_utf8(characters(line.first, line.first + line.count));
}

std::uint16_t Layout::style_index(const GlyphStyle& style) {
    const auto found = std::find(glyph_styles.begin(), glyph_styles.end(), style);
    if (found != glyph_styles.end())
        return static_cast<std::uint16_t>(found - glyph_styles.begin());
    glyph_styles.push_back(style);
    return static_cast<std::uint16_t>(glyph_styles.size() - 1);
}

}  // namespace gongbao::typeset
