// SPDX-License-Identifier: Apache-2.0
// Words of time inside a sentence: a date, a period, the day on which a document is published, and
// what is counted from it (自公布之日起30日后, 次月1日). Everything is read whole or not at all.
// Used by terms.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "core/text/date.hpp"

namespace gongbao::editor {

/// A place in a sentence from which words are taken one after the other. The text has neither white
/// space nor full-width digits, letters, brackets (core::narrow).
class Cursor {
  public:
    explicit Cursor(std::u32string_view text, std::size_t at = 0) : text_(text), at_(at) {}

    std::size_t at() const { return at_; }
    void go_to(std::size_t at) { at_ = at; }
    bool at_end() const { return at_ >= text_.size(); }
    char32_t next() const { return at_end() ? 0 : text_[at_]; }
    std::u32string_view text() const { return text_; }
    std::u32string_view rest() const { return text_.substr(at_); }
    std::u32string_view before() const { return text_.substr(0, at_); }

    bool take(std::u32string_view word);
    /// The first of `words` that comes next; longer ones stand before their beginnings.
    bool take_any(std::initializer_list<std::u32string_view> words);
    /// Like take_any, as often as it goes.
    void take_all(std::initializer_list<std::u32string_view> words);
    bool take_number(long& number);  ///< Arabic or Han, 1–9999

  private:
    std::u32string_view text_;
    std::size_t at_;
};

/// N年, N个月, N日 and their sums, 半年, 一年半.
struct Period {
    int months = 0;
    int days = 0;
    bool working_days = false;  ///< 15个工作日: no calendar tells when they end

    bool empty() const { return months == 0 && days == 0; }
    friend bool operator==(const Period&, const Period&) = default;
};
std::optional<Period> take_period(Cursor& cursor);

/// What happens on the day that a sentence counts from.
enum class Event {
    Date,         ///< the sentence names the day
    Publication,  ///< 公布, 发布, 颁布
    Dispatch,     ///< 印发, 下发, 发文, 签发, 即日
    Adoption,     ///< 通过
    Approval,     ///< 批准
    Effect,       ///< 施行: the day from which the document itself is in force
};

/// A day as a sentence fixes it.
struct Day {
    enum class Then { Same, FirstOfNextMonth, FirstOfNextYear };

    Event event = Event::Date;
    core::Date date;  ///< of Event::Date
    Period after;     ///< counted from that day
    Then then = Then::Same;

    bool counted() const { return !after.empty() || then != Then::Same; }
    friend bool operator==(const Day&, const Day&) = default;
};

/// 2026年5月1日, 二〇二六年五月一日, 2026-05-01, with an hour before midnight behind it (零时).
std::optional<core::Date> take_date(Cursor& cursor);
/// Does a date end with 零时: what lasts until then does not last on that day.
bool ends_at_midnight(std::u32string_view words);
/// A date or an event's day, with 起 and what is counted from it. Nothing for an impossible date,
/// for working days, for an authority's deed (国务院批准之日).
std::optional<Day> take_day(Cursor& cursor);

/// 自, 从, 于 …
bool take_preposition(Cursor& cursor);
/// 施行, 执行, 生效 …, also two of them.
bool take_verb(Cursor& cursor);
/// 至2027年12月31日止
bool take_until(Cursor& cursor, std::optional<core::Date>& until);
/// Nothing of the clause is left that could change what was read.
bool at_stop(const Cursor& cursor);

}  // namespace gongbao::editor
