// SPDX-License-Identifier: Apache-2.0
// Read-only connections to the archive, lent to one thread at a time.
//
// An archive::Archive belongs to one thread, so a server keeps as many as are in use at once and
// opens another only when all are lent. When the file was written to, or another has taken its
// place, as after a restore, connections to what it was are given up: what they keep in memory, and
// the stand-ins for tables an older file has not, are of yesterday. Called by
// site_area.cpp and downloads.cpp.
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
        std::uint64_t generation = 0;
        void operator()(archive::Archive* archive) const;
    };
    /// A connection for this thread; it comes back when the pointer goes.
    /// Throws: Error(Unavailable) when the file is away, else as archive::Archive::open.
    using Lent = std::unique_ptr<archive::Archive, Return>;
    Lent borrow();

    /// A number for what the archive holds now: another one after an edition, and when another
    /// file, older or newer, has taken its place. Asks the file system whether the file was written
    /// to, and the archive only when it was, or was so lately that its time of writing proves
    /// nothing.
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
    void give_up_idle();  ///< Requires: mutex_ is held

    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<archive::Archive>> idle_;
    std::uint64_t idle_file_ = 0;   ///< inode all of idle_ were opened from
    std::uint64_t generation_ = 0;  ///< of connections; those of an earlier one do not come back
    FileState seen_;                ///< when connections were last given up
    FileState known_;               ///< of which known_state_ is the state
    std::int64_t known_state_ = -1;
};

}  // namespace gongbao::server
