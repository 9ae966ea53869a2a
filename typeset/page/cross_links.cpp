// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/cross_links.hpp"

#include <unordered_map>

namespace gongbao::typeset {
namespace {

std::uint32_t target_of(const CrossReference& reference,
                        const std::map<std::string, std::uint32_t>& documents,
                        const Layout& layout) {
    if (reference.anchor >= 0)
        return layout.anchors[static_cast<std::size_t>(reference.anchor)].target;
    const auto found = documents.find(reference.document);
    return found == documents.end() ? kNoTarget : found->second;
}

Rect rect_of(const PlacedLine& line, const Layout& layout) {
    const GlyphStyle& look = layout.glyph_styles[layout.glyphs[line.first].style];
    const Length above = look.rise + look.size * 88 / 100;
    const Length height = look.size * 11 / 10;
    if (line.turned) return {line.x - above, line.y - line.width, height, line.width};
    return {line.x, line.y - above, line.width, height};
}

struct Leading {
    std::uint32_t target = kNoTarget;
    const CrossReference* reference = nullptr;
};

}  // namespace

void link_references(const std::map<std::string, std::uint32_t>& documents, Layout& layout) {
    if (layout.references.empty()) return;
    std::unordered_map<NodeId, Leading> leading;
    for (const CrossReference& reference : layout.references)
        leading[reference.node] = {target_of(reference, documents, layout), &reference};
    for (Page& page : layout.pages)
        for (PlacedLine& line : page.lines) {
            const auto found = leading.find(line.node);
            if (found == leading.end()) continue;
            const auto& [target, reference] = found->second;
            if (target == kNoTarget || line.count == 0) {
                line.node = layout.nodes[line.node].parent;
                continue;
            }
            page.links.push_back(
                {rect_of(line, layout), target, line.node,
                 reference->contents.empty() ? layout.words_of(line) : reference->contents});
        }
}

}  // namespace gongbao::typeset
