// SPDX-License-Identifier: Apache-2.0
#include "editor/intake/structure/unread_words.hpp"

#include <algorithm>
#include <initializer_list>

#include "editor/intake/structure/whose.hpp"
#include "editor/intake/structure/wording.hpp"

namespace gongbao::editor {
namespace {

using View = std::u32string_view;

}  // namespace

bool speaks_of_force(View sentence) {
    for (const View word : {U"施行", U"实施", U"执行", U"生效", U"试行", U"实行", U"起用",
                            U"启用", U"适用", U"有效", U"失效", U"废止", U"期限", U"暂定",
                            U"截止", U"截至", U"终止", U"为期", U"暂行", U"止",   U"到期"})
        if (sentence.find(word) != View::npos) return true;
    return false;
}

bool is_own_with_a_word(View clause, std::size_t at) {
    const std::size_t own = own_subject(clause);
    if (own == 0 || at <= own || at - own > 4) return false;
    const View word = clause.substr(own, at - own);
    return word.find_first_of(U"的第前后曾原草案建议《\uE001") == View::npos;
}

bool breaks_off(Cursor cursor) {
    if (!take_preposition(cursor) || !take_day(cursor) || !take_verb(cursor) || at_stop(cursor))
        return false;
    return !is_one_of(cursor.next(), U"以的后前之期时至到中");
}

bool is_bounded(View words) {
    const bool opens =
        !words.empty() && (is_one_of(words.front(), U"0123456789") || words.starts_with(U"预计"));
    const bool ends =
        words.ends_with(U"失效") || words.ends_with(U"废止") || words.ends_with(U"到期");
    if (opens && ends && words.find(U'年') < words.find(U'日') &&
        words.find_first_of(U"的《\uE001证") == View::npos)
        return true;
    return (words.ends_with(U"前有效") || words.ends_with(U"前失效") ||
            words.ends_with(U"前废止")) &&
           words.find(U'日') != View::npos && words.find_first_of(U"的《\uE001证") == View::npos;
}

bool hangs_on_another(View words) {
    const auto ends_with = [&](std::initializer_list<View> endings) {
        return std::any_of(endings.begin(), endings.end(),
                           [&](View one) { return words.ends_with(one); });
    };
    if (words.empty() || words.size() > 60 || !is_one_of(words.front(), U"自从于与和同随由另"))
        return false;
    if (words.find(U"另行") != View::npos)
        return ends_with(
            {U"施行日期", U"实施日期", U"施行时间", U"实施时间", U"生效日期", U"生效时间"});
    return ends_with({U"之日起施行", U"之日起实施", U"之日起执行", U"之日起生效", U"之日施行",
                      U"之日实施", U"同步施行", U"同步实施", U"同时施行", U"同时实施", U"同时生效",
                      U"一并施行", U"一并实施"});
}

bool ends_in_verb(View words) {
    if (words.starts_with(U"动") || words.starts_with(U"行")) return false;  // 自动失效
    if (words.size() > 40 || words.find_first_of(U",《\uE001") != View::npos) return false;
    if (words.find(U'原') != View::npos && words.find(U"原则上") == View::npos) return false;
    if (own_subject(words) > 0 || words.find(U"施行之日") != View::npos) return false;
    for (const View verb : {U"施行", U"实施", U"执行", U"生效", U"试行", U"实行", U"起用", U"启用"})
        if (words.ends_with(verb))
            return words.find(U'起') != View::npos || words.find(U'日') != View::npos ||
                   words.find(U'后') != View::npos;
    return words.ends_with(U"失效") || words.ends_with(U"废止");
}

}  // namespace gongbao::editor
