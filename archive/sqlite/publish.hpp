// SPDX-License-Identifier: Apache-2.0
// Publishing: one transaction that puts rows and the revision they belong to into the archive, and
// what is said when the disk fails at its end.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "archive/sqlite/manifest.hpp"
#include "core/report/diagnostic.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// The number of the revision to be published next. Requires: a transaction that writes.
std::int64_t next_revision(const core::Database& database);

/// Writes the revision's row with its manifest, when all rows that name it are in.
void put_revision(core::Database& database, const RevisionHead& head);

/// What is said of a commit that fails. Argument of all three: {what}.
struct CommitWords {
    const char* failed;       ///< Unavailable: nothing was published
    const char* in_doubt;     ///< Unavailable: not even that could be found out
    const char* on_bad_disk;  ///< a warning: it is published
};

/// What `put` put in.
struct PutIn {
    std::int64_t revision = 0;
    std::string what;  ///< for people: "2026年第8期"
};

/// Runs `put` in a transaction and returns the new revision; nothing, and nothing is changed, when
/// `put` gives nothing. When the disk fails at the very moment of the commit, the file is read
/// anew: a revision that stands is returned with a warning. Throws: what `put` throws, and as
/// `words` says.
std::optional<std::int64_t> publish(core::Database& database,
                                    const std::function<std::optional<PutIn>()>& put,
                                    const CommitWords& words, core::Diagnostics& warnings);

}  // namespace gongbao::archive
