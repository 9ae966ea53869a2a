// SPDX-License-Identifier: Apache-2.0
// Read-only connections to the archive, lent to one thread at a time.
//
// An archive::Archive belongs to one thread, so a server keeps as many as are in use at once and
// opens another only when all are lent. Called by app.cpp and downloads.cpp.
#pragma once

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
        void operator()(archive::Archive* archive) const;
    };
    /// A connection for this thread; it comes back when the pointer goes.
    using Lent = std::unique_ptr<archive::Archive, Return>;
    Lent borrow();

  private:
    std::filesystem::path file_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<archive::Archive>> idle_;
};

}  // namespace gongbao::server
