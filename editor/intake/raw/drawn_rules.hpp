// SPDX-License-Identifier: Apache-2.0
// Rules drawn with characters, ──────── above and below 版记 or under the number: drawing, no
// words. Taken out of what a reader read, with a finding for each, before recognition. A line of
// ____ stays, it is a blank to write on.
#pragma once

#include <string_view>

#include "core/report/diagnostic.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// ────────, ========: one sign of rules over and over, nothing else.
bool is_drawn_rule(std::string_view line);

void leave_out_drawn_rules(RawDocument& raw, core::Diagnostics& findings);

}  // namespace gongbao::editor
