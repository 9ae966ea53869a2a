// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/title_end.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/title_line.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

class TitleEnd {
  public:
    TitleEnd(const Lines& lines, Range range, const std::vector<std::string>& names)
        : lines_(lines), begin_(range.begin), end_(range.end), names_(names) {}

    // Centred lines belong to one title. Without alignment the wording decides: lines go on until
    // they make a title that ends with a 文种.
    std::size_t find() const {
        if (const std::size_t stop = styled_title_end(); stop > begin_) return stop;
        std::size_t stop = begin_;
        while (stop < end_ && stop < begin_ + kMostTitleLines && goes_on(stop)) {
            ++stop;
            if (is_annex_name(until(stop))) return stop;
        }
        if (stop <= begin_ + 1 || lines_[begin_].align == core::Align::Center) return stop;
        std::size_t complete = complete_until(stop);
        if (complete == begin_) return ends_above_number(stop) ? stop : begun_until(stop);
        while (complete < stop && is_state_of_text(lines_[complete].text)) ++complete;
        return complete;
    }

  private:
    // Lines in the style of titles, where together they are a title; `begin_` else.
    std::size_t styled_title_end() const {
        std::size_t stop = begin_;
        while (stop < end_ && stop < begin_ + kMostTitleLines && lines_[stop].title_style &&
               could_be_title(lines_[stop]) && !is_addressees(lines_[stop].text))
            ++stop;
        const bool whole =
            stop > begin_ && closes_book_marks(until(stop)) && !names_only_agencies(until(stop));
        return whole ? stop : begin_;
    }

    // Whatever is done with the text named last, its 》 and the number below tell the end.
    bool ends_above_number(std::size_t stop) const {
        return stop < end_ && is_number_line(lines_[stop].text) &&
               lines_[stop - 1].text.ends_with("》") && closes_book_marks(until(stop));
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
        std::size_t stop = begin_;
        while (stop < limit && names_only_agencies(lines_[stop].text)) ++stop;
        return stop > begin_ && stop < limit && tells_deed(lines_[stop].text) ? stop + 1
                                                                              : begin_ + 1;
    }

    static bool tells_deed(std::string_view text) {
        for (const char* verb : {"关于", "印发", "转发", "批转", "发布", "公布"})
            if (text.starts_with(verb)) return true;
        return false;
    }

    // Names alone make no title: the line below them belongs to it, however it is aligned.
    bool goes_on_from_names(std::size_t i) const {
        for (std::size_t above = begin_; above < i; ++above)
            if (!names_only_agencies(lines_[above].text)) return false;
        const std::string& text = lines_[i].text;
        return names_only_agencies(text) || tells_deed(text) || !kind_of_title(text).empty();
    }

    // 省水利厅印发 and 《…的通知》 below it, or a 《 that the lines above leave open.
    bool goes_on_in_book_marks(std::size_t i) const {
        const std::string above = until(i);
        return !closes_book_marks(above) ||
               (ends_with_deed(above) && lines_[i].text.starts_with("《"));
    }

    bool goes_on(std::size_t i) const {
        const Line& line = lines_[i];
        if (!could_be_title(line)) return false;
        if (i == begin_) return true;
        // A heading of the text that the manuscript marks as such, below a title of another level.
        if (line.own_level > 0 && line.own_level != lines_[begin_].own_level && !line.title_style)
            return false;
        const bool centred = lines_[begin_].align == core::Align::Center;
        if (centred != (line.align == core::Align::Center) && !goes_on_from_names(i) &&
            !goes_on_in_book_marks(i))
            return false;
        return !is_number_of_order(until(i), line.text) && !is_addressees(line.text);
    }

    bool is_annex_name(std::string_view title) const {
        return std::find(names_.begin(), names_.end(), core::without_spaces(title)) != names_.end();
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
        if (stop == begin_) stop = first_end(limit, ends_with_text_given_out);
        return stop == begin_ ? first_end(limit, of_kind) : stop;
    }

    template <typename Ends>
    std::size_t first_end(std::size_t limit, const Ends& ends) const {
        for (std::size_t stop = begin_ + 1; stop <= limit; ++stop)
            if (ends(until(stop)) && (stop == limit || kind_of_title(lines_[stop].text).empty()))
                return stop;
        return begin_;
    }

    std::string until(std::size_t stop) const { return words_of_lines(lines_, {begin_, stop}); }

    const Lines& lines_;
    std::size_t begin_;
    std::size_t end_;
    const std::vector<std::string>& names_;
};

}  // namespace

std::string words_of_lines(const Lines& lines, Range range) {
    std::string words;
    for (std::size_t i = range.begin; i < range.end; ++i) words += lines[i].text;
    return words;
}

std::size_t title_end(const Lines& lines, Range range, const std::vector<std::string>& names) {
    return TitleEnd(lines, range, names).find();
}

}  // namespace gongbao::editor
