// SPDX-License-Identifier: Apache-2.0
#include "editor/assembly/sections.hpp"

#include <algorithm>

namespace gongbao::editor {
namespace {

struct Section {
    std::string name;
    std::vector<DeskItem> items;
};

std::vector<Section> sections_of(const std::vector<DeskItem>& items) {
    std::vector<Section> sections;
    for (const DeskItem& item : items) {
        const auto known = std::find_if(sections.begin(), sections.end(), [&](const Section& one) {
            return one.name == item.section;
        });
        if (known == sections.end())
            sections.push_back({item.section, {item}});
        else
            known->items.push_back(item);
    }
    return sections;
}

std::vector<DeskItem> joined_sections(const std::vector<Section>& sections) {
    std::vector<DeskItem> items;
    for (const Section& section : sections)
        items.insert(items.end(), section.items.begin(), section.items.end());
    return items;
}

}  // namespace

std::vector<DeskItem> moved_in_section(const std::vector<DeskItem>& items, const DeskItem& item,
                                       int to) {
    std::vector<Section> sections = sections_of(items);
    for (Section& section : sections) {
        if (section.name != item.section) continue;
        std::erase_if(section.items,
                      [&](const DeskItem& one) { return one.document == item.document; });
        const int last = static_cast<int>(section.items.size()) + 1;
        section.items.insert(section.items.begin() + std::clamp(to, 1, last) - 1, item);
    }
    return joined_sections(sections);
}

std::vector<DeskItem> section_moved(const std::vector<DeskItem>& items, const std::string& section,
                                    int by_places) {
    std::vector<Section> sections = sections_of(items);
    const auto at = std::find_if(sections.begin(), sections.end(),
                                 [&](const Section& one) { return one.name == section; });
    if (at == sections.end() || by_places == 0) return items;
    if (by_places < 0 && at != sections.begin())
        std::iter_swap(at, at - 1);
    else if (by_places > 0 && at + 1 != sections.end())
        std::iter_swap(at, at + 1);
    return joined_sections(sections);
}

}  // namespace gongbao::editor
