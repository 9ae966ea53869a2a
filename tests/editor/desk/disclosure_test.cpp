// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "archive/made_by.hpp"
#include "core/storage/database.hpp"
#include "core/system/digest.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

using tests::error_of;
using tests::refusal_of;

constexpr std::int32_t kDeskMark = 0x47424445;

Manuscript secret(int number) {
    return notice(number, "请遵照执行。\n　　机密★1年");
}
Manuscript draft(int number) {
    return notice(number, "请遵照执行。\n　　（征求意见稿）");
}

std::string publishing(SampleDesk& sample, const std::vector<Disclosure>& decisions) {
    return refusal_of([&] {
        sample.desk.press().publish(
            {issue_number(8), "gongbao", kNow, PrintErrors::Bar, Moment::AfterLast, decisions});
    });
}

TEST(DisclosureBar, RefusesToPublishAndNamesEveryDocumentAndMark) {
    SampleDesk sample;
    sample.make_issue(
        8, {sample.receive(secret(1)), sample.receive(notice(2)), sample.receive(draft(3)),
            sample.receive(fixture("tracked_changes.docx"))});
    const auto error = error_of([&] {
        sample.desk.press().publish({issue_number(8), "gongbao", kNow});
    });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), core::ErrorKind::Forbidden);
    EXPECT_EQ(error->for_people().id, "desk.issue_barred");
    EXPECT_EQ(error->for_people().args.at("documents"), "1, 3, 4");
    std::vector<std::string> found;
    for (const core::Diagnostic& finding : sample.desk.press().review(issue_number(8)).findings)
        if (finding.level == core::Level::Error)
            found.push_back(gongbao::tests::worded(finding.place).substr(0, 3) + " " +
                            finding.message.id);
    EXPECT_EQ(found, (std::vector<std::string>{"[1] disclosure.secret", "[3] disclosure.draft",
                                               "[4] desk.document_has_errors"}));
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

TEST(DisclosureBar, PublishesByTheDecisionOfANamedPersonAndKeepsItForEver) {
    SampleDesk sample;
    sample.make_issue(
        8, {sample.receive(notice(1)), sample.receive(secret(2)), sample.receive(draft(3))});
    EXPECT_EQ(publishing(sample, {{2, "王明", "已解密"}}), "forbidden desk.issue_barred");
    ASSERT_EQ(publishing(sample, {{3, "李\"青\"", "公开征求意见"},
                                  {2, "王明", "已解密：云密解〔2026〕3号"}}),
              "none");
    const archive::MadeBy made =
        archive::read_made_by(sample.desk.archive().edition(issue_number(8))->made_by);
    ASSERT_EQ(made.disclosed.size(), 2u);
    EXPECT_EQ(made.disclosed[0].record, "2026-8-2");
    EXPECT_EQ(made.disclosed[0].by, "王明");
    EXPECT_EQ(made.disclosed[0].reason, "已解密：云密解〔2026〕3号");
    ASSERT_EQ(made.disclosed[0].findings.size(), 1u);
    EXPECT_EQ(made.disclosed[0].findings[0].id, "disclosure.secret");
    EXPECT_EQ(made.disclosed[0].findings[0].excerpt, "机密★1年");
    EXPECT_EQ(made.disclosed[1].record, "2026-8-3");
    EXPECT_EQ(made.disclosed[1].by, "李\"青\"");
    EXPECT_EQ(made.program.find("disclosed"), std::string::npos);
    EXPECT_TRUE(sample.desk.archive().verify().empty());
}

TEST(DisclosureBar, RefusesADecisionThatIsNoneOrAboutTheWrongDocument) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(secret(1)), sample.receive(notice(2)),
                          sample.receive(fixture("tracked_changes.docx"))});
    sample.receive(secret(4));  // on the desk, not in the issue
    for (const auto& [decision, refusal] : std::vector<std::pair<Disclosure, std::string>>{
             {{1, "", "已解密"}, "invalid desk.disclose_unsigned"},
             {{1, "王明", ""}, "invalid desk.disclose_unsigned"},
             {{1, "　", "已解密"}, "invalid desk.disclose_unsigned"},
             {{1, "——", "已解密"}, "invalid desk.disclose_unsigned"},
             {{1, "王明\n", "已解密"}, "invalid desk.disclose_unsigned"},
             {{1, "王明", "1"}, "invalid desk.disclose_unsigned"},
             {{2, "王明", "已解密"}, "conflict desk.disclose_nothing"},
             {{3, "王明", "已解密"}, "conflict desk.disclose_nothing"},
             {{4, "王明", "已解密"}, "not-found desk.not_placed"},
             {{99, "王明", "已解密"}, "not-found desk.not_placed"}})
        EXPECT_EQ(publishing(sample, {decision}), refusal) << decision.document << decision.by;
    EXPECT_EQ(publishing(sample, {{1, "王明", "已解密"}, {1, "李青", "已解密"}}),
              "invalid desk.disclose_twice");
    EXPECT_EQ(publishing(sample, {{1, "王明", "已解密"}}), "forbidden desk.issue_barred")
        << "tracked changes can never be overridden";
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

// The desk as a program of before the seals would have left it, changed by `sql`; opened anew.
Desk older_desk(const SampleDesk& sample, const std::string& sql) {
    {
        auto old =
            core::Database::open(sample.data.desk(), core::Database::Mode::ReadWrite, kDeskMark);
        old.execute("DROP TABLE document_seal; DROP TABLE issue_seal; DROP TABLE purpose");
        old.execute(sql);
        old.set_schema_version(2);
    }
    return Desk::open(sample.data, press());
}

std::string publishing(Desk& desk, const std::vector<Disclosure>& decisions) {
    return refusal_of([&] {
        desk.press().publish(
            {issue_number(8), "gongbao", kNow, PrintErrors::Bar, Moment::AfterLast, decisions});
    });
}

TEST(DisclosureBar, JudgesADeskThatAnOlderProgramFilled) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(secret(1))});
    Desk desk = older_desk(sample,
                           "DELETE FROM finding_argument; DELETE FROM finding; "
                           "UPDATE document SET errors = 0");
    EXPECT_TRUE(desk.manuscripts().findings(1).empty());
    EXPECT_EQ(publishing(desk, {}), "forbidden desk.issue_barred");
}

TEST(DisclosureBar, JudgesWhatTheDeskPrintsAndNotTheManuscriptAlone) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    Desk desk =
        older_desk(sample,
                   "UPDATE document SET xml = replace(xml, '<gb:openness value=\"public\"', "
                   "'<gb:openness value=\"closed\"')");
    EXPECT_EQ(publishing(desk, {}), "forbidden desk.issue_barred");
    EXPECT_EQ(publishing(desk, {{1, "王明", "来文单位同意公开"}}), "none");
}

TEST(DisclosureBar, BarsAManuscriptThatCanNoLongerBeRead) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    const std::string digest = core::sha256_hex("");
    Desk desk = older_desk(sample, "INSERT INTO manuscript VALUES('" + digest +
                                       "', 'a.txt', 0, x''); UPDATE document SET manuscript = '" +
                                       digest + "'");
    EXPECT_EQ(publishing(desk, {}), "forbidden desk.issue_barred");
    EXPECT_EQ(desk.press().review(issue_number(8)).findings.front().message.id,
              "disclosure.manuscript_unreadable");
}

TEST(DisclosureBar, RefusesAManuscriptThatWasChanged) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(secret(1))});
    auto desk =
        core::Database::open(sample.data.desk(), core::Database::Mode::ReadWrite, kDeskMark);
    desk.execute("UPDATE manuscript SET bytes = x'61'");
    EXPECT_TRUE(publishing(sample, {}).starts_with("corrupt "));
}

TEST(DisclosureBar, LetsTheAnnualIndexNameDrafts) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(draft(1))});
    ASSERT_EQ(publishing(sample, {{1, "王明", "公开征求意见"}}), "none");
    sample.make_issue(9, {});
    sample.desk.issues().place_index(issue_number(9), 2026, "总目录", kNow);
    EXPECT_TRUE(sample.desk.press().review(issue_number(9)).findings.empty());
}

// A review is of the issue as it stood: it lets nothing through that was placed later.
TEST(DisclosureBar, TrustsAReviewOnlyOfTheIssueAsItStands) {
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    Publishing order{issue_number(8), "gongbao", kNow};
    order.review = sample.desk.press().review(issue_number(8));
    EXPECT_TRUE(order.review->findings.empty());
    const DocumentId late = sample.receive(secret(2));
    sample.desk.issues().place(issue_number(8), late, "省政府文件");
    EXPECT_EQ(refusal_of([&] { sample.desk.press().publish(order); }),
              "forbidden desk.issue_barred");
    sample.desk.issues().remove(issue_number(8), late);
    EXPECT_EQ(refusal_of([&] { sample.desk.press().publish(order); }), "none");
}

TEST(DisclosureBar, JudgesManyDocumentsEachForItself) {
    constexpr int kDocuments = 21;
    SampleDesk sample;
    std::vector<DocumentId> documents;
    for (int i = 1; i <= kDocuments; ++i)
        documents.push_back(sample.receive(i % 5 == 0 ? secret(i) : notice(i)));
    sample.make_issue(8, documents);
    const Review review = sample.desk.press().review(issue_number(8));
    ASSERT_EQ(review.items.size(), documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        EXPECT_EQ(review.items[i].item.document, documents[i]);
        EXPECT_EQ(review.items[i].is_barred(), (i + 1) % 5 == 0) << i;
    }
}

}  // namespace
}  // namespace gongbao::editor
