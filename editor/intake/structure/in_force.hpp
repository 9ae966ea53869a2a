// SPDX-License-Identifier: Apache-2.0
// From when and until when a document is in force, by its own words and those of the text it
// carries.
//
// Whose words count: those of the document itself (title note, body) and of the texts that it
// promulgates or passes on; never those of its other annexes, of tables, of quotations, of norms
// that it cites.
//   - The document's own words stand before those of the text it carries. Where a decision to amend and the text
//     amended differ, the decision's stand; where a notice and what it prints differ, none does.
//   - Two days in one text, or in several texts carried, are none.
//   - A day that is counted (30日后) is given with a finding, one that was not understood is not given.
#pragma once

#include <optional>

#include "core/document/document_fwd.hpp"
#include "core/report/diagnostic.hpp"
#include "core/text/date.hpp"
#include "editor/intake/raw/raw_document.hpp"

namespace gongbao::editor {

/// Writes: document.meta.effective and expires; to `findings`. Reads: its other dates, title and
/// kind. `approved` is the day of 批准; `published_twice` says that the text that stands here was
/// published more than once, so that 自公布之日 may mean either day.
void read_force_days(const RawDocument& raw, core::Document& document,
                     std::optional<core::Date> approved, bool published_twice,
                     core::Diagnostics& findings);

}  // namespace gongbao::editor
