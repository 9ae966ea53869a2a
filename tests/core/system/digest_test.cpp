// SPDX-License-Identifier: Apache-2.0
#include "core/system/digest.hpp"

#include <gtest/gtest.h>

namespace {

using namespace gongbao::core;

TEST(Digest, GivesThePublishedVectors) {  // FIPS 180-4, examples
    EXPECT_EQ(sha256_hex(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256_hex("abc"),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256_hex(std::string(1000000, 'a')),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Digest, SeesBytesBehindAZero) {
    EXPECT_NE(sha256_hex(std::string("a\0b", 3)), sha256_hex(std::string("a\0c", 3)));
    EXPECT_EQ(sha256_bytes("").size(), 32u);
    EXPECT_EQ(to_hex(std::string("\x00\xff", 2)), "00ff");
}

}  // namespace
