// SPDX-License-Identifier: Apache-2.0
// One run of verify: what it found, how far it is, and the one state of the file it looks at.
// Shared by the files of verify.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/report/findings.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

class VerifyRun : public core::Findings {
  public:
    VerifyRun(core::Database& database,
              const std::function<void(std::int64_t, std::int64_t)>& progress)
        : Findings("archive.unreadable"),
          database_(database),
          one_state_(database),
          progress_(progress) {}

    core::Database& database() { return database_; }

    void expect(std::int64_t steps) { total_ += steps; }
    void advance(std::int64_t steps = 1) {
        done_ += steps;
        if (progress_) progress_(done_, total_);
    }

    /// 0 for a table that cannot be counted, which the structure's check names.
    std::int64_t count(const std::string& table);
    /// Every value of `column`, rising.
    std::vector<std::int64_t> ids(const std::string& table, const std::string& column = "id");

  private:
    core::Database& database_;
    const core::Snapshot one_state_;
    const std::function<void(std::int64_t, std::int64_t)>& progress_;
    std::int64_t done_ = 0;
    std::int64_t total_ = 0;
};

}  // namespace gongbao::archive
