// SPDX-License-Identifier: Apache-2.0
// Publishing on a disk that fails: what is said is what one reads who opens the data folder anew.
#include "tests/failing_disk.hpp"

#include <gtest/gtest.h>

#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::FailingDisk;

// What publishing says, and whether the edition is there for one who opens the folder anew; nothing
// when nothing failed.
struct Told {
    std::string said;
    bool issued = false;
};

std::optional<Told> publish_on(FailingDisk::Operation operation, int nth,
                               FailingDisk::Patience patience) {
    FailingDisk disk;
    SampleDesk sample;
    sample.make_issue(8, {sample.receive(notice(1))});
    Told told;
    disk.fail(operation, nth, patience);
    const auto error = tests::error_of([&] {
        const Published edition = sample.desk.press().publish({issue_number(8), "gongbao", kNow});
        told.said = edition.warnings.empty() ? "issued" : edition.warnings[0].message.id;
    });
    if (!disk.has_failed()) return {};
    if (error) told.said = "error " + error->for_people().id;
    const auto opened_fresh = archive::open_archive(sample.data.archive());
    const auto& fresh = *opened_fresh;
    told.issued = fresh.edition(issue_number(8)).has_value();
    return told;
}

// Handing in, making an issue and placing are a step each; every step says what is true of it.
TEST(HandingInOnABadDisk, SaysWhatIsTrue) {
    FailingDisk disk;
    for (const auto operation : {FailingDisk::Write, FailingDisk::Sync, FailingDisk::DeleteBefore,
                                 FailingDisk::DeleteAfter})
        for (int nth = 1;; ++nth) {
            SampleDesk sample;
            disk.fail(operation, nth);
            const std::string said =
                tests::refusal_of([&] { sample.desk.manuscripts().receive(notice(1), kNow); });
            if (!disk.has_failed()) break;
            const bool kept = !Desk::open(sample.data, press()).manuscripts().all().empty();
            if (said == "unavailable core.commit_in_doubt") continue;  // says that it does not know
            EXPECT_EQ(said == "none", kept) << operation << " " << nth << " " << said;
        }
}

TEST(PublishOnABadDisk, SaysWhatIsTrue) {
    const std::pair<FailingDisk::Operation, int> steps[] = {
        {FailingDisk::Write, 1},        {FailingDisk::Write, 9},
        {FailingDisk::Write, 40},       {FailingDisk::Sync, 1},
        {FailingDisk::Sync, 2},         {FailingDisk::Sync, 3},
        {FailingDisk::Sync, 4},         {FailingDisk::Sync, 5},
        {FailingDisk::DeleteBefore, 1}, {FailingDisk::DeleteBefore, 2},
        {FailingDisk::DeleteAfter, 1},  {FailingDisk::DeleteAfter, 2}};
    for (const auto& [operation, nth] : steps)
        for (const auto patience : {FailingDisk::Once, FailingDisk::FromThenOn}) {
            const auto told = publish_on(operation, nth, patience);
            if (!told || told->said == "error archive.issuing_in_doubt") continue;
            EXPECT_EQ(!told->said.starts_with("error"), told->issued)
                << operation << " " << nth << " " << told->said;
        }
}

TEST(PublishOnABadDisk, IsNotUndoneByWhatFailsAfterTheCommit) {
    const auto told = publish_on(FailingDisk::DeleteAfter, 1, FailingDisk::Once);
    ASSERT_TRUE(told);
    EXPECT_EQ(told->said, "archive.issued_on_bad_disk");
    EXPECT_TRUE(told->issued);
}

}  // namespace
}  // namespace gongbao::editor
