// SPDX-License-Identifier: Apache-2.0
// Relations between texts: a 更正 corrects what an earlier edition printed (decision 11).
//
// A row says which record corrects which, and with which revision that became known: the edition of
// the correction itself or, for a correction that was not joined then, a later edition or event.
// The manifest of that revision covers the row, so no manifest that stands is ever touched.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "archive/issuing.hpp"
#include "archive/reader.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Keeps `relations` as known with `revision`; one that is known already is left out. Inside the
/// transaction, when the records are in. Returns how many were new. Throws: Error(NotFound) for an
/// id without a record, (Invalid) for a text that corrects itself.
int put_relations(core::Database& database, std::int64_t revision,
                  const std::vector<NewRelation>& relations);

/// Fills both ends of the relations of record `row`.
void read_relations(const core::Database& database, std::int64_t row, RecordSummary& record);

/// The lines of the manifest: for each relation known with `revision` the ids of both ends, in the
/// order of their row numbers.
std::vector<std::pair<std::string, std::string>> relations_known_with(
    const core::Database& database, std::int64_t revision);

/// See Reader::joined_with and Reader::unrelated.
std::vector<RecordSummary> list_joined(const core::Database& database,
                                       const core::IssueNumber& number);
std::vector<RecordSummary> list_unrelated(
    const core::Database& database, const std::function<bool(const std::string& title)>& is_meant);

}  // namespace gongbao::archive
