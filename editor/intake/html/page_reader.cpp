// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/page_reader.hpp"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/html/chrome.hpp"
#include "editor/intake/html/controls.hpp"
#include "editor/intake/html/page.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/odd_characters.hpp"
#include "editor/intake/place.hpp"
#include "editor/intake/white_space.hpp"

namespace gongbao::editor::html {
namespace {

// A button with more words is one that somebody forgot to close.
constexpr std::size_t kMostCaption = 20;

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

// 1–9 for h1–h6 and role="heading" (WAI-ARIA 1.2, aria-level), 0 for anything else.
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

bool is_ruled_blank(const GumboNode& node, const Styles& styles) {
    bool wide = false;
    for (const char* property : {"width", "min-width", "padding", "padding-left", "padding-right"})
        wide = wide || !styles.value(node, property).empty();
    return wide && has_rule_below(node, styles) && words_below(node).empty() &&
           node.v.element.tag != GUMBO_TAG_TD && node.v.element.tag != GUMBO_TAG_TABLE &&
           node.v.element.tag != GUMBO_TAG_TR;
}

// The Chinese words in the quoted pieces of a script that writes into the page.
std::string words_written_by(std::string_view code) {
    const auto writes = [&](std::string_view call) { return code.find(call) != code.npos; };
    if (!writes("document.write") && !writes("innerHTML") && !writes("insertAdjacent") &&
        !writes("innerText") && !writes("textContent") && !writes(".html(") && !writes(".append("))
        return {};
    std::string words;
    for (std::size_t at = 0; (at = code.find_first_of("\"'`", at)) != code.npos;) {
        const std::size_t stop = std::min(code.find(code[at], at + 1), code.size());
        const std::string_view piece = code.substr(at + 1, stop - at - 1);
        const std::u32string all = core::to_utf32(piece);
        if (std::any_of(all.begin(), all.end(), core::is_han)) words.append(piece).append(" ");
        at = std::min(stop + 1, code.size());
    }
    return words;
}

}  // namespace

PageReader::PageReader(const Styles& styles, RawDocument& raw, core::Diagnostics& findings)
    : styles_(styles),
      raw_(raw),
      findings_(findings),
      account_(findings),
      lists_(styles),
      counters_(styles) {}

void PageReader::read(const GumboNode& content) {
    read_node(content, {});
    end_paragraph();
    builder_.end_item();
    end_paragraph();
    leave_out_unseen();
    report_counts();
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
    invisible_ += count_invisible(text);
    report_text(text, look);
    builder_.add_text(as_printed(text, look), look);
}

void PageReader::read_element(const GumboNode& node, const Look& look) {
    if (node.v.element.tag == GUMBO_TAG_SCRIPT) report_script(node);
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
        case GUMBO_TAG_IMG: report_picture(element); return true;
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
            blanks_ += words_below(node).empty();
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
        case GUMBO_TAG_IFRAME: report_frame(element); break;
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
    blanks_ += is_ruled_blank(node, styles_);
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
    else if (!styles_.sheet().own_counters.contains(lower_case(look.list_type)))
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
    if (text.is_blank) ++blanks_;
    if (!text.left_out.empty()) account_.report(text.left_out, "intake.control_left_out", here());
    if (words_of(text.shown).empty()) return;
    ++control_count_;
    controls_ += (controls_.empty() ? "" : " ") + text.shown;
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
    const std::string display = lower_case(styles_.raw(node, "display", part));
    if (display == "none") return;
    const std::optional<std::string> text = counters_.content(node, part, lists_);
    if (!text)
        return account_.report(styles_.raw(node, "content", part), "intake.generated_unread",
                               here());
    if (words_of(*text).empty() || !look.is_shown()) return;
    ++generated_count_;
    generated_ += (generated_.empty() ? "" : " ") + *text;
    builder_.add_text(as_printed(*text, look), look);
}

void PageReader::end_paragraph() {
    builder_.end_paragraph();
    if (in_cell_) return;
    for (RawParagraph& paragraph : builder_.take()) {
        paragraph.place = place_of_paragraph(++paragraphs_);
        raw_.blocks.emplace_back(std::move(paragraph));
    }
}

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
    report_text(base, look);
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

std::string PageReader::here() const {
    return place_of_paragraph(paragraphs_ + 1);
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

void PageReader::report_text(std::string_view text, const Look& look) {
    if (look.struck && !core::trim(text).empty())
        findings_.push_back({core::Level::Error,
                             here(),
                             {"intake.struck_text", {}},
                             core::excerpt(std::string(text))});
    if (look.same_colour) account_.report(text, "intake.same_colour", here());
    if (look.right_to_left) account_.report(text, "intake.right_to_left", here());
}

void PageReader::report_picture(const GumboElement& picture) {
    std::string source(attribute(picture, "src"));
    if (source.empty()) source = std::string(attribute(picture, "data-src"));
    const std::string alt = tidy_white_space(attribute(picture, "alt"));
    std::string name = core::excerpt(source, 80);
    if (!alt.empty()) name += (name.empty() ? "" : " ") + ("alt=“" + core::excerpt(alt, 200) + "”");
    findings_.push_back({core::Level::Warning,
                         here(),
                         {"intake.picture_left_out", {{"picture", name}}},
                         core::excerpt(alt.empty() ? source : alt)});
}

// Scripts are not run; what this one writes into the text is missing.
void PageReader::report_script(const GumboNode& script) {
    std::string code;
    for (const GumboNode* child : children_of(script)) code += child->v.text.text;
    const std::string words = words_written_by(code);
    if (!words.empty()) account_.report(words, "intake.script_left_out", here());
}

void PageReader::report_frame(const GumboElement& frame) {
    const std::string inside(attribute(frame, "srcdoc"));
    account_.report(inside.empty() ? attribute(frame, "src") : std::string_view(inside),
                    "intake.frame_left_out", here());
}

void PageReader::report_count(const char* id, std::size_t count, const std::string& words,
                              core::Level level) {
    if (count == 0) return;
    std::map<std::string, std::string> arguments{{"count", std::to_string(count)}};
    if (!words.empty()) arguments["words"] = core::excerpt(tidy_white_space(words), 80);
    findings_.push_back({level, {}, {id, std::move(arguments)}, core::excerpt(words)});
}

void PageReader::report_counts() {
    report_count("intake.controls_read", control_count_, controls_, core::Level::Warning);
    report_count("intake.generated_read", generated_count_, generated_, core::Level::Hint);
    report_count("intake.blanks_lost", blanks_, {}, core::Level::Warning);
    report_invisible(invisible_, findings_);
}

}  // namespace gongbao::editor::html
