// SPDX-License-Identifier: Apache-2.0
// What is printed is what came in: a desk whose data were altered says so, and publishes nothing.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <random>
#include <thread>

#include "core/storage/database.hpp"
#include "core/system/files.hpp"
#include "editor/desk/store/verify_desk.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"
#include "tests/worded.hpp"

namespace gongbao::editor {
namespace {

using core::Database;
using tests::refusal_of;
using Findings = std::vector<std::string>;

constexpr std::int32_t kDeskMark = 0x47424445;

// A notice and a plan with a picture in issue 8, tracked changes beside it.
struct FilledDesk : SampleDesk {
    FilledDesk() {
        make_issue(8, {receive(notice(1)), receive(fixture("plan.docx"))});
        receive(fixture("tracked_changes.docx"));
    }
    void tamper(const std::string& script) const {
        Database database = Database::open(data.desk(), Database::Mode::ReadWrite, kDeskMark);
        database.execute("PRAGMA foreign_keys=OFF;" + script);
    }
    // "place id" of every finding.
    Findings findings() const {
        Findings all;
        for (const core::Diagnostic& finding : verify_desk(data.desk()))
            all.push_back(gongbao::tests::worded(finding.place) + " " + finding.message.id);
        return all;
    }
};

TEST(SealedDesk, IsWholeWhateverAnEditorDoes) {
    FilledDesk sample;
    EXPECT_EQ(sample.findings(), Findings{});
    sample.desk.issues().order(issue_number(8), {2, 1});
    sample.desk.issues().remove(issue_number(8), 1);
    sample.desk.issues().add(issue_number(9), kDay);
    EXPECT_EQ(sample.findings(), Findings{});
    EXPECT_EQ(sample.publish(8), "none");
}

class AlteredDocument : public testing::TestWithParam<const char*> {};

TEST_P(AlteredDocument, IsRefusedAndNamed) {
    FilledDesk sample;
    sample.tamper(GetParam());
    const std::string damaged = "corrupt desk.document_damaged";
    EXPECT_EQ(refusal_of([&] { sample.desk.manuscripts().document(2); }), damaged);
    EXPECT_EQ(refusal_of([&] { sample.desk.manuscripts().receive(fixture("plan.docx"), kNow); }),
              damaged)
        << "nobody hands it in again and thinks it is well";
    EXPECT_EQ(sample.findings(), Findings{"document 2 desk.document_damaged"});
    EXPECT_NE(sample.publish(8), "none");
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

INSTANTIATE_TEST_SUITE_P(
    Scripts, AlteredDocument,
    testing::Values("UPDATE document SET xml = replace(xml, '的', '得') WHERE id = 2",
                    "UPDATE document SET title = '另一件' WHERE id = 2",
                    "UPDATE document SET number = '云府办发〔2026〕9号' WHERE id = 2",
                    "UPDATE document SET number_key = 'x' WHERE id = 2",
                    "UPDATE document SET errors = errors + 1 WHERE id = 2",
                    "UPDATE manuscript SET name = 'x.docx' WHERE name = 'plan.docx'",
                    "UPDATE media SET bytes = zeroblob(length(bytes)) WHERE document = 2",
                    "UPDATE media SET type = 'image/jpeg' WHERE document = 2",
                    "DELETE FROM media WHERE document = 2",
                    "INSERT INTO annual_index VALUES(2, 2026)",
                    "UPDATE document_seal SET text = findings WHERE document = 2"));

// The errors that bar publishing cannot be wished away.
TEST(SealedDesk, RefusesADocumentWhoseErrorsWereErased) {
    FilledDesk sample;
    sample.make_issue(9, {3});
    sample.tamper("UPDATE document SET errors = 0 WHERE id = 3");
    EXPECT_EQ(sample.publish(9), "corrupt desk.document_damaged");
    EXPECT_EQ(sample.desk.archive().revision(), 0);
}

TEST(SealedDesk, NamesFindingsManuscriptsAndIssuesThatWereAltered) {
    const std::pair<const char*, const char*> cases[] = {
        {"DELETE FROM finding_argument; DELETE FROM finding WHERE document = 3",
         "document 3 desk.findings_damaged"},
        {"UPDATE finding SET level = 'hint' WHERE document = 3",
         "document 3 desk.findings_damaged"},
        {"UPDATE manuscript SET bytes = zeroblob(9) WHERE name = 'plan.docx'",
         "document 2 desk.manuscript_damaged"},
        {"DELETE FROM issue_seal", "issue 2026-8 desk.issue_damaged"},
        {"UPDATE issue SET date = '2026-04-01'", "issue 2026-8 desk.issue_damaged"},
        {"UPDATE issue_item SET section = '更正' WHERE position = 1",
         "issue 2026-8 desk.issue_damaged"},
        {"DELETE FROM issue_item WHERE position = 2", "issue 2026-8 desk.issue_damaged"},
        {"CREATE TRIGGER door AFTER INSERT ON issue BEGIN SELECT 1; END",
         "door desk.schema_foreign"}};
    for (const auto& [script, finding] : cases) {
        FilledDesk sample;
        sample.tamper(script);
        EXPECT_EQ(sample.findings(), Findings{finding}) << script;
    }
}

TEST(SealedDesk, PublishesNoIssueThatWasAltered) {
    FilledDesk sample;
    sample.tamper("UPDATE issue_item SET section = '更正' WHERE position = 1");
    EXPECT_EQ(sample.publish(8), "corrupt desk.issue_damaged");
}

// A desk of before the seals is sealed as it is, and says so for ever.
TEST(SealedDesk, TellsThatItsSealsAreYounger) {
    FilledDesk sample;
    sample.tamper(
        "DROP TABLE document_seal; DROP TABLE issue_seal; DROP TABLE purpose; "
        "PRAGMA user_version=2");
    const Desk again = Desk::open(sample.data, press());
    EXPECT_EQ(again.manuscripts().document(1), sample.desk.manuscripts().document(1));
    const core::Diagnostics findings = verify_desk(sample.data.desk());
    ASSERT_EQ(findings.size(), 1u);
    EXPECT_EQ(findings[0].message.id, "desk.sealed_late");
    EXPECT_EQ(findings[0].level, core::Level::Hint);
    EXPECT_EQ(findings[0].message.args.at("count"), "4");
    sample.tamper("UPDATE document SET title = '另一件' WHERE id = 1");
    EXPECT_EQ(refusal_of([&] { again.manuscripts().document(1); }),
              "corrupt desk.document_damaged");
}

TEST(SealedDesk, IsClosedToOthersWhereAnOlderProgramLeftItOpen) {
    FilledDesk sample;
    sample.tamper(
        "DROP TABLE document_seal; DROP TABLE issue_seal; DROP TABLE purpose; "
        "PRAGMA user_version=2");
    ASSERT_EQ(::chmod(sample.data.desk().c_str(), 0664), 0);
    Desk::open(sample.data, press());
    struct stat info {};
    ASSERT_EQ(::stat(sample.data.desk().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0660u);
}

// An older program kept places in words; its rows and their seals stay as they are.
TEST(SealedDesk, ShowsPlacesInOldWordsAsTheyAre) {
    FilledDesk sample;
    sample.tamper("UPDATE finding SET place='表1第2行第1格' WHERE document=3 AND position=1;");
    EXPECT_EQ(sample.findings(), Findings{"document 3 desk.findings_damaged"});
    sample.tamper(
        "DROP TABLE document_seal; DROP TABLE issue_seal; DROP TABLE purpose; "
        "PRAGMA user_version=2");
    const Desk desk = Desk::open(sample.data, press());
    const core::Diagnostics found = desk.manuscripts().findings(3);
    ASSERT_FALSE(found.empty());
    EXPECT_EQ(gongbao::tests::worded(found[0].place), "表1第2行第1格");
    ASSERT_GT(found.size(), 1u);
    EXPECT_NE(found[1].place.steps().front().kind, core::PlaceKind::Worded);
}

// All that an editor can be told; "[…]" where it is refused.
std::string reading(const DataFolder& data) {
    std::string all;
    const auto read = [&](auto part) {
        if (const auto error = tests::error_of(part))
            all += std::string("[") + core::name_of(error->kind()) + "]";
    };
    read([&] {
        const Desk desk = Desk::open(data, press());
        read([&] {
            for (const DeskDocument& one : desk.manuscripts().all())
                all += one.title + one.number + one.manuscript + std::to_string(one.errors);
        });
        read([&] {
            for (const DeskIssue& issue : desk.issues().all())
                for (const DeskItem& item : issue.items)
                    all += core::iso(issue.date) + item.section + item.title;
        });
        for (DocumentId id = 1; id <= 3; ++id) {
            read([&] { all += core::plain_text(desk.manuscripts().document(id)); });
            read([&] {
                for (const core::Diagnostic& finding : desk.manuscripts().findings(id))
                    all += finding.message.id + finding.place.text() + finding.excerpt;
            });
        }
    });
    return all;
}

TEST(WrongBitOnTheDesk, IsFoundWhereverItMakesADifference) {
    const FilledDesk sample;
    const std::string sound = core::read_file(sample.data.desk());
    const std::string words = reading(sample.data);
    std::mt19937 random(20260430);
    int named = 0;
    for (int seed = 0; seed < 300; ++seed) {
        std::string damaged = sound;
        std::size_t at = random() % damaged.size();
        while (damaged[at] == 0) at = random() % damaged.size();
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << random() % 8));
        core::write_file(sample.data.desk(), damaged);
        Findings found;
        if (tests::error_of([&] { found = sample.findings(); })) found.push_back("not opened");
        const std::string read = reading(sample.data);
        named += !found.empty();
        if (found.empty()) {
            EXPECT_EQ(read, words) << "byte " << at;
        }
    }
    EXPECT_GT(named, 200);
}

TEST(PrivateDesk, IsOpenToItsOwnerAlone) {
    const tests::ScratchFolder folder;
    const DataFolder data{folder.path() / "var"};
    Desk::open(data, press());
    struct stat info {};
    ASSERT_EQ(::stat(data.path.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0700u);
    ASSERT_EQ(::stat(data.desk().c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777, 0600u);
}

// Calls `work` in so many desks at once; the errors, in the order of the desks.
template <typename Work>
std::vector<std::string> at_once(std::size_t count, const DataFolder& data, Work work) {
    std::vector<std::string> errors(count);
    std::vector<std::thread> programs;
    for (std::string& error : errors)
        programs.emplace_back([&] {
            error = refusal_of([&] {
                Desk desk = Desk::open(data, press());
                work(desk);
            });
        });
    for (std::thread& program : programs) program.join();
    return errors;
}

TEST(ManyAtOnce, BeginOneDesk) {
    const tests::ScratchFolder folder;
    const DataFolder data{folder.path() / "var"};
    EXPECT_EQ(at_once(24, data, [](Desk&) {}), std::vector<std::string>(24, "none"));
}

TEST(ManyAtOnce, HandInOneManuscriptOnce) {
    SampleDesk sample;
    std::atomic<int> known = 0;
    const auto errors = at_once(6, sample.data, [&](Desk& desk) {
        known += desk.manuscripts().receive(notice(1), kNow).known;
    });
    EXPECT_EQ(errors, std::vector<std::string>(6, "none"));
    EXPECT_EQ(known, 5);
    EXPECT_EQ(sample.desk.manuscripts().all().size(), 1u);
}

}  // namespace
}  // namespace gongbao::editor
