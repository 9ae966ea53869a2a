// SPDX-License-Identifier: Apache-2.0
// The readings of a page: the part of PageReader that reads them.
#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/html/chrome.hpp"
#include "editor/intake/html/elements.hpp"
#include "editor/intake/html/page.hpp"
#include "editor/intake/html/page_reader.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {

void PageReader::read_ruby(const GumboNode& node, const Look& look) {
    for (const GumboNode* child : children_of(node)) {
        if (is_tag(*child, GUMBO_TAG_RP)) pass_over_brackets(*child);
        if (!is_tag(*child, GUMBO_TAG_RTC)) continue;
        for (const GumboNode* inner : children_of(*child))
            if (is_tag(*inner, GUMBO_TAG_RP)) pass_over_brackets(*inner);
    }
    for (const RubyPart& part : ruby_parts(node)) {
        if (part.reading != nullptr && add_ruby(part, look)) continue;
        for (const GumboNode* base : part.base) read_node(*base, look);
        if (part.reading == nullptr) continue;
        const std::string reading = words_below(*part.reading);
        if (!reading.empty())
            findings_.push_back({core::Level::Warning,
                                 here(),
                                 {"intake.ruby_apart", {{"reading", reading}}},
                                 core::excerpt(words_below(node))});
        read_node(*part.reading, look);
    }
}

// False, with nothing read, unless base and reading are characters and nothing else.
bool PageReader::add_ruby(const RubyPart& part, Look look) {
    std::string base;
    std::string reading;
    Look reading_look = look;
    for (const GumboNode* node : part.base)
        if (!add_characters(*node, base, look)) return false;
    if (!add_characters(*part.reading, reading, reading_look)) return false;
    if (!look.is_shown() || !reading_look.is_shown()) return false;
    base = tidy_white_space(std::string_view(base));
    reading = tidy_white_space(std::string_view(reading));
    if (base.empty() || reading.empty()) return false;
    notes_.look_at(base, look, here());
    account_.read(base);
    account_.read(reading);
    builder_.add_ruby(as_printed(base, look), as_printed(reading, reading_look), look);
    return true;
}

// Adds the text of `node` to `text` and the marks around it to `look`; false where more than text
// stands inside.
bool PageReader::add_characters(const GumboNode& node, std::string& text, Look& look) const {
    if (node.type == GUMBO_NODE_COMMENT) return true;
    if (is_text(node)) {
        text += node.v.text.text;
        return true;
    }
    if (node.type != GUMBO_NODE_ELEMENT) return false;
    const GumboElement& element = node.v.element;
    if (is_machinery(element.tag) || is_hidden(node, styles_) || is_block(node, styles_) ||
        is_chrome(node))
        return false;
    for (const GumboTag tag : {GUMBO_TAG_IMG, GUMBO_TAG_BR, GUMBO_TAG_RUBY, GUMBO_TAG_TABLE,
                               GUMBO_TAG_Q, GUMBO_TAG_RP, GUMBO_TAG_MATH})
        if (element.tag == tag) return false;
    for (const Styles::Part part : {Styles::Part::Before, Styles::Part::After})
        if (styles_.has_any(node, part)) return false;
    look = look_inside(node, styles_, look);
    for (const GumboNode* child : children_of(node))
        if (!add_characters(*child, text, look)) return false;
    return true;
}

// The brackets of <rp> are for browsers that know no ruby; anything else there is reported.
void PageReader::pass_over_brackets(const GumboNode& node) {
    const std::string words = words_below(node);
    constexpr std::u32string_view kBrackets = U"()（）[]【】〔〕｛｝{}〈〉《》「」";
    const std::u32string characters = core::to_utf32(words);
    const bool brackets = std::all_of(characters.begin(), characters.end(), [&](char32_t c) {
        return kBrackets.find(c) != std::u32string_view::npos;
    });
    if (brackets)
        account_.pass_over(words);
    else
        account_.leave_out(words, "intake.element_left_out", here(), {{"element", "rp"}});
}

}  // namespace gongbao::editor::html
