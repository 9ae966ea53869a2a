// SPDX-License-Identifier: Apache-2.0
// How long a clause says that something is in force: 有效期5年, 试行两年, 执行至2027年12月31日,
// 2030年12月31日起失效. Each function reads from the cursor to where the words end, puts down what
// they say, and is false when they say nothing of its kind. Whose it is, terms decides.
#pragma once

#include <string_view>

#include "editor/intake/structure/terms.hpp"

namespace gongbao::editor {

/// 于2030年12月31日废止, 2030年12月31日起失效, 自公布之日起5年后自动失效.
bool read_ending(Cursor& cursor, Term& term);
/// 有效期…; not understood when it is neither a day nor a period. `next_clause` may tell from when
/// it counts (有效期5年，自印发之日起计算).
bool read_validity(Cursor& cursor, std::u32string_view next_clause, Term& term);
/// 试行两年, 暂定3年, 执行至2027年12月31日, 自公布之日起5年内有效.
bool read_trial(Cursor& cursor, std::u32string_view next_clause, Term& term);
/// What stands right behind a verb: 有效期5年, 至2027年12月31日止, 5年.
bool read_how_long(Cursor& cursor, std::u32string_view next_clause, Term& term);

}  // namespace gongbao::editor
