// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/blobs.hpp"

#include <algorithm>

#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

Blob blob_from(const Statement& row) {
    return {row.integer(0), row.text(1), row.integer(2), row.text(3)};
}

[[noreturn]] void fail_damaged(const Blob& blob, std::int64_t place) {
    throw core::Error(core::ErrorKind::Corrupt, {"archive.blob_damaged", {{"digest", blob.digest}}},
                      "chunk " + std::to_string(place) + " of blob " + std::to_string(blob.id));
}

std::int64_t chunk_count(std::int64_t size) {
    return (size + kChunkSize - 1) / kChunkSize;
}

std::string_view chunk_of(std::string_view bytes, std::int64_t place) {
    return bytes.substr(static_cast<std::size_t>(place * kChunkSize),
                        static_cast<std::size_t>(kChunkSize));
}

// The size chunk `place` must have for the blob to be whole.
std::int64_t chunk_size(const Blob& blob, std::int64_t place) {
    return std::min(kChunkSize, blob.size - place * kChunkSize);
}

}  // namespace

// Most files are one chunk, and its digest is theirs.
BlobBytes::BlobBytes(std::string_view of) : bytes(of), digest(core::sha256_bytes(of)) {
    const std::int64_t count = chunk_count(static_cast<std::int64_t>(bytes.size()));
    for (std::int64_t place = 0; place < count; ++place)
        chunks.push_back(count == 1 ? digest : core::sha256_bytes(chunk_of(bytes, place)));
}

std::int64_t put_blob(Database& database, const BlobBytes& blob, std::string_view type) {
    const std::string digest = core::to_hex(blob.digest);
    if (const auto known = find_blob(database, digest)) {
        if (known->type == type) return known->id;
        throw core::Error(
            core::ErrorKind::Conflict,
            {"archive.blob_of_other_type", {{"type", known->type}, {"other", core::excerpt(type)}}},
            digest);
    }

    const auto size = static_cast<std::int64_t>(blob.bytes.size());
    database.prepare("INSERT INTO blob (digest, size, type) VALUES (?, ?, ?)")
        .bind(1, digest)
        .bind(2, size)
        .bind(3, type)
        .run();
    const std::int64_t id = database.last_row_id();
    Statement insert =
        database.prepare("INSERT INTO chunk (blob, place, digest, bytes) VALUES (?, ?, ?, ?)");
    for (std::int64_t place = 0; place < chunk_count(size); ++place) {
        insert.bind(1, id).bind(2, place);
        insert.bind_blob(3, blob.chunks[static_cast<std::size_t>(place)]);
        insert.bind_blob(4, chunk_of(blob.bytes, place)).run();
    }
    return id;
}

std::optional<Blob> find_blob(const Database& database, std::string_view digest) {
    Statement row = database.prepare("SELECT id, digest, size, type FROM blob WHERE digest = ?");
    row.bind(1, digest);
    if (!row.step()) return {};
    return blob_from(row);
}

Blob blob_at(const Database& database, std::int64_t id) {
    Statement row = database.prepare("SELECT id, digest, size, type FROM blob WHERE id = ?");
    row.bind(1, id);
    if (!row.step())
        throw core::Error(core::ErrorKind::Corrupt, {"archive.blob_missing", {}},
                          "blob " + std::to_string(id));
    return blob_from(row);
}

bool has_its_chunks(const Database& database, const Blob& blob) {
    Statement row = database.prepare(
        "SELECT count(*), coalesce(min(place), 0), coalesce(max(place), -1), "
        "coalesce(sum(length(bytes)), 0) FROM chunk WHERE blob = ?");
    row.bind(1, blob.id);
    const std::int64_t count = chunk_count(blob.size);
    return row.step() && row.integer(0) == count && row.integer(1) == 0 &&
           row.integer(2) == count - 1 && row.integer(3) == blob.size;
}

std::string read_blob(const Database& database, const Blob& blob, std::int64_t offset,
                      std::int64_t length) {
    if (blob.size < 0) fail_damaged(blob, 0);
    const std::int64_t begin = std::clamp<std::int64_t>(offset, 0, blob.size);
    const std::int64_t end = begin + std::clamp<std::int64_t>(length, 0, blob.size - begin);
    std::string bytes;
    constexpr std::int64_t kBelieved = std::int64_t{1} << 26;  // a damaged size asks for anything
    bytes.reserve(static_cast<std::size_t>(std::min(end - begin, kBelieved)));
    Statement row =
        database.prepare("SELECT digest, bytes FROM chunk WHERE blob = ? AND place = ?");
    for (std::int64_t at = begin; at < end;) {
        const std::int64_t place = at / kChunkSize;
        row.bind(1, blob.id).bind(2, place);
        if (!row.step()) fail_damaged(blob, place);
        const std::string_view chunk = row.bytes(1);
        if (static_cast<std::int64_t>(chunk.size()) != chunk_size(blob, place) ||
            core::sha256_bytes(chunk) != row.bytes(0))
            fail_damaged(blob, place);
        const std::int64_t from = at - place * kChunkSize;
        const std::int64_t count =
            std::min(static_cast<std::int64_t>(chunk.size()) - from, end - at);
        bytes += chunk.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(count));
        at += count;
        row.reset();
    }
    return bytes;
}

}  // namespace gongbao::archive
