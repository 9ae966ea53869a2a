// SPDX-License-Identifier: Apache-2.0
// Seals: digests of what the desk holds, taken when it was put there and checked each time it is
// read, so that what is printed is what came in. Form: docs/formats.md, "Desk database".
#pragma once

#include <cstdint>
#include <string>

#include "core/gazette/issue.hpp"
#include "core/storage/database.hpp"

namespace gongbao::editor {

void create_seal_tables(core::Database& database);
/// Seals what a desk of before the seals holds, and remembers that it was done so late.
void seal_everything(core::Database& database);

/// Seals the document as its rows stand, with pictures and findings. Requires: a transaction around
/// it.
void seal_document(core::Database& database, std::int64_t document);
/// Seals the issue with its items as they stand. Requires: a transaction around it.
void seal_issue(core::Database& database, const core::IssueNumber& issue);

/// One digest over the issue, its items and the rows of their documents: as long as it is the same,
/// the issue would be printed and judged the same.
std::string state_of_issue(const core::Database& database, const core::IssueNumber& issue);

/// Throw Error(Corrupt) naming what is not as it was kept.
void require_document(const core::Database& database, std::int64_t document);
void require_findings(const core::Database& database, std::int64_t document);
void require_issue(const core::Database& database, const core::IssueNumber& issue);

/// Documents and issues whose seals are younger than they are.
std::int64_t late_seals(const core::Database& database);

}  // namespace gongbao::editor
