// SPDX-License-Identifier: Apache-2.0
// The values by which readers narrow a search: sections and issuers, most frequent first. They are
// counted over the whole archive, which takes time, and so once for each revision a connection
// sees.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/storage/database.hpp"

namespace gongbao::archive {

class Facets {
  public:
    const std::vector<std::string>& sections(const core::Database& database);
    const std::vector<std::string>& issuers(const core::Database& database);

  private:
    struct Values {
        std::int64_t revision = -1;  ///< of the archive they were counted in
        std::vector<std::string> names;
    };
    Values sections_;
    Values issuers_;
};

}  // namespace gongbao::archive
