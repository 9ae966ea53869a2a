// SPDX-License-Identifier: Apache-2.0
// Read-only connections to the archive, lent to one thread at a time.
//
// An archive::Archive belongs to one thread, so a server keeps as many as are in use at once and
// opens another only when all are lent. When another file has taken the archive's place, as after a
// restore, connections to the old one are given up. Called by app.cpp and downloads.cpp.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <vector>

#include "archive/archive.hpp"

namespace gongbao::server {

class Readers {
  public:
    /// Opens a first connection, so that a missing or damaged archive is told at the start.
    /// Throws: as archive::Archive::open.
    explicit Readers(std::filesystem::path file);

    struct Return {
        Readers* readers = nullptr;
        std::uint64_t file = 0;  ///< the file's inode
        void operator()(archive::Archive* archive) const;
    };
    /// A connection for this thread; it comes back when the pointer goes.
    /// Throws: Error(Unavailable) when the file is away, else as archive::Archive::open.
    using Lent = std::unique_ptr<archive::Archive, Return>;
    Lent borrow();

    /// A number for what the archive holds now: another one after an edition, and when another file,
    /// older or newer, has taken its place. Asks the file system whether the file was written to, and
    /// the archive only when it was, or was so lately that its time of writing proves nothing.
    std::int64_t state();

  private:
    struct FileState {
        std::uint64_t inode = 0;
        std::int64_t size = 0;
        std::int64_t written = -1;  ///< nanoseconds since 1970
        friend bool operator==(const FileState&, const FileState&) = default;
    };
    FileState file_state() const;
    std::unique_ptr<archive::Archive> open() const;

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<archive::Archive>> idle_;
    std::uint64_t idle_file_ = 0;  ///< inode all of idle_ were opened from
    FileState known_;
    std::int64_t known_state_ = -1;
};

}  // namespace gongbao::server
