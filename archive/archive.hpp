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

#include <filesystem>
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

/// Throws: Error(NotFound), (Corrupt) for a damaged or foreign file, (Unavailable).
std::unique_ptr<Archive> open_archive(const std::filesystem::path& file);

/// The file and its tables are made when missing.
/// Throws: Error(Corrupt) for a damaged or foreign file, (Unavailable).
std::unique_ptr<WritableArchive> open_archive_to_issue(const std::filesystem::path& file);

}  // namespace gongbao::archive
