// SPDX-License-Identifier: Apache-2.0
#include "typeset/svg/svg_text.hpp"

namespace gongbao::typeset::svg {
namespace {

const char* name_of_color(Color color) {
    switch (color) {
        case Color::Black: return "#000";
        case Color::Red: return "#cc0f14";
        case Color::Grey: return "#737373";
        case Color::Pale: return "#e6e6e6";
    }
    return "#000";
}

// `value` with `decimals` of them behind the point, noughts at the end left out.
void append_decimal(std::string& out, Extent value, int decimals) {
    if (value < 0) out += '-';
    std::string digits = std::to_string(value < 0 ? -value : value);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places) digits.insert(0, places + 1 - digits.size(), '0');
    std::string behind = digits.substr(digits.size() - places);
    while (!behind.empty() && behind.back() == '0') behind.pop_back();
    out.append(digits, 0, digits.size() - places);
    if (!behind.empty()) out += "." + behind;
}

// The Sect a node belongs to, or the Document.
NodeId section_of(const Layout& layout, NodeId node) {
    while (node > 1 && layout.nodes[node].tag != Tag::Sect) node = layout.nodes[node].parent;
    return node;
}

}  // namespace

Extent rounded(Extent a, Extent b) {
    return (a < 0 ? a - b / 2 : a + b / 2) / b;
}

void append_hundredths(std::string& out, Length length) {
    out += std::to_string(rounded(length, 10));
}

void append_thousandths(std::string& out, int number) {
    append_decimal(out, number, 3);
}

void append_millimetres(std::string& out, Length length) {
    append_decimal(out, rounded(Extent{length} * 254, 7200), 2);
    out += "mm";
}

void append_scale(std::string& out, Length size) {
    append_decimal(out, size, 4);
}

void append_fill(std::string& out, Color color) {
    if (color == Color::Black) return;
    out += " fill=\"";
    out += name_of_color(color);
    out += '"';
}

void append_outline(std::string& out, Color color, int width) {
    out += " stroke=\"";
    out += name_of_color(color);
    out += "\" stroke-width=\"" + std::to_string(width) + "\" stroke-linejoin=\"round\"";
}

void append_name(std::string& out, std::uint16_t face, std::uint32_t glyph) {
    out += 'f';
    out += std::to_string(face);
    out += '-';
    out += std::to_string(glyph);
}

std::string title_of(const Layout& layout, const Page& page) {
    std::string title;
    NodeId last = 0;
    for (const PlacedLine& line : page.lines) {
        const NodeId section = section_of(layout, line.node);
        if (section == last || section == kArtifact) continue;
        last = section;
        if (layout.nodes[section].title.empty()) continue;
        if (!title.empty()) title += " / ";
        title += layout.nodes[section].title;
    }
    if (!page.label.empty()) title += (title.empty() ? "" : " · ") + page.label;
    return title;
}

std::string words_of(const Layout& layout, const Page& page) {
    std::string words;
    for (const PlacedLine& line : page.lines) {
        if (line.node == kArtifact) continue;
        if (!words.empty()) words += '\n';
        words += layout.words_of(line);
    }
    return words;
}

}  // namespace gongbao::typeset::svg
