// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/controls.hpp"

#include <algorithm>
#include <vector>

#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {
namespace {

ControlText input_text(const GumboElement& input) {
    const std::string type = core::lower_case(attribute(input, "type"));
    const std::string value(attribute(input, "value"));
    const bool checked = has_attribute(input, "checked");
    if (type == "hidden") return {};
    if (type == "checkbox") return {checked ? "☑" : "☐", {}, false};
    if (type == "radio") return {checked ? "◉" : "○", {}, false};
    if (type == "submit" || type == "reset" || type == "button") return {{}, value, false};
    if (type == "image") return {{}, std::string(attribute(input, "alt")), false};
    if (type == "password" || type == "file" || type == "color" || type == "range") return {};
    if (!words_of(value).empty()) return {value, {}, false};
    return {{}, std::string(attribute(input, "placeholder")), true};
}

// Words that stand in a list but in no entry of it are never shown.
void collect_options(const GumboNode& node, std::vector<const GumboNode*>& options,
                     std::string& stray) {
    for (const GumboNode* child : children_of(node)) {
        if (is_tag(*child, GUMBO_TAG_OPTION))
            options.push_back(child);
        else if (is_text(*child))
            stray += child->v.text.text;
        else
            collect_options(*child, options, stray);
    }
}

std::string text_below(const GumboNode& node) {
    std::string text;
    if (holds_no_words(node)) return text;
    for (const GumboNode* child : children_of(node))
        text += is_text(*child) ? std::string(child->v.text.text) : text_below(*child);
    return tidy_white_space(text);
}

// A list of one line shows what is chosen, else its first entry; a taller one shows all.
ControlText select_text(const GumboNode& node) {
    std::vector<const GumboNode*> options;
    std::string stray;
    collect_options(node, options, stray);
    const auto is_chosen = [](const GumboNode* option) {
        return has_attribute(option->v.element, "selected");
    };
    const bool tall = has_attribute(node.v.element, "multiple") ||
                      std::atoi(std::string(attribute(node.v.element, "size")).c_str()) > 1;
    const auto last = std::find_if(options.rbegin(), options.rend(), is_chosen);
    const GumboNode* one = last != options.rend() ? *last : options.empty() ? nullptr : options[0];
    ControlText text;
    if (!words_of(stray).empty()) text.left_out = tidy_white_space(stray);
    for (const GumboNode* option : options) {
        const bool shown = tall ? is_chosen(option) : option == one;
        const std::string label(attribute(option->v.element, "label"));
        const std::string words = label.empty() ? text_below(*option) : label;
        std::string& target = shown ? text.shown : text.left_out;
        if (!words.empty()) target += (target.empty() ? "" : "、") + words;
        if (!label.empty() && words_of(label) != words_of(text_below(*option)))
            text.left_out += text_below(*option);
    }
    return text;
}

}  // namespace

ControlText control_text(const GumboNode& node) {
    return is_tag(node, GUMBO_TAG_SELECT) ? select_text(node) : input_text(node.v.element);
}

}  // namespace gongbao::editor::html
