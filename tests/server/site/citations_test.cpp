// SPDX-License-Identifier: Apache-2.0
// What a text cites is a link on its page and in the feed, as far as the archive knows it.
#include <gtest/gtest.h>

#include "core/document/citations.hpp"
#include "tests/server/sample_server.hpp"

namespace gongbao::tests {
namespace {

// A page is too long for a message.
bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

void issue(const SampleServer& server, int number, core::Document document) {
    core::assign_citations(document);
    auto archive = archive::open_archive_to_issue(server.archive());
    archive->put_edition(sample_edition(2026, number, {std::move(document)}));
}

core::Document citing(const std::string& words) {
    core::Document document = sample_rules("云岭省用水办法", "云岭省人民政府令第90号");
    document.body[1].runs = {core::text_run(words)};
    return document;
}

TEST(CitedTexts, AreLinkedFromThePageAndTheFeed) {
    SampleServer server;
    issue(server, 3,
          citing("依照本办法第三条、《云岭省公共图书馆服务办法》、《云岭省用水办法》、《水法》和"
                 "（云政办发〔2026〕9号）制定。"));
    const std::string page = server.fetch("/documents/2026-3-1").body;
    EXPECT_TRUE(contains(page,
                         "本办法<a href=\"#art_3\">第三条</a>、"
                         "<a href=\"/documents/2026-1-1\">《云岭省公共图书馆服务办法》"
                         "</a>、《云岭省用水办法》、《水法》和（<a "
                         "href=\"/documents/2026-2-2\">云政办发〔2026〕9号</a>）"));
    const std::string feed = server.fetch("/feeds/documents.atom").body;
    for (const char* link : {"/documents/2026-3-1#art_3&quot;&gt;第三条&lt;/a&gt;",
                             "/documents/2026-1-1&quot;&gt;《云岭省公共图书馆服务办法》&lt;/a&gt;"})
        EXPECT_TRUE(contains(feed, link)) << link;
    EXPECT_FALSE(contains(feed, "&gt;《水法》&lt;/a&gt;"));
}

TEST(CitedTexts, IssuedLaterChangeThePageThatCitesThem) {
    constexpr const char* kLink = "<a href=\"/documents/2026-4-1\">《云岭省节水条例》</a>";
    SampleServer server;
    issue(server, 3, citing("依照《云岭省节水条例》制定。"));
    EXPECT_FALSE(contains(server.fetch("/documents/2026-3-1").body, kLink));
    issue(server, 4, sample_rules("云岭省节水条例", "云岭省人民政府令第91号"));
    const std::string tomorrow = core::http_date({kNow.seconds + 86'400});
    const Reply again =
        server.fetch("/documents/2026-3-1", "If-Modified-Since: " + tomorrow + "\r\n");
    EXPECT_EQ(again.status, 200);
    EXPECT_TRUE(contains(again.body, kLink));
}

}  // namespace
}  // namespace gongbao::tests
