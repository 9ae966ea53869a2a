// SPDX-License-Identifier: Apache-2.0
// Proves that what stands in the office's tables was done by acts: each row of them has its row in
// the audit log, texts and proofs are what was signed, nobody holds two of the three reviews. So
// what was written by hand is told although the rules of the tables let it in. Used by
// verify_office.
#pragma once

#include "core/report/findings.hpp"
#include "core/storage/database.hpp"

namespace gongbao::editor {

void check_acts(core::Database& database, core::Findings& findings);

}  // namespace gongbao::editor
