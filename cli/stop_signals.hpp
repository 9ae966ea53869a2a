// SPDX-License-Identifier: Apache-2.0
// Until a server is told to stop: SIGINT (Ctrl-C) or SIGTERM.
#pragma once

#include <csignal>

namespace gongbao::cli {

/// Waited for, not handled: no code runs inside a signal handler. Made before any other thread is,
/// so that none of them takes the signal.
class StopSignals {
  public:
    StopSignals();
    void wait() const;

  private:
    sigset_t signals_;
};

}  // namespace gongbao::cli
