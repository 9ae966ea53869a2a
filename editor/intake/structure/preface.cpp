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
#include "editor/intake/structure/title_line.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kMostTitleLines = 8;

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
            const std::string title = core::without_spaces(title_until(stop));
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
        const std::size_t stop = title_end();
        if (stop == at_) return;
        title_.clear();
        for (std::size_t i = at_; i < stop; ++i) {
            title_ += lines_[i].text;
            lines_[i].role = Role::Title;
            lines_[i].joins_previous = i > at_;
        }
        at_ = stop;
    }

    // Centred lines belong to one title. Without alignment the wording decides: lines go on until
    // they make a title that ends with a 文种.
    std::size_t title_end() const {
        if (const std::size_t stop = styled_title_end(); stop > at_) return stop;
        std::size_t stop = at_;
        while (stop < range_.end && stop < at_ + kMostTitleLines && goes_on(stop)) {
            ++stop;
            if (is_annex_name(title_until(stop))) return stop;
        }
        if (stop <= at_ + 1 || lines_[at_].align == core::Align::Center) return stop;
        std::size_t complete = complete_until(stop);
        if (complete == at_) return ends_above_number(stop) ? stop : begun_until(stop);
        while (complete < stop && is_state_of_text(lines_[complete].text)) ++complete;
        return complete;
    }

    // Lines in the style of titles, where together they are a title; `at_` else.
    std::size_t styled_title_end() const {
        std::size_t stop = at_;
        while (stop < range_.end && stop < at_ + kMostTitleLines && lines_[stop].title_style &&
               could_be_title(lines_[stop]) && !is_addressees(lines_[stop].text))
            ++stop;
        const bool whole = stop > at_ && closes_book_marks(title_until(stop)) &&
                           !names_only_agencies(title_until(stop));
        return whole ? stop : at_;
    }

    // Whatever is done with the text named last, its 》 and the number below tell the end.
    bool ends_above_number(std::size_t stop) const {
        return stop < range_.end && is_number_line(lines_[stop].text) &&
               lines_[stop - 1].text.ends_with("》") && closes_book_marks(title_until(stop));
    }

    // （试行）, （征求意见稿） below a title: its last words.
    static bool is_state_of_text(const std::string& text) {
        if (!is_bracketed(text) || core::length(text) > 14) return false;
        for (const char* state : {"试行", "暂行", "草案", "征求意见稿", "送审稿", "修订", "修正",
                                  "修订稿", "试用", "摘要"})
            if (core::without_spaces(within_brackets(text)).ends_with(state)) return true;
        return false;
    }

    // Names of agencies alone, and what they do on the line below: 印发《关于…的意见》.
    std::size_t begun_until(std::size_t limit) const {
        std::size_t stop = at_;
        while (stop < limit && names_only_agencies(lines_[stop].text)) ++stop;
        return stop > at_ && stop < limit && tells_deed(lines_[stop].text) ? stop + 1 : at_ + 1;
    }

    static bool tells_deed(std::string_view text) {
        for (const char* verb : {"关于", "印发", "转发", "批转", "发布", "公布"})
            if (text.starts_with(verb)) return true;
        return false;
    }

    // Names alone make no title: the line below them belongs to it, however it is aligned.
    bool goes_on_from_names(std::size_t i) const {
        for (std::size_t above = at_; above < i; ++above)
            if (!names_only_agencies(lines_[above].text)) return false;
        const std::string& text = lines_[i].text;
        return names_only_agencies(text) || tells_deed(text) || !kind_of_title(text).empty();
    }

    // 省水利厅印发 and 《…的通知》 below it, or a 《 that the lines above leave open.
    bool goes_on_in_book_marks(std::size_t i) const {
        const std::string above = title_until(i);
        return !closes_book_marks(above) ||
               (ends_with_deed(above) && lines_[i].text.starts_with("《"));
    }

    bool goes_on(std::size_t i) const {
        const Line& line = lines_[i];
        if (!could_be_title(line)) return false;
        if (i == at_) return true;
        // A heading of the text that the manuscript marks as such, below a title of another level.
        if (line.own_level > 0 && line.own_level != lines_[at_].own_level && !line.title_style)
            return false;
        const bool centred = lines_[at_].align == core::Align::Center;
        if (centred != (line.align == core::Align::Center) && !goes_on_from_names(i) &&
            !goes_on_in_book_marks(i))
            return false;
        return !is_number_of_order(title_until(i), line.text) && !is_addressees(line.text);
    }

    bool is_annex_name(std::string_view title) const {
        return std::find(names_.begin(), names_.end(), core::without_spaces(title)) != names_.end();
    }

    std::string title_until(std::size_t stop) const {
        std::string title;
        for (std::size_t i = at_; i < stop; ++i) title += lines_[i].text;
        return title;
    }

    // The first line end where the title is complete and the next line does not complete it again.
    // A 》 that is nowhere must not carry a title into the text.
    std::size_t complete_until(std::size_t limit) const {
        const auto of_kind = [](const std::string& title) { return !kind_of_title(title).empty(); };
        const auto gives_out = [](const std::string& title) {
            return ends_with_text_given_out(title) && title.find("关于") >= title.find("《");
        };
        std::size_t stop = first_end(limit, [&](const std::string& title) {
            return (closes_book_marks(title) && of_kind(title)) || gives_out(title);
        });
        if (stop == at_) stop = first_end(limit, ends_with_text_given_out);
        return stop == at_ ? first_end(limit, of_kind) : stop;
    }

    template <typename Ends>
    std::size_t first_end(std::size_t limit, const Ends& ends) const {
        for (std::size_t stop = at_ + 1; stop <= limit; ++stop)
            if (ends(title_until(stop)) &&
                (stop == limit || kind_of_title(lines_[stop].text).empty()))
                return stop;
        return at_;
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
