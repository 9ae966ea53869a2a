// SPDX-License-Identifier: Apache-2.0
#include "typeset/page/place_box.hpp"

#include <algorithm>
#include <memory>

#include "typeset/page/page_reason.hpp"

namespace gongbao::typeset {
namespace {

// Where a box stands on the page, and which way: `foot` is where the x of a turned one begins.
struct Spot {
    Length x = 0;
    Length y = 0;
    Length foot = 0;
    bool turned = false;

    Point of(Length right, Length down) const {
        return turned ? Point{x + down, foot - right} : Point{x + right, y + down};
    }
    Rect of(const Rect& rect) const {
        if (!turned) return {x + rect.x, y + rect.y, rect.width, rect.height};
        return {x + rect.y, foot - rect.x - rect.width, rect.height, rect.width};
    }
};

// A part of a line that belongs to a node of its own.
struct LinePart {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    NodeId node = kArtifact;
};

std::vector<LinePart> parts_of(const BoxLine& line) {
    std::vector<LinePart> parts;
    for (const SpanRun& run : line.line.spans)
        parts.push_back({run.first, run.first + run.count,
                         line.span_nodes[static_cast<std::size_t>(run.span)]});
    return parts;
}

// The readings of `line` above it, each in a Ruby of its own below the line's node; the glyphs they
// stand over become parts.
void place_readings(const BoxLine& line, const Spot& spot, Layout& layout, Page& page,
                    std::vector<LinePart>& parts) {
    for (const SetRuby& reading : line.line.readings) {
        NodeId text = kArtifact;
        if (line.node != kArtifact) {
            const NodeId group = layout.add_node(Tag::Ruby, line.node);
            parts.push_back(
                {reading.first, reading.first + reading.count, layout.add_node(Tag::RB, group)});
            text = layout.add_node(Tag::RT, group);
        }
        const auto first = static_cast<std::uint32_t>(layout.glyphs.size());
        layout.glyphs.insert(layout.glyphs.end(), reading.glyphs.begin(), reading.glyphs.end());
        const Point origin =
            spot.of(line.x + line.line.glyphs[reading.first].x + reading.x, line.y - reading.rise);
        page.readings.push_back({origin.x, origin.y, first,
                                 static_cast<std::uint32_t>(reading.glyphs.size()), text,
                                 reading.width, false, spot.turned});
    }
    std::sort(parts.begin(), parts.end(),
              [](const LinePart& a, const LinePart& b) { return a.begin < b.begin; });
}

// Dots and rules below a line's characters, in their colour.
void place_marks(const BoxLine& line, const Spot& spot, const Layout& layout, Page& page) {
    const SetLine& set = line.line;
    if (set.dots.empty() && set.underlines.empty()) return;
    const auto color_of = [&](std::uint32_t glyph) {
        return layout.glyph_styles[set.glyphs[glyph].style].color;
    };
    for (const SetDot& dot : set.dots)
        page.dots.push_back({spot.of(line.x + set.glyphs[dot.glyph].x + dot.x, line.y + dot.y),
                             dot.radius, color_of(dot.glyph)});
    for (const Rect& rule : set.underlines)
        page.rules.push_back(
            {spot.of(Rect{line.x + rule.x, line.y + rule.y, rule.width, rule.height}),
             color_of(0)});
}

void place_line(const BoxLine& line, const Spot& spot, Layout& layout, Page& page) {
    const std::vector<PlacedGlyph>& glyphs = line.line.glyphs;
    std::vector<LinePart> parts = parts_of(line);
    if (!line.line.readings.empty()) place_readings(line, spot, layout, page, parts);
    place_marks(line, spot, layout, page);
    const auto base = static_cast<std::uint32_t>(layout.glyphs.size());
    const auto count = static_cast<std::uint32_t>(glyphs.size());
    layout.glyphs.insert(layout.glyphs.end(), glyphs.begin(), glyphs.end());
    // The line in pieces, where parts of it belong to nodes of their own.
    std::uint32_t at = 0;
    bool continues = false;
    const auto piece = [&](std::uint32_t end, NodeId node) {
        if (at == end && (continues || count > 0)) return;
        const Length from = continues ? glyphs[at].x : 0;
        const Length to = end < count ? glyphs[end].x : line.line.width;
        for (std::uint32_t i = base + at; i < base + end; ++i) layout.glyphs[i].x -= from;
        const Point origin = spot.of(line.x + from, line.y);
        page.lines.push_back(
            {origin.x, origin.y, base + at, end - at, node, to - from, continues, spot.turned});
        continues = true;
        at = end;
    };
    for (const LinePart& part : parts) {
        piece(part.begin, line.node);
        piece(part.end, part.node);
    }
    piece(count, line.node);
}

}  // namespace

void place_box(Box& box, Length x, Length y, Layout& layout, Page& page) {
    const Spot spot{x, y, y + box.height, box.turned};
    for (BoxLine& line : box.lines) {
        place_line(line, spot, layout, page);
        if (line.line.why != nullptr) {
            if (page.why == nullptr) page.why = std::make_shared<PageReason>();
            page.why->lines.push_back(line.line.why);
        }
        std::vector<PlacedGlyph>().swap(line.line.glyphs);
    }
    for (const PlacedRule& rule : box.rules) page.rules.push_back({spot.of(rule.rect), rule.color});
    for (const BoxPicture& picture : box.pictures)
        page.pictures.push_back({spot.of(picture.rect), picture.media, picture.node, box.turned});
}

}  // namespace gongbao::typeset
