// SPDX-License-Identifier: Apache-2.0
// The forms in which editions and records are published, one row each: which, of whom, with which
// revision. A new kind is a new word.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "archive/reader.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// The words for an edition's PDF and a record's offprint.
inline constexpr const char* kEditionPdf = "pdf";
inline constexpr const char* kOffprint = "offprint";

/// Whose rendition it is: one of both.
struct RenditionOwner {
    std::optional<std::int64_t> edition;
    std::optional<std::int64_t> record;
};
/// The row behind "2026-8" or "2026-8-3". Throws: Error(NotFound).
RenditionOwner owner_named(const core::Database& database, std::string_view name);

/// What a rendition's row holds beside its owner.
struct RenditionRow {
    std::string_view kind;
    std::int64_t blob = 0;
    int pages = 0;
    std::int64_t revision = 0;
};
void put_rendition_row(core::Database& database, const RenditionOwner& owner,
                       const RenditionRow& row);

/// In the order of publishing.
std::vector<Rendition> list_renditions(const core::Database& database, const RenditionOwner& owner);
std::optional<Rendition> find_rendition(const core::Database& database, const RenditionOwner& owner,
                                        std::string_view kind);

}  // namespace gongbao::archive
