// SPDX-License-Identifier: Apache-2.0
// Words that speak of when a document is in force in a shape that nothing reads: a finding has to
// say so. Used by terms.
#pragma once

#include <cstddef>
#include <string_view>

#include "editor/intake/structure/time_words.hpp"

namespace gongbao::editor {

/// False for the most sentences, which can say nothing of the kind.
bool speaks_of_force(std::u32string_view sentence);
/// 本办法最迟自: a word between the document's name and `at` that changes what is said; not
/// 本办法曾自.
bool is_own_with_a_word(std::u32string_view clause, std::size_t at);
/// 自2026年5月1日起施行【…: words behind the verb; not 施行以来.
bool breaks_off(Cursor cursor);
/// 在2031年4月30日前有效, 2031年4月30日或者新办法施行之日起失效
bool is_bounded(std::u32string_view words);
/// 自《…》施行之日起施行, 与《…》同步施行, 由省人民政府另行公布施行日期
bool hangs_on_another(std::u32string_view words);
/// 国务院批准之日起施行: what ends in the verb, and names a day in a way that is not read.
bool ends_in_verb(std::u32string_view words);

}  // namespace gongbao::editor
