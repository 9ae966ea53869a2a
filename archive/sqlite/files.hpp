// SPDX-License-Identifier: Apache-2.0
// The texts and files of the archive, by the permanent names of what they belong to. Errors are
// those of archive::Reader.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "archive/reader.hpp"
#include "archive/sqlite/blobs.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

std::string canonical_xml_of(const core::Database& database, std::string_view id);

/// Nothing when no blob has that digest, or it is no picture.
std::optional<Blob> find_picture(const core::Database& database, std::string_view digest);
std::optional<core::Media> read_media(const core::Database& database, std::string_view digest);
std::string read_picture(const core::Database& database, std::string_view digest,
                         std::int64_t offset, std::int64_t length);

std::string read_pdf(const core::Database& database, const core::IssueNumber& number,
                     std::int64_t offset, std::int64_t length);
std::string read_offprint(const core::Database& database, std::string_view id, std::int64_t offset,
                          std::int64_t length);

struct NamedRendition {
    std::string_view owner;  ///< "2026-8", "2026-8-3"
    std::string_view kind;
};
std::string read_rendition(const core::Database& database, const NamedRendition& named,
                           std::int64_t offset, std::int64_t length);

}  // namespace gongbao::archive
