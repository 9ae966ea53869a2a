// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/cross_links.hpp"

#include <unordered_map>

#include "core/text.hpp"

namespace gongbao::typeset {
namespace {

std::uint32_t target_of(const CrossReference& reference, const std::map<std::string, std::uint32_t>& documents,
                        const Layout& layout) {
    if (reference.anchor >= 0) return layout.anchors[static_cast<std::size_t>(reference.anchor)].target;
    const auto found = documents.find(reference.number);
    return found == documents.end() ? kNoTarget : found->second;
}

std::string words_of(const Layout& layout, const PlacedLine& line) {
    std::string words;
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        const char32_t c = layout.glyphs[i].text;
        if (c != 0 && c < kTextPool) core::append_utf8(words, c);
    }
    return words;
}

}  // namespace

void link_references(const std::map<std::string, std::uint32_t>& documents, Layout& layout) {
    if (layout.references.empty()) return;
    std::unordered_map<NodeId, std::uint32_t> targets;
    for (const CrossReference& reference : layout.references)
        targets[reference.node] = target_of(reference, documents, layout);
    for (Page& page : layout.pages)
        for (PlacedLine& line : page.lines) {
            const auto found = targets.find(line.node);
            if (found == targets.end()) continue;
            if (found->second == kNoTarget || line.count == 0) {
                line.node = layout.nodes[line.node].parent;
                continue;
            }
            const Length size = layout.glyph_styles[layout.glyphs[line.first].style].size;
            page.links.push_back({{line.x, line.y - size * 88 / 100, line.width, size * 11 / 10},
                                  found->second, line.node, words_of(layout, line)});
        }
}

}  // namespace gongbao::typeset
