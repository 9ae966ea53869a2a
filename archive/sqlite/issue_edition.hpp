// SPDX-License-Identifier: Apache-2.0
// Puts an edition into the archive in one transaction: PDF and pictures, canonical texts, records,
// search rows, manifest and revision. Before the first row is written everything that can be
// refused is refused.
#pragma once

#include <cstdint>
#include <functional>

#include "archive/issuing.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Returns the new revision. When the disk fails at the very moment of the commit, the file is read
/// anew: an edition that stands is returned with a warning in `warnings`.
/// Throws: as Issuing::put_edition; then the archive is as it was, except for
/// "archive.issuing_in_doubt".
std::int64_t issue_edition(core::Database& database, const NewEdition& edition,
                           core::Diagnostics& warnings);
/// With the edition made inside the transaction.
std::int64_t issue_edition(core::Database& database, const std::function<NewEdition()>& make,
                           core::Diagnostics& warnings);

}  // namespace gongbao::archive
