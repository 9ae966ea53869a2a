// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/preface.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/structure/above_title.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/contents.hpp"
#include "editor/intake/structure/head.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/title_end.hpp"
#include "editor/intake/structure/title_line.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

// A title in English: letters, and no character of Han.
bool is_in_latin(std::string_view text) {
    constexpr int kFewestLetters = 8;
    int letters = 0;
    for (const char32_t c : core::to_utf32(text)) {
        if (core::is_han(c)) return false;
        letters += (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ? 1 : 0;
    }
    return letters >= kFewestLetters;
}

class Preface {
  public:
    Preface(Lines& lines, Range range, const std::vector<std::string>& names,
            core::Diagnostics& findings)
        : lines_(lines), range_(range), names_(names), at_(range.begin), findings_(findings) {}

    std::size_t mark() {
        if (at_ == 0) mark_above_title();
        if (range_.begin == 0) mark_repeated_title();
        if (at_ < range_.end && is_annex_label(line().text)) put(Role::AnnexLabel);
        at_ = mark_head(lines_, {at_, range_.end}, findings_);
        if (range_.begin == 0) mark_above_styled_title();
        mark_title();
        while (more() && mark_below_title()) {
        }
        if (more() && is_addressees(line().text)) put(Role::Addressees);
        mark_contents();
        return at_;
    }

  private:
    bool more() const { return at_ < range_.end && lines_[at_].is_text(); }
    Line& line() { return lines_[at_]; }
    void put(Role role) { lines_[at_++].role = role; }

    void report(const char* id, core::Level level) {
        findings_.push_back({level, line().place, {id, {}}, core::excerpt(line().text)});
    }

    void mark_above_title() {
        for (std::size_t left = lines_above_title(lines_, range_); left > 0; --left) {
            report("intake.line_above_title", core::Level::Warning);
            put(Role::Note);
        }
        // The title in English above the one in Chinese.
        const std::size_t below = behind_latin(at_);
        if (below == range_.end || !could_be_title(lines_[below]) ||
            kind_of_title(lines_[below].text).empty())
            return;
        while (at_ < below) put(Role::Subtitle);
    }

    // Lines of a cover that nothing explains, above the one that the manuscript says is the title.
    void mark_above_styled_title() {
        constexpr std::size_t kMost = 6;
        std::size_t title = at_;
        while (title < range_.end && title < at_ + kMost && could_stand_above(lines_[title]))
            ++title;
        const bool found = title > at_ && title < range_.end && lines_[title].title_style &&
                           could_be_title(lines_[title]);
        while (found && at_ < title) {
            report("intake.line_above_styled_title", core::Level::Warning);
            put(Role::Note);
        }
    }

    static bool could_stand_above(const Line& line) {
        return line.is_text() && !line.title_style && !line.of_contents &&
               ending_of(line.text) != Ending::Sentence && !is_of_head(line.text) &&
               !names_only_agencies(line.text) && kind_of_title(line.text).empty() &&
               line.text.find("关于") == std::string::npos;
    }

    // The line behind the few lines in English that begin at `at`; the end of the range where none
    // does.
    std::size_t behind_latin(std::size_t at) const {
        constexpr std::size_t kMost = 4;
        std::size_t stop = at;
        while (stop < range_.end && lines_[stop].is_text() && is_in_latin(lines_[stop].text))
            ++stop;
        const bool few =
            stop > at && stop - at <= kMost && stop < range_.end && lines_[stop].is_text();
        return few ? stop : range_.end;
    }

    // A title that the elements of 版头, or nothing, part from itself: the second is the
    // document's.
    void mark_repeated_title() {
        for (std::size_t stop = at_ + 1; stop < range_.end && stop <= at_ + kMostTitleLines;
             ++stop) {
            if (!could_be_title(lines_[stop - 1])) return;
            const std::string title = core::without_spaces(words_of_lines(lines_, {at_, stop}));
            if (kind_of_title(title).empty()) continue;
            std::size_t again = stop;
            while (again < range_.end && lines_[again].is_text() && is_of_head(lines_[again].text))
                ++again;
            if (!title_stands_at(again, title)) continue;
            findings_.push_back({core::Level::Warning,
                                 line().place,
                                 {"intake.title_repeated", {{"title", core::excerpt(title, 60)}}},
                                 core::excerpt(title)});
            for (const std::size_t first = at_; at_ < stop;) {
                line().joins_previous = at_ > first;
                put(Role::Note);
            }
            return;
        }
    }

    static bool is_of_head(std::string_view text) {
        return head_element(text) || is_number_line(text) || is_issuer_mark(text);
    }

    bool title_stands_at(std::size_t at, const std::string& title) const {
        std::string words;
        for (; at < range_.end && lines_[at].is_text() && words.size() < title.size(); ++at)
            words += core::without_spaces(lines_[at].text);
        return words == title;
    }

    void mark_title() {
        const std::size_t stop = title_end(lines_, {at_, range_.end}, names_);
        if (stop == at_) return;
        title_.clear();
        for (std::size_t i = at_; i < stop; ++i) {
            title_ += lines_[i].text;
            lines_[i].role = Role::Title;
            lines_[i].joins_previous = i > at_;
        }
        at_ = stop;
    }

    bool mark_below_title() {
        const std::string& text = line().text;
        if (is_number_line(text) || is_number_of_order(title_, text))
            return put(Role::Number), true;
        if (range_.begin == 0 && at_ + 1 < range_.end && head_element(text) == Role::Signer) {
            report("intake.masthead_line", core::Level::Hint);
            return put(Role::Signer), true;
        }
        if (text.starts_with("——") || is_title_in_latin()) return put(Role::Subtitle), true;
        if (is_title_note(text)) return put(Role::TitleNote), true;
        if (opens_title_note(text)) return mark_long_note();
        const bool after_number = at_ > range_.begin && lines_[at_ - 1].role == Role::Number;
        if (date_line(text) && (after_number || line().align == core::Align::Center))
            return put(Role::Date), true;
        if (after_number && is_periodical(title_) && names_and_date(lines_, at_, range_.end))
            return put(Role::Signature), put(Role::Date), true;
        const bool below_minutes =
            at_ > range_.begin + 1 && lines_[at_ - 2].role == Role::Signature;
        if ((after_number || below_minutes) && could_be_title(line()) && !is_addressees(text) &&
            (line().align == core::Align::Center || below_minutes ||
             text.find("关于") != std::string::npos) &&
            !kind_of_title(text).empty()) {
            mark_title();
            return true;
        }
        return false;
    }

    // The title in English, where what stands below a title follows; a text in English goes on.
    bool is_title_in_latin() const {
        const std::size_t stop = at_ > range_.begin ? behind_latin(at_) : range_.end;
        if (stop == range_.end) return false;
        const std::string& below = lines_[stop].text;
        return is_title_note(below) || opens_title_note(below) || is_number_line(below);
    }

    // A 题注 over several lines: from its opening bracket to the line with the closing one.
    bool mark_long_note() {
        std::size_t stop = at_;
        while (stop < range_.end && stop < at_ + 12 && lines_[stop].is_text()) {
            const std::string& text = lines_[stop++].text;
            if (!text.ends_with("）") && !text.ends_with(")")) continue;
            for (const std::size_t first = at_; at_ < stop;) {
                lines_[at_].joins_previous = at_ > first;
                put(Role::TitleNote);
            }
            return true;
        }
        return false;
    }

    // 目录, or its lines alone: they come again in the text; the second time the first of them
    // stands ends the contents.
    void mark_contents() {
        while (more() && line().of_contents) ++at_;
        if (!more() || at_ + 1 >= range_.end) return;
        const bool headed = is_contents_head(line().text);
        if (!headed && !lists_divisions()) return;
        std::size_t stop = entries_come_again(lines_, at_ + (headed ? 1 : 0), range_.end);
        if (stop == range_.end) {
            if (!headed) return;
            report("intake.contents_end_unknown", core::Level::Warning);
            stop = at_ + 1;
        }
        while (at_ < stop) put(Role::Contents);
    }

    // 第一章 and 第二章 with no text between: contents that have lost their heading.
    bool lists_divisions() const {
        const Label first = read_label(lines_[at_].text);
        const Label second = read_label(lines_[at_ + 1].text);
        const auto divides = [](const Label& label) {
            return label.kind == LabelKind::Part || label.kind == LabelKind::Chapter;
        };
        return lines_[at_].is_text() && lines_[at_ + 1].is_text() && divides(first) &&
               second.kind == first.kind && first.number == 1 && second.number == 2;
    }

    Lines& lines_;
    Range range_;
    const std::vector<std::string>& names_;
    std::size_t at_;
    core::Diagnostics& findings_;
    std::string title_;
};

}  // namespace

std::size_t mark_preface(Lines& lines, Range range, const std::vector<std::string>& names,
                         core::Diagnostics& findings) {
    return Preface(lines, range, names, findings).mark();
}

}  // namespace gongbao::editor
