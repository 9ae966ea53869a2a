// SPDX-License-Identifier: Apache-2.0
// The archive's lists: editions and records as summaries, newest first or in printed order. Every
// list costs its own length, whatever the archive's size.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/reader.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

// The functions of archive::Reader, each over one connection.
std::int64_t revision_of(const core::Database& database);
std::string identity_of(const core::Database& database);
std::optional<core::Instant> last_issue(const core::Database& database);
std::vector<int> list_years(const core::Database& database);
std::vector<EditionSummary> list_editions(const core::Database& database, std::optional<int> year);
std::optional<EditionSummary> find_edition(const core::Database& database,
                                           const core::IssueNumber& number);
/// Its row number.
std::optional<std::int64_t> edition_row(const core::Database& database,
                                        const core::IssueNumber& number);
std::optional<EditionSummary> newest_edition(const core::Database& database);
std::int64_t count_records(const core::Database& database);

/// The highest printed page of the year's editions of `kind`, or of all; 0 without any.
int highest_page(const core::Database& database, int year, std::optional<core::IssueKind> kind);

std::vector<RecordSummary> list_records(const core::Database& database,
                                        const core::IssueNumber& number);
std::vector<RecordSummary> list_recent(const core::Database& database, int limit, int offset);
/// By permanent id, "2026-8-3".
std::optional<RecordSummary> find_record(const core::Database& database, std::string_view id);
/// The row number behind a permanent id. Throws: Error(NotFound).
std::int64_t row_of(const core::Database& database, std::string_view id);
/// By row number. Requires: the row exists.
RecordSummary record_at(const core::Database& database, std::int64_t row);

/// The address of an edition, "2026-8", by row number.
std::string edition_name(const core::Database& database, std::int64_t row);

/// What a record's row repeats of its document, as the row holds it.
struct RecordFacts {
    std::string themes;  ///< one a line
    std::string force;
    std::optional<std::string> expires;
    std::string openness;
    friend bool operator==(const RecordFacts&, const RecordFacts&) = default;
};
RecordFacts facts_of(const core::Metadata& meta);

/// Row numbers of the records with that document number, newest first.
std::vector<std::int64_t> rows_with_number(const core::Database& database, std::string_view number);
std::vector<RecordSummary> list_with_number(const core::Database& database,
                                            std::string_view number);
/// What `record.number_key` holds for a printed number: equal for every written form of one
/// number; nothing for words that are no number.
std::optional<std::string> number_key(std::string_view number);

}  // namespace gongbao::archive
