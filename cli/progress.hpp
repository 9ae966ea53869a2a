// SPDX-License-Identifier: Apache-2.0
// How far long work has come: a bar on standard error while it is a terminal, silence otherwise.
#pragma once

#include <cstdint>
#include <string>

namespace gongbao::cli {

class Progress {
  public:
    /// Shows `what` at once.
    explicit Progress(std::string what);
    /// Wipes the bar away.
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::int64_t done, std::int64_t total);

  private:
    std::string what_;
    bool terminal_;
    std::int64_t percent_ = -1;
};

}  // namespace gongbao::cli
