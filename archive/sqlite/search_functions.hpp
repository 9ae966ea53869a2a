// SPDX-License-Identifier: Apache-2.0
// What the archive's connections add to SQLite: the tokenizer "gongbao" and the functions
// "gongbao_rank" and "gongbao_places". Called once for each connection by sqlite/schema.
#pragma once

#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Begins each entry of the column `facets`: no fold of a text can contain it, so that no query
/// meets a facet by accident.
inline constexpr char kFacetMark = '\x1F';

/// Throws: Error(Unavailable) when SQLite was built without FTS5.
void register_search_functions(core::Database& database);

}  // namespace gongbao::archive
