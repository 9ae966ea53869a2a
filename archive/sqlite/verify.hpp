// SPDX-License-Identifier: Apache-2.0
// Proves that the archive agrees with itself: file structure, tables and triggers as a set, every
// blob and its use, every text against its digests, every row against the text it was made from,
// every manifest, every token of the search index both ways. Each damage is named with its place;
// nothing is repaired. A file made anew as a whole agrees with itself too: see chain.hpp.
#pragma once

#include <cstdint>
#include <functional>

#include "core/report/diagnostic.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

core::Diagnostics verify_archive(core::Database& database,
                                 const std::function<void(std::int64_t, std::int64_t)>& progress);

}  // namespace gongbao::archive
