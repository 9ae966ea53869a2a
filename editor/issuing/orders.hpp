// SPDX-License-Identifier: Apache-2.0
// Orders to issue at a set time: jobs of the desk's file (core/storage/jobs.hpp) and what each is
// about. Used by Issuing.
#pragma once

#include <optional>
#include <vector>

#include "editor/audit/audit_log.hpp"
#include "editor/issuing/issuing.hpp"

namespace gongbao::editor {

struct IssueOrder {
    std::int64_t job = 0;
    std::int64_t proof = 0;
    PersonId person = 0;
    core::Instant due;
    core::IssueNumber issue = {};  ///< of the proof, when read
};

// As the audit log names the order to issue and that the edition is out.
inline constexpr const char* kBeginAct = "issue.begin";
inline constexpr const char* kIssueAct = "issue.issue";

/// The newest act of that name on the issue that was done.
std::optional<AuditRow> last_done(core::Database& database, const char* act,
                                  const core::IssueNumber& issue);

void create_order_table(core::Database& database);

// Require: a transaction around them.

void put_order(core::Database& database, const IssueOrder& order);
void call_off_orders(core::Database& database, std::int64_t proof);

/// The order of a job, while its proof stands.
std::optional<IssueOrder> order_of_job(const core::Database& database, std::int64_t job);
std::vector<Scheduled> orders_waiting(core::Database& database);

/// Proofs that stand, of issues whose issuing was begun and is not noted as done.
std::vector<Proof> unfinished_proofs(core::Database& database);

}  // namespace gongbao::editor
