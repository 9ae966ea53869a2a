// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/head.hpp"

#include <algorithm>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/agency.hpp"
#include "editor/intake/structure/official_lines.hpp"
#include "editor/intake/structure/title_line.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using core::Role;

constexpr std::size_t kMostMarkLines = 14;

class Head {
  public:
    Head(Lines& lines, Range range, core::Diagnostics& findings)
        : lines_(lines), range_(range), at_(range.begin), findings_(findings) {}

    // 版头: its elements, among them the number, in whatever order they stand.
    std::size_t mark() {
        bool numbered = false;
        while (more()) {
            const auto element = head_element(line().text);
            const bool last = at_ + 1 == range_.end;
            if (const std::size_t stop = mark_end(); stop > at_ && !last) {
                put_mark(stop);
            } else if (stands_above_matter()) {
                put_mark(at_ + 1);
                while (is_number_after_title(line().text)) put(Role::Number);
                if (dated_names_at(at_)) put(Role::Signature), put(Role::Date);
                break;
            } else if (element && !last) {
                report("intake.masthead_line", core::Level::Hint);
                put(*element);
            } else if (is_number_line(line().text) && (!numbered || below_number())) {
                put(Role::Number);
                numbered = true;
            } else if (below_number() && date_line(line().text) && !last) {
                put(Role::Date);
            } else if (goes_on_signing()) {
                line().joins_previous = lines_[at_ - 1].role == Role::Signer;
                report("intake.masthead_line", core::Level::Hint);
                put(Role::Signer);
            } else {
                break;
            }
        }
        return at_;
    }

  private:
    bool below_number() const { return at_ > range_.begin && lines_[at_ - 1].role == Role::Number; }
    bool more() const { return at_ < range_.end && lines_[at_].is_text(); }
    Line& line() { return lines_[at_]; }
    void put(Role role) { lines_[at_++].role = role; }

    void report(const char* id, core::Level level) {
        findings_.push_back({level, line().place, {id, {}}, core::excerpt(line().text)});
    }

    // The mark of 纪要 (GB/T 9704-2012, 10.3) with its number: the title of the matter follows.
    bool stands_above_matter() const {
        const std::string& mark = lines_[at_].text;
        if (!is_periodical(mark) || mark.find("关于") != std::string::npos || at_ + 2 >= range_.end)
            return false;
        std::size_t next = at_ + 1;
        while (next < range_.end && lines_[next].is_text() &&
               is_number_after_title(lines_[next].text))
            ++next;
        if (next == at_ + 1) return false;
        if (dated_names_at(next)) next += 2;
        if (next + 1 >= range_.end || !could_be_title(lines_[next]) ||
            is_addressees(lines_[next].text))
            return false;
        return lines_[next].align == core::Align::Center ||
               !kind_of_title(lines_[next].text).empty();
    }

    bool dated_names_at(std::size_t at) const { return names_and_date(lines_, at, range_.end); }

    // Names below 签发人：, the number perhaps between them, and the title or what else belongs to
    // 版头 below.
    bool goes_on_signing() const {
        const auto is_signer_line = [&](std::size_t at) {
            return at >= range_.begin && lines_[at].role == Role::Signer;
        };
        const bool below = at_ > range_.begin &&
                           (is_signer_line(at_ - 1) ||
                            (at_ > range_.begin + 1 && lines_[at_ - 1].role == Role::Number &&
                             is_signer_line(at_ - 2)));
        if (!below || at_ + 1 >= range_.end || !lines_[at_ + 1].is_text()) return false;
        const std::string& next = lines_[at_ + 1].text;
        return is_names_of_people(lines_[at_].text) &&
               (next.find("关于") != std::string::npos || names_only_agencies(next) ||
                head_element(next) || is_number_line(next) || is_issuer_mark(next) ||
                is_names_of_people(next));
    }

    void put_mark(std::size_t stop) {
        report("intake.masthead_line", core::Level::Hint);
        for (const std::size_t first = at_; at_ < stop;) {
            line().joins_previous = at_ > first;
            put(Role::IssuerMark);
        }
    }

    // The lines of 发文机关标志 that begin here: names of agencies and 文件; without that word
    // names alone, which are the mark where number and title follow and not the title's own first
    // line.
    std::size_t mark_end() const {
        std::size_t stop = at_;
        bool has_word = false;
        const std::size_t limit = std::min(range_.end, at_ + kMostMarkLines);
        for (; stop < limit && lines_[stop].is_text(); ++stop) {
            const std::string& text = lines_[stop].text;
            const bool word = stop > at_ && core::without_spaces(text) == "文件";
            if (has_word && word) break;
            has_word = has_word || word || is_issuer_mark(text) || is_free_mark(stop);
            if (!word && !is_issuer_mark(text) && !is_free_mark(stop) && !names_only_agencies(text))
                break;
        }
        if (stop > at_ && (has_word ? ends_mark(stop) : number_and_title_follow(stop))) return stop;
        // 文件 ended the mark, and what follows belongs to the title.
        for (std::size_t end = stop; has_word && end > at_; --end)
            if (core::without_spaces(lines_[end - 1].text).ends_with("文件")) return end;
        return at_;
    }

    // ××文件 of an authority of unknown form: the number follows.
    bool is_free_mark(std::size_t at) const {
        const std::string bare = core::without_spaces(lines_[at].text);
        return bare.ends_with("文件") && core::length(bare) < 30 &&
               bare.find("关于") == std::string::npos && at + 1 < range_.end &&
               lines_[at + 1].is_text() && is_number_line(lines_[at + 1].text);
    }

    bool ends_mark(std::size_t stop) const {
        return core::without_spaces(lines_[stop - 1].text).ends_with("文件") ||
               is_issuer_mark(lines_[stop - 1].text) ||
               (stop < range_.end && lines_[stop].is_text() && is_number_line(lines_[stop].text));
    }

    bool number_and_title_follow(std::size_t at) const {
        while (at < range_.end && lines_[at].is_text() && head_element(lines_[at].text)) ++at;
        if (at >= range_.end || !lines_[at].is_text() || !is_number_line(lines_[at].text))
            return false;
        ++at;
        while (at < range_.end && lines_[at].is_text() && head_element(lines_[at].text)) ++at;
        return at < range_.end && could_be_title(lines_[at]) && !is_addressees(lines_[at].text) &&
               (names_only_agencies(lines_[at].text) ||
                lines_[at].text.find("关于") != std::string::npos ||
                !kind_of_title(lines_[at].text).empty());
    }

    Lines& lines_;
    Range range_;
    std::size_t at_;
    core::Diagnostics& findings_;
};

}  // namespace

std::size_t mark_head(Lines& lines, Range range, core::Diagnostics& findings) {
    return Head(lines, range, findings).mark();
}

}  // namespace gongbao::editor
