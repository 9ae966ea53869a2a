// SPDX-License-Identifier: Apache-2.0
// What others do while an issue is being printed: nobody waits for the press, and nothing is issued
// that is true no more.
#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include "core/storage/database.hpp"
#include "core/system/files.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;
using Stage = Publishing::Stage;

// Issues 8 and 9, the first of two notices, in a gazette that counts pages through the year.
struct BusyDesk {
    BusyDesk() {
        sample.make_issue(8, {sample.receive(notice(1)), sample.receive(notice(2))});
        sample.make_issue(9, {sample.receive(notice(3))});
    }

    // Publishes `number`; `meanwhile` happens in another program each time it is printed.
    std::string publish(int number, const std::function<void(Desk&)>& meanwhile) {
        prints = 0;
        Desk other = Desk::open(sample.data, press());
        Publishing order{issue_number(number), "gongbao", kNow};
        order.progress = [&](Stage stage) {
            if (stage != Stage::Printing) return;
            ++prints;
            meanwhile(other);
        };
        Desk own = Desk::open(sample.data, press());
        return refusal_of([&] { own.press().publish(order); });
    }

    const archive::Archive& archive() const { return sample.desk.archive(); }
    int first_page(int number) {
        return archive().records(issue_number(number)).front().first_page;
    }

    SampleDesk sample{"folios = \"year\"\n"};
    int prints = 0;
};

void publish_other(Desk& desk, int number) {
    desk.press().publish({issue_number(number), "gongbao", kNow});
}

TEST(WhileItPrints, ReadersAndEditorsDoNotWait) {
    BusyDesk busy;
    const auto reader = archive::open_archive(busy.sample.data.archive());
    const std::string said = busy.publish(8, [&](Desk& other) {
        EXPECT_EQ(reader->revision(), 0);
        const DocumentId fourth = other.manuscripts().receive(notice(4), kNow).id;
        other.issues().place(issue_number(9), fourth, "省政府文件");
        other.issues().order(issue_number(9), {fourth, 3});
        other.issues().add(issue_number(10), kDay);
    });
    EXPECT_EQ(said, "none");
    EXPECT_EQ(busy.prints, 1);
    EXPECT_EQ(reader->revision(), 1);
    EXPECT_EQ(busy.sample.items(9).size(), 2u);
}

TEST(WhileItPrints, AChangeOfTheIssueStopsItsPublishing) {
    const std::function<void(Desk&)> changes[] = {
        [](Desk& other) { other.issues().remove(issue_number(8), 2); },
        [](Desk& other) {
            other.issues().order(issue_number(8), {2, 1});
        },
        [](Desk& other) {
            const DocumentId late = other.manuscripts().receive(notice(5), kNow).id;
            other.issues().place(issue_number(8), late, "省政府文件");
        }};
    for (const auto& change : changes) {
        BusyDesk busy;
        EXPECT_EQ(busy.publish(8, change), "conflict desk.issue_changed_in_print");
        EXPECT_EQ(busy.archive().revision(), 0);
        EXPECT_EQ(busy.sample.publish(8), "none") << "as it is now";
        EXPECT_EQ(busy.archive().records(issue_number(8)).size(), busy.sample.items(8).size());
    }
}

TEST(WhileItPrints, AChangeThatIsTakenBackIsNone) {
    BusyDesk busy;
    EXPECT_EQ(busy.publish(8,
                           [](Desk& other) {
                               other.issues().order(issue_number(8), {2, 1});
                               other.issues().order(issue_number(8), {1, 2});
                           }),
              "none");
}

TEST(WhileItPrints, AlteredRowsOfADocumentStopIt) {
    BusyDesk busy;
    const std::string said = busy.publish(8, [&](Desk&) {
        core::Database file = core::Database::open(busy.sample.data.desk(),
                                                   core::Database::Mode::ReadWrite, 0x47424445);
        file.execute("UPDATE document SET title = '另一件' WHERE id = 1");
    });
    EXPECT_EQ(said, "conflict desk.issue_changed_in_print");
    EXPECT_EQ(busy.archive().revision(), 0);
}

// Issue 9 goes out first and takes the pages that 8 was printed with.
TEST(WhileItPrints, AnotherEditionMovesThePages) {
    BusyDesk busy;
    const std::string said = busy.publish(8, [&](Desk& other) {
        if (busy.prints == 1) publish_other(other, 9);
    });
    EXPECT_EQ(said, "none");
    EXPECT_EQ(busy.prints, 2) << "printed again with the pages that are left";
    const int last_of_nine = busy.archive().records(issue_number(9)).back().last_page;
    EXPECT_EQ(busy.first_page(9), 1);
    EXPECT_GT(busy.first_page(8), last_of_nine);
    EXPECT_TRUE(busy.archive().verify().empty());
}

// Where each issue counts from 1 the print is as true as before.
TEST(WhileItPrints, AnotherEditionThatMovesNothingIsNoReasonToPrintAgain) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    sample.make_issue(9, {sample.receive(notice(2))});
    Desk other = Desk::open(sample.data, press());
    int prints = 0;
    int looks = 0;
    Publishing order{issue_number(8), "gongbao", kNow};
    order.progress = [&](Stage stage) {
        ++(stage == Stage::Printing ? prints : looks);
        if (stage == Stage::Printing) publish_other(other, 9);
    };
    sample.desk.press().publish(order);
    EXPECT_EQ(prints, 1);
    EXPECT_EQ(looks, 2);
    EXPECT_EQ(sample.desk.archive().revision(), 2);
}

TEST(WhileItPrints, AnotherProgramMayPublishTheSameIssue) {
    BusyDesk busy;
    EXPECT_EQ(busy.publish(8, [](Desk& other) { publish_other(other, 8); }),
              "forbidden desk.issue_not_draft");
    EXPECT_EQ(busy.archive().revision(), 1);
}

// The number of a document that another issue carried to the public first.
TEST(WhileItPrints, ANumberMayBeTaken) {
    BusyDesk busy;
    const DocumentId twin = busy.sample.receive(notice(1, "另有事项。"));
    busy.sample.desk.issues().add(issue_number(10), kDay);
    busy.sample.desk.issues().place(issue_number(10), twin, "省政府文件");
    EXPECT_EQ(busy.publish(8,
                           [&](Desk& other) {
                               if (busy.prints == 1) publish_other(other, 10);
                           }),
              "conflict archive.number_known");
    EXPECT_EQ(busy.archive().revision(), 1);
}

// The annual index lists what went out while it was printed, or is printed again until it does.
TEST(WhileItPrints, TheAnnualIndexTakesInWhatIsNew) {
    BusyDesk busy;
    ASSERT_EQ(busy.sample.publish(9), "none");
    const core::IssueNumber last = issue_number(12);
    busy.sample.desk.issues().add(last, kDay);
    busy.sample.desk.issues().place_index(last, 2026, "总目录", kNow);
    EXPECT_EQ(busy.publish(12,
                           [&](Desk& other) {
                               if (busy.prints == 1) publish_other(other, 8);
                           }),
              "none");
    EXPECT_EQ(busy.prints, 2);
    const std::string words = core::plain_text(busy.archive().document("2026-12-1"));
    for (const char* title : {"第1类事项", "第2类事项", "第3类事项"})
        EXPECT_NE(words.find(title), std::string::npos) << title;
}

// Somebody who publishes without end does not keep this press busy without end.
TEST(WhileItPrints, AnArchiveWithoutRestIsToldAfterAFewPrints) {
    BusyDesk busy;
    int next = 20;
    EXPECT_EQ(busy.publish(8,
                           [&](Desk& other) {
                               const core::IssueNumber number = issue_number(next);
                               const DocumentId id =
                                   other.manuscripts().receive(notice(next), kNow).id;
                               other.issues().add(number, kDay);
                               other.issues().place(number, id, "省政府文件");
                               publish_other(other, next++);
                           }),
              "conflict desk.overtaken");
    EXPECT_FALSE(busy.archive().edition(issue_number(8)));
}

TEST(ManyPresses, PublishSideBySide) {
    BusyDesk busy;
    constexpr int kIssues = 4;
    for (int i = 0; i < kIssues; ++i)
        busy.sample.make_issue(20 + i, {busy.sample.receive(notice(20 + i))});
    std::vector<std::string> said(kIssues);
    std::vector<std::thread> presses;
    for (int i = 0; i < kIssues; ++i)
        presses.emplace_back([&, i] {
            said[static_cast<std::size_t>(i)] = refusal_of([&] {
                Desk own = Desk::open(busy.sample.data, press());
                own.press().publish({issue_number(20 + i), "gongbao", kNow});
            });
        });
    for (std::thread& one : presses) one.join();
    EXPECT_EQ(said, std::vector<std::string>(kIssues, "none"));
    int next = 1;
    auto editions = busy.archive().editions();
    std::reverse(editions.begin(), editions.end());
    ASSERT_EQ(editions.size(), std::size_t{kIssues});
    for (const auto& edition : editions) {
        const auto records = busy.archive().records(edition.number);
        EXPECT_GE(records.front().first_page, next) << "no page number is given twice";
        next = records.back().last_page + 1;
    }
    EXPECT_TRUE(busy.archive().verify().empty());
}

}  // namespace
}  // namespace gongbao::editor
