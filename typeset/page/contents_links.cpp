// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/contents_links.hpp"

#include <algorithm>
#include <map>

namespace gongbao::typeset {

void add_contents_links(const std::vector<ContentsEntry>& entries, NodeId toc, PageSpan pages,
                        const Profile& profile, Layout& layout) {
    const TextStyle& style = profile.style(StyleName::ContentsEntry);
    std::map<NodeId, const ContentsEntry*> entry_of;
    std::size_t next = 0;
    for (NodeId node = toc + 1; node < layout.nodes.size() && next < entries.size(); ++node)
        if (layout.nodes[node].tag == Tag::Link &&
            layout.nodes[layout.nodes[node].parent].parent == toc)
            entry_of[node] = &entries[next++];
    for (std::size_t i = pages.begin; i < pages.end; ++i) {
        Page& page = layout.pages[i];
        NodeId last = kArtifact;
        for (const PlacedLine& line : page.lines) {
            const auto found = entry_of.find(line.node);
            if (found == entry_of.end()) continue;
            const Rect rect{profile.text_left(page.recto), line.y - style.size,
                            profile.text_width(), style.size * 5 / 4};
            if (line.node == last) {
                Rect& before = page.links.back().rect;
                before.height = std::max(before.height, rect.y + rect.height - before.y);
                continue;
            }
            last = line.node;
            page.links.push_back({rect, found->second->target, line.node, found->second->title});
        }
    }
}

}  // namespace gongbao::typeset
