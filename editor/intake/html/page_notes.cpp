// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/page_notes.hpp"

#include <algorithm>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/html/tree.hpp"
#include "editor/intake/raw/odd_characters.hpp"
#include "editor/intake/raw/white_space.hpp"

namespace gongbao::editor::html {
namespace {

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

void PageNotes::Counted::add(const std::string& more) {
    ++count;
    words += (words.empty() ? "" : " ") + more;
}

void PageNotes::count_invisible(std::string_view text) {
    invisible_ += editor::count_invisible(text);
}

void PageNotes::look_at(std::string_view text, const Look& look, const core::Place& place) {
    if (look.struck && !core::trim(text).empty())
        findings_.push_back({core::Level::Error,
                             place,
                             {"intake.struck_text", {}},
                             core::excerpt(std::string(text))});
    if (look.same_colour) account_.report(text, "intake.same_colour", place);
    if (look.right_to_left) account_.report(text, "intake.right_to_left", place);
}

void PageNotes::report_picture(const GumboElement& picture, const core::Place& place) {
    std::string source(attribute(picture, "src"));
    if (source.empty()) source = std::string(attribute(picture, "data-src"));
    const std::string alt = tidy_white_space(attribute(picture, "alt"));
    std::string name = core::excerpt(source, 80);
    if (!alt.empty()) name += (name.empty() ? "" : " ") + ("alt=“" + core::excerpt(alt, 200) + "”");
    findings_.push_back({core::Level::Warning,
                         place,
                         {"intake.picture_left_out", {{"picture", name}}},
                         core::excerpt(alt.empty() ? source : alt)});
}

// Scripts are not run; what this one writes into the text is missing.
void PageNotes::report_script(const GumboNode& script, const core::Place& place) {
    std::string code;
    for (const GumboNode* child : children_of(script)) code += child->v.text.text;
    const std::string words = words_written_by(code);
    if (!words.empty()) account_.report(words, "intake.script_left_out", place);
}

void PageNotes::report_frame(const GumboElement& frame, const core::Place& place) {
    const std::string inside(attribute(frame, "srcdoc"));
    account_.report(inside.empty() ? attribute(frame, "src") : std::string_view(inside),
                    "intake.frame_left_out", place);
}

void PageNotes::report_count(const char* id, std::size_t count, const std::string& words,
                             core::Level level) {
    if (count == 0) return;
    std::map<std::string, std::string> arguments{{"count", std::to_string(count)}};
    if (!words.empty()) arguments["words"] = core::excerpt(tidy_white_space(words), 80);
    findings_.push_back({level, {}, {id, std::move(arguments)}, core::excerpt(words)});
}

void PageNotes::report_counts() {
    report_count("intake.controls_read", controls_.count, controls_.words, core::Level::Warning);
    report_count("intake.generated_read", generated_.count, generated_.words, core::Level::Hint);
    report_count("intake.blanks_lost", blanks_, {}, core::Level::Warning);
    report_invisible(invisible_, findings_);
}

}  // namespace gongbao::editor::html
