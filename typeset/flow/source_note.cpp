// SPDX-License-Identifier: Apache-2.0
#include "typeset/flow/source_note.hpp"

#include <utility>

#include "core/document/document.hpp"
#include "core/text/text.hpp"
#include "typeset/flow/lines_to_boxes.hpp"

namespace gongbao::typeset {
namespace {

constexpr Length kRule = pt(0.5);
constexpr int kRulePart = 3;  ///< the rule's length, as a part of the measure

}  // namespace

std::string source_note(const std::string& citation, const core::Document& document,
                        const Profile& profile) {
    std::string words = core::replace_all(profile.offprint_note, "{citation}", citation);
    if (words.find("{digest}") == std::string::npos) return words;
    return core::replace_all(std::move(words), "{digest}", core::text_digest(document));
}

void add_source_note(const std::string& words, NodeId parent, Composer& composer, Stack& stack) {
    const Profile& profile = composer.profile();
    const TextStyle& style = profile.style(StyleName::SourceNote);
    const Length width = profile.text_width();
    const Length pitch = profile.line_of(style);
    const NodeId sect = composer.layout().add_node(Tag::Sect, parent);
    Box box;
    box.at_foot = true;
    box.before = profile.line;
    box.rules.push_back({{0, 0, width / kRulePart, kRule}, Color::Black});
    Length y = pitch / 3;
    for (const std::string_view part : core::split(words, '|')) {
        const NodeId node = composer.layout().add_node(Tag::P, sect);
        for (SetLine& line :
             composer.set(composer.segmenter().of(part, style), width, 0, TextAlign::Left,
                          core::Place(core::PlaceKind::Colophon))) {
            const Length x = line.offset;
            box.lines.push_back({x, y + base_line(style), std::move(line), node});
            y += pitch;
        }
    }
    box.height = y;
    stack.boxes.push_back(std::move(box));
}

}  // namespace gongbao::typeset
