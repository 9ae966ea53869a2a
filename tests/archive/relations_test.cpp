// SPDX-License-Identifier: Apache-2.0
// What corrects what: stored with an edition, told on both sides, in the feeds, and never changed.
#include "archive/sqlite/relations.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "archive/feed/feed.hpp"
#include "archive/sqlite/archive_file.hpp"
#include "core/report/error.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using testing::HasSubstr;
using testing::Not;

class Relations : public testing::Test {
  protected:
    Relations() {
        sample_.archive.put_edition(
            edition_of(2026, 1,
                       {record_of(notice("甲", "云府发〔2026〕1号", {"一"})),
                        record_of(notice("乙", "", {"二"}))}));
        sample_.archive.put_edition(edition_of(2026, 2, {record_of(notice("丙", "", {"三"}))}));
    }
    static NewEdition third() {
        NewEdition edition = edition_of(
            2026, 3,
            {record_of(notice("丁", "", {"四"})), record_of(notice("更正", "", {"五"}), "更正")});
        edition.relations = {{"2026-3-2", "2026-1-1"}};
        return edition;
    }
    std::string feed(std::optional<core::IssueNumber> edition = {}, int limit = 1,
                     int page = 1) const {
        FeedSettings settings;
        settings.page = page;
        settings.base_url = "https://gazette.example";
        settings.path = "/feeds/documents.atom";
        settings.tag_authority = "gazette.example,2026";
        settings.title = settings.author = "公报";
        settings.limit = limit;
        settings.edition = edition;
        settings.corrected_words = [](const RelatedRecord& other) { return "见" + other.id; };
        return documents_feed(sample_.archive, settings);
    }
    SampleArchive sample_;
};

TEST_F(Relations, AreToldOnBothSides) {
    sample_.archive.put_edition(third());
    const auto corrected = *sample_.archive.record("2026-1-1");
    ASSERT_EQ(corrected.corrected_by.size(), 1u);
    EXPECT_EQ(corrected.corrected_by[0].id, "2026-3-2");
    EXPECT_EQ(corrected.corrected_by[0].title, "更正");
    EXPECT_EQ(corrected.corrected_by[0].date, (core::Date{2026, 3, 15}));
    EXPECT_TRUE(corrected.corrects.empty());
    EXPECT_EQ(changed_at(corrected), sample_.archive.record("2026-3-2")->issued_at);
    const auto correction = sample_.archive.records(third().number).at(1);
    ASSERT_EQ(correction.corrects.size(), 1u);
    EXPECT_EQ(correction.corrects[0].number, "云府发〔2026〕1号");
    EXPECT_TRUE(sample_.archive.record("2026-1-2")->corrected_by.empty());
    SearchRequest request;
    request.text = "甲";
    EXPECT_EQ(sample_.archive.search(request).hits.at(0).record.corrected_by.size(), 1u);
    EXPECT_TRUE(sample_.archive.verify().empty());
}

TEST_F(Relations, OfAnEarlierCorrectionAreKnownWithALaterEdition) {
    const std::string before = sample_.archive.identity();
    NewEdition edition = edition_of(2026, 3, {record_of(notice("丁", "", {"四"}))});
    edition.relations = {{"2026-2-1", "2026-1-2"}, {"2026-2-1", "2026-1-2"}};
    sample_.archive.put_edition(edition);
    const auto record = *sample_.archive.record("2026-2-1");
    ASSERT_EQ(record.corrects.size(), 1u);
    EXPECT_EQ(record.corrects[0].known_at, edition.issued_at);
    EXPECT_TRUE(sample_.archive.verify().empty());
    EXPECT_NE(sample_.archive.identity(), before);
    const auto is_correction = [](const std::string& title) { return title == "丙"; };
    EXPECT_TRUE(sample_.archive.unrelated(is_correction).empty());
    EXPECT_EQ(sample_.archive.unrelated([](const std::string&) { return true; }).size(), 3u);
}

TEST_F(Relations, WithATextThatIsNotThereUndoTheEdition) {
    for (const NewRelation& wrong :
         {NewRelation{"2026-3-2", "2026-9-1"}, NewRelation{"2026-3-2", "2026-3-2"},
          NewRelation{"x", "2026-1-1"}}) {
        NewEdition edition = third();
        edition.relations = {wrong};
        EXPECT_THROW(sample_.archive.put_edition(edition), core::Error);
        EXPECT_EQ(sample_.archive.revision(), 2);
    }
}

TEST_F(Relations, NeverChangeAndNoneIsSlippedIn) {
    sample_.archive.put_edition(third());
    core::Database file = open_archive_file(sample_.file, core::Database::Mode::ReadWrite);
    EXPECT_THROW(file.execute("DELETE FROM relation"), core::Error);
    EXPECT_THROW(file.execute("UPDATE relation SET kind = 'x'"), core::Error);
    EXPECT_THROW(file.execute("INSERT OR REPLACE INTO relation SELECT * FROM relation"),
                 core::Error);
    EXPECT_TRUE(sample_.archive.verify().empty());
    file.execute("INSERT INTO relation SELECT max(id), 'corrects', min(id), 1 FROM record");
    const auto findings = sample_.archive.verify();
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.id, "archive.manifest_wrong");
}

TEST_F(Relations, BringTheCorrectedTextBackIntoTheFeed) {
    EXPECT_THAT(feed(), Not(HasSubstr("document/2026-1-1<")));
    sample_.archive.put_edition(third());
    const std::string xml = feed();
    const std::size_t at = xml.find("document/2026-1-1<");
    ASSERT_NE(at, std::string::npos);
    const std::string entry = xml.substr(at, xml.find("</entry>", at) - at);
    EXPECT_THAT(entry, HasSubstr("<updated>2026-03-15"));
    EXPECT_THAT(entry, HasSubstr("<published>2026-01-15"));
    EXPECT_THAT(entry, HasSubstr("rel=\"related\" type=\"text/html\" title=\"更正\" "
                                 "href=\"https://gazette.example/documents/2026-3-2\""));
    EXPECT_THAT(entry, HasSubstr("见2026-3-2"));
    EXPECT_THAT(feed(third().number), HasSubstr("document/2026-1-1<"));
    const std::string all = feed({}, 50);  // and once, where its own edition is listed too
    EXPECT_EQ(all.find("document/2026-1-1<"), all.rfind("document/2026-1-1<"));
}

TEST_F(Relations, BringACorrectedTextOnceHoweverTheFeedIsParted) {
    sample_.archive.put_edition(third());
    NewEdition again = edition_of(
        2026, 4, {record_of(notice("戊", "", {"六"})), record_of(notice("更正", "", {"七"}))});
    again.relations = {{"2026-4-2", "2026-1-1"}, {"2026-4-2", "2026-2-1"}};
    sample_.archive.put_edition(again);
    for (int limit = 1; limit <= 8; ++limit) {
        std::multiset<std::string> ids;
        for (int page = 1; page <= (7 + limit - 1) / limit; ++page) {
            const std::string xml = feed({}, limit, page);
            for (std::size_t at = xml.find("document/"); at != std::string::npos;
                 at = xml.find("document/", at + 1))
                if (const std::size_t end = xml.find("</id>", at); end - at < 20)
                    ids.insert(xml.substr(at, end - at));
        }
        EXPECT_EQ(ids.size(), 7u) << limit;
        EXPECT_EQ(std::set<std::string>(ids.begin(), ids.end()).size(), 7u) << limit;
    }
    EXPECT_THAT(feed({}, 2), HasSubstr("document/2026-1-1<"));
    EXPECT_THAT(feed({}, 2, 3), Not(HasSubstr("document/2026-1-1<")));
}

}  // namespace
}  // namespace gongbao::archive
