// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/blobs.hpp"

#include <gtest/gtest.h>

#include "archive/sqlite/archive_file.hpp"
#include "core/system/digest.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

std::string many_bytes(std::size_t size) {
    std::string bytes(size, '\0');
    std::uint32_t state = 1;
    for (char& byte : bytes) byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    return bytes;
}

class Blobs : public testing::Test {
  protected:
    Blob put(const std::string& bytes) {
        return blob_at(database_, put_blob(database_, BlobBytes(bytes), "application/pdf"));
    }
    tests::ScratchFolder folder_;
    core::Database database_ =
        open_archive_file(folder_ / "archive.db", core::Database::Mode::Create);
};

TEST_F(Blobs, GiveBackAnyPart) {
    const std::string bytes = many_bytes(3 * kChunkSize + 17);
    const Blob blob = put(bytes);
    EXPECT_EQ(blob.digest, core::sha256_hex(bytes));
    const std::int64_t size = blob.size;
    const std::int64_t places[] = {
        0,        1,   kChunkSize - 1, kChunkSize, kChunkSize + 1, 2 * kChunkSize, size - 17,
        size - 1, size};
    for (const std::int64_t from : places)
        for (const std::int64_t to : places) {
            if (to < from) continue;
            EXPECT_EQ(
                read_blob(database_, blob, from, to - from),
                bytes.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(to - from)));
        }
}

TEST_F(Blobs, CutRangesAtTheirEnds) {
    const Blob blob = put("%PDF");
    EXPECT_EQ(read_blob(database_, blob, 2, 100), "DF");
    EXPECT_EQ(read_blob(database_, blob, 4, 1), "");
    EXPECT_EQ(read_blob(database_, blob, 99, 1), "");
    EXPECT_EQ(read_blob(database_, blob, -5, 2), "%P");
    EXPECT_EQ(read_blob(database_, blob, 0, INT64_MAX), "%PDF");
    EXPECT_EQ(read_blob(database_, blob, 0, -1), "");
}

TEST_F(Blobs, KeepTheSameBytesOnce) {
    EXPECT_EQ(put("甲").id, put("甲").id);
    EXPECT_NE(put("甲").id, put("乙").id);
}

TEST_F(Blobs, MayBeEmpty) {
    const Blob blob = put("");
    EXPECT_EQ(blob.size, 0);
    EXPECT_EQ(read_blob(database_, blob, 0, 10), "");
}

TEST_F(Blobs, AreFoundByDigest) {
    put("甲");
    EXPECT_EQ(find_blob(database_, core::sha256_hex("甲"))->type, "application/pdf");
    EXPECT_FALSE(find_blob(database_, core::sha256_hex("乙")));
    EXPECT_FALSE(find_blob(database_, "' OR 1=1 --"));
}

}  // namespace
}  // namespace gongbao::archive
