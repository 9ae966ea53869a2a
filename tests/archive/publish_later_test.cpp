// SPDX-License-Identifier: Apache-2.0
// What is published between editions: renditions and events, each a revision of its own.
#include <gtest/gtest.h>

#include "archive/feed/feed.hpp"
#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/schema.hpp"
#include "core/system/digest.hpp"
#include "tests/archive/old_archive.hpp"
#include "tests/archive/sample_archive.hpp"
#include "tests/failing_disk.hpp"
#include "tests/refusal.hpp"
#include "tests/worded.hpp"

namespace gongbao::archive {
namespace {

using tests::refusal_of;

class PublishLater : public testing::Test {
  protected:
    PublishLater() {
        sample_.archive.put_edition(edition_of(2026, 1,
                                               {record_of(notice("通知一", "", {"保障粮食安全"})),
                                                record_of(notice("通知二", "", {"甲"}))}));
        sample_.archive.put_edition(
            edition_of(2026, 2, {record_of(notice("更正", "", {"通知一"}))}));
    }

    // After the last edition.
    static core::Instant later() { return {core::start_of({2026, 4, 1}).seconds}; }

    static NewRendition rendition(const std::string& owner, const std::string& kind = "epub") {
        return {owner, kind,    "application/epub+zip", "bytes of " + owner + kind,
                3,     later(), "gongbao test"};
    }
    static NewEvent event() { return {later(), "gongbao test", {{"2026-2-1", "2026-1-1"}}}; }

    std::string said_by_search(const std::string& text) const {
        SearchRequest request;
        request.text = text;
        std::string all;
        for (const SearchHit& hit : archive_.search(request).hits) all += hit.record.id + " ";
        return all;
    }

    // Changes the file as somebody would who has no scruples.
    void tamper(const std::string& table, const std::string& script) {
        core::Database database = open_archive_file(sample_.file, core::Database::Mode::ReadWrite);
        for (const auto& [name, guard] : guards_of(table)) database.execute("DROP TRIGGER " + name);
        database.execute(script);
        for (const auto& [name, guard] : guards_of(table)) database.execute(guard);
    }
    std::string findings() const {
        std::string all;
        for (const core::Diagnostic& finding : archive_.verify())
            all += gongbao::tests::worded(finding.place) + " " + finding.message.id + ";";
        return all;
    }

    SampleArchive sample_;
    WritableArchive& archive_ = sample_.archive;
};

TEST_F(PublishLater, ARenditionIsARevisionAndNoEdition) {
    const std::string before = archive_.identity();
    const std::string head = archive_.head();
    EXPECT_EQ(archive_.put_rendition(rendition("2026-1-1")), 3);
    EXPECT_EQ(archive_.revision(), 3);
    EXPECT_NE(archive_.identity(), before);
    EXPECT_NE(archive_.head(), head);
    EXPECT_EQ(archive_.revision_with_head(head), 2);
    EXPECT_EQ(archive_.editions().size(), 2u);
    EXPECT_EQ(findings(), "");

    const auto found = archive_.renditions("2026-1-1");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found.front().kind, "epub");
    EXPECT_EQ(found.front().type, "application/epub+zip");
    EXPECT_EQ(found.front().pages, 3);
    EXPECT_EQ(found.front().revision, 3);
    EXPECT_EQ(found.front().digest, core::sha256_hex("bytes of 2026-1-1epub"));
    EXPECT_EQ(archive_.rendition("2026-1-1", "epub", 0, found.front().size),
              "bytes of 2026-1-1epub");
    EXPECT_EQ(archive_.rendition("2026-1-1", "epub", 9, 4), "2026");
}

TEST_F(PublishLater, ARenditionStandsBesideWhatWasIssued) {
    archive_.put_rendition(rendition("2026-1"));
    const auto found = archive_.renditions("2026-1");
    ASSERT_EQ(found.size(), 2u);
    EXPECT_EQ(found[0].kind, "pdf");
    EXPECT_EQ(found[0].revision, 1);
    EXPECT_EQ(found[0].pages, 48);
    EXPECT_EQ(found[1].kind, "epub");
    EXPECT_EQ(archive_.edition({2026, core::IssueKind::Regular, 1, {}})->pages, 48);
    EXPECT_EQ(findings(), "");
}

// A back issue whose documents are set alone years later.
TEST_F(PublishLater, AnOffprintMadeLaterIsTheRecordsOffprint) {
    NewRendition offprint = rendition("2026-1-2", "offprint");
    offprint.type = "application/pdf";
    archive_.put_rendition(offprint);
    const auto record = archive_.record("2026-1-2");
    EXPECT_EQ(record->offprint_digest, core::sha256_hex(offprint.bytes));
    EXPECT_EQ(archive_.offprint("2026-1-2", 0, record->offprint_size), offprint.bytes);
    EXPECT_EQ(findings(), "") << "the manifest of its edition is as it was";
    EXPECT_EQ(refusal_of([&] { archive_.put_rendition(offprint); }),
              "conflict archive.rendition_known");
}

TEST_F(PublishLater, NeitherSearchNorFeedChanges) {
    const FeedSettings settings;
    const std::string feed = documents_feed(archive_, settings);
    const std::string answer = said_by_search("通知");
    archive_.put_rendition(rendition("2026-1-1"));
    EXPECT_EQ(said_by_search("通知"), answer);
    EXPECT_EQ(documents_feed(archive_, settings), feed);
    EXPECT_EQ(archive_.last_issued()->seconds, core::start_of({2026, 2, 15}).seconds + 12 * 3600);
}

TEST_F(PublishLater, AnEventJoinsTextsThatWereIssuedEarlier) {
    EXPECT_EQ(archive_.put_event(event()), 3);
    const auto corrected = archive_.record("2026-1-1")->corrected_by;
    ASSERT_EQ(corrected.size(), 1u);
    EXPECT_EQ(corrected.front().id, "2026-2-1");
    EXPECT_EQ(corrected.front().known_at.seconds, later().seconds);
    EXPECT_EQ(changed_at(*archive_.record("2026-1-1")).seconds, later().seconds);
    EXPECT_TRUE(archive_.joined_with({2026, core::IssueKind::Regular, 2, {}}).empty());
    EXPECT_EQ(findings(), "");
    EXPECT_EQ(refusal_of([&] { archive_.put_event(event()); }), "conflict archive.event_known");
    EXPECT_EQ(archive_.revision(), 3);
}

TEST_F(PublishLater, RefusesWhatIsNotWhole) {
    const auto refused = [&](const auto& change) {
        NewRendition one = rendition("2026-1-1");
        change(one);
        return refusal_of([&] { archive_.put_rendition(one); });
    };
    using Put = NewRendition;
    EXPECT_EQ(refused([](Put& one) { one.owner = "2026-1-9"; }), "not-found archive.no_record");
    EXPECT_EQ(refused([](Put& one) { one.owner = "2026-9"; }), "not-found archive.no_edition");
    EXPECT_EQ(refused([](Put& one) { one.owner = ""; }), "not-found archive.no_record");
    for (const char* kind : {"", "EPUB", "e pub", "公"})
        EXPECT_EQ(refused([&](Put& one) { one.kind = kind; }),
                  "invalid archive.rendition_incomplete");
    EXPECT_EQ(refused([](Put& one) { one.bytes.clear(); }), "invalid archive.rendition_incomplete");
    EXPECT_EQ(refused([](Put& one) { one.type = "epub"; }), "invalid archive.rendition_incomplete");
    EXPECT_EQ(refused([](Put& one) { one.made_by = " "; }), "invalid archive.rendition_incomplete");
    EXPECT_EQ(refused([](Put& one) { one.known_at.seconds = 0; }),
              "invalid archive.known_too_early");
    EXPECT_EQ(refused([](Put& one) {
                  one.owner = "2026-1";
                  one.kind = "pdf";
              }),
              "conflict archive.rendition_known");
    // The bytes of the edition's PDF, called something else.
    EXPECT_EQ(refused([](Put& one) { one.bytes = "%PDF-1.7 2026-1"; }),
              "conflict archive.blob_of_other_type");
    EXPECT_EQ(refusal_of([&] {
                  archive_.put_event({later(), "gongbao test", {}});
              }),
              "invalid archive.event_incomplete");
    EXPECT_EQ(refusal_of([&] {
                  archive_.put_event({later(), "gongbao test", {{"2026-1-1", "2026-1-1"}}});
              }),
              "invalid archive.corrects_itself");
    EXPECT_EQ(archive_.revision(), 2);
    EXPECT_EQ(findings(), "");
}

TEST_F(PublishLater, VerifyNamesARenditionThatIsNotTheOnePublished) {
    archive_.put_rendition(rendition("2026-1-1"));
    tamper("rendition", "UPDATE rendition SET pages = 4 WHERE kind = 'epub'");
    EXPECT_EQ(findings(), "revision 3 archive.manifest_wrong;");
    tamper("rendition", "UPDATE rendition SET pages = 3, kind = 'mobi' WHERE kind = 'epub'");
    EXPECT_EQ(findings(), "revision 3 archive.manifest_wrong;");
    tamper("rendition", "UPDATE rendition SET kind = 'epub' WHERE kind = 'mobi'");
    EXPECT_EQ(findings(), "");
    tamper("revision", "UPDATE revision SET made_by = 'somebody' WHERE number = 3");
    EXPECT_EQ(findings(), "revision 3 archive.manifest_wrong;");
}

// Whichever revision a planted row names, that revision's manifest does not fit any more.
TEST_F(PublishLater, VerifyNamesAPlantedRendition) {
    archive_.put_event(event());
    for (const std::string revision : {"1", "2", "3"}) {
        tamper("rendition",
               "INSERT INTO rendition (record, kind, blob, pages, revision) SELECT min(id), "
               "'planted', 1, 1, " +
                   revision + " FROM record");
        EXPECT_NE(findings().find("archive.manifest_wrong"), std::string::npos) << revision;
        tamper("rendition", "DELETE FROM rendition WHERE kind = 'planted'");
        EXPECT_EQ(findings(), "");
        tamper("rendition",
               "INSERT INTO rendition (edition, kind, blob, pages, revision) SELECT min(id), "
               "'offprint', 1, 1, " +
                   revision + " FROM edition");
        EXPECT_NE(findings().find("archive.manifest_wrong"), std::string::npos) << revision;
        tamper("rendition", "DELETE FROM rendition WHERE edition > 0 AND kind = 'offprint'");
        EXPECT_EQ(findings(), "");
    }
}

TEST_F(PublishLater, VerifyNamesAChangedEvent) {
    archive_.put_event(event());
    tamper("revision", "UPDATE revision SET known_at = known_at + 1 WHERE number = 3");
    EXPECT_EQ(findings(), "revision 3 archive.manifest_wrong;");
    tamper("revision", "UPDATE revision SET known_at = known_at - 1 WHERE number = 3");
    tamper("relation",
           "UPDATE relation SET target = (SELECT max(id) - 1 FROM record WHERE "
           "title = '通知一')");
    EXPECT_EQ(findings(), "revision 3 archive.manifest_wrong;");
}

TEST_F(PublishLater, IsWholeOrNotThereOnADiskThatFails) {
    tests::FailingDisk disk;
    const auto on_that_disk = open_archive_to_issue(sample_.file);
    WritableArchive& archive = *on_that_disk;
    int failures = 0;
    for (const auto operation :
         {tests::FailingDisk::Write, tests::FailingDisk::Sync, tests::FailingDisk::DeleteAfter}) {
        for (int nth = 1;; ++nth) {
            const std::int64_t before = archive.revision();
            disk.fail(operation, nth);
            const std::string kind =
                "k" + std::to_string(static_cast<int>(operation)) + "-" + std::to_string(nth);
            const auto error =
                tests::error_of([&] { archive.put_rendition(rendition("2026-1-1", kind)); });
            if (!disk.has_failed()) break;
            ++failures;
            EXPECT_EQ(archive.revision(), error ? before : before + 1) << kind;
            EXPECT_EQ(error.has_value(), archive.after_issuing().empty()) << kind;
        }
    }
    EXPECT_GT(failures, 3);
    EXPECT_EQ(findings(), "");
}

TEST(Record, CarriesWhatItsDocumentSays) {
    const tests::ScratchFolder folder;
    fill_archive(folder / "a.db", 3);
    const auto archive = open_archive(folder / "a.db");
    const auto record = archive->record("2026-1-1");
    EXPECT_EQ(record->themes,
              (std::vector<std::string>{"综合政务/政务公开", "农业、林业、水利/粮食"}));
    EXPECT_EQ(record->force, core::Force::Normative);
    EXPECT_EQ(record->openness, core::Openness::Public);
    EXPECT_EQ(core::iso(*record->expires), "2031-01-07");
    EXPECT_TRUE(archive->record("2026-1-2")->themes.empty());
    EXPECT_FALSE(archive->record("2026-1-2")->expires);
    const auto document = archive->document_without_pictures("2026-1-2");
    ASSERT_EQ(document.media.size(), 1u);
    EXPECT_EQ(document.media.front().bytes, nullptr);
    EXPECT_NE(archive->document("2026-1-2").media.front().bytes, nullptr);
}

TEST(Facets, AreThoseOfTheRevision) {
    SampleArchive sample;
    const auto reader = open_archive(sample.file);
    EXPECT_TRUE(reader->sections().empty());
    sample.archive.put_edition(edition_of(2026, 1, {record_of(notice("一", "", {}), "甲")}));
    EXPECT_EQ(reader->sections(), std::vector<std::string>{"甲"});
    EXPECT_EQ(reader->issuers(), std::vector<std::string>{"云岭省人民政府办公厅"});
    sample.archive.put_edition(edition_of(
        2026, 2, {record_of(notice("二", "", {}), "乙"), record_of(notice("三", "", {}), "乙")}));
    EXPECT_EQ(reader->sections(), (std::vector<std::string>{"乙", "甲"}));
}

}  // namespace
}  // namespace gongbao::archive
