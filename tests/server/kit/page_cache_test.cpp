// SPDX-License-Identifier: Apache-2.0
#include "server/kit/page_cache.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

std::shared_ptr<const Prepared> page_of(std::size_t size) {
    Page page;
    page.type = "image/png";  // not packed: the size is what is asked for
    page.body = std::string(size, 'x');
    return prepare(page, {});
}

TEST(PageCache, GivesBackWhatItKeeps) {
    PageCache cache(1 << 20);
    const auto page = page_of(10);
    cache.find(1, "/");
    cache.keep(1, "/", page);
    EXPECT_EQ(cache.find(1, "/"), page);
    EXPECT_EQ(cache.find(1, "/other"), nullptr);
}

TEST(PageCache, ForgetsAllAtANewRevision) {
    PageCache cache(1 << 20);
    cache.find(1, "/");
    cache.keep(1, "/", page_of(10));
    EXPECT_EQ(cache.find(2, "/"), nullptr);
    EXPECT_EQ(cache.bytes(), 0U);
    EXPECT_EQ(cache.find(1, "/"), nullptr);  // gone for good, also after a restore
    EXPECT_EQ(cache.find(2, "/"), nullptr);
    cache.keep(1, "/late", page_of(10));  // made while the edition was issued
    EXPECT_EQ(cache.find(2, "/late"), nullptr);
}

TEST(PageCache, MakesRoomByTheLongestUnused) {
    PageCache cache(50'000);
    cache.find(1, "/");
    for (const char* address : {"/a", "/b", "/c", "/d"}) cache.keep(1, address, page_of(9'900));
    cache.find(1, "/a");
    cache.keep(1, "/e", page_of(9'900));
    EXPECT_LE(cache.bytes(), 50'000U);
    EXPECT_NE(cache.find(1, "/a"), nullptr);
    EXPECT_EQ(cache.find(1, "/b"), nullptr);
    EXPECT_NE(cache.find(1, "/e"), nullptr);
}

TEST(PageCache, DoesNotKeepAPageThatWouldFillIt) {
    PageCache cache(10'000);
    cache.find(1, "/");
    cache.keep(1, "/", page_of(9'900));
    EXPECT_EQ(cache.find(1, "/"), nullptr);
}

TEST(PageCache, SharesALargePageWhileItIsSent) {
    PageCache cache(10'000);
    cache.find(1, "/");
    auto page = page_of(9'900);
    cache.keep(1, "/large", page);
    EXPECT_EQ(cache.find(1, "/large"), page);
    EXPECT_EQ(cache.bytes(), 0U);
    const Response response = answer_with(page, Request{});
    page = nullptr;
    EXPECT_NE(cache.find(1, "/large"), nullptr);  // a response is still on its way
    EXPECT_EQ(cache.find(1, "/large")->identity.body.get(), response.body.get());
    EXPECT_EQ(cache.find(2, "/large"), nullptr);
}

}  // namespace
}  // namespace gongbao::server
