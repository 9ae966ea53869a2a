// SPDX-License-Identifier: Apache-2.0
// The part of Inlines that says what a run's characters print: the signs of a symbol font, capitals
// for w:caps and w:smallCaps, and the blanks that a tab draws.
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string_view>

#include "core/text/text.hpp"
#include "editor/intake/docx/inlines.hpp"
#include "editor/intake/raw/odd_characters.hpp"
#include "editor/intake/raw/symbol_fonts.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::docx {
namespace {

using core::Level;

constexpr int kUsualSize = 21;    // half points, where no size is stated
constexpr int kUsualTab = 420;    // twentieths of a point between stops that nobody set
constexpr int kWidestBlank = 28;  // characters: the line of an official document

std::string repeated(std::string_view what, int times) {
    std::string text;
    for (int i = 0; i < times; ++i) text += what;
    return text;
}

std::string code_text(char32_t c) {
    static const char* const kHex = "0123456789ABCDEF";
    std::string code;
    for (int shift = 12; shift >= 0; shift -= 4) code += kHex[(c >> shift) & 15];
    return code;
}

}  // namespace

std::string in_capitals(const RunProperties& run, const std::string& text) {
    if (!run.caps.value_or(false) && !run.small_caps.value_or(false)) return text;
    std::string capitals;
    icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()).toUTF8String(capitals);
    return capitals;
}

// What `text` prints where the run is set in a symbol font.
std::string Inlines::in_font(const std::string& text) {
    if (!reading_.theme.has_symbols(run_.fonts)) return text;
    std::string printed;
    for (const char32_t c : core::to_utf32(text)) {
        const std::string font = reading_.theme.font_of(run_.fonts, c);
        const auto sign = is_symbol_font(font) ? symbol_of(font, c) : std::optional(c);
        if (!sign) {
            report(Level::Error, "symbol", {{"font", font}, {"code", code_text(unknown_sign(c))}},
                   text);
        } else if (*sign != c && (c < 0xE000 || c > 0xF8FF)) {
            core::append_utf8(signs_, c);
            core::append_utf8(signs_read_, *sign);
            sign_font_ = font;
        }
        core::append_utf8(printed, sign.value_or(unknown_sign(c)));
    }
    return printed;
}

std::string Inlines::capitalised(const std::string& text) {
    std::string capitals = in_capitals(run_, text);
    if (capitals != text) capitals_ += capitals;
    return capitals;
}

// Where the line has come to, in twentieths of a point, for the stops of tabs.
void Inlines::move_on(const std::string& text) {
    const int size = run_.size.value_or(kUsualSize);
    for (std::size_t at = 0; at < text.size();)
        position_ += core::next_code_point(text, at) < 0x2E80 ? size * 5 : size * 10;
}

void Inlines::read_tab() {
    TabStop next;
    next.position = (position_ / kUsualTab + 1) * kUsualTab;
    const auto& stops = properties_.tab_stops;
    const auto stop = std::find_if(stops.begin(), stops.end(), [&](const TabStop& known) {
        return !known.cleared && known.position > position_;
    });
    if (stop != stops.end()) next = *stop;
    const int em = std::max(run_.size.value_or(kUsualSize), 1) * 10;
    const int width = std::clamp((next.position - position_ + em / 2) / em, 1, kWidestBlank);
    position_ = next.position;
    fill(next.leader, width);
}

// A tab to a margin or an indent, which has its own leader (17.3.3.23). How far the margin is, the
// paragraph does not say.
void Inlines::read_margin_tab(pugi::xml_node tab) {
    constexpr int kTypeArea = 8844;  // 156 mm, in twentieths of a point
    const int em = std::max(run_.size.value_or(kUsualSize), 1) * 10;
    const int width = (kTypeArea - position_) / em;
    fill(leader_of(tab), std::clamp(width, 1, kWidestBlank));
}

bool Inlines::is_of_contents() const {
    return style_.use == Style::Use::Contents || fields_.in_contents();
}

// What a tab draws: the blank of a rule, dots, the gap before a page number, or nothing.
void Inlines::fill(TabStop::Leader leader, int width) {
    if (leader == TabStop::Leader::Dots) return add_text(repeated("……", (width + 1) / 2));
    if (leader != TabStop::Leader::Rule && !run_.underline.value_or(false))
        return add_text(is_of_contents() ? "　" : "\t");
    const auto underline = run_.underline;
    run_.underline = true;
    add_text(repeated("　", width));
    run_.underline = underline;
}

void Inlines::report_readings() {
    if (!core::trim(hidden_).empty()) report(Level::Warning, "hidden_text", {}, hidden_);
    if (!core::trim(unseen_).empty()) report(Level::Warning, "unseen_text", {}, unseen_);
    if (!core::trim(struck_).empty()) report(Level::Error, "struck_text", {}, struck_);
    if (!core::trim(in_code_).empty()) report(Level::Warning, "words_in_code", {}, in_code_);
    if (!capitals_.empty()) report(Level::Hint, "capitals", {}, capitals_);
    if (!signs_.empty())
        report(Level::Hint, "signs_read",
               {{"font", sign_font_}, {"letters", signs_}, {"read", signs_read_}});
}

void Inlines::add_text(const std::string& printed) {
    if (printed.empty()) return;
    if (!prints()) {
        (fields_.prints() ? hidden_ : in_code_) += printed;
        return;
    }
    const std::string text = capitalised(printed);
    reading_.invisible += count_invisible(text);
    note_words(text);
    core::Runs& runs = content_.pieces.back().runs;
    if (mark_follows_ && !runs.empty() && runs.back().kind == core::Inline::Kind::Note) {
        runs.back().text = text;
        mark_follows_ = false;
        return;
    }
    core::Inline run = core::text_run(text, marks_of(run_));
    const std::size_t words = is_ruled_blank(run) ? text.size() : core::trim(text).size();
    content_.words += words;
    if (is_of_contents()) content_.words_of_contents += words;
    append(runs, std::move(run));
    move_on(text);
    if (run_.size) sizes_[*run_.size] += text.size();
}

}  // namespace gongbao::editor::docx
