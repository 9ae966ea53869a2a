// SPDX-License-Identifier: Apache-2.0
// A corrected text: its page, its edition, the search, the feed and the caches say so.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "archive/sqlite/schema.hpp"
#include "tests/server/sample_server.hpp"

namespace gongbao::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

void correct(const SampleServer& server, const std::string& id) {
    const auto opened_archive = archive::open_archive_to_issue(server.archive());
    auto& archive = *opened_archive;
    auto edition = sample_edition(2026, 3, {sample_notice("更正", "")});
    edition.relations = {{"2026-3-1", id}};
    archive.put_edition(edition);
}

TEST(CorrectedText, SaysSoOnEveryPageThatShowsIt) {
    SampleServer server;
    const std::vector<std::string> pages{"/documents/2026-2-2", "/editions/2026-2",
                                         "/search?q=%E9%80%9A%E7%9F%A5", "/feeds/documents.atom",
                                         "/feeds/editions.atom"};
    for (const std::string& page : pages)
        EXPECT_THAT(server.fetch(page).body, Not(HasSubstr("有更正"))) << page;
    correct(server, "2026-2-2");
    for (const std::string& page : pages) {
        const std::string body = server.fetch(page).body;
        EXPECT_THAT(body, HasSubstr("有更正")) << page;
        EXPECT_THAT(body, HasSubstr("/documents/2026-3-1")) << page;
    }
    const std::string text = server.fetch("/documents/2026-2-2").body;
    EXPECT_LT(text.find("有更正"), text.find("class=\"text\""));
    EXPECT_THAT(text, HasSubstr("《更正》</a>"));
    EXPECT_THAT(text, HasSubstr("\"correction\":["));
    const std::string correction = server.fetch("/documents/2026-3-1").body;
    EXPECT_THAT(correction, HasSubstr("本文更正"));
    EXPECT_THAT(correction, HasSubstr("href=\"/documents/2026-2-2\""));
    EXPECT_THAT(correction, HasSubstr("\"legislationCorrects\":["));
}

TEST(CorrectedText, IsNeverTakenForUnchanged) {
    SampleServer server;
    std::map<std::string, Reply> before;
    for (const char* page :
         {"/documents/2026-2-2", "/editions/2026-2", "/", "/feeds/documents.atom", "/years"})
        before[page] = server.fetch(page);
    correct(server, "2026-2-2");
    for (const auto& [page, reply] : before) {
        const std::string tomorrow = core::http_date({kNow.seconds + 86'400});
        EXPECT_EQ(server.fetch(page, "If-None-Match: " + reply.field("etag") + "\r\n").status, 200)
            << page;
        EXPECT_EQ(server.fetch(page, "If-Modified-Since: " + tomorrow + "\r\n").status, 200)
            << page;
        EXPECT_THAT(reply.field("cache-control"), Not(HasSubstr("revalidate=86400"))) << page;
    }
    EXPECT_EQ(server.fetch("/documents/2026-2-2.xml").body.find("更正"), std::string::npos);
}

TEST(CorrectedText, IsToldInEnglishToo) {
    SampleServer server({}, "en");
    correct(server, "2026-2-2");
    EXPECT_THAT(server.fetch("/documents/2026-2-2").body,
                HasSubstr("This text has been corrected"));
}

TEST(Pages, AreOfTheArchiveThatIsThereNow) {
    SampleServer server;
    EXPECT_THAT(server.fetch("/documents/2026-2-2").body, Not(HasSubstr("换过")));
    ScratchFolder folder;
    {
        const auto opened_other = archive::open_archive_to_issue(folder / "other.db");
        auto& other = *opened_other;
        for (int number = 1; number <= 3; ++number)
            other.put_edition(sample_edition(
                2026, number,
                {sample_notice("换过的通知一", ""), sample_notice("换过的通知二", "")}));
    }
    std::filesystem::rename(folder / "other.db", server.archive());
    EXPECT_THAT(server.fetch("/documents/2026-2-2").body, HasSubstr("换过的通知二"));
}

// A site does not change an archive: it waits until somebody upgrades the file.
TEST(Pages, AreNotMadeOfAFileOfAnOlderSchemaUntilItIsUpgraded) {
    SampleServer server;
    const auto set_schema = [&](std::int32_t version) {
        core::Database::open(server.archive(), core::Database::Mode::ReadWrite,
                             archive::kApplicationId)
            .set_schema_version(version);
    };
    set_schema(archive::kSchemaVersion - 1);
    EXPECT_EQ(server.fetch("/documents/2026-2-2").status, 503);
    set_schema(archive::kSchemaVersion);
    EXPECT_EQ(server.fetch("/documents/2026-2-2").status, 200);
}

}  // namespace
}  // namespace gongbao::tests
