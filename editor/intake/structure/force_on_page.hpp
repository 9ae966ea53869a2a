// SPDX-License-Identifier: Apache-2.0
// What the fields of a page say of the time in which a document is in force. Used by in_force.
#pragma once

#include <optional>

#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Is the year near enough to ours to count from it?
bool can_be_counted(const core::Date& date);
/// The last day that 有效期 of the page holds: a day (2031年4月30日, 至2031年4月30日,
/// 2026年5月1日至2031年4月30日) or a length (5年) counted from `effective`. Writes: a finding where
/// it is neither.
std::optional<core::Date> expiry_on_page(const RawDocument& raw,
                                         const std::optional<core::Date>& effective,
                                         core::Diagnostics& findings);
/// Reports 有效性：失效 on the page.
void report_ended_on_page(const RawDocument& raw, core::Diagnostics& findings);

}  // namespace gongbao::editor
