// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/html/paragraphs.hpp"

#include <algorithm>
#include <utility>

#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/soft_returns.hpp"

namespace gongbao::editor::html {
namespace {

// Keeps Mark::Lead, which stands for a change of typeface so far, where it marks a run-in heading:
// the paragraph's opening up to a full stop, with other text after it.
void settle_lead(core::Runs& runs) {
    std::size_t lead = 0;
    while (lead < runs.size() && runs[lead].marks.has(core::Mark::Lead)) ++lead;
    const auto others =
        std::any_of(runs.begin() + static_cast<std::ptrdiff_t>(lead), runs.end(),
                    [](const core::Inline& run) { return run.marks.has(core::Mark::Lead); });
    const bool is_heading =
        lead > 0 && lead < runs.size() && !others && runs[lead - 1].text.ends_with("。");
    for (core::Inline& run : runs) {
        if (!run.marks.has(core::Mark::Lead)) continue;
        run.marks.remove(core::Mark::Lead);
        if (is_heading) run.marks = core::Marks{}.add(core::Mark::Lead);
    }
}

// A line to write on.
bool holds_ruled_blank(const core::Runs& runs) {
    return std::any_of(runs.begin(), runs.end(), is_ruled_blank);
}

}  // namespace

core::Marks ParagraphBuilder::marks_in(const Look& look, bool blank) {
    if (!has_look_ && !blank) {
        look_ = look;
        has_look_ = true;
    }
    core::Marks marks = look.marks;
    if (look.kaiti) marks.add(core::Mark::Lead);
    return marks;
}

void ParagraphBuilder::add_ruby(std::string base, std::string reading, const Look& look) {
    runs_.push_back(core::ruby(std::move(base), std::move(reading), marks_in(look, false)));
}

void ParagraphBuilder::add_text(std::string_view text, const Look& look) {
    const core::Marks marks = marks_in(look, core::trim(text).empty());
    if (!look.keeps_space) {
        runs_.push_back(core::text_run(std::string(text), marks));
        return;
    }
    bool first = true;
    for (const std::string_view line : core::split(text, '\n')) {
        if (!std::exchange(first, false)) add_break();
        // Kept spaces with a rule under them are a blank to write on.
        const bool blank = marks.has(core::Mark::Underline) && core::trim(line).empty();
        runs_.push_back(core::text_run(
            blank ? core::replace_all(std::string(line), " ", "\u00A0") : std::string(line),
            marks));
    }
}

void ParagraphBuilder::add_marker(const std::string& marker) {
    if (!marker_.empty() && !marker.empty()) marker_ += ' ';
    marker_ += marker;
}

void ParagraphBuilder::end_item() {
    end_paragraph();
    if (!marker_.empty()) put({core::text_run(std::exchange(marker_, {}))});
}

void ParagraphBuilder::end_paragraph() {
    for (CutParagraph& paragraph : cut_at_breaks(std::exchange(runs_, {}), look_.align)) {
        indent_ = std::max(indent_, paragraph.indent);
        put(std::move(paragraph.runs));
    }
    has_look_ = false;
    look_ = {};
    indent_ = 0;
}

void ParagraphBuilder::put(core::Runs runs) {
    RawParagraph paragraph;
    const std::string words = words_of(runs);
    if (words.empty() && !holds_ruled_blank(tidy_white_space(runs))) return;
    if (!marker_.empty()) {
        // "1." before "2026年" must not become a decimal fraction.
        const bool latin = !words.empty() && words.front() > 0x20 && words.front() < 0x7F;
        runs.insert(runs.begin(), core::text_run(std::exchange(marker_, {}) + (latin ? " " : "")));
    }
    paragraph.runs = tidy_white_space(runs);
    paragraph.list_item = in_item_;
    paragraph.outline_level = heading_;
    settle_lead(paragraph.runs);
    paragraph.align = look_.align;
    paragraph.size = look_.size;
    paragraph.first_line_indent = indent_;
    paragraphs_.push_back(std::move(paragraph));
}

}  // namespace gongbao::editor::html
