// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/style.hpp"

#include <cstdlib>

#include "core/text.hpp"

namespace gongbao::editor::html {
namespace {

std::string lower_case(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

std::optional<core::Align> align_named(std::string_view name) {
    if (name == "center" || name == "-webkit-center") return core::Align::Center;
    if (name == "right" || name == "end") return core::Align::Right;
    if (name == "left" || name == "start") return core::Align::Left;
    if (name == "justify") return core::Align::Justify;
    return {};
}

// "18pt", "24px", "1.5em" of 12 pt, in half points; 0 for anything else.
int half_points(const std::string& size) {
    char* unit = nullptr;
    const double value = std::strtod(size.c_str(), &unit);
    if (unit == size.c_str() || value <= 0 || value > 1000) return 0;
    const std::string_view name(unit);
    if (name == "pt") return static_cast<int>(value * 2 + 0.5);
    if (name == "px") return static_cast<int>(value * 1.5 + 0.5);
    if (name == "em" || name == "rem") return static_cast<int>(value * 24 + 0.5);
    return 0;
}

void mark_by_tag(GumboTag tag, Look& look) {
    switch (tag) {
        case GUMBO_TAG_B:
        case GUMBO_TAG_STRONG:
        case GUMBO_TAG_TH: look.marks.add(core::Mark::Bold); break;
        case GUMBO_TAG_I:
        case GUMBO_TAG_EM: look.marks.add(core::Mark::Italic); break;
        case GUMBO_TAG_U: look.marks.add(core::Mark::Underline); break;
        case GUMBO_TAG_S:
        case GUMBO_TAG_STRIKE:
        case GUMBO_TAG_DEL: look.struck = true; break;
        case GUMBO_TAG_SUP: look.marks.add(core::Mark::Superscript); break;
        case GUMBO_TAG_SUB: look.marks.add(core::Mark::Subscript); break;
        case GUMBO_TAG_PRE: look.keeps_space = true; break;
        case GUMBO_TAG_CENTER: look.align = core::Align::Center; break;
        default: break;
    }
}

}  // namespace

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

std::string style_property(const GumboElement& element, std::string_view name) {
    std::string value;
    for (const std::string_view declaration : core::split(attribute(element, "style"), ';')) {
        const std::size_t colon = declaration.find(':');
        if (colon == std::string_view::npos) continue;
        if (lower_case(core::trim(declaration.substr(0, colon))) == name)
            value = lower_case(core::trim(declaration.substr(colon + 1)));
    }
    if (const std::size_t important = value.find("!important"); important != std::string::npos)
        value = std::string(core::trim(std::string_view(value).substr(0, important)));
    return value;
}

Look look_inside(const GumboElement& element, Look look) {
    mark_by_tag(element.tag, look);
    if (const auto align = align_named(lower_case(attribute(element, "align")));
        align && element.tag != GUMBO_TAG_TABLE && element.tag != GUMBO_TAG_IMG)
        look.align = *align;
    if (attribute(element, "style").empty()) return look;
    if (const auto align = align_named(style_property(element, "text-align"))) look.align = *align;
    const std::string weight = style_property(element, "font-weight");
    if (weight == "bold" || weight == "bolder" || std::atoi(weight.c_str()) >= 600)
        look.marks.add(core::Mark::Bold);
    if (style_property(element, "font-style") == "italic") look.marks.add(core::Mark::Italic);
    for (const char* property : {"text-decoration", "text-decoration-line"}) {
        const std::string lines = style_property(element, property);
        if (lines.find("underline") != std::string::npos) look.marks.add(core::Mark::Underline);
        if (lines.find("line-through") != std::string::npos) look.struck = true;
    }
    for (const char* property : {"text-emphasis", "text-emphasis-style", "-webkit-text-emphasis"})
        if (const std::string dots = style_property(element, property);
            !dots.empty() && !dots.starts_with("none"))
            look.marks.add(core::Mark::Emphasis);
    if (style_property(element, "vertical-align") == "super")
        look.marks.add(core::Mark::Superscript);
    if (style_property(element, "vertical-align") == "sub") look.marks.add(core::Mark::Subscript);
    if (const std::string family = style_property(element, "font-family"); !family.empty())
        look.kaiti =
            family.find("楷") != std::string::npos || family.find("kai") != std::string::npos;
    if (const int size = half_points(style_property(element, "font-size")); size > 0)
        look.size = size;
    if (style_property(element, "white-space").starts_with("pre")) look.keeps_space = true;
    return look;
}

int first_line_indent(const GumboElement& element) {
    const std::string indent = style_property(element, "text-indent");
    char* unit = nullptr;
    const double value = std::strtod(indent.c_str(), &unit);
    if (unit == indent.c_str() || value < -50 || value > 1000) return 0;
    const std::string_view name(unit);
    if (name == "em") return static_cast<int>(value * 100);
    if (name == "pt") return static_cast<int>(value * 100 / 16);
    if (name == "px") return static_cast<int>(value * 100 / 16);
    return 0;
}

bool is_hidden(const GumboElement& element) {
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    if (attribute(element, "style").empty()) return false;
    return style_property(element, "display") == "none" ||
           style_property(element, "visibility") == "hidden";
}

}  // namespace gongbao::editor::html
