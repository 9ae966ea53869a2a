// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/elements.hpp"

#include <string>
#include <string_view>

#include "editor/intake/html/style.hpp"
#include "editor/intake/html/tree.hpp"

namespace gongbao::editor::html {
namespace {

bool is_block_tag(GumboTag tag) {
    switch (tag) {
        case GUMBO_TAG_P:
        case GUMBO_TAG_DIV:
        case GUMBO_TAG_H1:
        case GUMBO_TAG_H2:
        case GUMBO_TAG_H3:
        case GUMBO_TAG_H4:
        case GUMBO_TAG_H5:
        case GUMBO_TAG_H6:
        case GUMBO_TAG_UL:
        case GUMBO_TAG_OL:
        case GUMBO_TAG_MENU:
        case GUMBO_TAG_DIR:
        case GUMBO_TAG_LI:
        case GUMBO_TAG_DL:
        case GUMBO_TAG_DT:
        case GUMBO_TAG_DD:
        case GUMBO_TAG_CENTER:
        case GUMBO_TAG_ADDRESS:
        case GUMBO_TAG_BLOCKQUOTE:
        case GUMBO_TAG_SECTION:
        case GUMBO_TAG_ARTICLE:
        case GUMBO_TAG_ASIDE:
        case GUMBO_TAG_NAV:
        case GUMBO_TAG_HEADER:
        case GUMBO_TAG_HGROUP:
        case GUMBO_TAG_FOOTER:
        case GUMBO_TAG_MAIN:
        case GUMBO_TAG_PRE:
        case GUMBO_TAG_XMP:
        case GUMBO_TAG_LISTING:
        case GUMBO_TAG_PLAINTEXT:
        case GUMBO_TAG_HR:
        case GUMBO_TAG_FORM:
        case GUMBO_TAG_FIELDSET:
        case GUMBO_TAG_LEGEND:
        case GUMBO_TAG_DETAILS:
        case GUMBO_TAG_SUMMARY:
        case GUMBO_TAG_FIGURE:
        case GUMBO_TAG_FIGCAPTION:
        case GUMBO_TAG_CAPTION:
        case GUMBO_TAG_BODY:
        case GUMBO_TAG_TD:
        case GUMBO_TAG_TH:
        case GUMBO_TAG_TR:
        case GUMBO_TAG_TABLE:
        case GUMBO_TAG_THEAD:
        case GUMBO_TAG_TFOOT:
        case GUMBO_TAG_TBODY: return true;
        default: return false;
    }
}

}  // namespace

bool is_block(const GumboNode& node, const Styles& styles) {
    const std::string display = styles.value(node, "display");
    if (display.empty() || display == "contents")
        return is_block_tag(node.v.element.tag) || name_of(node.v.element) == "dialog";
    return !display.starts_with("inline") && display != "ruby" && !display.starts_with("ruby-");
}

bool is_list(GumboTag tag) {
    return tag == GUMBO_TAG_OL || tag == GUMBO_TAG_UL || tag == GUMBO_TAG_MENU ||
           tag == GUMBO_TAG_DIR;
}

int heading_level(const GumboNode& node) {
    const GumboElement& element = node.v.element;
    switch (element.tag) {
        case GUMBO_TAG_H1: return 1;
        case GUMBO_TAG_H2: return 2;
        case GUMBO_TAG_H3: return 3;
        case GUMBO_TAG_H4: return 4;
        case GUMBO_TAG_H5: return 5;
        case GUMBO_TAG_H6: return 6;
        default: break;
    }
    if (attribute(element, "role") != "heading") return 0;
    const std::string_view level = attribute(element, "aria-level");
    return level.size() == 1 && level[0] >= '1' && level[0] <= '9' ? level[0] - '0' : 2;
}

bool is_ruled_blank_element(const GumboNode& node, const Styles& styles) {
    bool wide = false;
    for (const char* property : {"width", "min-width", "padding", "padding-left", "padding-right"})
        wide = wide || !styles.value(node, property).empty();
    return wide && has_rule_below(node, styles) && words_below(node).empty() &&
           node.v.element.tag != GUMBO_TAG_TD && node.v.element.tag != GUMBO_TAG_TABLE &&
           node.v.element.tag != GUMBO_TAG_TR;
}

}  // namespace gongbao::editor::html
