// SPDX-License-Identifier: Apache-2.0
#include "server/http/cookies.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

std::optional<std::string> value_in(std::vector<std::string> lines, const char* name) {
    Request request;
    for (std::string& line : lines) request.fields.emplace_back("cookie", std::move(line));
    return cookie(request, name);
}

TEST(Cookies, AreFoundByName) {
    EXPECT_EQ(value_in({"a=1; b=2=3; c="}, "a"), "1");
    EXPECT_EQ(value_in({"a=1; b=2=3; c="}, "b"), "2=3");
    EXPECT_EQ(value_in({"a=1; b=2=3; c="}, "c"), "");
    EXPECT_EQ(value_in({"a=1", "b=2"}, "b"), "2");
    EXPECT_FALSE(value_in({"aa=1; A=2; a"}, "a"));
    EXPECT_FALSE(value_in({}, "a"));
}

TEST(Cookies, AreNotBelievedWhenTheyAreThereTwice) {
    EXPECT_FALSE(value_in({"a=1; a=2"}, "a"));
    EXPECT_FALSE(value_in({"a=1", "a=2"}, "a"));
    EXPECT_EQ(value_in({"a=1; a=1"}, "a"), "1");
}

TEST(Cookies, AreSetForThisSiteAlone) {
    EXPECT_EQ(set_cookie({"reader", "x.y", NewCookie::SameSite::Lax, std::chrono::hours(1), false}),
              "reader=x.y; Path=/; HttpOnly; SameSite=Lax; Max-Age=3600");
    EXPECT_EQ(
        set_cookie({cookie_name("session", true), "abc", NewCookie::SameSite::Strict, {}, true}),
        "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(cookie_name("session", false), "session");
}

}  // namespace
}  // namespace gongbao::server
