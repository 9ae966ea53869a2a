// SPDX-License-Identifier: Apache-2.0
// Proves that the archive still holds what was issued: file structure, tables and triggers, every
// blob, every text against its digests, every row against the text it was made from, every
// manifest, every token of the search index. Each damage is named with its place; nothing is
// repaired.
#pragma once

#include <cstdint>
#include <functional>

#include "core/database.hpp"
#include "core/diagnostic.hpp"

namespace gongbao::archive {

core::Diagnostics verify_archive(core::Database& database,
                                 const std::function<void(std::int64_t, std::int64_t)>& progress);

}  // namespace gongbao::archive
