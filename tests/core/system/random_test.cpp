// SPDX-License-Identifier: Apache-2.0
#include "core/system/random.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using gongbao::core::random_bytes;

TEST(Random, GivesAsManyBytesAsAskedForAndNeverTheSame) {
    EXPECT_EQ(random_bytes(0), "");
    EXPECT_EQ(random_bytes(1).size(), 1u);
    std::set<std::string> seen;
    for (int i = 0; i < 1000; ++i) {
        const std::string bytes = random_bytes(32);
        EXPECT_EQ(bytes.size(), 32u);
        EXPECT_TRUE(seen.insert(bytes).second);
    }
}

// Each value of a byte comes about 500 times in 128,000.
TEST(Random, LeavesNoByteOut) {
    int counts[256] = {};
    for (const char byte : random_bytes(128'000)) ++counts[static_cast<unsigned char>(byte)];
    for (const int count : counts) {
        EXPECT_GT(count, 300);
        EXPECT_LT(count, 700);
    }
}

}  // namespace
