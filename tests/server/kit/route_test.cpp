// SPDX-License-Identifier: Apache-2.0
#include "server/site/routes.hpp"

#include <gtest/gtest.h>

#include "server/http/target.hpp"

namespace gongbao::server {
namespace {

TEST(Routes, GiveTheMoreParticularPatternFirst) {
    EXPECT_EQ(match_route("/documents/2026-8-3")->route->pattern, "/documents/*");
    EXPECT_EQ(match_route("/documents/2026-8-3.xml")->route->pattern, "/documents/*.xml");
    EXPECT_EQ(match_route("/documents/2026-8-3.xml")->argument, "2026-8-3");
    EXPECT_FALSE(match_route("/documents"));
}

TEST(Routes, TakeOneSegmentForAStar) {
    EXPECT_EQ(match_pattern("/a/*.xml", "/a/b.xml"), "b");
    EXPECT_EQ(match_pattern("/a-*.xml", "/a-2026.xml"), "2026");
    for (const char* path : {"/a/.xml", "/a/b/c.xml", "/a/b", "/b/a.xml", "/a/", ""})
        EXPECT_FALSE(match_pattern("/a/*.xml", path)) << path;
    EXPECT_TRUE(match_pattern("/", "/"));
    EXPECT_FALSE(match_pattern("/", "//"));
}

TEST(Routes, NameAPageByTheParametersItReads) {
    const auto address = [](Parameters query) {
        Request request;
        request.path = "/search";
        request.query = std::move(query);
        return address_of(*match_route("/search")->route, request);
    };
    EXPECT_EQ(address({{"q", "a"}, {"page", "2"}, {"utm", "x"}}),
              address({{"page", "2"}, {"q", "a"}}));
    EXPECT_NE(address({{"q", "a&page=2"}}), address({{"q", "a"}, {"page", "2"}}));
    EXPECT_NE(address({{"q", "a"}}), address({{"q", "b"}}));
}

}  // namespace
}  // namespace gongbao::server
