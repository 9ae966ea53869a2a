// SPDX-License-Identifier: Apache-2.0
#include "cli/stop_signals.hpp"

namespace gongbao::cli {

StopSignals::StopSignals() : signals_() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, nullptr);
}

void StopSignals::wait() const {
    int received = 0;
    sigwait(&signals_, &received);
}

}  // namespace gongbao::cli
