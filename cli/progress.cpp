// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace gongbao::cli {

Progress::Progress(std::string what)
    : what_(std::move(what)), terminal_(isatty(STDERR_FILENO) != 0) {
    if (terminal_) std::cerr << what_ << " …" << std::flush;
}

Progress::~Progress() {
    if (terminal_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::show(std::int64_t done, std::int64_t total) {
    constexpr std::int64_t kWidth = 30;
    if (!terminal_ || total <= 0) return;
    const std::int64_t percent = done * 100 / total;
    if (percent == percent_) return;
    percent_ = percent;
    const auto full = static_cast<std::size_t>(percent * kWidth / 100);
    std::cerr << '\r' << what_ << " [" << std::string(full, '#') << std::string(kWidth - full, '.')
              << "] " << percent << '%' << std::flush;
}

}  // namespace gongbao::cli
