// SPDX-License-Identifier: Apache-2.0
// Words that take back something of what a sentence says of time: a condition (如省政府批准), an
// intention (拟自), an alternative (以较早者为准), a prolongation (可延长2年). What stands under
// them is not certain. Used by terms.
#pragma once

#include <optional>
#include <string_view>

#include "core/text/date.hpp"

namespace gongbao::editor {

/// 本办法拟, 本办法原则上, 本办法经批准后: the words before 自…起施行 do not say that it will be
/// so.
bool is_intended(std::u32string_view words);
/// 如省政府批准, 待批准后: what follows holds in that case.
bool is_condition(std::u32string_view clause);
/// 另有规定的除外, 以较晚者为准, 暂定 behind what was said.
bool takes_back(std::u32string_view clause);
/// 如需推迟另行通知, 待省政府批准, of a day of effect only.
bool puts_off(std::u32string_view clause);
/// Of a validity only: 自动延续5年, 可延长2年, 试点地区为3年.
bool changes_length(std::u32string_view clause);
/// 期满后自动延长5年, 其中，试点地区有效期3年: a sentence behind that of the validity.
bool prolongs(std::u32string_view sentence);
/// Does it speak of 公布, 发布 or 印发?
bool names_event(std::u32string_view clause);
/// The day that 公布日期2026年4月1日, 即2026年4月1日, 2026年4月1日公布 name and say nothing else.
std::optional<core::Date> named_day(std::u32string_view clause);
/// 印发日期为2026年4月31日, 4月1日: it is to name that day, and does not.
bool names_day_unclearly(std::u32string_view clause);

}  // namespace gongbao::editor
