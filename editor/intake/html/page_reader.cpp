// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/page_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/html/chrome.hpp"
#include "editor/intake/html/controls.hpp"
#include "editor/intake/html/elements.hpp"
#include "editor/intake/html/page.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/odd_characters.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {
namespace {

// A button with more words is one that somebody forgot to close.
constexpr std::size_t kMostCaption = 20;

}  // namespace

PageReader::PageReader(const Styles& styles, RawDocument& raw, core::Diagnostics& findings)
    : styles_(styles),
      raw_(raw),
      findings_(findings),
      account_(findings),
      notes_(account_, findings),
      lists_(styles),
      counters_(styles) {}

void PageReader::read(const GumboNode& content) {
    read_node(content, {});
    end_paragraph();
    builder_.end_item();
    end_paragraph();
    leave_out_unseen();
    notes_.report_counts();
    account_.require_all(content);
}

void PageReader::read_node(const GumboNode& node, const Look& look) {
    if (is_text(node)) return read_text(node.v.text.text, look);
    if (is_element(node))
        read_element(node, look_inside(node, styles_, look));
    else
        read_children(node, look);
}

void PageReader::read_text(std::string_view text, const Look& look) {
    if (!look.is_shown()) {
        unseen_ += text;
        return;
    }
    if (!unseen_.empty() && !words_of(text).empty()) leave_out_unseen();
    account_.read(text);
    notes_.count_invisible(text);
    notes_.look_at(text, look, here());
    builder_.add_text(as_printed(text, look), look);
}

void PageReader::read_element(const GumboNode& node, const Look& look) {
    if (node.v.element.tag == GUMBO_TAG_SCRIPT) notes_.report_script(node, here());
    if (holds_no_words(node)) return;
    if (is_hidden(node, styles_)) return leave_out(node, "intake.hidden_left_out");
    counters_.enter(node, Styles::Part::Element, ++depth_);
    if (!read_special(node, look)) read_inside(node, look);
    --depth_;
}

// Elements that are more than their children; false for all others.
bool PageReader::read_special(const GumboNode& node, const Look& look) {
    const GumboElement& element = node.v.element;
    switch (element.tag) {
        case GUMBO_TAG_IMG: notes_.report_picture(element, here()); return true;
        case GUMBO_TAG_BR: builder_.add_break(); return true;
        case GUMBO_TAG_RUBY: read_ruby(node, look); return true;
        case GUMBO_TAG_RP: pass_over_brackets(node); return true;
        case GUMBO_TAG_Q: read_quotation(node, look); return true;
        case GUMBO_TAG_TABLE:
            if (in_cell_) return false;
            read_table(node, look);
            return true;
        case GUMBO_TAG_INPUT:
        case GUMBO_TAG_SELECT: read_control(node, look); return true;
        case GUMBO_TAG_TEXTAREA: {
            Look kept = look;
            kept.keeps_space = true;
            if (words_below(node).empty()) notes_.count_blank();
            read_inside(node, kept);
            return true;
        }
        case GUMBO_TAG_MATH:
            account_.report(words_below(node), "intake.formula_in_a_row", here(), {},
                            core::Level::Error);
            return false;
        case GUMBO_TAG_BUTTON:
            if (core::length(words_below(node)) > kMostCaption) return false;
            break;
        case GUMBO_TAG_IFRAME: notes_.report_frame(element, here()); break;
        default: break;
    }
    if (is_machinery(element.tag) || node.type == GUMBO_NODE_TEMPLATE || is_chrome(node)) {
        leave_out(node, is_machinery(element.tag) || node.type == GUMBO_NODE_TEMPLATE
                            ? "intake.element_left_out"
                            : "intake.chrome_left_out");
        return true;
    }
    return false;
}

void PageReader::read_inside(const GumboNode& node, const Look& look) {
    const GumboElement& element = node.v.element;
    const bool block = is_block(node, styles_);
    const bool list = is_list(element.tag);
    const int around = builder_.heading();
    if (is_ruled_blank_element(node, styles_)) notes_.count_blank();
    if (element.tag == GUMBO_TAG_DETAILS && !has_attribute(element, "open"))
        account_.report(words_below(node), "intake.folded_text", here());
    if (block) {
        end_paragraph();
        builder_.set_indent(first_line_indent(node, styles_));
    }
    if (const int level = heading_level(node); level > 0) builder_.set_heading(level);
    if (list) lists_.open(node);
    if (is_list_item(node, styles_))
        read_item(node, look);
    else
        read_children(node, look);
    if (list) lists_.close();
    if (block) end_paragraph();
    builder_.set_heading(around);
}

void PageReader::read_children(const GumboNode& node, const Look& look) {
    const bool generates = is_element(node);
    if (generates) generate(node, Styles::Part::Before, look);
    for (const GumboNode* child : children_of(node)) read_node(*child, look);
    if (generates) generate(node, Styles::Part::After, look);
}

void PageReader::read_item(const GumboNode& node, const Look& look) {
    end_paragraph();
    const int number = lists_.next(node);
    std::optional<std::string> marker;
    if (const std::string_view own = styles_.raw(node, "content", Styles::Part::Marker);
        !own.empty())
        marker = counters_.content(node, Styles::Part::Marker, lists_);
    else if (!styles_.sheet().own_counters.contains(core::lower_case(look.list_type)))
        marker = marker_text(look.list_type, number);
    if (!marker) {
        account_.report(look.list_type, "intake.list_marker_unknown", here());
        marker = std::to_string(number) + ".";
    }
    const bool marked = !marker->empty() && look.is_shown();
    if (marked) builder_.add_marker(*marker);
    items_ += marked;
    builder_.set_in_item(items_ > 0);
    read_children(node, look);
    if (marked) {
        end_paragraph();
        builder_.end_item();
        end_paragraph();
    }
    items_ -= marked;
    builder_.set_in_item(items_ > 0);
}

void PageReader::read_control(const GumboNode& node, const Look& look) {
    ControlText text = control_text(node);
    if (!look.is_shown()) text.left_out += std::exchange(text.shown, {});
    account_.pass_over(words_below(node));  // options, named below
    if (text.is_blank) notes_.count_blank();
    if (!text.left_out.empty()) account_.report(text.left_out, "intake.control_left_out", here());
    if (words_of(text.shown).empty()) return;
    notes_.count_control(text.shown);
    builder_.add_text(text.shown, look);
}

// A browser prints the marks: “…”, and ‘…’ inside.
void PageReader::read_quotation(const GumboNode& node, const Look& look) {
    const bool inner = quotations_++ % 2 == 1;
    const bool own = styles_.has_any(node, Styles::Part::Before) || !look.is_shown();
    if (!own) builder_.add_text(inner ? "‘" : "“", look);
    read_inside(node, look);
    if (!own) builder_.add_text(inner ? "’" : "”", look);
    --quotations_;
}

void PageReader::generate(const GumboNode& node, Styles::Part part, const Look& look) {
    if (!styles_.has_any(node, part)) return;
    counters_.enter(node, part, depth_ + 1);
    const std::string display = core::lower_case(styles_.raw(node, "display", part));
    if (display == "none") return;
    const std::optional<std::string> text = counters_.content(node, part, lists_);
    if (!text)
        return account_.report(styles_.raw(node, "content", part), "intake.generated_unread",
                               here());
    if (words_of(*text).empty() || !look.is_shown()) return;
    notes_.count_generated(*text);
    builder_.add_text(as_printed(*text, look), look);
}

void PageReader::end_paragraph() {
    builder_.end_paragraph();
    if (in_cell_) return;
    for (RawParagraph& paragraph : builder_.take()) {
        paragraph.place = core::Place(core::PlaceKind::Paragraph, ++paragraphs_);
        raw_.blocks.emplace_back(std::move(paragraph));
    }
}

core::Place PageReader::here() const {
    return core::Place(core::PlaceKind::Paragraph, paragraphs_ + 1);
}

void PageReader::leave_out(const GumboNode& node, const char* id) {
    leave_out_unseen();
    std::string text;
    for (const GumboNode* child : children_of(node)) text += words_below(*child);
    std::map<std::string, std::string> arguments;
    if (std::string_view(id) == "intake.element_left_out")
        arguments["element"] = name_of(node.v.element);
    account_.leave_out(text, id, here(), std::move(arguments));
}

void PageReader::leave_out_unseen() {
    account_.leave_out(std::exchange(unseen_, {}), "intake.hidden_left_out", here());
}

}  // namespace gongbao::editor::html
