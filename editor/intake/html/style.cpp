// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/style.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <optional>

#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"

namespace gongbao::editor::html {
namespace {

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
    if (name == "pt") return static_cast<int>(std::lround(value * 2));
    if (name == "px") return static_cast<int>(std::lround(value * 1.5));
    if (name == "em" || name == "rem") return static_cast<int>(std::lround(value * 24));
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

// The first font of a family, if it is one of signs.
std::string symbol_font_of(std::string_view family) {
    std::string first(core::trim(family.substr(0, family.find(','))));
    std::erase_if(first, [](char c) { return c == '"' || c == '\''; });
    return is_symbol_font(first) ? first : std::string();
}

// Of font-family, or what stands behind the size in font: 12pt/1.5 Wingdings.
std::string family_of(const GumboNode& node, const Styles& styles) {
    const std::string family = styles.value(node, "font-family");
    if (!family.empty()) return family;
    const std::string font = styles.value(node, "font");
    const std::size_t size = font.find_first_of("0123456789");
    const std::size_t gap = size == std::string::npos ? size : font.find(' ', size);
    return gap == std::string::npos ? std::string() : std::string(core::trim(font.substr(gap)));
}

std::string in_signs(std::string_view text, const std::string& font) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = core::next_code_point(text, at);
        const bool blank = core::is_space(c) || c < 0x20;
        core::append_utf8(out, blank ? c : symbol_of(font, c).value_or(unknown_sign(c)));
    }
    return out;
}

constexpr double kOffPage = 999;  // pixels

// The length in pixels, whatever its unit; nothing when it is no number.
std::optional<double> pixels(const std::string& length) {
    char* unit = nullptr;
    const double value = std::strtod(length.c_str(), &unit);
    if (unit == length.c_str()) return {};
    const std::string_view name(unit);
    return value * (name == "em" || name == "rem" ? 16 : name == "pt" ? 4.0 / 3 : 1);
}

bool is_off_page(const GumboNode& node, const Styles& styles) {
    if (const auto indent = pixels(styles.value(node, "text-indent"));
        indent && *indent < -kOffPage)
        return true;
    const std::string position = styles.value(node, "position");
    if (position != "absolute" && position != "fixed") return false;
    for (const char* side : {"left", "top", "right", "bottom"})
        if (const auto place = pixels(styles.value(node, side)); place && *place < -kOffPage)
            return true;
    const std::string clip = core::without_spaces(styles.value(node, "clip"));
    return clip.starts_with("rect(0") || clip.starts_with("rect(1px,1px,1px,1px");
}

bool is_cut_to_nothing(const GumboNode& node, const Styles& styles) {
    if (styles.value(node, "overflow") != "hidden") return false;
    for (const char* side : {"height", "width", "max-height", "max-width"})
        if (const auto length = pixels(styles.value(node, side)); length && *length == 0)
            return true;
    return false;
}

// Elements that a browser shows only when somebody opens them.
bool is_closed(const GumboElement& element) {
    return name_of(element) == "dialog" && !has_attribute(element, "open");
}

// One way of writing for the colours that pages name most.
std::string colour_of(std::string_view written) {
    const std::string name = core::without_spaces(core::lower_case(written));
    if (name == "white" || name == "#fff" || name == "rgb(255,255,255)") return "#ffffff";
    if (name == "black" || name == "#000" || name == "rgb(0,0,0)") return "#000000";
    if (name.size() == 4 && name[0] == '#')
        return {'#', name[1], name[1], name[2], name[2], name[3], name[3]};
    return name;
}

void colour(const GumboNode& node, const Styles& styles, Look& look) {
    std::string own = colour_of(styles.raw(node, "color"));
    if (own.empty() && node.v.element.tag == GUMBO_TAG_FONT)
        own = colour_of(attribute(node.v.element, "color"));
    if (!own.empty() && own != "inherit") look.colour = own;
    std::string ground = colour_of(styles.raw(node, "background-color"));
    if (ground.empty()) ground = colour_of(attribute(node.v.element, "bgcolor"));
    if (!ground.empty() && ground != "transparent" && ground != "none") look.background = ground;
    look.transparent = look.colour == "transparent" || look.colour == "rgba(0,0,0,0)";
    look.same_colour = !look.colour.empty() &&
                       look.colour == (look.background.empty() ? "#ffffff" : look.background);
}

void letter_forms(const GumboNode& node, const Styles& styles, Look& look) {
    const std::string transform = styles.value(node, "text-transform");
    using Letters = Look::Letters;
    if (transform == "uppercase")
        look.letters = Letters::Upper;
    else if (transform == "lowercase")
        look.letters = Letters::Lower;
    else if (transform == "capitalize")
        look.letters = Letters::Capitalised;
    else if (transform == "none")
        look.letters = Letters::AsWritten;
    const std::string caps =
        styles.value(node, "font-variant-caps") + " " + styles.value(node, "font");
    if (caps.find("small-caps") != std::string::npos ||
        caps.find("petite-caps") != std::string::npos)
        look.small_capitals = true;
    else if (caps.starts_with("normal"))
        look.small_capitals = false;
}

// WeChat serves the text of an article hidden, and its script shows it.
bool is_shown_by_script(const GumboNode& node) {
    return attribute(node.v.element, "id") == "js_content";
}

void visibility(const GumboNode& node, const Styles& styles, Look& look) {
    if (is_shown_by_script(node)) return;
    const std::string value = styles.value(node, "visibility");
    if (value == "hidden" || value == "collapse")
        look.invisible = true;
    else if (value == "visible" || value == "initial")
        look.invisible = false;
    const std::string size = styles.value(node, "font-size");
    if (const auto length = pixels(size); length && size.find('%') == std::string::npos) {
        const bool relative = size.ends_with("em") && !size.ends_with("rem");
        if (*length == 0)
            look.sizeless = true;
        else if (!relative)
            look.sizeless = false;
    } else if (!size.empty() && size.find('%') == std::string::npos && size != "inherit") {
        look.sizeless = false;
    }
}

bool is_list(GumboTag tag) {
    return tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_MENU ||
           tag == GUMBO_TAG_DIR;
}

// The attribute type of <ol>, <ul> and <li>, which tells capital letters from small ones.
std::string list_type_of(std::string_view type) {
    if (type == "1") return "decimal";
    if (type == "a") return "lower-alpha";
    if (type == "A") return "upper-alpha";
    if (type == "i") return "lower-roman";
    if (type == "I") return "upper-roman";
    const std::string name = core::lower_case(type);
    for (const char* known : {"disc", "circle", "square", "none"})
        if (name == known) return name;
    return {};
}

// The style sheet that every browser has (HTML Living Standard, 15.3.7), then the page's own.
void list_type(const GumboNode& node, const Styles& styles, Look& look) {
    const GumboElement& element = node.v.element;
    if (is_list(element.tag)) {
        const bool numbered = element.tag == GUMBO_TAG_OL;
        look.list_type = numbered          ? "decimal"
                         : look.lists == 0 ? "disc"
                         : look.lists == 1 ? "circle"
                                           : "square";
        ++look.lists;
    }
    if (is_list(element.tag) || element.tag == GUMBO_TAG_LI)
        if (std::string type = list_type_of(attribute(element, "type")); !type.empty())
            look.list_type = std::move(type);
    const std::string_view own = styles.raw(node, "list-style-type");
    if (!own.empty() && core::lower_case(own) != "inherit") look.list_type = std::string(own);
}

std::string upper(std::string_view text) {
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
        .toUpper(icu::Locale::getRoot())
        .toUTF8String(out);
    return out;
}

std::string lower(std::string_view text) {
    std::string out;
    icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())))
        .toLower(icu::Locale::getRoot())
        .toUTF8String(out);
    return out;
}

// The first letter of each word; a word that goes on from another node is not told apart.
std::string capitalised(std::string_view text) {
    std::string out;
    bool in_word = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = at;
        const char32_t c = core::next_code_point(text, at);
        const std::string_view one = text.substr(start, at - start);
        out += in_word ? std::string(one) : upper(one);
        in_word = !core::is_space(c) && !(c < 0x80 && !core::is_ascii_letter(c) && c != U'\'');
    }
    return out;
}

}  // namespace

bool has_rule_below(const GumboNode& node, const Styles& styles) {
    const std::string rule = styles.value(node, "border-bottom");
    return !rule.empty() && rule.find("none") == std::string::npos && !rule.starts_with("0");
}

Look look_inside(const GumboNode& node, const Styles& styles, Look look) {
    const GumboElement& element = node.v.element;
    mark_by_tag(element.tag, look);
    if (const auto align = align_named(core::lower_case(attribute(element, "align")));
        align && element.tag != GUMBO_TAG_TABLE && element.tag != GUMBO_TAG_IMG)
        look.align = *align;
    list_type(node, styles, look);
    if (core::lower_case(attribute(element, "dir")) == "rtl")
        look.right_to_left = true;
    else if (has_attribute(element, "dir"))
        look.right_to_left = false;
    if (element.tag == GUMBO_TAG_FONT && has_attribute(element, "face"))
        look.symbol_font = symbol_font_of(attribute(element, "face"));
    if (element.tag == GUMBO_TAG_FONT || has_attribute(element, "bgcolor") || styles.has_any(node))
        colour(node, styles, look);
    if (!styles.has_any(node)) return look;
    letter_forms(node, styles, look);
    visibility(node, styles, look);
    if (const std::string direction = styles.value(node, "direction"); !direction.empty())
        look.right_to_left = direction == "rtl";
    if (const auto align = align_named(styles.value(node, "text-align"))) look.align = *align;
    const std::string weight = styles.value(node, "font-weight");
    if (weight == "bold" || weight == "bolder" || std::atoi(weight.c_str()) >= 600)
        look.marks.add(core::Mark::Bold);
    if (styles.value(node, "font-style") == "italic") look.marks.add(core::Mark::Italic);
    for (const char* property : {"text-decoration", "text-decoration-line"}) {
        const std::string lines = styles.value(node, property);
        if (lines.find("underline") != std::string::npos) look.marks.add(core::Mark::Underline);
        if (lines.find("line-through") != std::string::npos) look.struck = true;
    }
    // A blank with a rule below is one to write on; words with one may as well be a link.
    if (element.tag == GUMBO_TAG_SPAN && has_rule_below(node, styles) && words_below(node).empty())
        look.marks.add(core::Mark::Underline);
    for (const char* property : {"text-emphasis", "text-emphasis-style", "-webkit-text-emphasis"})
        if (const std::string dots = styles.value(node, property);
            !dots.empty() && !dots.starts_with("none"))
            look.marks.add(core::Mark::Emphasis);
    if (styles.value(node, "vertical-align") == "super") look.marks.add(core::Mark::Superscript);
    if (styles.value(node, "vertical-align") == "sub") look.marks.add(core::Mark::Subscript);
    if (const std::string family = family_of(node, styles); !family.empty()) {
        look.symbol_font = symbol_font_of(family);
        look.kaiti =
            family.find("楷") != std::string::npos || family.find("kai") != std::string::npos;
    }
    if (const int size = half_points(styles.value(node, "font-size")); size > 0) look.size = size;
    if (styles.value(node, "white-space").starts_with("pre")) look.keeps_space = true;
    return look;
}

int first_line_indent(const GumboNode& node, const Styles& styles) {
    const std::string indent = styles.value(node, "text-indent");
    char* unit = nullptr;
    const double value = std::strtod(indent.c_str(), &unit);
    if (unit == indent.c_str() || value < -50 || value > 1000) return 0;
    const std::string_view name(unit);
    if (name == "em") return static_cast<int>(value * 100);
    if (name == "pt") return static_cast<int>(value * 100 / 16);
    if (name == "px") return static_cast<int>(value * 100 / 16);
    return 0;
}

bool is_hidden(const GumboNode& node, const Styles& styles) {
    const GumboElement& element = node.v.element;
    const std::string display = styles.value(node, "display");
    if (display == "none") return true;
    if (display.empty() && (has_attribute(element, "hidden") || is_closed(element))) return true;
    if (!styles.has_any(node) || is_shown_by_script(node)) return false;
    const std::string opacity = styles.value(node, "opacity");
    if (!opacity.empty() && std::strtod(opacity.c_str(), nullptr) == 0 && opacity[0] != 'i')
        return true;
    return is_off_page(node, styles) || is_cut_to_nothing(node, styles);
}

std::string as_printed(std::string_view text, const Look& look) {
    using Letters = Look::Letters;
    std::string out(text);
    if (!look.symbol_font.empty()) return in_signs(text, look.symbol_font);
    if (look.letters == Letters::Lower) out = lower(out);
    if (look.letters == Letters::Capitalised) out = capitalised(out);
    if (look.letters == Letters::Upper || look.small_capitals) out = upper(out);
    return out;
}

}  // namespace gongbao::editor::html
