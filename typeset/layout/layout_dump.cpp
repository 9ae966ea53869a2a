// SPDX-License-Identifier: Apache-2.0
#include "typeset/layout/layout_dump.hpp"

#include <cstdio>
#include <vector>

namespace gongbao::typeset {

std::string dump_layout(const Layout& layout) {
    std::string dump;
    std::vector<char> begun(layout.nodes.size());
    char head[128];
    for (std::size_t i = 0; i < layout.pages.size(); ++i) {
        const Page& page = layout.pages[i];
        dump +=
            "page " + std::to_string(i + 1) + " " + (page.label.empty() ? "-" : page.label) + "\n";
        for (std::size_t k = 0; k < page.lines.size();) {
            const PlacedLine& line = page.lines[k];
            const NodeId node = layout.block_of(line.node);
            const bool goes_on = node != kArtifact && begun[node] != 0;
            begun[node] = 1;
            Length width = 0;
            std::string words;
            do {
                width = page.lines[k].x + page.lines[k].width - line.x;
                words += layout.words_of(page.lines[k]);
            } while (++k < page.lines.size() && page.lines[k].continues);
            const std::string marks =
                std::string(page.lines[k - 1].turned ? "^" : "") + (goes_on ? "+" : "");
            std::snprintf(head, sizeof head, "%.2f %.2f %.2f %s%s ", line.x / 1000.0,
                          line.y / 1000.0, width / 1000.0, name_of(layout.nodes[node].tag),
                          marks.c_str());
            dump += head + words + "\n";
        }
        for (const PlacedLine& line : page.readings) {
            std::snprintf(head, sizeof head, "%.2f %.2f %.2f %s%s ", line.x / 1000.0,
                          line.y / 1000.0, line.width / 1000.0,
                          name_of(layout.nodes[line.node].tag), line.turned ? "^" : "");
            dump += head + layout.words_of(line) + "\n";
        }
        for (const PlacedDot& dot : page.dots) {
            std::snprintf(head, sizeof head, "%.2f %.2f %.2f dot\n", dot.centre.x / 1000.0,
                          dot.centre.y / 1000.0, dot.radius / 1000.0);
            dump += head;
        }
    }
    return dump;
}

}  // namespace gongbao::typeset
