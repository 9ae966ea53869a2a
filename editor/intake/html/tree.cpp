// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/tree.hpp"

#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {
namespace {

void collect_words(const GumboNode& node, std::string& words) {
    if (is_text(node)) words += words_of(std::string_view(node.v.text.text));
    if (holds_no_words(node)) return;
    for (const GumboNode* child : children_of(node)) collect_words(*child, words);
}

// A title that stands elsewhere swallowed words of the page.
bool is_in_head(const GumboNode& node) {
    return node.parent != nullptr && is_tag(*node.parent, GUMBO_TAG_HEAD);
}

}  // namespace

bool is_element(const GumboNode& node) {
    return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA ||
           node.type == GUMBO_NODE_WHITESPACE;
}

bool is_tag(const GumboNode& node, GumboTag tag) {
    return is_element(node) && node.v.element.tag == tag;
}

std::vector<const GumboNode*> children_of(const GumboNode& node) {
    std::vector<const GumboNode*> nodes;
    if (node.type != GUMBO_NODE_DOCUMENT && !is_element(node)) return nodes;
    const GumboVector& children =
        node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
    nodes.reserve(children.length);
    for (unsigned i = 0; i < children.length; ++i)
        nodes.push_back(static_cast<const GumboNode*>(children.data[i]));
    return nodes;
}

std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    if (name.data == nullptr) return {};
    gumbo_tag_from_original_text(&name);
    return core::lower_case(std::string_view(name.data, name.length));
}

std::string_view attribute(const GumboElement& element, const char* name) {
    const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool has_attribute(const GumboElement& element, const char* name) {
    return gumbo_get_attribute(&element.attributes, name) != nullptr;
}

bool holds_no_words(const GumboNode& node) {
    if (!is_element(node)) return false;
    const GumboElement& element = node.v.element;
    if (element.tag_namespace != GUMBO_NAMESPACE_HTML)
        return element.tag == GUMBO_TAG_STYLE || element.tag == GUMBO_TAG_SCRIPT;
    return element.tag == GUMBO_TAG_SCRIPT || element.tag == GUMBO_TAG_STYLE ||
           (element.tag == GUMBO_TAG_TITLE && is_in_head(node));
}

std::string words_below(const GumboNode& node) {
    std::string words;
    collect_words(node, words);
    return words;
}

}  // namespace gongbao::editor::html
