// SPDX-License-Identifier: Apache-2.0
// Large bytes inside the archive file: PDFs and pictures, named by their SHA-256 and kept as chunks
// with a digest each, so that any part is read and proved without reading the rest.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/database.hpp"

namespace gongbao::archive {

inline constexpr std::int64_t kChunkSize = 256 * 1024;

struct Blob {
    std::int64_t id = 0;
    std::string digest;  ///< SHA-256, hexadecimal
    std::int64_t size = 0;
    std::string type;  ///< "application/pdf", "image/png"
};

/// Bytes to be kept, and what names them; made before the transaction that keeps them, so that it
/// is short.
struct BlobBytes {
    BlobBytes() = default;
    explicit BlobBytes(std::string_view of);

    std::string_view bytes;           ///< outlive this
    std::string digest;               ///< SHA-256, 32 bytes
    std::vector<std::string> chunks;  ///< the SHA-256 of each, 32 bytes
};

/// Keeps the bytes and returns the blob's row; the same bytes are kept once. Inside a transaction
/// of the caller. Throws: Error(Conflict) when they are kept already as of another type.
std::int64_t put_blob(core::Database& database, const BlobBytes& blob, std::string_view type);

std::optional<Blob> find_blob(const core::Database& database, std::string_view digest);
/// Requires: the row exists, as a foreign key of the archive guarantees.
Blob blob_at(const core::Database& database, std::int64_t id);

/// Whether the blob has exactly the chunks its size asks for, none beside them.
bool has_its_chunks(const core::Database& database, const Blob& blob);

/// Bytes [offset, offset + length), cut at the blob's ends.
/// Throws: Error(Corrupt) when a chunk is missing or is not what was stored.
std::string read_blob(const core::Database& database, const Blob& blob, std::int64_t offset,
                      std::int64_t length);

}  // namespace gongbao::archive
