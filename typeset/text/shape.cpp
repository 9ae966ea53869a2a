// SPDX-License-Identifier: Apache-2.0
#include "typeset/text/shape.hpp"

#include "typeset/text/shape_paragraph.hpp"

namespace gongbao::typeset {
namespace {

// A reading is a paragraph of one line.
Segment reading_of(const Segment& base) {
    Segment segment;
    segment.text = base.reading;
    segment.role = base.role;
    segment.style = base.reading_style;
    segment.size = base.size / 2;
    return segment;
}

}  // namespace

ShapedText Shaper::shape(const std::vector<Segment>& segments, const TextRules& rules,
                         const core::Place& place, core::Diagnostics& findings) {
    const ShapingMeans means{fonts_, rules, texts_, ink_shifts_};
    ShapedParagraph shaped = shape_paragraph(segments, means, place, findings);
    ShapedText text{std::move(shaped.atoms), {}};
    for (const RubyGroup& group : shaped.groups) {
        const std::vector<Segment> reading{reading_of(*group.segment)};
        const std::vector<Atom> own = shape_paragraph(reading, means, place, findings).atoms;
        text.rubies.push_back(set_ruby(group, own, fonts_));
    }
    if (!text.rubies.empty()) make_room(text.rubies, rules.grid, text.atoms);
    return text;
}

}  // namespace gongbao::typeset
