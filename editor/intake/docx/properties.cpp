// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/docx/properties.hpp"

#include <algorithm>
#include <string_view>

#include "editor/intake/docx/xml_part.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Align;

constexpr int kFarthest = 100'000;  // beyond any sheet, in twentieths of a point
constexpr int kLargest = 3276;      // Word's largest type, in half points

std::optional<bool> switch_of(pugi::xml_node properties, const char* name) {
    const pugi::xml_node property = properties.child(name);
    return property ? std::optional(is_on(property)) : std::nullopt;
}

std::optional<bool> is_white(pugi::xml_node colour) {
    if (!colour) return std::nullopt;
    const std::string_view value = colour.attribute("w:val").value();
    return value == "FFFFFF" || value == "ffffff" || value == "white";
}

// "clear" on "auto" or white is paper.
bool is_shaded(pugi::xml_node properties) {
    const pugi::xml_node ground = properties.child("w:shd");
    const std::string_view pattern = ground.attribute("w:val").value();
    const std::string_view fill = ground.attribute("w:fill").value();
    return ground && ((pattern != "clear" && pattern != "nil") || ground.attribute("w:themeFill") ||
                      (!fill.empty() && fill != "auto" && fill != "FFFFFF"));
}

std::optional<VerticalPosition> vertical_of(std::string_view value) {
    if (value == "superscript") return VerticalPosition::Superscript;
    if (value == "subscript") return VerticalPosition::Subscript;
    if (value == "baseline") return VerticalPosition::Baseline;
    return std::nullopt;
}

std::optional<Align> align_of(std::string_view value) {
    if (value == "center") return Align::Center;
    if (value == "right" || value == "end") return Align::Right;
    if (value == "left" || value == "start") return Align::Left;
    if (value == "both" || value == "distribute") return Align::Justify;
    return std::nullopt;
}

// The first of two attributes that is there: transitional says left, strict says start.
std::optional<int> number_of(pugi::xml_node node, const char* name, const char* other = "") {
    pugi::xml_attribute attribute = node.attribute(name);
    if (!attribute) attribute = node.attribute(other);
    if (!attribute) return std::nullopt;
    return std::clamp(attribute.as_int(), -kFarthest, kFarthest);
}

void read_indent(pugi::xml_node indent, ParagraphProperties& properties) {
    properties.left = number_of(indent, "w:left", "w:start");
    properties.left_chars = number_of(indent, "w:leftChars", "w:startChars");
    properties.first_line = number_of(indent, "w:firstLine");
    properties.first_line_chars = number_of(indent, "w:firstLineChars");
    if (const auto hanging = number_of(indent, "w:hanging")) properties.first_line = -*hanging;
    const auto hanging_chars = number_of(indent, "w:hangingChars");
    if (hanging_chars && *hanging_chars != 0) properties.first_line_chars = -*hanging_chars;
}

TabStop read_stop(pugi::xml_node tab) {
    TabStop stop;
    const std::string_view kind = tab.attribute("w:val").value();
    stop.position = std::clamp(tab.attribute("w:pos").as_int(), -kFarthest, kFarthest);
    stop.to_right = kind == "right" || kind == "end" || kind == "decimal";
    stop.cleared = kind == "clear";
    stop.leader = leader_of(tab);
    return stop;
}

void put_stop(std::vector<TabStop>& stops, const TabStop& stop) {
    const auto at = std::lower_bound(
        stops.begin(), stops.end(), stop.position,
        [](const TabStop& known, int position) { return known.position < position; });
    if (at != stops.end() && at->position == stop.position)
        *at = stop;
    else
        stops.insert(at, stop);
}

template <typename T>
void take(std::optional<T>& under, const std::optional<T>& over) {
    if (over) under = over;
}

int in_characters(int twips, int size) {
    const int character = (size > 0 ? size : 21) * 10;  // Word's default in Chinese is 10.5 pt
    return twips * 100 / character;
}

}  // namespace

bool is_on(pugi::xml_node property) {
    const std::string_view value = property.attribute("w:val").value();
    return property && value != "0" && value != "false" && value != "off" && value != "none";
}

TabStop::Leader leader_of(pugi::xml_node tab) {
    const std::string_view leader = tab.attribute("w:leader").value();
    if (leader == "underscore" || leader == "heavy" || leader == "hyphen")
        return TabStop::Leader::Rule;
    return leader == "dot" || leader == "middleDot" ? TabStop::Leader::Dots : TabStop::Leader::None;
}

RunProperties read_run_properties(pugi::xml_node properties) {
    RunProperties run;
    run.bold = switch_of(properties, "w:b");
    run.italic = switch_of(properties, "w:i");
    run.hidden = switch_of(properties, "w:vanish");
    run.struck = switch_of(properties, "w:strike");
    run.double_struck = switch_of(properties, "w:dstrike");
    run.caps = switch_of(properties, "w:caps");
    run.small_caps = switch_of(properties, "w:smallCaps");
    run.underline = switch_of(properties, "w:u");
    run.white = is_white(properties.child("w:color"));
    if (is_shaded(properties) || properties.child("w:highlight")) run.shaded = true;
    run.emphasis = switch_of(properties, "w:em");
    run.vertical = vertical_of(value_of(properties, "w:vertAlign"));
    if (const pugi::xml_node size = properties.child("w:sz"))
        run.size = std::clamp(size.attribute("w:val").as_int(), 0, kLargest);
    run.fonts = read_fonts(properties.child("w:rFonts"));
    run.style = value_of(properties, "w:rStyle");
    return run;
}

ParagraphProperties read_paragraph_properties(pugi::xml_node properties) {
    ParagraphProperties paragraph;
    paragraph.align = align_of(value_of(properties, "w:jc"));
    read_indent(properties.child("w:ind"), paragraph);
    if (const pugi::xml_node outline = properties.child("w:outlineLvl")) {
        const int level = outline.attribute("w:val").as_int(9);
        paragraph.outline_level = level >= 0 && level < 9 ? level + 1 : 0;
    }
    paragraph.page_break_before = switch_of(properties, "w:pageBreakBefore");
    if (const pugi::xml_node borders = properties.child("w:pBdr")) {
        const std::string_view below = value_of(borders, "w:bottom");
        paragraph.ruled = !below.empty() && below != "nil" && below != "none";
    }
    if (is_shaded(properties)) paragraph.shaded = true;
    for (const pugi::xml_node tab : properties.child("w:tabs").children("w:tab"))
        put_stop(paragraph.tab_stops, read_stop(tab));
    const pugi::xml_node numbering = properties.child("w:numPr");
    if (const pugi::xml_node id = numbering.child("w:numId"))
        paragraph.numbering = id.attribute("w:val").value();
    if (const pugi::xml_node level = numbering.child("w:ilvl"))
        paragraph.numbering_level = level.attribute("w:val").as_int();
    return paragraph;
}

void lay_over(RunProperties& under, const RunProperties& over) {
    take(under.bold, over.bold);
    take(under.italic, over.italic);
    take(under.hidden, over.hidden);
    take(under.struck, over.struck);
    take(under.double_struck, over.double_struck);
    take(under.caps, over.caps);
    take(under.small_caps, over.small_caps);
    take(under.underline, over.underline);
    take(under.white, over.white);
    take(under.shaded, over.shaded);
    take(under.emphasis, over.emphasis);
    take(under.vertical, over.vertical);
    take(under.size, over.size);
    lay_over(under.fonts, over.fonts);
    if (!over.style.empty()) under.style = over.style;
}

void lay_over(ParagraphProperties& under, const ParagraphProperties& over) {
    take(under.align, over.align);
    take(under.left, over.left);
    take(under.left_chars, over.left_chars);
    take(under.first_line, over.first_line);
    take(under.first_line_chars, over.first_line_chars);
    take(under.outline_level, over.outline_level);
    take(under.page_break_before, over.page_break_before);
    take(under.ruled, over.ruled);
    take(under.shaded, over.shaded);
    for (const TabStop& stop : over.tab_stops) put_stop(under.tab_stops, stop);
    take(under.numbering, over.numbering);
    take(under.numbering_level, over.numbering_level);
}

int first_line_indent(const ParagraphProperties& properties, int size) {
    // A count of characters wins over a length, but Word writes 0 to say "use the length".
    const auto either = [size](std::optional<int> chars, std::optional<int> twips) {
        return chars.value_or(0) != 0 ? *chars : in_characters(twips.value_or(0), size);
    };
    return either(properties.left_chars, properties.left) +
           either(properties.first_line_chars, properties.first_line);
}

}  // namespace gongbao::editor::docx
