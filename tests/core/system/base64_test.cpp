// SPDX-License-Identifier: Apache-2.0
#include "core/system/base64.hpp"

#include <gtest/gtest.h>

namespace {

using gongbao::core::base64;
using gongbao::core::base64url;

TEST(Base64, GivesThePublishedVectors) {  // RFC 4648, 10
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64(std::string("\0\xff", 2)), "AP8=");
}

TEST(Base64, IsFitForAddressesWithoutPadding) {
    EXPECT_EQ(base64url(""), "");
    EXPECT_EQ(base64url("f"), "Zg");
    EXPECT_EQ(base64url("fo"), "Zm8");
    EXPECT_EQ(base64url("foo"), "Zm9v");
    EXPECT_EQ(base64url("\xfb\xff\xbe"), "-_--");
}

}  // namespace
