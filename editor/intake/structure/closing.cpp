// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/closing.hpp"

#include <algorithm>

#include "core/text/text.hpp"
#include "editor/intake/structure/above_title.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/label.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kMostSignatureLines = 24;
constexpr std::size_t kMostImprintLines = 16;
constexpr std::size_t kMostTailLines = 3;

// 2026-03-05, 2026.3.5 alone on a line.
bool is_numeric_date(std::string_view text) {
    return text.size() <= 10 && text.find_first_not_of("0123456789-./") == std::string_view::npos &&
           core::parse_date(text).has_value();
}

bool is_date(const Line& line) {
    if (!line.is_text()) return false;
    return is_numeric_date(line.text) || date_line(line.text) || is_open_date(line.text) ||
           (core::length(line.text) <= 24 && core::is_impossible_date(line.text));
}

// Nothing in its wording or place forbids it to be a signature.
bool could_be_signature(const Line& line) {
    if (!line.is_text() || line.of_contents) return false;
    if (core::length(line.text) > 60 || line.align == core::Align::Center) return false;
    if (read_label(line.text) || line.list_item) return false;
    if (core::trim(line.text).empty()) return false;  // a line to write on
    if (is_contact(line.text) || imprint_element(line.text)) return false;
    if (ending_of(line.text) == Ending::Sentence && line.align != core::Align::Right) return false;
    const bool cites = line.text.find("《") != std::string::npos && !line.text.ends_with("编辑部");
    return !cites && line.text.find("，") == std::string::npos &&
           line.text.find("。") == std::string::npos && !is_annex_note(line.text) &&
           !is_annex_label(line.text) && !is_date(line) && !is_bracketed(line.text);
}

bool names_agencies(const std::string& text) {
    return is_signer(text) || text.ends_with("》编辑部") || names_only_agencies(text);
}

bool is_surely_signature(const Line& line) {
    if (line.is_text() && line.align != core::Align::Center && is_seal_note(line.text)) return true;
    return could_be_signature(line) &&
           (line.align == core::Align::Right || names_agencies(line.text));
}

bool ends_body(const Line& line) {
    return !line.is_text() || core::trim(line.text).empty() ||
           ending_of(line.text) == Ending::Sentence || is_annex_note(line.text) ||
           is_bracketed(line.text) || is_contact(line.text) ||
           static_cast<bool>(read_label(line.text));
}

bool has_mark_or_digit(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = core::next_code_point(text, at);
        if (core::is_digit(c) || c == U'：' || c == U':' || c == U'；') return true;
    }
    return false;
}

// The first line of the signature above the date at `date`; `date` itself when there is none.
std::size_t signature_above(const Lines& lines, std::size_t begin, std::size_t date) {
    std::size_t first = date;
    while (first > begin && date - first < kMostSignatureLines &&
           is_surely_signature(lines[first - 1]))
        --first;
    // A long name's first line, or a name of unknown form: short, and the body ends right above it.
    if (first > begin + 1 && could_be_signature(lines[first - 1]) &&
        core::length(lines[first - 1].text) <= 26 && ends_body(lines[first - 2]) &&
        !has_mark_or_digit(lines[first - 1].text) && lines[first - 1].align != core::Align::Right)
        --first;
    return first;
}

// ---- 版记 ----

// Does the 抄送 of the lines before go on in this one?
bool goes_on(const Lines& lines, std::size_t at) {
    const std::string& before = lines[at - 1].text;
    const Line& line = lines[at];
    // 抄送： and a list below.
    const bool listed = before.ends_with("：") || static_cast<bool>(read_label(before));
    const bool prints = at + 1 < lines.size() && lines[at + 1].is_text() &&
                        names_only_agencies(line.text) &&
                        opens_with_printing_date(lines[at + 1].text);
    if (prints && ending_of(before) == Ending::Open && !before.ends_with("，") &&
        !before.ends_with("、"))
        return false;
    return line.is_text() && !before.ends_with("。") && !imprint_element(line.text) &&
           !is_date(line) && !is_annex_label(line.text) && (!read_label(line.text) || listed) &&
           line.text.find("：") == std::string::npos &&
           (names_before_date(line.text) == 0 || before.ends_with("，") || before.ends_with("、"));
}

// The end of the lines of 版记 that begin at `at`; `at` when none does.
std::size_t imprint_end(const Lines& lines, std::size_t at, std::size_t end) {
    const std::size_t begin = at;
    while (at < end && lines[at].is_text()) {
        const auto element = imprint_element(lines[at].text);
        // The agency on a line of its own above the date it printed on.
        const bool agency = !element && at + 1 < end && lines[at + 1].is_text() &&
                            names_only_agencies(lines[at].text) &&
                            opens_with_printing_date(lines[at + 1].text);
        // 印发 may be left out beside the date below 抄送.
        const bool dated = !element && at > begin && names_before_date(lines[at].text) > 0;
        if (!element && !agency && !dated) break;
        ++at;
        if (element != Role::CopyTo) continue;
        while (at < end && goes_on(lines, at)) ++at;
    }
    return at;
}

// The first line of the 版记 that ends at `end`; `end` when there is none.
std::size_t imprint_before(const Lines& lines, std::size_t begin, std::size_t end) {
    std::size_t first = end;
    for (std::size_t at = end;
         at > begin && end - at < kMostImprintLines && lines[at - 1].is_text(); --at)
        if (imprint_end(lines, at - 1, end) == end) first = at - 1;
    return first;
}

// ---- what stands behind the date ----

// 注：…, whose further points may stand on lines of their own.
bool opens_remarks(const std::string& text) {
    for (const char* opening : {"注：", "注:", "附注：", "备注："})
        if (text.starts_with(opening)) return true;
    return false;
}

bool is_note(const std::string& text) {
    if (is_bracketed(text)) return !is_title_note(text);
    for (const char* open : {"公开方式：", "公开属性：", "公开选项：", "公开形式：", "公开类别：",
                             "信息公开选项：", "信息公开属性："})
        if (text.starts_with(open)) return true;
    return opens_remarks(text) || is_contact(text);
}

// The end of the lines of a late 附件说明 that begins at `at`; `at` where the line opens an annex,
// whose text follows: 附件一：申报条件.
std::size_t late_note_end(const Lines& lines, std::size_t at, std::size_t end) {
    if (!is_annex_note(lines[at].text)) return at;
    std::size_t stop = at + 1;
    const auto numbered = [](const std::string& text) {
        return read_label(text).kind == LabelKind::Arabic && ending_of(text) != Ending::Sentence;
    };
    while (stop < end && lines[stop].is_text() &&
           (is_annex_note(lines[stop].text) || numbered(lines[stop].text)))
        ++stop;
    const bool alone =
        stop == end ||
        (lines[stop].is_text() &&
         (is_annex_label(lines[stop].text) || annex_label_length(lines[stop].text) > 0 ||
          is_bracketed(lines[stop].text) || imprint_element(lines[stop].text)));
    return alone ? stop : at;
}

// Lines after the date that still belong to the document: 附注, a late 附件说明, 抄送 and 印发.
std::size_t closing_end(const Lines& lines, std::size_t at, std::size_t end) {
    bool in_remarks = false;
    while (at < end && lines[at].is_text()) {
        const std::string& text = lines[at].text;
        in_remarks = opens_remarks(text) || (in_remarks && read_label(text));
        std::size_t next = in_remarks || is_note(text) ? at + 1 : late_note_end(lines, at, end);
        if (next == at) next = imprint_end(lines, at, end);
        if (next == at && lines[at].align != core::Align::Center && is_labelled(text))
            next = at + 1;
        if (next == at) break;
        at = next;
    }
    return at;
}

// Agencies that sign apart, each with a date below: the end of the pairs that follow at `at`.
std::size_t pairs_end(const Lines& lines, std::size_t at, std::size_t end) {
    while (at < end) {
        std::size_t date = at;
        while (date < end && lines[date].is_text() && names_agencies(lines[date].text)) ++date;
        if (date == at || date == end || !is_date(lines[date])) break;
        at = date + 1;
    }
    return at;
}

// Short lines at the very end of which no text comes: nothing that a document could carry along.
bool is_tail(const Lines& lines, std::size_t at, std::size_t end) {
    if (end - at > kMostTailLines) return false;
    for (std::size_t i = at; i < end; ++i) {
        const Line& line = lines[i];
        if (!line.is_text() || read_label(line.text)) return false;
        if (line.align == core::Align::Center && !is_site_foot(line.text)) return false;
        if (core::length(line.text) > 60 || !kind_of_title(line.text).empty()) return false;
        if (is_number_line(line.text) || line.text.find("。") != std::string::npos) return false;
    }
    return true;
}

// What may stand after a closing: nothing, an annex, or a title. A sentence may not.
bool may_follow(const Lines& lines, std::size_t at, std::size_t end) {
    if (at >= end || !lines[at].is_text()) return true;
    return lines[at].text.find("。") == std::string::npos && !read_label(lines[at].text);
}

struct Candidate {
    Range range;
    bool sure = false;  // signed by an agency of the title, or by its place
};

class ClosingFinder {
  public:
    ClosingFinder(const Lines& lines, Range range, const std::string& title)
        : lines_(lines), range_(range), issuers_(agencies_of_title(title)) {}

    std::optional<Range> find() const {
        std::optional<Candidate> first;
        for (std::size_t i = range_.begin; i < range_.end; ++i) {
            const auto candidate = closing_at(i);
            if (!candidate) continue;
            if (candidate->sure || issuers_.empty()) return candidate->range;
            if (!first) first = candidate;
        }
        if (first) return first->range;
        return without_date();
    }

    bool is_signed_by_others(Range closing) const {
        std::size_t date = closing.begin;
        while (date < closing.end && !is_date(lines_[date])) ++date;
        return !issuers_.empty() && date > closing.begin && date < closing.end &&
               !is_sure(closing.begin, date);
    }

  private:
    std::optional<Candidate> closing_at(std::size_t date) const {
        if (!is_date(lines_[date]) || lines_[date].align == core::Align::Center) return {};
        const std::size_t first = signature_above(lines_, range_.begin, date);
        const std::size_t pairs =
            first < date ? pairs_end(lines_, date + 1, range_.end) : names_below(date);
        std::size_t stop = closing_end(lines_, pairs, range_.end);
        if (is_tail(lines_, stop, range_.end)) stop = range_.end;
        if ((first == date && pairs == date + 1 && stop != range_.end) ||
            !may_follow(lines_, stop, range_.end))
            return {};
        return Candidate{{first, stop}, is_sure(first, first < date ? date : pairs)};
    }

    // Where the date stands above the names, at the end of the text.
    std::size_t names_below(std::size_t date) const {
        std::size_t at = date + 1;
        if (date == range_.begin || !ends_body(lines_[date - 1])) return at;
        while (at < range_.end && lines_[at].is_text() && names_agencies(lines_[at].text)) ++at;
        return at < range_.end && is_date(lines_[at]) ? date + 1 : at;
    }

    bool is_sure(std::size_t first, std::size_t date) const {
        std::vector<std::string> texts;
        for (std::size_t i = first; i < date; ++i) {
            if (lines_[i].align == core::Align::Right || is_signer(lines_[i].text)) return true;
            texts.push_back(lines_[i].text);
        }
        const std::vector<std::string> names = agencies_of(texts);
        return std::any_of(names.begin(), names.end(), [this](const std::string& name) {
            return std::any_of(issuers_.begin(), issuers_.end(), [&](const std::string& issuer) {
                return issuer.ends_with(name) || name.ends_with(issuer) || name.starts_with(issuer);
            });
        });
    }

    // A signature at the very end, or the 版记 alone.
    std::optional<Range> without_date() const {
        const std::size_t imprint = imprint_before(lines_, range_.begin, range_.end);
        const std::size_t first = signature_above(lines_, range_.begin, imprint);
        if (first < imprint && first > range_.begin && is_surely_signature(lines_[imprint - 1]) &&
            ends_body(lines_[first - 1]))
            return Range{first, range_.end};
        if (imprint < range_.end && imprint > range_.begin) return Range{imprint, range_.end};
        return {};
    }

    const Lines& lines_;
    Range range_;
    std::vector<std::string> issuers_;
};

// Marks the lines of a closing one after the other.
class ClosingMarker {
  public:
    ClosingMarker(Lines& lines, Range closing, core::Diagnostics& findings)
        : lines_(lines), closing_(closing), at_(closing.begin), findings_(findings) {}

    void mark() {
        const std::size_t imprint = imprint_before(lines_, closing_.begin, closing_.end);
        while (at_ < closing_.end) {
            if (at_ == imprint || (dated_ && imprint_end(lines_, at_, closing_.end) > at_))
                mark_imprint();
            else if (is_date(line()))
                mark_date();
            else if (!dated_ || names_pair() || (!signed_above_ && names_agencies(line().text)))
                mark_signature();
            else
                mark_behind_date();
        }
    }

  private:
    Line& line() { return lines_[at_]; }
    void put(Role role) { lines_[at_++].role = role; }

    void report(core::Level level, const char* id) {
        findings_.push_back({level, line().place, {id, {}}, core::excerpt(line().text)});
    }

    void mark_date() {
        if (is_open_date(line().text)) report(core::Level::Warning, "intake.date_without_day");
        dated_ = true;
        put(Role::Date);
    }

    bool names_pair() const { return pairs_end(lines_, at_, closing_.end) > at_; }

    void mark_signature() {
        const std::string next = at_ + 1 < closing_.end ? lines_[at_ + 1].text : std::string();
        if (!is_surely_signature(line()) && !goes_on_in(next))
            report(core::Level::Warning, "intake.signature_by_position");
        signed_above_ = signed_above_ || !dated_;
        put(Role::Signature);
    }

    // A name broken over this line and the next.
    bool goes_on_in(const std::string& next) {
        const std::vector<std::string> names = agencies_of({line().text, next});
        return !names.empty() &&
               std::all_of(names.begin(), names.end(),
                           [](const std::string& name) { return is_agency(name); });
    }

    void mark_behind_date() {
        const std::string& text = line().text;
        if (!in_remarks_ && (is_annex_note(text) || (in_annex_note_ && read_label(text)))) {
            in_annex_note_ = true;
            return put(Role::AnnexNote);
        }
        in_remarks_ = opens_remarks(text) || (in_remarks_ && read_label(text));
        if (!in_remarks_ && !is_note(text)) report(core::Level::Warning, "intake.line_behind_date");
        put(Role::Note);
    }

    // 抄送 over several lines is one block, and so are the agency and the date below it.
    void mark_imprint() {
        for (const std::size_t stop = imprint_end(lines_, at_, closing_.end); at_ < stop;) {
            report(core::Level::Hint, "intake.imprint_line");
            const auto element = imprint_element(line().text);
            const std::size_t first = at_;
            const bool apart = !element && names_before_date(line().text) == 0;
            put(element.value_or(Role::Imprint));
            while (at_ < stop &&
                   (element == Role::CopyTo ? goes_on(lines_, at_) : apart && at_ == first + 1)) {
                line().joins_previous = true;
                put(element.value_or(Role::Imprint));
            }
        }
    }

    Lines& lines_;
    Range closing_;
    std::size_t at_;
    core::Diagnostics& findings_;
    bool dated_ = false;
    bool signed_above_ = false;  // the names stand above the date
    bool in_annex_note_ = false;
    bool in_remarks_ = false;
};

}  // namespace

std::optional<Range> find_closing(const Lines& lines, Range range, const std::string& title) {
    return ClosingFinder(lines, range, title).find();
}

bool is_signed_by_others(const Lines& lines, Range closing, const std::string& title) {
    return ClosingFinder(lines, closing, title).is_signed_by_others(closing);
}

void mark_closing(Lines& lines, Range closing, core::Diagnostics& findings) {
    ClosingMarker(lines, closing, findings).mark();
}

}  // namespace gongbao::editor
