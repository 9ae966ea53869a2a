// SPDX-License-Identifier: Apache-2.0
// The manifest of an edition: one text with everything that was issued, whose digest stands in the
// revision's row. A changed page number, section or date shows, though no blob or text changed.
#pragma once

#include <string>

#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Built from the rows of edition `edition` as they stand now. Form: docs/formats.md.
std::string edition_manifest(const core::Database& database, std::int64_t edition);

}  // namespace gongbao::archive
