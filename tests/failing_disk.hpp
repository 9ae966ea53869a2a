// SPDX-License-Identifier: Apache-2.0
// A disk that fails when told to: an SQLite VFS over the usual one, for all connections of the
// process while it stands. For tests of what is said when saving goes wrong.
#pragma once

#include <sqlite3.h>

namespace gongbao::tests {

class FailingDisk {
  public:
    /// What fails. A deletion may fail before it took place, or after, when the folder cannot be
    /// synced.
    enum Operation { Write, Sync, Truncate, DeleteBefore, DeleteAfter, Open };
    /// Kill: the process is killed (SIGKILL) in place of the operation, as by a power cut. In a
    /// child.
    enum Patience { Once, FromThenOn, Kill };

    FailingDisk();
    ~FailingDisk();
    FailingDisk(const FailingDisk&) = delete;
    FailingDisk& operator=(const FailingDisk&) = delete;

    /// The `nth` (1, 2, …) of these operations from now on fails, and maybe all of any kind after
    /// it.
    void fail(Operation operation, int nth, Patience patience = Once);
    /// How many of these operations there were since then.
    int counted() const;
    /// Whether it came to that. The disk is well from now on.
    bool has_failed();
};

}  // namespace gongbao::tests
