// SPDX-License-Identifier: Apache-2.0
// Puts an edition into the archive in one transaction: PDF and pictures, canonical texts, records,
// search rows, manifest and revision. What can be refused of the edition alone is refused before
// the archive is locked, and everything else before the first row is written.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>

#include "archive/issuing.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// Returns the new revision; nothing, and nothing is changed, when `still_true`, asked inside the
/// transaction, says no. When the disk fails at the very moment of the commit, the file is read
/// anew: an edition that stands is returned with a warning in `warnings`.
/// Throws: as Issuing::put_edition; then the archive is as it was, except for
/// "archive.issuing_in_doubt".
std::optional<std::int64_t> issue_edition(core::Database& database, const NewEdition& edition,
                                          const std::function<bool()>& still_true,
                                          core::Diagnostics& warnings);

}  // namespace gongbao::archive
