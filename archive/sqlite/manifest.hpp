// SPDX-License-Identifier: Apache-2.0
// The manifest of a revision: everything that was published with it, in one form of bytes, so that
// its digest proves each of them. Form: docs/formats.md, "archive database".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "core/storage/database.hpp"

namespace gongbao::archive {

/// The row of a revision without its manifest.
struct RevisionHead {
    std::int64_t number = 0;
    std::string kind;                     ///< "edition", "event", "rendition"
    std::optional<std::int64_t> edition;  ///< of kind edition
    std::int64_t known_at = 0;            ///< of the other kinds
    std::string made_by;
};

/// Of a revision whose row is to be written next, from the rows that name it already.
std::string revision_manifest(const core::Database& database, const RevisionHead& head);
/// Of a revision that stands.
std::string revision_manifest(const core::Database& database, std::int64_t revision);

}  // namespace gongbao::archive
