// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/time_words.hpp"

#include <algorithm>
#include <string>

#include "core/text/text.hpp"
#include "editor/intake/structure/whose.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

constexpr std::u32string_view kNumerals = U"0123456789〇零○一二三四五六七八九十百两廿";
constexpr std::u32string_view kYearDigits = U"0123456789〇零○◯一二三四五六七八九OoОоΟο";

std::optional<core::Date> parsed(std::u32string_view words) {
    return core::parse_date(core::to_utf8(words));
}

bool is_arabic(Cursor& cursor) {
    return core::is_ascii_digit(cursor.next());
}

// The bytes of 2026年5月1日 or of 2026-05-01 at the cursor; 号 is said for 日.
std::optional<core::Date> take_bare_date(Cursor& cursor) {
    const std::size_t start = cursor.at();
    const std::u32string_view rest = cursor.rest();
    if (rest.size() < 8 || !is_one_of(rest[0], kYearDigits)) return {};
    std::size_t end = 0;
    for (const char32_t unit : {U'年', U'月', U'日'}) {
        const std::size_t digits = end;
        while (end < rest.size() && is_one_of(rest[end], unit == U'年' ? kYearDigits : kNumerals))
            ++end;
        if (end == digits || end >= rest.size()) break;
        if (rest[end] != unit && !(unit == U'日' && rest[end] == U'号')) break;
        ++end;
        if (unit != U'日') continue;
        std::u32string words(rest.substr(0, end));
        words.back() = U'日';
        cursor.go_to(start + end);
        return parsed(words);
    }
    end = 0;
    while (end < rest.size() && end < 10 && is_one_of(rest[end], U"0123456789-./")) ++end;
    if (end < rest.size() && is_one_of(rest[end], U"0123456789-./")) return {};
    const auto date = parsed(rest.substr(0, end));
    if (date) cursor.go_to(start + end);
    return date;
}

// 零时, 0时, 12:00: an hour of the day. False for 24时, which is the next day.
bool take_hour(Cursor& cursor) {
    const std::size_t start = cursor.at();
    if (cursor.take_any({U"零时整", U"零时", U"零点整", U"零点", U"0时", U"0点"})) return true;
    const bool half = cursor.take_any({U"上午", U"下午", U"中午", U"凌晨"});
    const std::u32string_view rest = cursor.rest();
    std::size_t end = 0;
    while (end < rest.size() && is_one_of(rest[end], kNumerals)) ++end;
    const bool clock = end > 0 && end < rest.size() && is_one_of(rest[end], U"时点:");
    if (!clock) {
        cursor.go_to(start);
        return !half;
    }
    const long hour = core::parse_numeral(core::to_utf8(rest.substr(0, end)));
    if (hour < 0 || hour > 23) return false;
    std::size_t stop = end + 1;
    while (stop < rest.size() && is_one_of(rest[stop], U"0123456789:分整")) ++stop;
    cursor.go_to(cursor.at() + stop);
    return true;
}

// The last day that 至2026年10月31日24时 leaves: that day; of 至2026年11月1日0时 the day before.
std::optional<core::Date> take_last_day(Cursor& cursor) {
    const std::size_t start = cursor.at();
    const auto date = take_bare_date(cursor);
    if (date && cursor.take_any({U"24时", U"24点", U"24:00", U"二十四时"})) return date;
    if (date && take_hour(cursor))
        return ends_at_midnight(cursor.before()) && date->year > 1 ? core::days_after(*date, -1)
                                                                   : *date;
    cursor.go_to(start);
    return {};
}

// 公布, 正式印发 … The event that the document's own day is called by.
std::optional<Event> take_event(Cursor& cursor) {
    const std::size_t start = cursor.at();
    cursor.go_to(start + own_subject(cursor.rest()));
    cursor.take_all({U"正式", U"公开", U"向社会", U"对外", U"以上", U"文件", U"本文", U"依法"});
    if (cursor.take_any({U"公布施行", U"发布施行", U"发布实施", U"公布实施", U"颁布实施",
                         U"颁布施行", U"公布", U"发布", U"颁布", U"公告"}))
        return Event::Publication;
    if (cursor.take_any({U"印发", U"下发", U"发文", U"签发", U"签署", U"颁发", U"制发", U"发出"}))
        return Event::Dispatch;
    if (cursor.take(U"通过")) return Event::Adoption;
    if (cursor.take(U"批准")) return Event::Approval;
    if (cursor.take_any({U"施行", U"实施", U"生效", U"执行", U"试行"})) return Event::Effect;
    cursor.go_to(start);
    return {};
}

// What stands between the first day and the verb: 起, 起30日后, 起满一年, 起第31日, 之次日,
// 次月1日起.
bool take_count(Cursor& cursor, Day& day) {
    const std::size_t start = cursor.at();
    cursor.take_all({U"起算", U"算起", U"计算", U"开始", U"以后", U"之后", U"届满", U"起", U"后",
                     U"的", U"之", U"满"});
    const std::u32string_view behind = cursor.before().substr(start);
    if (cursor.take_any({U"次日", U"第二日", U"第二天"})) {
        day.after.days = 1;
    } else if (cursor.take_any({U"次月1日", U"次月一日", U"次月首日", U"下月1日", U"下月一日"})) {
        day.then = Day::Then::FirstOfNextMonth;
    } else if (cursor.take_any({U"次年1月1日", U"次年一月一日"})) {
        day.then = Day::Then::FirstOfNextYear;
    } else {
        const bool ordinal = cursor.take(U"第");
        const auto period = take_period(cursor);
        if (!period) return !ordinal && behind.find_first_of(U"后满") == std::u32string_view::npos;
        if (period->working_days || (ordinal && period->months > 0)) return false;
        day.after = *period;
    }
    cursor.take_all({U"届满", U"期满", U"以后", U"之后", U"后", U"起", U"开始", U"的"});
    return true;
}

}  // namespace

bool Cursor::take(std::u32string_view word) {
    if (word.empty() || !rest().starts_with(word)) return false;
    at_ += word.size();
    return true;
}

bool Cursor::take_any(std::initializer_list<std::u32string_view> words) {
    return std::any_of(words.begin(), words.end(), [&](const auto& word) { return take(word); });
}

void Cursor::take_all(std::initializer_list<std::u32string_view> words) {
    while (take_any(words)) {
    }
}

bool Cursor::take_number(long& number) {
    std::size_t end = at_;
    const bool arabic = is_arabic(*this);
    while (end < text_.size() && is_one_of(text_[end], kNumerals) &&
           core::is_ascii_digit(text_[end]) == arabic)
        ++end;
    if (end == at_) return false;
    number = core::parse_numeral(core::to_utf8(text_.substr(at_, end - at_)));
    if (number < 1 || number > 9999) return false;
    at_ = end;
    return true;
}

bool ends_at_midnight(std::u32string_view words) {
    for (const std::u32string_view hour :
         {U"日零时整", U"日零时", U"日零点整", U"日零点", U"日0时", U"日0点"})
        if (words.ends_with(hour)) return true;
    return false;
}

std::optional<Period> take_period(Cursor& cursor) {
    const std::size_t start = cursor.at();
    Period period;
    bool found = false;
    for (long number = 0; !cursor.at_end();) {
        const std::size_t here = cursor.at();
        if (cursor.take(U"半年")) {
            period.months += 6;
        } else if (!cursor.take_number(number)) {
            break;
        } else if (cursor.take_any({U"年半", U"个半年"})) {
            period.months += static_cast<int>(number) * 12 + 6;
        } else if (cursor.take_any({U"周年", U"个自然年", U"年"})) {
            period.months += static_cast<int>(number) * 12;
        } else if (cursor.take_any({U"个月", U"个自然月"})) {
            period.months += static_cast<int>(number);
        } else if (cursor.take_any({U"个工作日", U"个法定工作日", U"工作日"})) {
            period.working_days = true;
            period.days += static_cast<int>(number);
        } else if (cursor.take_any({U"个自然日", U"日", U"天"})) {
            period.days += static_cast<int>(number);
        } else {
            cursor.go_to(here);
            break;
        }
        found = true;
        cursor.take_any({U"零", U"又"});
    }
    if (found && !period.empty() && period.months <= 1200 && period.days <= 9999) return period;
    cursor.go_to(start);
    return {};
}

std::optional<core::Date> take_date(Cursor& cursor) {
    const std::size_t start = cursor.at();
    const auto date = take_bare_date(cursor);
    if (date && take_hour(cursor)) return date;
    cursor.go_to(start);
    return {};
}

std::optional<Day> take_day(Cursor& cursor) {
    const std::size_t start = cursor.at();
    Day day;
    bool sure = true;
    if (const auto date = take_date(cursor)) {
        day.date = *date;
        cursor.take_any({U"当日", U"当天", U"之日"});
    } else if (cursor.take_any({U"即日", U"即时", U"发文即日"})) {
        day.event = Event::Dispatch;
    } else if (const auto event = take_event(cursor)) {
        day.event = *event;
        sure = cursor.take_any({U"之日", U"之时", U"当日", U"当天", U"日", U"时"});
    } else {
        cursor.go_to(start);
        return {};
    }
    if (take_count(cursor, day) && (sure || day.counted())) return day;
    cursor.go_to(start);
    return {};
}

bool take_preposition(Cursor& cursor) {
    return cursor.take_any(
        {U"自从", U"自", U"从", U"于", U"由", U"推迟至", U"推迟到", U"延期至", U"延迟至"});
}

bool take_verb(Cursor& cursor) {
    const auto one = [&] {
        return cursor.take_any({U"施行", U"实施", U"执行", U"生效", U"试行", U"实行", U"起用",
                                U"启用", U"适用", U"暂行"});
    };
    if (!one()) return false;
    while (one()) {
    }
    return true;
}

bool take_until(Cursor& cursor, std::optional<core::Date>& until) {
    const std::size_t start = cursor.at();
    if (cursor.take_any({U"截至", U"截止到", U"截止至", U"截止", U"直至", U"至", U"到", U"——", U"—",
                         U"–", U"~"})) {
        until = take_last_day(cursor);
        if (until) {
            cursor.take_any({U"为止", U"止", U"期间", U"(含)"});
            return true;
        }
    }
    cursor.go_to(start);
    return false;
}

bool at_stop(const Cursor& cursor) {
    return cursor.at_end() || is_one_of(cursor.next(), U",、") || cursor.rest() == U"外" ||
           cursor.rest() == U"以外";
}

}  // namespace gongbao::editor
