// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/notes.hpp"

#include <utility>

#include "editor/intake/docx/story.hpp"
#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {

NotePart open_notes(const Package& package, const Relationships& relationships, const char* type) {
    NotePart part;
    const auto found = relationships.of_type(type);
    if (found.empty() || found.front().external) return part;
    part.name = found.front().target;
    const auto bytes = package.read(part.name);
    if (!bytes) return part;
    part.tree = parse_part(*bytes, part.name);
    for (const pugi::xml_node entry : part.tree.document_element().children()) {
        const std::string_view kind = entry.attribute("w:type").value();
        const std::string_view name = entry.name();
        const bool is_entry = name == "w:footnote" || name == "w:endnote" || name == "w:comment";
        if (is_entry && (kind.empty() || kind == "normal"))
            part.by_id.emplace(entry.attribute("w:id").value(), entry);
    }
    return part;
}

core::Runs read_note_text(Reading& reading, pugi::xml_node note, const core::Place& place) {
    core::Runs text;
    for (core::Runs& paragraph : flatten(Story(reading, note, place).read(), reading, place)) {
        if (!text.empty()) text.push_back(core::line_break());
        for (core::Inline& run : paragraph) text.push_back(std::move(run));
    }
    return text;
}

}  // namespace gongbao::editor::docx
