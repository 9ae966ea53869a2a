// SPDX-License-Identifier: Apache-2.0
// The office's files, opened and lent to one thread at a time.
//
// An editor::Office belongs to one thread, so the server keeps as many as are in use at once and
// opens another only when all are lent. When another file has taken the desk's or the archive's
// place, as after a restore, or gazette.toml was written to, those opened before are given up.
// Called by reception.cpp.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "editor/office/office.hpp"

namespace gongbao::office {

class Offices {
  public:
    /// Opens a first one, so that missing or damaged files are told at the start.
    /// Throws: as editor::Office::open.
    Offices(editor::DataFolder data, typeset::Resources resources);

    struct Return {
        Offices* offices = nullptr;
        std::uint64_t generation = 0;
        void operator()(editor::Office* office) const;
    };
    /// One for this thread; it comes back when the pointer goes. Throws: Error(Unavailable) when
    /// the desk is away, else as editor::Office::open.
    using Lent = std::unique_ptr<editor::Office, Return>;
    Lent borrow();

  private:
    std::string files() const;
    std::unique_ptr<editor::Office> open() const;

    const editor::DataFolder data_;
    const typeset::Resources resources_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<editor::Office>> idle_;
    std::string idle_files_;        ///< which all of idle_ were opened from
    std::uint64_t generation_ = 0;  ///< of offices; those of an earlier one do not come back
};

}  // namespace gongbao::office
