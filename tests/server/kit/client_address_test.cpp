// SPDX-License-Identifier: Apache-2.0
#include "server/kit/client_address.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

TEST(ClientAddress, IsWithoutThePort) {
    EXPECT_EQ(address_of_client("192.0.2.7:33742"), "192.0.2.7");
    EXPECT_EQ(address_of_client("[::ffff:192.0.2.7]:1"), "192.0.2.7");
}

TEST(ClientAddress, IsTheNetworkOfAnIpv6Client) {
    EXPECT_EQ(address_of_client("[2001:db8:1:2:3:4:5:6]:33742"), "2001:db8:1:2::/64");
    EXPECT_EQ(address_of_client("[2001:db8:1:2::9]:1"), "2001:db8:1:2::/64");
}

TEST(ClientAddress, StaysWhereItIsNone) {
    EXPECT_EQ(address_of_client(""), "");
    EXPECT_EQ(address_of_client("unix"), "unix");
    EXPECT_EQ(address_of_client("[nonsense]:1"), "nonsense");
}

}  // namespace
}  // namespace gongbao::server
