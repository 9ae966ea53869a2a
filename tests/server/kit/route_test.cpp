// SPDX-License-Identifier: Apache-2.0
#include "server/kit/route.hpp"

#include <gtest/gtest.h>

#include "server/http/target.hpp"

namespace gongbao::server {
namespace {

std::vector<Route> sample_routes() {
    std::vector<Route> routes = {{"/documents/*.xml"}, {"/documents/*"}, {"/form"}, {"/form"}};
    routes[3].methods = {Method::Post};
    return routes;
}

TEST(Routes, GiveTheMoreParticularPatternFirst) {
    const auto routes = sample_routes();
    const auto get = [&](const char* path) { return match_route(routes, path, Method::Get); };
    EXPECT_EQ(get("/documents/2026-8-3")->route, &routes[1]);
    EXPECT_EQ(get("/documents/2026-8-3.xml")->route, &routes[0]);
    EXPECT_EQ(get("/documents/2026-8-3.xml")->argument, "2026-8-3");
    EXPECT_FALSE(get("/documents"));
}

TEST(Routes, ShareAPathByMethod) {
    const auto routes = sample_routes();
    EXPECT_EQ(match_route(routes, "/form", Method::Get)->route, &routes[2]);
    EXPECT_EQ(match_route(routes, "/form", Method::Post)->route, &routes[3]);
    const auto other = match_route(routes, "/form", Method::Delete);
    ASSERT_TRUE(other);
    EXPECT_EQ(other->route, nullptr);
    EXPECT_EQ(other->allow, "GET, HEAD, POST, OPTIONS");
    EXPECT_EQ(match_route(routes, "/documents/1", Method::Post)->allow, "GET, HEAD, OPTIONS");
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
    Route route{"/search"};
    route.parameters = {"q", "page"};
    const auto address = [&](Parameters query) {
        Request request;
        request.path = "/search";
        request.query = std::move(query);
        return address_of(route, request);
    };
    EXPECT_EQ(address({{"q", "a"}, {"page", "2"}, {"utm", "x"}}),
              address({{"page", "2"}, {"q", "a"}}));
    EXPECT_NE(address({{"q", "a&page=2"}}), address({{"q", "a"}, {"page", "2"}}));
    EXPECT_NE(address({{"q", "a"}}), address({{"q", "b"}}));
    EXPECT_EQ(address({{"q", "公报"}, {"page", "2"}}), "/search?q=%E5%85%AC%E6%8A%A5&page=2");
}

}  // namespace
}  // namespace gongbao::server
