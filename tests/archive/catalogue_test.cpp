// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using core::IssueKind;

// Three issues of two years with five documents.
class Catalogue : public testing::Test {
  protected:
    Catalogue() {
        put(edition_of(2025, 24, {record_of(notice("旧通知", "云府发〔2025〕40号", {"甲"}))},
                       {2025, 12, 31}));
        put(edition_of(2026, 1,
                       {record_of(notice("通知一", "云府发〔2026〕1号", {"甲"})),
                        record_of(notice("通知二", "云府发〔2026〕2号", {"乙"}), "部门文件"),
                        record_of(notice("更正", "", {"丙"}, "公报编辑部"), "更正")}));
        NewEdition special =
            edition_of(2026, 1, {record_of(notice("专刊通知", "", {"丁"}))}, {2026, 2, 1});
        special.number.kind = IssueKind::Special;
        put(special);
    }
    void put(const NewEdition& edition) { sample_.archive.put_edition(edition); }
    const Archive& archive() const { return sample_.archive; }

    static std::vector<std::string> ids(const std::vector<RecordSummary>& records) {
        std::vector<std::string> all;
        for (const RecordSummary& record : records) all.push_back(record.id);
        return all;
    }
    using Ids = std::vector<std::string>;

    SampleArchive sample_;
};

TEST_F(Catalogue, OfAnEmptyArchiveIsEmpty) {
    const SampleArchive empty;
    EXPECT_EQ(empty.archive.revision(), 0);
    EXPECT_FALSE(empty.archive.last_issued());
    EXPECT_FALSE(empty.archive.latest_edition());
    EXPECT_TRUE(empty.archive.years().empty());
    EXPECT_TRUE(empty.archive.recent(10).empty());
    EXPECT_TRUE(empty.archive.sections().empty());
    EXPECT_EQ(empty.archive.record_count(), 0);
    SearchRequest request;
    request.text = "甲";
    EXPECT_EQ(empty.archive.search(request).step, SearchAnswer::Step::None);
    EXPECT_TRUE(empty.archive.verify().empty());
}

TEST_F(Catalogue, RaisesTheRevisionByOneWithEveryEdition) {
    EXPECT_EQ(archive().revision(), 3);
}

TEST_F(Catalogue, ListsEditionsNewestFirst) {
    const auto editions = archive().editions();
    ASSERT_EQ(editions.size(), 3u);
    EXPECT_EQ(core::slug(editions[0].number), "2026-z1");
    EXPECT_EQ(core::slug(editions[1].number), "2026-1");
    EXPECT_EQ(core::slug(editions[2].number), "2025-24");
    EXPECT_EQ(archive().editions(2026).size(), 2u);
    EXPECT_TRUE(archive().editions(1999).empty());
    EXPECT_EQ(archive().years(), (std::vector<int>{2026, 2025}));
    EXPECT_EQ(core::slug(archive().latest_edition()->number), "2026-z1");
    EXPECT_EQ(archive().last_issued()->seconds, editions[0].issued_at.seconds);
}

TEST_F(Catalogue, TellsWhatAnEditionIs) {
    const auto edition = archive().edition({2026, IssueKind::Regular, 1, {}});
    ASSERT_TRUE(edition);
    EXPECT_EQ(edition->gazette, "云岭省人民政府公报");
    EXPECT_EQ(core::iso(edition->date), "2026-01-15");
    EXPECT_EQ(edition->records, 3);
    EXPECT_EQ(edition->pages, 48);
    EXPECT_EQ(edition->pdf_size, static_cast<std::int64_t>(std::string("%PDF-1.7 2026-1").size()));
    EXPECT_EQ(edition->made_by, "gongbao test");
    EXPECT_FALSE(archive().edition({2026, IssueKind::Supplement, 1, {}}));
}

TEST_F(Catalogue, FindsAnEditionWhateverItsRunningNumber) {
    EXPECT_TRUE(archive().edition({2026, IssueKind::Regular, 1, 612}));
}

TEST_F(Catalogue, KeepsTheRunningNumber) {
    NewEdition edition = edition_of(2026, 2, {record_of(notice("通知三", "", {"戊"}))});
    edition.number.running = 602;
    put(edition);
    EXPECT_EQ(archive().edition({2026, IssueKind::Regular, 2, {}})->number.running, 602);
}

TEST_F(Catalogue, ListsRecordsInPrintedOrder) {
    EXPECT_EQ(ids(archive().records({2026, IssueKind::Regular, 1, {}})),
              (Ids{"2026-1-1", "2026-1-2", "2026-1-3"}));
    EXPECT_TRUE(archive().records({1999, IssueKind::Regular, 1, {}}).empty());
}

TEST_F(Catalogue, ListsTheNewestRecordsAcrossEditions) {
    EXPECT_EQ(ids(archive().recent(10)),
              (Ids{"2026-z1-1", "2026-1-1", "2026-1-2", "2026-1-3", "2025-24-1"}));
    EXPECT_EQ(ids(archive().recent(2, 2)), (Ids{"2026-1-2", "2026-1-3"}));
    EXPECT_TRUE(archive().recent(10, 99).empty());
    EXPECT_TRUE(archive().recent(-1, -1).empty());
    EXPECT_EQ(archive().record_count(), 5);
}

TEST_F(Catalogue, PutsAnOldIssueIssuedLateInItsPlaceInTime) {
    put(edition_of(2020, 7, {record_of(notice("补录", "", {"己"}))}, {2020, 7, 1}));
    EXPECT_EQ(ids(archive().recent(10)).back(), "2020-7-1");
    EXPECT_EQ(core::slug(archive().editions().back().number), "2020-7");
    EXPECT_EQ(archive().revision(), 4) << "though it came last";
}

TEST_F(Catalogue, KeepsTheOrderOfEditionsIssuedOnOneDay) {
    put(edition_of(2026, 5, {record_of(notice("先", "", {"己"}))}, {2026, 3, 1}));
    put(edition_of(2026, 6, {record_of(notice("后", "", {"己"}))}, {2026, 3, 1}));
    EXPECT_EQ(ids(archive().recent(2)), (Ids{"2026-6-1", "2026-5-1"}));
}

TEST_F(Catalogue, TellsWhatARecordIs) {
    const auto record = archive().record("2026-1-2");
    ASSERT_TRUE(record);
    EXPECT_EQ(record->title, "通知二");
    EXPECT_EQ(record->number, "云府发〔2026〕2号");
    EXPECT_EQ(record->section, "部门文件");
    EXPECT_EQ(record->kind, "通知");
    EXPECT_EQ(record->order, 2);
    EXPECT_EQ(record->issuers, std::vector<std::string>{"云岭省人民政府办公厅"});
    EXPECT_EQ(record->written, (core::Date{2026, 1, 8}));
    EXPECT_FALSE(record->effective);
    EXPECT_EQ(record->first_page, 1);
    EXPECT_EQ(record->last_page, 2);
    EXPECT_EQ(record->pdf_page, 5);
    EXPECT_EQ(record->text_digest.size(), 64u);
}

TEST_F(Catalogue, KnowsOneSpellingOfAnId) {
    EXPECT_TRUE(archive().record("2026-z1-1"));
    for (const char* id : {"", "-", "2026", "2026-1", "2026-1-", "2026-1-0", "2026-1-01",
                           "2026-1-4", "2026-1-99999999999", "2026-01-1", "2026-1-1 ", "2026-1-１",
                           "2026-1--1", "2026-1-1-1", "../2026-1-1", "2026-1-1'--", "\xFF"})
        EXPECT_FALSE(archive().record(id)) << id;
}

TEST_F(Catalogue, FindsANumberHoweverItIsWritten) {
    for (const char* number :
         {"云府发〔2026〕1号", "云府发[2026]1号", "云府发（2026）1号", "云府发【2026】1号",
          " 云府发 〔2026〕 １ 号", "云府发〔２０２６〕1号", "云府发〔2026〕1",
          "云府发〔2026〕第1号", "雲府發〔2026〕1號", "云府发2026年第1号"})
        EXPECT_EQ(ids(archive().by_number(number)), Ids{"2026-1-1"}) << number;
    for (const char* number : {"", "云府发", "云府发〔2026〕", "云府发〔2026〕11号",
                               "府发〔2026〕1号", "云府发〔2025〕1号", "通知一", "\xFF\xFE"})
        EXPECT_TRUE(archive().by_number(number).empty()) << number;
}

TEST_F(Catalogue, ListsSectionsAndIssuersMostFrequentFirst) {
    EXPECT_EQ(archive().sections().front(), "省政府文件");
    EXPECT_EQ(archive().sections().size(), 3u);
    EXPECT_EQ(archive().issuers(), (Ids{"云岭省人民政府办公厅", "公报编辑部"}));
}

TEST_F(Catalogue, GivesTheDocumentBack) {
    const core::Document document = archive().document("2026-1-1");
    EXPECT_EQ(document, notice("通知一", "云府发〔2026〕1号", {"甲"}));
    EXPECT_EQ(core::text_digest(document), archive().record("2026-1-1")->text_digest);
    EXPECT_THROW(archive().document("2026-9-9"), core::Error);
    EXPECT_THROW(archive().canonical_xml(""), core::Error);
}

TEST_F(Catalogue, GivesThePdfInParts) {
    EXPECT_EQ(archive().pdf({2026, IssueKind::Regular, 1, {}}, 0, 8), "%PDF-1.7");
    EXPECT_EQ(archive().pdf({2026, IssueKind::Special, 1, {}}, 9, 100), "2026-1");
    EXPECT_THROW(archive().pdf({2027, IssueKind::Regular, 1, {}}, 0, 8), core::Error);
}

TEST(LastFolio, IsTheHighestPageOfTheYearsEditions) {
    SampleArchive sample;
    const auto put = [&](int year, core::IssueKind kind, int number, int page) {
        NewEdition edition = edition_of(
            year, number, {record_of(notice("通知" + std::to_string(page), "", {}), "", page)});
        edition.number.kind = kind;
        sample.archive.put_edition(edition);
    };
    put(2025, core::IssueKind::Regular, 12, 700);
    put(2026, core::IssueKind::Regular, 1, 40);
    put(2026, core::IssueKind::Special, 1, 90);
    put(2026, core::IssueKind::Regular, 2, 20);
    EXPECT_EQ(sample.archive.last_folio(2026), 91);
    EXPECT_EQ(sample.archive.last_folio(2026, core::IssueKind::Regular), 41);
    EXPECT_EQ(sample.archive.last_folio(2026, core::IssueKind::Supplement), 0);
    EXPECT_EQ(sample.archive.last_folio(2027), 0);
}

}  // namespace
}  // namespace gongbao::archive
