// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/storage/database.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;
using Lines = std::vector<std::string>;

TEST(NewIssue, IsAnEmptyDraft) {
    SampleDesk sample;
    sample.desk.issues().add(issue_number(8, 612), kDay);
    const DeskIssue issue = sample.desk.issues().issue(issue_number(8));
    EXPECT_EQ(issue.number, issue_number(8, 612));
    EXPECT_EQ(issue.date, kDay);
    EXPECT_EQ(issue.state, core::IssueState::Draft);
    EXPECT_TRUE(issue.items.empty());
}

TEST(NewIssue, RefusesANumberUsedTwice) {
    SampleDesk sample;
    sample.desk.issues().add(issue_number(8, 612), kDay);
    const auto make = [&](const core::IssueNumber& number) {
        return refusal_of([&] { sample.desk.issues().add(number, kDay); });
    };
    EXPECT_EQ(make(issue_number(8)), "conflict desk.issue_exists");
    EXPECT_EQ(make(issue_number(9, 612)), "conflict desk.running_exists");
    EXPECT_EQ(make(issue_number(9, 613)), "none");
    EXPECT_EQ(make({2026, core::IssueKind::Special, 8, {}}), "none");
    EXPECT_EQ(make({2027, core::IssueKind::Regular, 8, {}}), "none");
    EXPECT_EQ(sample.desk.issues().all().size(), 4u);
}

// An archive that was filled on another desk.
TEST(NewIssue, RefusesNumbersThatOnlyTheArchiveKnows) {
    SampleDesk sample;
    sample.desk.issues().add(issue_number(8, 612), kDay);
    sample.desk.issues().place(issue_number(8), sample.receive(notice(1)), "省政府文件");
    ASSERT_EQ(sample.publish(8), "none");
    const tests::ScratchFolder folder;
    const DataFolder other{folder.path()};
    std::filesystem::copy_file(sample.data.archive(), other.archive());
    Desk desk = Desk::open(other, press());
    EXPECT_EQ(refusal_of([&] { desk.issues().add(issue_number(8), kDay); }),
              "conflict desk.issue_exists");
    EXPECT_EQ(refusal_of([&] { desk.issues().add(issue_number(9, 612), kDay); }),
              "conflict desk.running_exists");
    EXPECT_TRUE(desk.issues().all().empty());
}

std::string told_of(const Desk& desk, const core::IssueNumber& number) {
    std::string told;
    for (const core::Diagnostic& finding : desk.press().review(number).findings) {
        EXPECT_EQ(finding.level, core::Level::Warning);
        told += finding.message.id + " " + finding.message.args.at("issue");
    }
    return told;
}

TEST(NewIssue, IsWarnedOfAYearThatIsNotItsDates) {
    SampleDesk sample;
    const core::IssueNumber special{2026, core::IssueKind::Special, 1, {}};
    sample.desk.issues().add(issue_number(6), {2025, 1, 1});
    sample.desk.issues().add({2025, core::IssueKind::Regular, 99, {}}, {2026, 1, 1});
    sample.desk.issues().add(special, {2027, 1, 1});
    sample.desk.issues().add(issue_number(7), {2026, 12, 31});
    EXPECT_EQ(told_of(sample.desk, issue_number(6)), "desk.issue_year_differs 2026年第6期");
    EXPECT_EQ(told_of(sample.desk, {2025, core::IssueKind::Regular, 99, {}}),
              "desk.issue_year_differs 2025年第99期");
    EXPECT_EQ(told_of(sample.desk, special), "desk.issue_year_differs 2026年专刊第1期");
    EXPECT_EQ(told_of(sample.desk, issue_number(7)), "");
}

TEST(NewIssue, IsWarnedOfARunningNumberThatDoesNotRunOn) {
    SampleDesk sample;
    const auto make = [&](const core::IssueNumber& number) {
        sample.desk.issues().add(number, {number.year, 3, 31});
        return told_of(sample.desk, number);
    };
    EXPECT_EQ(make(issue_number(8, 612)), "");
    EXPECT_EQ(make(issue_number(9, 613)), "");
    EXPECT_EQ(make(issue_number(10)), "");
    EXPECT_EQ(make({2027, core::IssueKind::Regular, 1, 620}), "");
    EXPECT_EQ(make(issue_number(7, 611)), "");
    EXPECT_EQ(make(issue_number(11, 600)), "desk.running_backwards 2026年第11期");
    EXPECT_EQ(make({2027, core::IssueKind::Regular, 2, 500}), "desk.running_backwards 2027年第2期");
    EXPECT_EQ(make(issue_number(6, 700)), "desk.running_backwards 2026年第6期");
}

TEST(Issues, AreListedNewestFirst) {
    SampleDesk sample;
    sample.desk.issues().add(issue_number(1), {2026, 1, 31});
    sample.desk.issues().add(issue_number(3), {2026, 3, 31});
    sample.desk.issues().add(issue_number(2), {2026, 2, 28});
    Lines slugs;
    for (const DeskIssue& issue : sample.desk.issues().all())
        slugs.push_back(core::slug(issue.number));
    EXPECT_EQ(slugs, (Lines{"2026-3", "2026-2", "2026-1"}));
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().issue(issue_number(4)); }),
              "not-found desk.issue_unknown");
}

struct Placing {
    Lines sections;  ///< of documents 1, 2, … as they come
    Lines items;     ///< where they stand then
};

// gazette.toml lists 省政府令, 省政府文件.
TEST(Place, KeepsSectionsTogetherAndInOrder) {
    const std::vector<Placing> cases = {
        {{"省政府文件", "省政府令"}, {"省政府令 2", "省政府文件 1"}},
        {{"省政府令", "省政府文件", "省政府令"}, {"省政府令 1", "省政府令 3", "省政府文件 2"}},
        {{"更正", "省政府文件"}, {"省政府文件 2", "更正 1"}},
        {{"大事记", "更正", "大事记"}, {"大事记 1", "大事记 3", "更正 2"}},
        {{"更正", "省政府令", "大事记"}, {"省政府令 2", "更正 1", "大事记 3"}},
    };
    for (const Placing& one : cases) {
        SampleDesk sample;
        sample.desk.issues().add(issue_number(8), kDay);
        int number = 0;
        for (const std::string& section : one.sections)
            sample.desk.issues().place(issue_number(8), sample.receive(notice(++number)), section);
        EXPECT_EQ(sample.items(8), one.items);
    }
}

TEST(Place, GoesBehindItsOwnSectionWhereverThatWasPut) {
    SampleDesk sample;
    sample.desk.issues().add(issue_number(8), kDay);
    sample.desk.issues().place(issue_number(8), sample.receive(notice(1)), "省政府令");
    sample.desk.issues().place(issue_number(8), sample.receive(notice(2)), "省政府文件");
    sample.desk.issues().order(issue_number(8), {2, 1});
    sample.desk.issues().place(issue_number(8), sample.receive(notice(3)), "省政府文件");
    EXPECT_EQ(sample.items(8), (Lines{"省政府文件 2", "省政府文件 3", "省政府令 1"}));
}

TEST(Place, RefusesWhatIsPlacedOrUnknown) {
    SampleDesk sample;
    const DocumentId document = sample.receive(notice(1));
    sample.make_issue(8, {document});
    sample.desk.issues().add(issue_number(9), kDay);
    const auto place = [&](int issue, DocumentId id) {
        return refusal_of([&] { sample.desk.issues().place(issue_number(issue), id, "更正"); });
    };
    EXPECT_EQ(place(8, document), "conflict desk.already_placed");
    EXPECT_EQ(place(9, document), "conflict desk.already_placed");
    EXPECT_EQ(place(9, 77), "not-found desk.document_unknown");
    EXPECT_EQ(place(7, document), "not-found desk.issue_unknown");
    sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    EXPECT_EQ(place(9, document), "conflict desk.already_printed");
    EXPECT_EQ(sample.items(8), Lines{"省政府文件 1"});
    EXPECT_TRUE(sample.items(9).empty());
    ASSERT_TRUE(sample.desk.manuscripts().all().front().issue);
    EXPECT_EQ(core::slug(*sample.desk.manuscripts().all().front().issue), "2026-8");
}

TEST(Remove, FreesTheDocumentForAnotherIssue) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1)), sample.receive(notice(2))});
    sample.desk.issues().remove(issue_number(8), 1);
    EXPECT_EQ(sample.items(8), Lines{"省政府文件 2"});
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().remove(issue_number(8), 1); }),
              "not-found desk.not_placed");
    sample.make_issue(9, {1});
    EXPECT_EQ(sample.items(9), Lines{"省政府文件 1"});
}

TEST(Order, NamesEachDocumentOnce) {
    SampleDesk sample;
    sample.make_issue(
        8, {sample.receive(notice(1)), sample.receive(notice(2)), sample.receive(notice(3))});
    sample.desk.issues().order(issue_number(8), {3, 1, 2});
    const Lines ordered{"省政府文件 3", "省政府文件 1", "省政府文件 2"};
    EXPECT_EQ(sample.items(8), ordered);
    const std::vector<std::vector<DocumentId>> refused = {{},           {1, 2},    {1, 2, 2},
                                                          {1, 2, 3, 3}, {1, 2, 4}, {1, 2, 3, 4}};
    for (const auto& ids : refused)
        EXPECT_EQ(refusal_of([&] { sample.desk.issues().order(issue_number(8), ids); }),
                  "invalid desk.order_incomplete");
    EXPECT_EQ(sample.items(8), ordered);
}

TEST(Issues, NameDamagedData) {
    SampleDesk sample;
    sample.make_issue(8, {});
    core::Database::open(sample.data.desk(), core::Database::Mode::ReadWrite, 0x47424445)
        .execute("UPDATE issue SET date = '2026-02-31'");
    EXPECT_EQ(refusal_of([&] { sample.desk.issues().all(); }), "corrupt desk.bad_issue");
}

}  // namespace
}  // namespace gongbao::editor
