// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/read_html.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/report/place.hpp"
#include "core/text/text.hpp"
#include "editor/intake/html/account.hpp"
#include "editor/intake/html/chrome.hpp"
#include "editor/intake/html/field_blocks.hpp"
#include "editor/intake/html/page.hpp"
#include "editor/intake/html/page_reader.hpp"
#include "editor/intake/html/parse.hpp"
#include "editor/intake/html/styles.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/encoding.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace html {
namespace {

constexpr std::size_t kMostChromeLines = 3;
constexpr std::size_t kMostTitleLines = 8;
constexpr std::size_t kMostNamed = 2000;
constexpr std::size_t kMostLinks = 16;
constexpr std::size_t kLongestLink = 80;

// All words of the page but those below `content` and `heading`, each element's apart.
void collect_surroundings(const GumboNode& node, const GumboNode& content, const GumboNode* heading,
                          std::string& words) {
    if (&node == &content || &node == heading || holds_no_words(node)) return;
    if (is_text(node) && !words_of(std::string_view(node.v.text.text)).empty()) {
        if (!words.empty()) words += ' ';
        words += core::trim(node.v.text.text);
    }
    for (const GumboNode* child : children_of(node))
        collect_surroundings(*child, content, heading, words);
}

void report_surroundings(const GumboNode& root, const Page& page, const GumboNode* heading,
                         core::Diagnostics& findings) {
    std::string words;
    collect_surroundings(root, page.content(), heading, words);
    words = tidy_white_space(words);
    const std::size_t count = core::length(words_of(words));
    if (count > 0)
        findings.push_back(
            {core::Level::Hint,
             {},
             {"intake.surroundings_left_out",
              {{"count", std::to_string(count)}, {"words", core::excerpt(words, 60)}}},
             core::excerpt(words, kMostNamed)});
}

std::string text_of(const RawBlock& block) {
    const auto* paragraph = std::get_if<RawParagraph>(&block);
    return paragraph == nullptr ? std::string() : core::plain_text(paragraph->runs);
}

// Takes lines of the site's own away from both ends of the text.
void leave_out_chrome(RawDocument& raw, core::Diagnostics& findings) {
    const auto take = [&](std::size_t at) {
        const std::string text = text_of(raw.blocks[at]);
        if (text.empty() || !is_chrome_line(text)) return false;
        findings.push_back({core::Level::Warning,
                            std::get<RawParagraph>(raw.blocks[at]).place,
                            {"intake.chrome_left_out", {{"words", text}}},
                            core::excerpt(text)});
        raw.blocks.erase(raw.blocks.begin() + static_cast<std::ptrdiff_t>(at));
        return true;
    };
    for (std::size_t i = 0; i < kMostChromeLines && raw.blocks.size() > 1; ++i)
        if (!take(raw.blocks.size() - 1)) break;
    // Above the text such a line may stand below the title.
    for (std::size_t i = 0, taken = 0; i < raw.blocks.size() && i < 3 && taken < kMostChromeLines;)
        if (raw.blocks.size() > 1 && take(i))
            ++taken;
        else
            ++i;
}

// 相关链接 and the links below it, to the end of the page.
void leave_out_links(RawDocument& raw, core::Diagnostics& findings) {
    std::size_t head = raw.blocks.size();
    std::string words;
    while (head > 1 && raw.blocks.size() - head < kMostLinks) {
        const std::string text = text_of(raw.blocks[--head]);
        if (text.empty() || core::length(text) > kLongestLink ||
            text.find("。") != std::string::npos)
            return;
        words = text + (words.empty() ? "" : "　") + words;
        if (!heads_links(text)) continue;
        findings.push_back({core::Level::Warning,
                            std::get<RawParagraph>(raw.blocks[head]).place,
                            {"intake.chrome_left_out", {{"words", words}}},
                            core::excerpt(words)});
        raw.blocks.resize(head);
        return;
    }
}

// The site's heading in the same box as the text, whose own title follows.
void leave_out_repeated_title(RawDocument& raw, core::Diagnostics& findings) {
    if (raw.blocks.size() < 3) return;
    const std::string text = text_of(raw.blocks[0]);
    const std::string words = words_of(text);
    if (kind_of_title(words).empty() || words != words_of(text_of(raw.blocks[1]))) return;
    findings.push_back({core::Level::Warning,
                        std::get<RawParagraph>(raw.blocks[0]).place,
                        {"intake.chrome_left_out", {{"words", text}}},
                        core::excerpt(text)});
    raw.blocks.erase(raw.blocks.begin());
}

bool has_title(const RawDocument& raw, const std::string& heading) {
    std::string opening;
    for (std::size_t i = 0; i < raw.blocks.size() && i < kMostTitleLines; ++i) {
        const std::string text = text_of(raw.blocks[i]);
        const std::string words = words_of(text);
        opening += words;
        const bool short_line = core::length(words) <= 80 && words.find("。") == std::string::npos;
        if (short_line && !kind_of_title(words).empty()) return true;
    }
    return opening.find(words_of(heading)) != std::string::npos;
}

// A title that the site keeps beside the box with the text.
const GumboNode* heading_without_which_there_is_no_title(const Page& page, const Styles& styles,
                                                         const RawDocument& raw) {
    const GumboNode* heading = page.heading();
    return heading != nullptr && has_title(raw, shown_text(*heading, styles)) ? nullptr : heading;
}

void put_heading(const GumboNode& heading, const Styles& styles, RawDocument& raw,
                 core::Diagnostics& findings) {
    RawDocument above;
    PageReader(styles, above, findings).read(heading);
    std::string words;
    for (RawBlock& block : above.blocks)
        if (auto* paragraph = std::get_if<RawParagraph>(&block)) {
            paragraph->align = core::Align::Center;
            words += core::plain_text(paragraph->runs);
        }
    findings.push_back({core::Level::Warning,
                        {},
                        {"intake.title_outside", {{"words", words}}},
                        core::excerpt(words)});
    raw.blocks.insert(raw.blocks.begin(), std::make_move_iterator(above.blocks.begin()),
                      std::make_move_iterator(above.blocks.end()));
}

void collect_frames(const GumboNode& node, std::string& names, bool& found) {
    found = found || is_tag(node, GUMBO_TAG_FRAMESET);
    if (is_tag(node, GUMBO_TAG_FRAME))
        names += (names.empty() ? "" : "、") + std::string(attribute(node.v.element, "src"));
    for (const GumboNode* child : children_of(node)) collect_frames(*child, names, found);
}

// A page of frames has no text of its own.
void refuse_frames(const GumboNode& root) {
    std::string names;
    bool found = false;
    collect_frames(root, names, found);
    if (found)
        throw core::Error(
            core::ErrorKind::Invalid,
            {"intake.only_frames", {{"words", names.empty() ? "—" : core::excerpt(names, 80)}}});
}

void report_unread_rules(const Sheet& sheet, core::Diagnostics& findings) {
    if (sheet.unread.empty()) return;
    findings.push_back({core::Level::Hint,
                        {},
                        {"intake.style_unread",
                         {{"count", std::to_string(sheet.unread.size())},
                          {"words", core::excerpt(sheet.unread.front(), 60)}}},
                        core::excerpt(sheet.unread.front())});
}

}  // namespace
}  // namespace html

RawDocument read_html(const Manuscript& manuscript, core::Diagnostics& findings) {
    const DecodedText decoded = decode_text(manuscript.bytes, declared_charset(manuscript.bytes));
    const html::Tree tree(decoded.text);
    html::refuse_frames(tree.document());
    const html::Styles styles(tree.document());
    const html::Page page(tree.document(), styles);

    RawDocument raw;
    raw.source = manuscript.name;
    raw.fields = page.fields();
    for (std::string& line : html::surrounding_lines(tree.document(), page.content()))
        raw.asides.push_back(
            {std::move(line), core::Place(core::PlaceKind::WebPage), RawAside::Kind::Page});
    html::PageReader(styles, raw, findings).read(page.content());
    html::leave_out_chrome(raw, findings);
    html::leave_out_links(raw, findings);
    html::take_field_blocks(raw, findings);
    html::leave_out_repeated_title(raw, findings);
    const GumboNode* heading = html::heading_without_which_there_is_no_title(page, styles, raw);
    if (heading != nullptr) html::put_heading(*heading, styles, raw, findings);
    html::report_surroundings(tree.document(), page, heading, findings);
    html::report_unread_rules(styles.sheet(), findings);
    return raw;
}

}  // namespace gongbao::editor
