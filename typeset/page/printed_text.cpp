// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/printed_text.hpp"

#include <algorithm>

#include "core/text/text.hpp"

namespace gongbao::typeset {
namespace {

// By node: whether it is printed text of a document, not an artifact, not of the contents.
std::vector<bool> nodes_of_text(const Layout& layout) {
    std::vector<bool> text(layout.nodes.size(), false);
    for (NodeId node = kArtifact + 1; node < layout.nodes.size(); ++node) {
        const bool below_text = node == 1 || text[layout.nodes[node].parent];
        text[node] = below_text && layout.nodes[node].tag != Tag::TOC;
    }
    return text;
}

std::u32string characters_of(const PlacedLine& line, const Layout& layout) {
    std::u32string characters = layout.characters(line.first, line.first + line.count);
    std::erase_if(characters, core::is_space);
    return characters;
}

}  // namespace

std::u32string characters_of(const PlacedGlyph& glyph, const Layout& layout) {
    std::u32string characters;
    if (glyph.text >= kTextPool)
        characters = layout.texts[glyph.text - kTextPool];
    else if (glyph.text != 0)
        characters = glyph.text;
    std::erase_if(characters, core::is_space);
    return characters;
}

PrintedText::PrintedText(const Layout& layout) : paragraph_of_(layout.nodes.size(), kNone) {
    const std::vector<bool> text = nodes_of_text(layout);
    std::vector<std::u32string> by_block(layout.nodes.size());
    std::vector<NodeId> block_of(layout.nodes.size(), kArtifact);
    for (const Page& page : layout.pages)
        for (const PlacedLine& line : page.readings)
            if (text[line.node]) readings_[line.node - 1] = characters_of(line, layout);
    for (const Page& page : layout.pages)
        for (const PlacedLine& line : page.lines) {
            if (!text[line.node]) continue;
            const NodeId block = layout.block_of(line.node);
            block_of[line.node] = block;
            by_block[block] += characters_of(line, layout);
            if (const auto reading = readings_.find(line.node); reading != readings_.end())
                by_block[block] += reading->second;
        }
    std::vector<std::size_t> number(layout.nodes.size(), kNone);
    for (NodeId block = 0; block < by_block.size(); ++block) {
        if (by_block[block].empty()) continue;
        number[block] = paragraphs_.size();
        paragraphs_.push_back(std::move(by_block[block]));
    }
    for (NodeId node = 0; node < block_of.size(); ++node)
        if (block_of[node] != kArtifact) paragraph_of_[node] = number[block_of[node]];
}

std::size_t PrintedText::reading_above(const PlacedLine& line) const {
    const auto found = readings_.find(line.node);
    return found == readings_.end() ? 0 : found->second.size();
}

}  // namespace gongbao::typeset
