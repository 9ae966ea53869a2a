// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/validity.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;

bool take_ending(Cursor& cursor) {
    cursor.take_all(
        {U"自行", U"自动", U"即行", U"予以", U"同时", U"一律", U"相应", U"正式", U"全文", U"全部"});
    return cursor.take_any({U"停止执行", U"停止施行", U"停止实施", U"停止适用", U"终止执行",
                            U"终止施行", U"终止实施", U"终止", U"不再执行", U"不再施行",
                            U"不再实施", U"不再适用", U"失效", U"废止", U"结束", U"到期"});
}

// 自公布之日起5年: the period and what it is counted from.
bool take_from(const Day& day, Term& term) {
    if (day.then != Day::Then::Same) return false;
    term.period = day.after;
    term.day = day;
    term.day->after = {};
    return !term.period.working_days;
}

// 本规划期限为…: the years that it plans are not those in which it is in force.
bool is_span_planned(const Cursor& cursor) {
    for (const View plan : {U"规划期限", U"计划期限", U"纲要期限"})
        if (cursor.before().ends_with(plan)) return true;
    return false;
}

// 有效期与《…》一致, 有效期不超过5年
bool is_told_loosely(const Cursor& cursor) {
    const View rest = cursor.rest();
    for (const View loose : {U"不超过", U"不长于", U"不少于", U"不低于", U"不得超过"})
        if (rest.starts_with(loose)) return true;
    return (rest.starts_with(U'与') || rest.starts_with(U'和')) &&
           (rest.ends_with(U"一致") || rest.ends_with(U"相同") || rest.ends_with(U"同步"));
}

// 有效期届满前, 有效期内: nothing is said of how long.
bool speaks_of_running_out(Cursor cursor) {
    return cursor.take_any({U"届满", U"期满", U"满", U"内", U"以内", U"之内", U"外", U"前", U"后",
                            U"的",   U"应",   U"不", U"由", U"从其", U"可",   U"已", U"尚", U"未",
                            U"如",   U"若",   U"遇", U"有", U"和",   U"与",   U"及", U"、"}) ||
           cursor.at_end();
}

bool not_understood(Cursor& cursor, Term& term) {
    leave_open(term);
    cursor.go_to(cursor.at() + cursor.rest().size());
    return true;
}

// 至2030年12月31日, 自2026年5月1日至2031年4月30日, 延长至2030年12月31日
bool read_end_of_validity(Cursor& cursor, Term& term) {
    term.until.reset();
    term.day.reset();
    cursor.take_any({U"继续延长", U"延长", U"延续", U"顺延", U"延期"});
    const std::size_t start = cursor.at();
    take_preposition(cursor);
    const auto first = take_day(cursor);
    if (!first || first->counted() || !take_until(cursor, term.until))
        cursor.go_to(start);
    else
        term.day = first;
    if (!term.until && !take_until(cursor, term.until)) {
        term.until = take_date(cursor);
        cursor.take_any({U"为止", U"止"});
    }
    if (!term.until) return false;
    cursor.take_any({U"有效"});
    Cursor behind = cursor;
    if (take_ending(behind)) cursor = behind;
    return true;
}

// What the next clause adds to a length: 自公布之日起计算, 自2026年5月1日起至2031年4月30日止,
// 至2031年4月30日.
void read_behind(View next_clause, Term& term) {
    Cursor next(next_clause);
    next.take(U"即");
    const std::size_t start = next.at();
    const bool from = take_preposition(next);
    const auto day = take_day(next);
    const bool range = day && !day->counted() && take_until(next, term.until);
    if (!range) {
        term.until.reset();
        next.take_any({U"计算", U"起计算", U"起算", U"算"});
        if (from && day && !day->counted() && next.at_end()) term.day = day;
        if (day && from) return;
        next.go_to(start);
        if (!take_until(next, term.until)) return;
    }
    if (!next.at_end())
        term.until.reset();
    else if (range)
        term.day = day;
}

// 5年, 自施行之日起5年, 5年，自公布之日起计算
bool read_length(Cursor& cursor, View next_clause, Term& term) {
    term.day.reset();
    term.until.reset();
    if (take_preposition(cursor)) {
        const auto day = take_day(cursor);
        if (!day || !take_from(*day, term)) return false;
        cursor.take_any({U"计算", U"起算", U"为", U"共"});
        if (term.period.empty())
            if (const auto period = take_period(cursor)) term.period = *period;
    } else if (const auto period = take_period(cursor)) {
        term.period = *period;
        read_behind(next_clause, term);
    }
    cursor.take_any({U"以内", U"内", U"有效"});
    cursor.take_any({U"有效"});
    return !term.period.empty() && !term.period.working_days;
}

}  // namespace

// 于2030年12月31日废止, 2030年12月31日起失效, 自公布之日起5年后自动失效.
bool read_ending(Cursor& cursor, Term& term) {
    term.kind = Term::Kind::Validity;
    const bool from = cursor.take_any({U"自", U"从"});
    if (!from) cursor.take_any({U"截至", U"截止", U"于", U"至", U"到", U"由", U"在"});
    const std::size_t start = cursor.at();
    if (const auto date = take_date(cursor)) {
        const bool midnight = ends_at_midnight(cursor.before());
        const bool excluded = cursor.take_any({U"起", U"开始"}) || midnight;
        if (!excluded) cursor.take_any({U"为止", U"止", U"以后", U"之后", U"后"});
        cursor.take(U",");
        cursor.go_to(cursor.at() + own_subject(cursor.rest()));
        if (!take_ending(cursor) || !at_stop(cursor)) return false;
        term.until = excluded && date->year > 1 ? core::days_after(*date, -1) : *date;
        term.day_before = excluded;
        return true;
    }
    cursor.go_to(start);
    // 五年后自动失效
    if (const auto period = from ? std::nullopt : take_period(cursor)) {
        term.period = *period;
        return cursor.take_any({U"届满后", U"期满后", U"后", U"届满", U"期满"}) &&
               take_ending(cursor) && at_stop(cursor) && !period->working_days;
    }
    const auto day = take_day(cursor);
    if (!day || day->after.empty()) return false;
    if (!take_ending(cursor) || !at_stop(cursor)) return false;
    return take_from(*day, term);
}

// 有效期…
bool read_validity(Cursor& cursor, View next_clause, Term& term) {
    term.kind = Term::Kind::Validity;
    cursor.take(U"的");
    const bool known = cursor.take_any(
        {U"有效期限", U"有效期间", U"有效期",   U"有效时间", U"试行期限", U"试行期",   U"施行期限",
         U"施行期",   U"实施期限", U"实施期",   U"执行期限", U"执行期",   U"适用期限", U"适用期",
         U"暂行期",   U"有效年限", U"施行年限", U"实施年限", U"执行年限", U"截止日期", U"截止时间",
         U"结束日期", U"失效日期", U"失效时间", U"废止日期"});
    if (!known && !cursor.take_any({U"有效", U"期限", U"为期"})) return false;
    cursor.take(U"间");
    const bool planned = is_span_planned(cursor);
    const bool provisional = cursor.rest().starts_with(U"暂定");
    cursor.take_all({U"暂定为", U"暂定", U"均为", U"共", U"定为", U"为", U"是", U":"});
    if (cursor.take_any({U"长期有效", U"长期", U"永久", U"不限"})) {
        term.kind = Term::Kind::Unlimited;
        return at_stop(cursor);
    }
    if (provisional) return not_understood(cursor, term);
    const std::size_t start = cursor.at();
    if (!planned) {
        if (read_end_of_validity(cursor, term) && at_stop(cursor)) return true;
        cursor.go_to(start);
        if (read_length(cursor, next_clause, term) && at_stop(cursor)) return true;
        cursor.go_to(start);
    }
    if (!known && !planned) return false;
    return (is_told_loosely(cursor) || !speaks_of_running_out(cursor)) &&
           not_understood(cursor, term);
}

// 试行两年, 暂定3年, 执行至2027年12月31日, 自公布之日起5年内有效
bool read_trial(Cursor& cursor, View next_clause, Term& term) {
    term.kind = Term::Kind::Validity;
    const std::size_t start = cursor.at();
    if (take_preposition(cursor)) {
        const auto day = take_day(cursor);
        if (!day) return false;
        term.day = day;
        if (!day->after.empty() && !take_from(*day, term)) return false;
        // 自发布之日起有效期5年
        if (day->after.empty() && cursor.take(U"有效期")) {
            cursor.take_any({U"限为", U"为", U"限"});
            const auto period = take_period(cursor);
            if (period) term.period = *period;
            return period && !period->working_days && at_stop(cursor);
        }
        const bool until = term.period.empty() && take_until(cursor, term.until);
        cursor.take_any({U"以内", U"内"});
        if (term.period.empty() && !until) return false;
        return cursor.take(U"有效") && at_stop(cursor);
    }
    cursor.go_to(start);
    const bool provisional = cursor.take_any({U"暂定为", U"暂定"});
    if (provisional || cursor.take_any({U"先行", U"先"}))
        take_verb(cursor);
    else if (!take_verb(cursor) && !cursor.take(U"有效")) {
        const bool ends =
            cursor.take_any({U"截至", U"直至", U"至", U"到"}) && cursor.rest().ends_with(U"止");
        cursor.go_to(start);
        if (!take_until(cursor, term.until)) return ends && not_understood(cursor, term);
        Cursor behind = cursor;
        return (take_verb(behind) || take_ending(behind) || cursor.before().ends_with(U"止")) &&
               (at_stop(cursor) || at_stop(behind));
    }
    const std::size_t object = cursor.at();
    if (provisional && (take_until(cursor, term.until) || take_period(cursor)))
        return not_understood(cursor, term);
    if (read_end_of_validity(cursor, term) && at_stop(cursor)) return true;
    cursor.go_to(object);
    if (read_length(cursor, next_clause, term) && at_stop(cursor)) return true;
    cursor.go_to(object);
    if (cursor.take_any({U"至", U"到"}) && !cursor.at_end()) return not_understood(cursor, term);
    return false;
}

bool read_how_long(Cursor& cursor, View next_clause, Term& term) {
    const std::size_t start = cursor.at();
    if (read_validity(cursor, next_clause, term)) return true;
    cursor.go_to(start);
    if (read_end_of_validity(cursor, term)) return true;
    cursor.go_to(start);
    return read_length(cursor, next_clause, term);
}

}  // namespace gongbao::editor
