// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/parts.hpp"

#include <algorithm>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/structure/closing.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/preface.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

// The name in a line of an 附件说明: "附件：1.甲" → 甲, "2.乙" → 乙.
std::string name_in_note(std::string_view line) {
    if (is_annex_note(line)) {
        std::size_t mark = std::string_view::npos;
        for (const std::string_view sign : {"：", ":", ".", "．"})
            if (const std::size_t at = line.find(sign); at != std::string_view::npos)
                mark = std::min(mark, at + sign.size());
        line = core::trim(line.substr(mark));
    }
    return core::without_spaces(core::trim(line.substr(read_label(line).bytes)));
}

class Divider {
  public:
    Divider(Lines& lines, core::Diagnostics& findings) : lines_(lines), findings_(findings) {}

    std::vector<Part> divide() {
        take_part({});
        while (at_ < lines_.size()) {
            cut_label_from_title();
            take_part(is_annex_label(lines_[at_].text) ? core::Annex::Kind::Annex
                                                       : core::Annex::Kind::Attached);
        }
        return std::move(parts_);
    }

  private:
    void take_part(std::optional<core::Annex::Kind> annex) {
        const std::size_t begin = at_;
        // An annex goes on to the next annex: its own closing does not end it, the annexes of a
        // report that is passed on have dates of their own.
        const std::size_t limit = next_annex(begin + 1);
        Part part;
        part.annex = annex;
        part.preface = {begin, mark_preface(lines_, {begin, limit}, names_, findings_)};
        const std::string title = title_of(part.preface);
        auto closing = find_closing(lines_, {part.preface.end, limit}, title);
        // 省水利厅 / 2026年2月10日 right below the title of a text that is passed on: the text
        // follows.
        if (annex && closing && closing->begin == part.preface.end && closing->end < limit)
            closing = find_closing(lines_, {closing->end, limit}, title);
        if (!annex && closing && is_signed_by_others(lines_, *closing, title))
            findings_.push_back({core::Level::Warning,
                                 lines_[closing->begin].place,
                                 {"intake.signed_by_others", {}},
                                 core::excerpt(lines_[closing->begin].text)});
        if (annex == core::Annex::Kind::Attached && part.preface.empty())
            findings_.push_back({core::Level::Warning,
                                 lines_[begin].place,
                                 {"intake.untitled_behind_date", {}},
                                 core::excerpt(lines_[begin].text)});
        const std::size_t end = closing ? closing->end : limit;
        part.body = {part.preface.end, closing ? closing->begin : end};
        part.closing = closing.value_or(Range{end, end});
        mark_closing(lines_, part.closing, findings_);
        if (!annex) remember_names(part);
        parts_.push_back(part);
        at_ = end;
    }

    std::string title_of(Range preface) const {
        std::string title;
        for (std::size_t i = preface.begin; i < preface.end; ++i)
            if (lines_[i].role == core::Role::Title)
                title += without_letter_spacing(lines_[i].text);
        return title;
    }

    std::size_t next_annex(std::size_t from) const {
        std::size_t at = std::max(from, std::size_t{1});
        while (at < lines_.size() && !opens_annex(at)) ++at;
        return at;
    }

    bool opens_annex(std::size_t at) const {
        const Line& line = lines_[at];
        if (!line.is_text() || line.of_contents) return false;
        if (is_annex_label(line.text)) return !is_note_over_lines(at);
        return !parts_.empty() && (opens_with_label(line) || opens_with_name(at));
    }

    // "附件：" alone on its line, the names on the lines below: an 附件说明 and not an annex.
    bool is_note_over_lines(std::size_t at) const {
        const std::string& text = lines_[at].text;
        if (!text.ends_with("：") && !text.ends_with(":")) return false;
        if (at + 1 >= lines_.size() || read_label(lines_[at + 1].text).number != 1) return false;
        for (std::size_t i = at + 1; i < lines_.size() && i < at + 24; ++i)
            if (date_line(lines_[i].text)) return true;
        return false;
    }

    // 附件1　重点任务分工表: label and title on one line, outside of sentences.
    bool opens_with_label(const Line& line) const {
        const std::size_t label = annex_label_length(line.text);
        if (label == 0 || line.text.find("。") != std::string::npos) return false;
        const std::string name = core::without_spaces(std::string_view(line.text).substr(label));
        return std::find(names_.begin(), names_.end(), name) != names_.end() ||
               (line.align == core::Align::Center && !is_annex_note(line.text)) ||
               (names_.empty() && !is_annex_note(line.text));
    }

    // One to four lines that together are a name of the 附件说明.
    bool opens_with_name(std::size_t at) const {
        std::string title;
        for (std::size_t i = at; i < lines_.size() && i < at + 4 && lines_[i].is_text(); ++i) {
            title += core::without_spaces(lines_[i].text);
            if (std::find(names_.begin(), names_.end(), title) != names_.end())
                return at > 0 && !is_annex_label(lines_[at - 1].text);
        }
        return false;
    }

    void cut_label_from_title() {
        const Line& line = lines_[at_];
        if (!line.is_text() || line.of_contents || is_annex_label(line.text)) return;
        const std::size_t label = annex_label_length(line.text);
        if (label > 0 && opens_with_label(line)) cut_line(lines_, at_, label);
    }

    // The names of the 附件说明, which stands at the end of the body or after the date.
    void remember_names(const Part& part) {
        bool in_note = false;
        for (std::size_t i = part.body.begin; i < part.closing.end; ++i) {
            const std::string& text = lines_[i].text;
            if (lines_[i].of_contents) continue;
            in_note = is_annex_note(text) || (in_note && lines_[i].is_text() && read_label(text));
            if (in_note) names_.push_back(name_in_note(text));
        }
    }

    Lines& lines_;
    core::Diagnostics& findings_;
    std::vector<Part> parts_;
    std::vector<std::string> names_;
    std::size_t at_ = 0;
};

}  // namespace

std::vector<Part> divide(Lines& lines, core::Diagnostics& findings) {
    return Divider(lines, findings).divide();
}

}  // namespace gongbao::editor
