// SPDX-License-Identifier: Apache-2.0
// The archive: every edition ever issued, in one append-only file.
//
// An edition becomes visible whole, in one transaction that also raises the archive's revision.
// Pages, feeds and caches are functions of the revision. Nothing in the archive is ever changed or
// deleted; the store refuses it. Who reads, searches, issues or verifies takes that interface
// alone; the store behind them, SQLite in a room of its own (sqlite/), is known to nobody.
//
// Threads: an archive belongs to one thread at a time. Open one for issuing a process, and as many
// to read as there are serving threads.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>

#include "archive/issuing.hpp"
#include "archive/reader.hpp"
#include "archive/searcher.hpp"
#include "archive/verifier.hpp"

namespace gongbao::archive {

/// An archive opened to be read.
class Archive : public Reader, public Searcher, public Verifier {};

/// An archive opened to be added to.
class WritableArchive : public Archive, public Issuing {};

/// Opens a file to be read, and changes nothing it holds.
/// Throws: Error(NotFound), (Corrupt) for a damaged, foreign or newer file, (Unavailable), also for
/// a file of an older schema, which has to be upgraded first.
std::unique_ptr<Archive> open_archive(const std::filesystem::path& file);

/// Opens a file to add to it. It and its tables are made when missing; one of an older schema is
/// upgraded first, as upgrade_archive does. Throws: Error(Corrupt) for a damaged, foreign or newer
/// file, (Unavailable).
std::unique_ptr<WritableArchive> open_archive_to_issue(const std::filesystem::path& file);

/// What was done to bring a file to this program's schema.
struct Upgrade {
    std::int32_t from = 0;       ///< schema it had
    std::int32_t to = 0;         ///< schema it has; the same when there was nothing to do
    std::filesystem::path copy;  ///< of the file as it was, kept beside it; empty when from == to
};
/// Killed at any moment it leaves a file that is whole, old or new; doing it again goes on.
/// `progress(done, total)` is called now and then. Throws: Error(NotFound), (Corrupt) also when the
/// file does not agree with its own manifests, (Unavailable) when the disk has no room for the
/// copy; the file is then as it was.
Upgrade upgrade_archive(const std::filesystem::path& file,
                        const std::function<void(std::int64_t, std::int64_t)>& progress = {});

}  // namespace gongbao::archive
