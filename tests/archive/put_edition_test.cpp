// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/issue_edition.hpp"
#include "archive/sqlite/schema.hpp"
#include "core/akn/write_akn.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using core::ErrorKind;

// Puts `edition` in and returns the error; fails when there is none or the archive changed.
core::Error refused(WritableArchive& archive, const NewEdition& edition) {
    const std::int64_t revision = archive.revision();
    const std::int64_t records = archive.record_count();
    try {
        archive.put_edition(edition);
    } catch (const core::Error& error) {
        EXPECT_EQ(archive.revision(), revision);
        EXPECT_EQ(archive.record_count(), records);
        EXPECT_TRUE(archive.verify().empty());
        return error;
    }
    ADD_FAILURE() << "was not refused";
    return {ErrorKind::Invalid, {"nothing", {}}};
}

NewEdition first_issue() {
    return edition_of(2026, 1, {record_of(notice("通知一", "云府发〔2026〕1号", {"甲"}))});
}

TEST(PutEdition, ReturnsTheNewRevision) {
    SampleArchive sample;
    EXPECT_EQ(sample.archive.put_edition(first_issue()), 1);
    EXPECT_EQ(
        sample.archive.put_edition(edition_of(2026, 2, {record_of(notice("通知二", "", {}))})), 2);
}

TEST(PutEdition, IsSeenAtOnceByOneWhoReads) {
    SampleArchive sample;
    const auto opened_reader = open_archive(sample.file);
    const auto& reader = *opened_reader;
    EXPECT_EQ(reader.revision(), 0);
    sample.archive.put_edition(first_issue());
    EXPECT_EQ(reader.revision(), 1);
    SearchRequest request;
    request.text = "通知一";
    EXPECT_EQ(reader.search(request).total, 1);
    EXPECT_EQ(reader.document("2026-1-1").meta.title, "通知一");
}

TEST(PutEdition, RefusesAnIssueThatIsThere) {
    SampleArchive sample;
    sample.archive.put_edition(first_issue());
    const core::Error error =
        refused(sample.archive,
                edition_of(2026, 1, {record_of(notice("另一件", "云府发〔2026〕9号", {"乙"}))}));
    EXPECT_EQ(error.kind(), ErrorKind::Conflict);
    EXPECT_EQ(error.for_people().id, "archive.issue_known");
    EXPECT_EQ(error.for_people().args.at("issue"), "2026年第1期");
}

TEST(PutEdition, RefusesARunningNumberThatIsThere) {
    SampleArchive sample;
    NewEdition first = first_issue();
    first.number.running = 601;
    sample.archive.put_edition(first);
    NewEdition second = edition_of(2026, 2, {record_of(notice("通知二", "", {}))});
    second.number.running = 601;
    EXPECT_EQ(refused(sample.archive, second).for_people().id, "archive.running_known");
}

TEST(PutEdition, RefusesADocumentNumberThatIsThereHoweverWritten) {
    SampleArchive sample;
    sample.archive.put_edition(first_issue());
    for (const char* number : {"云府发〔2026〕1号", "云府发[2026]1号", "云府发（２０２６）第1号"}) {
        const core::Error error = refused(
            sample.archive, edition_of(2026, 2,
                                       {record_of(notice("新的", "云府发〔2026〕3号", {"乙"})),
                                        record_of(notice("重号", number, {"丙"}))}));
        EXPECT_EQ(error.kind(), ErrorKind::Conflict) << number;
        EXPECT_EQ(error.for_people().id, "archive.number_known");
        EXPECT_EQ(error.for_people().args.at("title"), "重号");
        EXPECT_EQ(error.for_people().args.at("other"), "通知一");
        EXPECT_EQ(error.for_people().args.at("issue"), "2026年第1期");
    }
}

TEST(PutEdition, RefusesOneDocumentNumberTwiceInOneIssue) {
    SampleArchive sample;
    const core::Error error =
        refused(sample.archive, edition_of(2026, 1,
                                           {record_of(notice("先", "云府发〔2026〕1号", {"乙"})),
                                            record_of(notice("后", "云府发[2026]1号", {"丙"}))}));
    EXPECT_EQ(error.for_people().id, "archive.number_twice");
    EXPECT_EQ(error.for_people().args.at("title"), "后");
    EXPECT_EQ(error.for_people().args.at("other"), "先");
}

TEST(PutEdition, TakesManyDocumentsWithoutANumber) {
    SampleArchive sample;
    sample.archive.put_edition(edition_of(
        2026, 1,
        {record_of(notice("更正一", "", {"甲"})), record_of(notice("更正二", "无", {"乙"})),
         record_of(notice("更正三", "无", {"丙"}))}));
    EXPECT_EQ(sample.archive.record_count(), 3);
}

TEST(PutEdition, RefusesWhatIsIncomplete) {
    SampleArchive sample;
    NewEdition empty = edition_of(2026, 1, {});
    EXPECT_EQ(refused(sample.archive, empty).for_people().id, "archive.edition_empty");
    NewEdition nameless = first_issue();
    nameless.gazette.clear();
    EXPECT_EQ(refused(sample.archive, nameless).for_people().id, "archive.edition_incomplete");
    NewEdition undated = first_issue();
    undated.date = {2026, 2, 30};
    EXPECT_EQ(refused(sample.archive, undated).for_people().id, "archive.edition_incomplete");
    NewEdition unnumbered = first_issue();
    unnumbered.number.number = 0;
    EXPECT_EQ(refused(sample.archive, unnumbered).for_people().id, "archive.edition_incomplete");
    NewEdition untitled = edition_of(2026, 1, {record_of(notice("　", "", {"甲"}))});
    EXPECT_EQ(refused(sample.archive, untitled).for_people().id, "archive.record_without_title");
}

core::Document with_picture(const std::string& bytes) {
    core::Document document = notice("图示", "", {"见图"});
    core::Block figure;
    figure.role = core::Role::Figure;
    figure.figure = core::Figure{core::sha256_hex(bytes), "image/png", 1000, 1000, "流程图"};
    document.body.push_back(figure);
    document.media.push_back(
        {core::sha256_hex(bytes), "image/png", std::make_shared<const std::string>(bytes)});
    core::assign_ids(document);
    return document;
}

TEST(PutEdition, KeepsPictures) {
    SampleArchive sample;
    const core::Document document = with_picture("picture bytes");
    sample.archive.put_edition(edition_of(2026, 1, {record_of(document)}));
    const core::Document back = sample.archive.document("2026-1-1");
    EXPECT_EQ(back, document);
    EXPECT_EQ(*back.media.front().bytes, "picture bytes");
    const auto media = sample.archive.media(core::sha256_hex("picture bytes"));
    ASSERT_TRUE(media);
    EXPECT_EQ(*media->bytes, "picture bytes");
    EXPECT_EQ(media->type, "image/png");
    EXPECT_FALSE(sample.archive.media(sample.archive.latest_edition()->pdf_digest))
        << "an edition's PDF is no picture";
}

TEST(PutEdition, KeepsTheOffprintOfARecord) {
    SampleArchive sample;
    NewEdition edition = edition_of(
        2026, 1, {record_of(notice("甲", "", {"一"})), record_of(notice("乙", "", {"二"}))});
    edition.records.front().offprint = "%PDF-1.7 of 甲";
    edition.records.front().offprint_pages = 2;
    sample.archive.put_edition(edition);
    const RecordSummary record = sample.archive.record("2026-1-1").value();
    EXPECT_EQ(record.offprint_digest, core::sha256_hex("%PDF-1.7 of 甲"));
    EXPECT_EQ(record.offprint_pages, 2);
    EXPECT_EQ(sample.archive.offprint("2026-1-1", 0, record.offprint_size), "%PDF-1.7 of 甲");
    EXPECT_EQ(sample.archive.offprint("2026-1-1", 5, 3), "1.7");
    EXPECT_EQ(sample.archive.record("2026-1-2")->offprint_digest, "");
    EXPECT_THROW(sample.archive.offprint("2026-1-2", 0, 1), core::Error);
    EXPECT_TRUE(sample.archive.verify().empty());
}

// Records are proven side by side; what is said is said of the first that fails.
TEST(PutEdition, NamesTheFirstOfSeveralFaultyRecords) {
    std::vector<NewRecord> records;
    for (int i = 1; i <= 12; ++i)
        records.push_back(record_of(notice("通知" + std::to_string(i), "", {"甲"})));
    for (const std::size_t faulty : {3u, 4u, 9u})
        records[faulty].xml = core::write_akn(notice("通知", "", {"乙"}));
    SampleArchive sample;
    for (int round = 0; round < 5; ++round) {
        const core::Error error = refused(sample.archive, edition_of(2026, 1, records));
        EXPECT_EQ(error.for_people().id, "archive.text_not_kept");
        EXPECT_EQ(error.for_people().args.at("title"), "通知4");
    }
    EXPECT_EQ(sample.archive.record_count(), 0);
}

TEST(PutEdition, TakesXmlThatIsWrittenAlreadyButNoOther) {
    SampleArchive sample;
    const core::Document document = notice("通知一", "", {"甲"});
    NewEdition edition = edition_of(2026, 1, {record_of(document)});
    edition.records[0].xml = core::write_akn(notice("通知一", "", {"乙"}));
    EXPECT_EQ(refused(sample.archive, edition).for_people().id, "archive.text_not_kept");
    edition.records[0].xml = core::write_akn(document);
    sample.archive.put_edition(edition);
    EXPECT_EQ(sample.archive.canonical_xml("2026-1-1"), core::write_akn(document));
}

TEST(PutEdition, AsksWhetherAllIsStillTrueOnceNobodyElseCanWrite) {
    SampleArchive sample;
    sample.archive.put_edition(first_issue());
    const auto opened_reader = open_archive(sample.file);
    const auto& reader = *opened_reader;
    const NewEdition second =
        edition_of(2026, 2, {record_of(notice("通知二", "", {}), "省政府文件", 3)});
    const auto put = sample.archive.put_edition(second, [&] {
        core::Database other = open_archive_file(sample.file, core::Database::Mode::ReadWrite);
        other.execute("PRAGMA busy_timeout=0");
        EXPECT_THROW(core::Transaction waits(other), core::Error);
        EXPECT_EQ(sample.archive.last_folio(2026), 2);
        EXPECT_EQ(reader.revision(), 1) << "nothing is seen before it stands";
        return true;
    });
    EXPECT_EQ(put, 2);
    EXPECT_EQ(reader.records({2026, core::IssueKind::Regular, 2, {}}).front().first_page, 3);
}

TEST(PutEdition, LeavesNothingWhenSomethingIsTrueNoMore) {
    SampleArchive sample;
    EXPECT_FALSE(sample.archive.put_edition(first_issue(), [] { return false; }));
    EXPECT_THROW(sample.archive.put_edition(first_issue(),
                                            []() -> bool {
                                                throw core::Error(ErrorKind::Conflict, {"no", {}});
                                            }),
                 core::Error);
    EXPECT_EQ(sample.archive.revision(), 0);
    EXPECT_EQ(sample.archive.put_edition(first_issue(), [] { return true; }), 1);
}

// Who holds a lock of its own until the edition stands would wait for the archive once more, and
// another who has it by then for that lock.
TEST(PutEdition, LeavesTheIndexToWhoHoldsNoOtherLock) {
    SampleArchive sample;
    const auto segments = [&] {
        const auto database = open_archive_file(sample.file, core::Database::Mode::ReadOnly);
        core::Statement row = database.prepare("SELECT count(DISTINCT segid) FROM search_idx");
        row.step();
        return row.integer(0);
    };
    constexpr int kEditions = 8;
    for (int i = 1; i <= kEditions; ++i)
        sample.archive.put_edition(
            edition_of(
                2026, i,
                {record_of(notice("关于第" + std::to_string(i) + "事的通知", "", {"甲乙。"}))}),
            [] { return true; });
    const std::int64_t before = segments();
    sample.archive.tidy();
    EXPECT_LT(segments(), before);
    EXPECT_TRUE(sample.archive.after_issuing().empty());
    EXPECT_TRUE(sample.archive.verify().empty());
}

TEST(PutEdition, LocksNobodyOutForAnEditionThatIsRefusedByItself) {
    SampleArchive sample;
    EXPECT_THROW(sample.archive.put_edition(edition_of(2026, 1, {}),
                                            []() -> bool { throw std::logic_error("asked"); }),
                 core::Error);
}

TEST(PutEdition, RefusesPicturesThatAreMissingOrOther) {
    SampleArchive sample;
    core::Document missing = with_picture("甲");
    missing.media.clear();
    EXPECT_EQ(refused(sample.archive, edition_of(2026, 1, {record_of(missing)})).for_people().id,
              "archive.picture_missing");
    core::Document other = with_picture("甲");
    other.media.front().bytes = std::make_shared<const std::string>("乙");
    EXPECT_EQ(refused(sample.archive, edition_of(2026, 1, {record_of(other)})).for_people().id,
              "archive.picture_wrong");
}

TEST(PutEdition, IsForbiddenToOneWhoReads) {
    SampleArchive sample;
    sample.archive.put_edition(first_issue());
    static_assert(!std::is_base_of_v<Issuing, Archive>);
    core::Database reader = open_archive_file(sample.file, core::Database::Mode::ReadOnly);
    core::Diagnostics warnings;
    try {
        issue_edition(
            reader, edition_of(2026, 2, {record_of(notice("乙", "", {}))}), [] { return true; },
            warnings);
        ADD_FAILURE() << "was not refused";
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Forbidden);
    }
    EXPECT_EQ(sample.archive.revision(), 1);
}

// An edition of many pages, on a disk that holds only so many: every size must fail cleanly.
TEST(PutEdition, LeavesNothingBehindWhenTheDiskIsFull) {
    for (const int pages : {60, 80, 120, 200, 320}) {
        const tests::ScratchFolder folder;
        core::Database database =
            open_archive_file(folder / "archive.db", core::Database::Mode::Create);
        core::Diagnostics warnings;
        issue_edition(
            database, first_issue(), [] { return true; }, warnings);
        database.execute("PRAGMA max_page_count=" + std::to_string(pages));
        NewEdition big = edition_of(2026, 2, {});
        for (int i = 0; i < 40; ++i)
            big.records.push_back(record_of(
                notice("大件" + std::to_string(i), "", std::vector<std::string>(100, "一段文字"))));
        big.pdf.assign(1 << 20, 'x');
        try {
            issue_edition(
                database, big, [] { return true; }, warnings);
            ADD_FAILURE() << "the disk was too large: " << pages;
        } catch (const core::Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Unavailable);
            EXPECT_EQ(error.for_people().id, "core.disk_full");
        }
        const auto opened_archive = open_archive(folder / "archive.db");
        const auto& archive = *opened_archive;
        EXPECT_EQ(archive.revision(), 1);
        EXPECT_EQ(archive.recent(9).size(), 1u);
        EXPECT_TRUE(archive.verify().empty());
    }
}

class Issued : public testing::TestWithParam<const char*> {};

TEST_P(Issued, RowsAreNeverChanged) {
    const tests::ScratchFolder folder;
    core::Database database =
        open_archive_file(folder / "archive.db", core::Database::Mode::Create);
    NewEdition edition = edition_of(2026, 1, {record_of(with_picture("甲"))});
    edition.records.front().offprint = "%PDF-1.7";
    core::Diagnostics warnings;
    issue_edition(
        database, edition, [] { return true; }, warnings);
    EXPECT_THROW(database.execute(GetParam()), core::Error) << GetParam();
    EXPECT_TRUE(open_archive(folder / "archive.db")->verify().empty());
}

INSTANTIATE_TEST_SUITE_P(
    Statements, Issued,
    testing::Values(
        "UPDATE edition SET records = 1", "DELETE FROM edition", "UPDATE record SET title = '改'",
        "DELETE FROM record", "UPDATE canonical SET xml = ''", "DELETE FROM canonical",
        "UPDATE plain SET text = ''", "DELETE FROM plain", "UPDATE issuer SET name = ''",
        "DELETE FROM issuer", "UPDATE blob SET size = 0", "DELETE FROM blob",
        "UPDATE chunk SET bytes = x''", "DELETE FROM chunk", "UPDATE revision SET number = 7",
        "DELETE FROM revision", "UPDATE rendition SET pages = 9", "DELETE FROM rendition",
        "INSERT OR REPLACE INTO plain SELECT record, '' FROM plain",
        "INSERT OR REPLACE INTO revision SELECT number, kind, edition, known_at, made_by, "
        "'' FROM revision",
        "REPLACE INTO blob SELECT id, digest, 0, type FROM blob",
        "UPDATE search_data SET block = x''", "DELETE FROM search_idx"));

}  // namespace
}  // namespace gongbao::archive
