// SPDX-License-Identifier: Apache-2.0
#include "server/http/target.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

TEST(Target, DecodesPathAndQuery) {
    const auto target = parse_target("/search?q=%E9%80%9A%E7%9F%A5+a%2Bb&year=2026&empty=&bare");
    ASSERT_TRUE(target);
    EXPECT_EQ(target->path, "/search");
    const Parameters expected = {{"q", "通知 a+b"}, {"year", "2026"}, {"empty", ""}, {"bare", ""}};
    EXPECT_EQ(target->query, expected);
}

TEST(Target, KeepsAPlusOfThePath) {
    EXPECT_EQ(parse_target("/a+b")->path, "/a+b");
}

TEST(Target, RefusesWhatTwoProgramsCouldReadDifferently) {
    for (const char* target :
         {"",        "a",     "*",      "//../a",   "/a/..",    "/a/.",  "/./a",  "/a%2Fb",
          "/a%5Cb",  "/a\\b", "/a%",    "/a%4",     "/a%zz",    "/a%00", "/a%0A", "/%ff",
          "/%C0%AF", "/a#b",  "/a?q=%", "/a?q=%00", "/a?q=%FF", "/a b",  "/公",   "ftp://x/a"})
        EXPECT_FALSE(parse_target(target)) << target;
}

TEST(Target, EncodesWhatItDecodes) {
    const std::string text = "川办发〔2022〕38号 a+b&c=d/e?f#g%h~";
    const std::string encoded = percent_encoded(text);
    EXPECT_EQ(encoded.find_first_of(" +&=/?#"), std::string::npos);
    EXPECT_EQ(parse_target("/x?q=" + encoded)->query.front().second, text);
}

}  // namespace
}  // namespace gongbao::server
