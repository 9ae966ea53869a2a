// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/reserves.hpp"

#include <algorithm>
#include <initializer_list>

#include "editor/intake/structure/time_words.hpp"
#include "editor/intake/structure/whose.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;
using Words = std::initializer_list<View>;

bool starts_with_any(View text, Words words) {
    return std::any_of(words.begin(), words.end(),
                       [&](View word) { return text.starts_with(word); });
}

View without_subject(View words) {
    return words.substr(own_subject(words));
}

bool tells_consent(View words) {
    return contains_any(words,
                        {U"批准", U"同意", U"通过", U"审定", U"审核", U"备案", U"核准", U"审批"});
}

// 经省人民政府批准后, 待批准后, but not 已经批准后.
bool awaits_a_deed(View words) {
    if (!starts_with_any(words, {U"经", U"报", U"待", U"在"}) || words.starts_with(U"待遇"))
        return false;
    return tells_consent(words) &&
           (words.ends_with(U'后') || words.starts_with(U'待') || words.ends_with(U"前提下"));
}

// 3年, 为3年 at the end of a clause.
bool ends_in_period(View clause) {
    if (clause.empty() || View(U"年月半天").find(clause.back()) == View::npos)
        return false;  // 30日 may end a date
    for (std::size_t at = 0; at < clause.size(); ++at) {
        Cursor cursor(clause, at);
        if (take_period(cursor) && cursor.at_end()) return true;
    }
    return false;
}

// 或至国家新规定出台之日止, 以较早者为准
bool gives_a_choice(View clause) {
    if (clause.ends_with(U"为准"))
        return contains_any(clause, {U"较早", U"较晚", U"孰早", U"孰晚", U"先到", U"后到", U"在先",
                                     U"在后", U"先者", U"后者", U"较先", U"较后"});
    return starts_with_any(clause, {U"或者", U"或"}) && !clause.empty() &&
           View(U"止行施效年月日").find(clause.back()) != View::npos;
}

// 另有规定的除外, 国家另有规定的
bool excepts(View clause) {
    const bool ends =
        clause.ends_with(U"的") || clause.ends_with(U"除外") || clause.ends_with(U"规定");
    return ends && contains_any(clause, {U"另有规定", U"另有要求", U"另有通知", U"另有安排"}) &&
           !clause.starts_with(U'除');
}

// What is to be decided anew says nothing of the length: 需要延续的, 是否延续.
bool tells_prolongation(View clause) {
    if (contains_any(clause, {U"是否", U"需", U"不再", U"不予", U"不得", U"重新", U"另行", U"申请",
                              U"修订", U"证", U"许可"}))
        return false;
    return contains_any(clause, {U"延长", U"延续", U"顺延", U"续延", U"续期", U"延期", U"展期",
                                 U"续展", U"继续有效", U"继续执行", U"继续施行", U"继续实施"});
}

}  // namespace

bool is_intended(View words) {
    const View rest = without_subject(words);
    return contains_any(rest, {U"拟", U"原则上", U"暂", U"计划", U"预计"}) || is_condition(rest);
}

bool is_condition(View clause) {
    const View words = without_subject(clause);
    if (starts_with_any(words, {U"如下", U"如期", U"如实", U"若干", U"如遇"})) return false;
    if (contains_any(words, {U"请", U"咨询", U"联系", U"反映"})) return false;  // 如有疑问请咨询
    const bool in_case =
        words.ends_with(U"批准的") || words.ends_with(U"同意的") || words.ends_with(U"通过的");
    return in_case || words == U"原则上" ||
           starts_with_any(words, {U"如", U"若", U"倘", U"假如", U"一旦", U"只要"}) ||
           awaits_a_deed(words);
}

bool takes_back(View clause) {
    return gives_a_choice(clause) || excepts(clause) || clause == U"原则上" || clause == U"暂定" ||
           (starts_with_any(clause, {U"预计", U"拟"}) &&
            !contains_any(clause, {U"失效", U"废止", U"终止", U"停止"})) ||
           (clause.ends_with(U"为准") &&
            contains_any(clause, {U"批准", U"批复", U"实际", U"最终", U"登", U"刊", U"见报",
                                  U"之日", U"日期", U"时间", U"网站"}));
}

bool puts_off(View clause) {
    const bool awaits = starts_with_any(clause, {U"待", U"须", U"需", U"但须", U"但需", U"但应"}) ||
                        clause.ends_with(U"后生效") || clause.ends_with(U"后施行") ||
                        clause.ends_with(U"后执行") || clause.ends_with(U"后实施");
    if (awaits && tells_consent(clause)) return true;
    return contains_any(clause, {U"另行通知", U"另行公布", U"另行确定", U"另行规定"}) &&
           contains_any(clause, {U"时间", U"日期", U"变", U"推迟", U"延", U"调整", U"提前"}) &&
           !contains_any(clause, {U"截止", U"结束", U"终止", U"失效", U"废止", U"有效", U"期限"});
}

bool changes_length(View clause) {
    // Of an article, or another validity: terms reads it.
    if (starts_with_any(clause, {U"有效期", U"试行期"})) return false;
    if (starts_with_any(clause, {U"第", U"其中第"}) && contains_any(clause, {U"有效", U"行"}))
        return false;
    if (starts_with_any(clause, {U"最迟", U"但最迟", U"最长", U"但最长"})) return true;
    if (tells_prolongation(clause)) return true;
    return ends_in_period(clause) &&
           !contains_any(clause, {U"证", U"书", U"补", U"贴", U"费", U"许可", U"合同", U"保存",
                                  U"内", U"评估", U"期为", U"期限为", U"《", U"\uE001"});
}

bool prolongs(View sentence) {
    if (starts_with_any(sentence, {U"其中,试点", U"其中试点", U"试点"}) && ends_in_period(sentence))
        return true;
    return starts_with_any(sentence, {U"期满", U"到期", U"届满", U"有效期满", U"有效期届满",
                                      U"试行期满", U"有效期可", U"可", U"自动", U"必要时"}) &&
           tells_prolongation(sentence);
}

bool names_event(View clause) {
    return contains_any(clause, {U"公布", U"发布", U"印发"});
}

bool names_day_unclearly(View clause) {
    const bool says =
        starts_with_any(clause, {U"即", U"公布日期", U"发布日期", U"印发日期", U"公布时间",
                                 U"发布时间", U"印发时间"}) ||
        (!clause.empty() && clause.front() >= U'0' && clause.front() <= U'9' &&
         clause.find(U'月') < 8 && View(U"月日布发").find(clause.back()) != View::npos);
    return says && !named_day(clause);
}

std::optional<core::Date> named_day(View clause) {
    Cursor cursor(clause);
    cursor.take_any({U"即", U"公布日期", U"发布日期", U"印发日期", U"公布时间", U"发布时间",
                     U"印发时间", U"公布之日", U"发布之日", U"印发之日", U"公布日", U"发布日",
                     U"印发日"});
    cursor.take_all({U"为", U"是", U":", U"即", U"自", U"于"});
    const auto date = take_date(cursor);
    cursor.take_any({U"起施行", U"起实施", U"起执行", U"起", U"公布", U"发布", U"印发"});
    return cursor.at_end() ? date : std::nullopt;
}

}  // namespace gongbao::editor
