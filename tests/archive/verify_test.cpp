// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "archive/search/fold.hpp"
#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/schema.hpp"
#include "archive/sqlite/search_index.hpp"
#include "core/report/error.hpp"
#include "core/system/digest.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"
#include "tests/archive/sample_archive.hpp"
#include "tests/worded.hpp"

namespace gongbao::archive {
namespace {

class Verify : public testing::Test {
  protected:
    Verify() {
        const auto opened_archive = open_archive_to_issue(file_);
        auto& archive = *opened_archive;
        archive.put_edition(
            edition_of(2026, 1,
                       {record_of(notice("通知一", "云府发〔2026〕1号", {"保障粮食安全"})),
                        record_of(notice("通知二", "", {"保障林草"}))}));
        NewEdition second = edition_of(2026, 2, {record_of(notice("通知三", "", {"甲"}))});
        second.pdf.assign(700000, 'p');
        second.records.front().offprint = "%PDF-1.7 of 通知三";
        second.records.front().offprint_pages = 1;
        archive.put_edition(second);
    }

    // Changes the file as somebody would who has its password and no scruples.
    void tamper(const std::string& script) {
        core::Database database = open_archive_file(file_, core::Database::Mode::ReadWrite);
        sqlite3_db_config(database.handle(), SQLITE_DBCONFIG_DEFENSIVE, 0, nullptr);
        database.execute("PRAGMA foreign_keys=OFF; PRAGMA writable_schema=ON;");
        for (const auto& [name, statement] : schema_statements())
            if (statement.starts_with("CREATE TRIGGER")) database.execute("DROP TRIGGER " + name);
        database.execute(script);
        for (const auto& [name, statement] : schema_statements())
            if (statement.starts_with("CREATE TRIGGER")) database.execute(statement);
    }

    // What the index holds of 通知三 to narrow a search.
    static std::string facets_of_third() {
        return year_facet("2026") + title_facet(fold("通知三").text) + section_facet("省政府文件") +
               issuer_facet("云岭省人民政府办公厅");
    }

    // "place id" of every finding.
    std::vector<std::string> findings() const {
        std::vector<std::string> all;
        for (const core::Diagnostic& finding : open_archive(file_)->verify())
            all.push_back(gongbao::tests::worded(finding.place) + " " + finding.message.id);
        return all;
    }
    using Findings = std::vector<std::string>;

    tests::ScratchFolder folder_;
    std::filesystem::path file_ = folder_ / "archive.db";
};

TEST_F(Verify, FindsNothingInASoundArchive) {
    EXPECT_EQ(findings(), Findings{});
}

TEST_F(Verify, FindsNothingAfterGuardsWereTakenDownAndPutBack) {
    tamper("");
    EXPECT_EQ(findings(), Findings{});
}

TEST_F(Verify, TellsHowFarItIs) {
    std::int64_t last = -1;
    std::int64_t end = 0;
    open_archive(file_)->verify([&](std::int64_t done, std::int64_t total) {
        EXPECT_GE(done, last);
        EXPECT_LE(done, total);
        last = done;
        end = total;
    });
    EXPECT_EQ(last, end);
    EXPECT_GT(end, 0);
}

TEST_F(Verify, NamesAChangedText) {
    tamper("UPDATE canonical SET xml = replace(xml, '粮食', '棉花') WHERE xml LIKE '%粮食%'");
    EXPECT_EQ(findings(), Findings{"2026-1-1 archive.xml_damaged"});
}

TEST_F(Verify, NamesATextChangedTogetherWithItsDigest) {
    core::Database database = open_archive_file(file_, core::Database::Mode::ReadWrite);
    core::Statement row = database.prepare(
        "SELECT record, replace(xml, '粮食', '棉花') FROM canonical WHERE xml LIKE '%粮食%'");
    ASSERT_TRUE(row.step());
    const std::string id = std::to_string(row.integer(0));
    const std::string xml = row.text(1);
    row.reset();
    tamper("UPDATE canonical SET xml = '" + xml + "' WHERE record = " + id +
           "; UPDATE record SET xml_digest = '" + core::sha256_hex(xml) + "' WHERE id = " + id);
    const Findings expected{"2026-1 archive.manifest_wrong", "2026-1-1 archive.text_damaged",
                            "2026-1-1 archive.plain_wrong"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesAChangedSearchText) {
    tamper("UPDATE plain SET text = '棉花' WHERE text LIKE '%粮食%'");
    const Findings expected{"2026-1-1 archive.plain_wrong", "2026-1-1 archive.index_wrong"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesAChangedCatalogueRow) {
    tamper("UPDATE record SET title = '通知四' WHERE title = '通知二'");
    const Findings expected{"2026-1 archive.manifest_wrong", "2026-1-2 archive.record_wrong",
                            "2026-1-2 archive.index_wrong"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesAnOffprintThatIsNotTheOneIssued) {
    tamper("UPDATE rendition SET blob = (SELECT min(id) FROM blob) WHERE kind = 'offprint'");
    const Findings expected{"2026-2 archive.manifest_wrong", "blob 3 archive.blob_unused"};
    EXPECT_EQ(findings(), expected);
    tamper("DELETE FROM rendition WHERE kind = 'offprint'");
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesAChangedPageNumber) {
    tamper("UPDATE record SET first_page = 7 WHERE title = '通知二'");
    EXPECT_EQ(findings(), Findings{"2026-1 archive.manifest_wrong"});
}

TEST_F(Verify, NamesAChangedDateOfIssue) {
    tamper("UPDATE edition SET date = '2026-01-16' WHERE number = 1");
    EXPECT_EQ(findings(), Findings{"2026-1 archive.manifest_wrong"});
}

TEST_F(Verify, NamesAChangedPdf) {
    tamper("UPDATE chunk SET bytes = zeroblob(length(bytes)) WHERE place = 1");
    EXPECT_EQ(findings(), Findings{"blob 2 archive.blob_damaged"});
}

TEST_F(Verify, NamesAMissingPartOfAPdf) {
    tamper("DELETE FROM chunk WHERE place = 2");
    EXPECT_EQ(findings(), Findings{"blob 2 archive.blob_damaged"});
}

TEST_F(Verify, NamesAChangedChunkAndDigest) {
    tamper(
        "UPDATE chunk SET bytes = x'00', digest = x'6e340b9cffb37a989ca544e6bb780a2c"
        "78901d3fb33738768511a30617afa01d' WHERE blob = 1");
    EXPECT_EQ(findings(), Findings{"blob 1 archive.blob_damaged"});
}

TEST_F(Verify, NamesARecordMissingFromTheIndex) {
    tamper(
        "INSERT INTO search (search, rowid, title, number, text, facets) "
        "SELECT 'delete', id, '通知三', '', text, '' FROM record JOIN plain ON record = id "
        "WHERE title = '通知三'");
    const Findings expected{"2026-2-1 archive.index_wrong", "search archive.index_totals"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesARecordThatIsGone) {
    tamper("DELETE FROM record WHERE title = '通知二'");
    const Findings all = findings();
    EXPECT_NE(std::find(all.begin(), all.end(), "record archive.count_wrong"), all.end());
    EXPECT_NE(std::find(all.begin(), all.end(), "2026-1 archive.manifest_wrong"), all.end());
}

TEST_F(Verify, NamesAMissingGuard) {
    core::Database database = open_archive_file(file_, core::Database::Mode::ReadWrite);
    database.execute("DROP TRIGGER record_stays");
    EXPECT_EQ(findings(), Findings{"record_stays archive.schema_changed"});
}

TEST_F(Verify, NamesWhatDoesNotBelongToTheFile) {
    tamper(
        "CREATE TABLE note (id); CREATE VIEW news AS SELECT * FROM record; "
        "CREATE INDEX by_title ON record (title); "
        "CREATE TRIGGER door AFTER INSERT ON record BEGIN SELECT 1; END");
    const Findings expected{"by_title archive.schema_foreign", "door archive.schema_foreign",
                            "news archive.schema_foreign", "note archive.schema_foreign"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesAMissingIndexAndAChangedSetting) {
    tamper(
        "DROP INDEX record_by_section; INSERT INTO search (search, rank) VALUES ('automerge', 8)");
    const Findings expected{"record_by_section archive.schema_changed",
                            "search_config archive.schema_changed"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesATypeThatDoesNotFit) {
    tamper("UPDATE blob SET type = 'text/html' WHERE id = 1");
    EXPECT_EQ(findings(), Findings{"blob 1 archive.blob_type_wrong"});
}

TEST_F(Verify, NamesBytesThatNothingUses) {
    tamper("INSERT INTO blob (id, digest, size, type) VALUES (9, '" + core::sha256_hex("") +
           "', 0, 'image/png')");
    EXPECT_EQ(findings(), Findings{"blob 9 archive.blob_unused"});
}

TEST_F(Verify, NamesAChunkBeyondTheEnd) {
    tamper("INSERT INTO chunk (blob, place, digest, bytes) VALUES (1, 1, x'00', x'00')");
    EXPECT_EQ(findings(), Findings{"blob 1 archive.blob_damaged"});
}

TEST_F(Verify, NamesARowOfTheSearchThatBelongsToNone) {
    tamper(
        "INSERT INTO search (rowid, title, number, text, facets) VALUES (7, '甲', '', '乙', '')");
    EXPECT_EQ(findings(), Findings{"search 7 archive.index_foreign"});
}

// The list of first signs answers a search for one sign, and nothing else reads it.
TEST_F(Verify, NamesATornListOfFirstSigns) {
    const std::string columns = ", rowid, title, number, text, facets) SELECT ";
    const std::string third = "id, title, number, text, '" + facets_of_third() +
                              "' FROM record JOIN plain ON record = id WHERE title = '通知三'";
    const auto declare = [](const std::string& sql) {
        return "UPDATE sqlite_schema SET sql = '" + core::replace_all(sql, "'", "''") +
               "' WHERE name = 'search'";
    };
    const std::string sound = schema_statements().at("search");
    tamper("INSERT INTO search (search" + columns + "'delete', " + third + ";" +
           declare(core::replace_all(sound, ", prefix='1'", "")));
    tamper("INSERT INTO search (rowid, title, number, text, facets) SELECT " + third);
    tamper(declare(sound));
    EXPECT_EQ(findings(), Findings{"2026-2-1 archive.index_wrong"});
}

TEST_F(Verify, NamesAWrongLengthAndWrongTotals) {
    tamper("UPDATE search_docsize SET sz = x'01010101' WHERE id = (SELECT max(id) FROM record)");
    EXPECT_EQ(findings(), Findings{"2026-2-1 archive.index_wrong"});
    tamper("UPDATE search_data SET block = x'0301010101' WHERE id = 1");
    const Findings both{"2026-2-1 archive.index_wrong", "search archive.index_totals"};
    EXPECT_EQ(findings(), both);
}

TEST_F(Verify, NamesAnIssuerAtAnotherPlace) {
    tamper("UPDATE issuer SET place = 5 WHERE record = (SELECT max(id) FROM record)");
    EXPECT_EQ(findings(), Findings{"2026-2-1 archive.record_wrong"});
}

TEST_F(Verify, NamesAKeyThatAnotherNumberWouldHave) {
    tamper("UPDATE record SET number_key = 'x' WHERE title = '通知一'");
    const Findings expected{"2026-1 archive.manifest_wrong", "2026-1-1 archive.record_wrong"};
    EXPECT_EQ(findings(), expected);
}

TEST_F(Verify, NamesRevisionsThatDoNotCountFromOne) {
    tamper("UPDATE revision SET number = 0 WHERE number = 1");
    const Findings expected{"rendition 1 archive.row_without_owner",
                            "revision archive.revision_wrong", "2026-1 archive.manifest_wrong"};
    EXPECT_EQ(findings(), expected);
}

// A file made anew as a whole agrees with itself; its head is another.
TEST_F(Verify, CannotTellAWholeForgeryButTheHeadCan) {
    const auto opened_archive = open_archive(file_);
    const auto& archive = *opened_archive;
    const std::string head = archive.head();
    EXPECT_EQ(archive.revision_with_head(head), 2);
    SampleArchive forged;
    EXPECT_EQ(archive.revision_with_head(forged.archive.head()), 0) << "each was empty once";
    forged.archive.put_edition(
        edition_of(2026, 1,
                   {record_of(notice("通知一", "云府发〔2026〕1号", {"保障棉花安全"})),
                    record_of(notice("通知二", "", {"保障林草"}))}));
    EXPECT_TRUE(forged.archive.verify().empty());
    EXPECT_EQ(forged.archive.revision_with_head(head), std::nullopt);
    EXPECT_EQ(archive.revision_with_head(forged.archive.head()), std::nullopt);
    EXPECT_EQ(archive.revision_with_head("nonsense"), std::nullopt);
}

TEST_F(Verify, KnowsAnEarlierHead) {
    SampleArchive sample;
    sample.archive.put_edition(edition_of(2026, 1, {record_of(notice("通知一", "", {"甲"}))}));
    const std::string first = sample.archive.head();
    sample.archive.put_edition(edition_of(2026, 2, {record_of(notice("通知二", "", {"乙"}))}));
    EXPECT_EQ(sample.archive.revision_with_head(first), 1);
    EXPECT_NE(sample.archive.head(), first);
}

TEST_F(Verify, NamesARevisionThatWasForgotten) {
    tamper("DELETE FROM revision WHERE number = 2");
    const Findings all = findings();
    EXPECT_NE(std::find(all.begin(), all.end(), "revision archive.revision_wrong"), all.end());
}

// Whatever byte of the file is hit, the damage is named or was in unused space: reading never
// crashes and never gives back other words.
TEST_F(Verify, NamesAnyDamageThatChangesWhatIsRead) {
    const std::string sound = core::read_file(file_);
    const auto words = open_archive(file_)->canonical_xml("2026-1-1");
    int named = 0;
    for (std::size_t at = 100; at < sound.size(); at += sound.size() / 150) {
        std::string damaged = sound;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        core::write_file(file_, damaged);
        try {
            const auto opened_archive = open_archive(file_);
            const auto& archive = *opened_archive;
            if (!archive.verify().empty()) ++named;
            EXPECT_EQ(archive.canonical_xml("2026-1-1"), words) << "byte " << at;
        } catch (const core::Error&) {
            ++named;
        }
    }
    EXPECT_GT(named, 50);
}

TEST_F(Verify, IsNotNeededToRefuseDamagedBytes) {
    tamper(
        "UPDATE canonical SET xml = xml || ' '; "
        "UPDATE chunk SET bytes = zeroblob(length(bytes))");
    const auto opened_archive = open_archive(file_);
    const auto& archive = *opened_archive;
    EXPECT_THROW(archive.document("2026-1-1"), core::Error);
    EXPECT_THROW(archive.pdf({2026, core::IssueKind::Regular, 2, {}}, 300000, 5), core::Error);
}

}  // namespace
}  // namespace gongbao::archive
