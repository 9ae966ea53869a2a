// SPDX-License-Identifier: Apache-2.0
// Files of older programs: an upgrade changes nothing they say, and may be killed at any moment.
#include "archive/sqlite/upgrade.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

#include "archive/sqlite/schema.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "tests/archive/old_archive.hpp"
#include "tests/archive/sample_archive.hpp"
#include "tests/failing_disk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::archive {
namespace {

using tests::error_of;
using tests::FailingDisk;
using tests::refusal_of;

std::int32_t version_of(const std::filesystem::path& file) {
    return core::Database::open(file, core::Database::Mode::ReadWrite, kApplicationId)
        .schema_version();
}

class OldArchive : public testing::TestWithParam<int> {
  protected:
    OldArchive() {
        fill_archive(folder_ / "new.db", GetParam());
        said_ = all_said_by(*open_archive(folder_ / "new.db"));
        write_old_archive(folder_ / "new.db", file_, GetParam());
    }

    // A file or its copies, by the beginning of the name.
    std::vector<std::filesystem::path> files(const std::string& begin) const {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(file_.parent_path()))
            if (entry.path().filename().string().starts_with(begin)) found.push_back(entry.path());
        return found;
    }

    void expect_same(const std::filesystem::path& file) const {
        const auto archive = open_archive(file);
        EXPECT_EQ(all_said_by(*archive), said_);
        const core::Diagnostics findings = archive->verify();
        EXPECT_TRUE(findings.empty())
            << findings.front().place.text() << findings.front().message.id;
    }

    const tests::ScratchFolder folder_;
    const std::filesystem::path file_ = folder_ / "archive.db";
    std::string said_;
};

INSTANTIATE_TEST_SUITE_P(OfEachSchema, OldArchive, testing::Values(1, 2, 3));

TEST_P(OldArchive, SaysTheSameAfterItsUpgrade) {
    const Upgrade made = upgrade_archive(file_);
    EXPECT_EQ(made.from, GetParam());
    EXPECT_EQ(made.to, kSchemaVersion);
    expect_same(file_);
    EXPECT_EQ(open_archive(file_)->record("2026-1-1")->themes.size(), 2u);
}

TEST_P(OldArchive, KeepsACopyThatIsTheOldFile) {
    const Upgrade made = upgrade_archive(file_);
    EXPECT_EQ(made.copy.filename().string(),
              "archive.schema-" + std::to_string(GetParam()) + ".2026-03-15.db");
    EXPECT_EQ(version_of(made.copy), GetParam());
    const std::filesystem::path again = folder_ / "again.db";
    std::filesystem::copy_file(made.copy, again);
    upgrade_archive(again);
    expect_same(again);
}

TEST_P(OldArchive, IsUpgradedByWhoeverIssues) {
    const std::string head = open_archive(folder_ / "new.db")->head();
    {
        const auto archive = open_archive_to_issue(file_);
        archive->put_edition(edition_of(2026, 4, {record_of(notice("新", "", {"一"}))}));
        EXPECT_EQ(archive->revision(), 4);
        EXPECT_EQ(archive->revision_with_head(head), 3) << "what a person noted is still found";
        EXPECT_TRUE(archive->verify().empty());
    }
    EXPECT_EQ(files("archive.schema-").size(), 1u);
}

TEST_P(OldArchive, IsNotChangedByOneWhoReads) {
    const std::string bytes = core::read_file(file_);
    const auto error = error_of([&] { open_archive(file_); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), core::ErrorKind::Unavailable);
    EXPECT_EQ(error->for_people().id, "archive.older_file");
    EXPECT_EQ(error->for_people().args.at("version"), std::to_string(GetParam()));
    EXPECT_EQ(core::read_file(file_), bytes);
    EXPECT_TRUE(files("archive.schema-").empty());
}

TEST_P(OldArchive, IsLeftAsItWasWhereATextWasChanged) {
    core::Database::open(file_, core::Database::Mode::ReadWrite, kApplicationId)
        .execute(
            "DROP TRIGGER canonical_stays;"
            "UPDATE canonical SET xml = replace(xml, '粮食', '棉花');"
            "CREATE TRIGGER canonical_stays BEFORE UPDATE ON canonical BEGIN SELECT "
            "RAISE(ABORT, 'what was issued never changes'); END");
    EXPECT_EQ(refusal_of([&] { upgrade_archive(file_); }), "corrupt archive.upgrade_damaged");
    EXPECT_LT(version_of(file_), kSchemaVersion);
}

TEST_P(OldArchive, IsLeftAsItWasWhereItsManifestsDoNotFit) {
    core::Database::open(file_, core::Database::Mode::ReadWrite, kApplicationId)
        .execute(
            "DROP TRIGGER record_stays; UPDATE record SET first_page = 9;"
            "CREATE TRIGGER record_stays BEFORE UPDATE ON record BEGIN SELECT "
            "RAISE(ABORT, 'what was issued never changes'); END");
    EXPECT_EQ(refusal_of([&] { upgrade_archive(file_); }), "corrupt archive.upgrade_damaged");
    EXPECT_LT(version_of(file_), kSchemaVersion);
}

// A disk that fails once at every so many steps: the upgrade says so, and the next one ends well.
TEST_P(OldArchive, IsWholeAfterADiskThatFails) {
    FailingDisk disk;
    for (const auto operation : {FailingDisk::Write, FailingDisk::Sync, FailingDisk::Open}) {
        for (int nth = 1;; nth += operation == FailingDisk::Write ? 37 : 2) {
            const std::filesystem::path file = folder_ / "sick.db";
            for (const auto& left : files("sick")) std::filesystem::remove(left);
            std::filesystem::copy_file(file_, file);
            disk.fail(operation, nth);
            const auto error = error_of([&] { upgrade_archive(file); });
            const bool failed = disk.has_failed();
            if (!failed) break;
            upgrade_archive(file);
            expect_same(file);
        }
    }
}

// Upgrades in a child that is killed at the nth operation; false when it came to its end.
bool is_killed(const std::filesystem::path& file, FailingDisk::Operation operation, int nth) {
    const pid_t child = fork();
    if (child == 0) {
        FailingDisk disk;
        disk.fail(operation, nth, FailingDisk::Kill);
        upgrade_archive(file);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

int operations_of_an_upgrade(const std::filesystem::path& file, FailingDisk::Operation operation) {
    FailingDisk disk;
    disk.fail(operation, 1 << 30);
    upgrade_archive(file);
    return disk.counted();
}

TEST_P(OldArchive, IsWholeWhereverItsUpgradeIsKilled) {
    constexpr int kMoments = 50;
    int moments = 0;
    for (const auto operation :
         {FailingDisk::Write, FailingDisk::Sync, FailingDisk::Truncate, FailingDisk::DeleteBefore,
          FailingDisk::DeleteAfter, FailingDisk::Open}) {
        std::filesystem::copy_file(file_, folder_ / "counted.db",
                                   std::filesystem::copy_options::overwrite_existing);
        const int all = operations_of_an_upgrade(folder_ / "counted.db", operation);
        for (const auto& left : files("counted")) std::filesystem::remove(left);
        for (int nth = 1; nth <= all; nth += std::max(1, all / kMoments)) {
            const std::filesystem::path file = folder_ / "killed.db";
            for (const auto& left : files("killed")) std::filesystem::remove(left);
            std::filesystem::copy_file(file_, file);
            ASSERT_TRUE(is_killed(file, operation, nth)) << operation << " " << nth;
            ++moments;
            // Whoever looks at it now finds a whole file, of one schema or another.
            const std::int32_t version = version_of(file);
            EXPECT_GE(version, GetParam());
            const Upgrade made = upgrade_archive(file);
            EXPECT_EQ(made.from, version);
            expect_same(file);
            for (const auto& copy : files("killed.schema-")) {
                if (copy.extension() != ".db") continue;
                EXPECT_LT(version_of(copy), kSchemaVersion);
                upgrade_archive(copy);
                expect_same(copy);
            }
        }
    }
    EXPECT_GE(moments, kMoments);
}

TEST(Upgrade, IsNotNeededByAFileOfThisProgram) {
    SampleArchive sample;
    const Upgrade made = upgrade_archive(sample.file);
    EXPECT_EQ(made.from, kSchemaVersion);
    EXPECT_EQ(made.to, kSchemaVersion);
    EXPECT_TRUE(made.copy.empty());
}

TEST(Upgrade, MakesNoFile) {
    const tests::ScratchFolder folder;
    EXPECT_EQ(refusal_of([&] { upgrade_archive(folder / "none.db"); }),
              "not-found core.database_missing");
    EXPECT_FALSE(std::filesystem::exists(folder / "none.db"));
}

TEST(Upgrade, TellsHowFarItIs) {
    const tests::ScratchFolder folder;
    fill_archive(folder / "new.db", 3);
    write_old_archive(folder / "new.db", folder / "old.db", 3);
    std::vector<std::int64_t> done;
    upgrade_archive(folder / "old.db", [&](std::int64_t now, std::int64_t total) {
        EXPECT_EQ(total, 5);
        done.push_back(now);
    });
    EXPECT_EQ(done, (std::vector<std::int64_t>{1, 2, 3, 4, 5}));
}

TEST(Upgrade, OfAnEmptyArchiveKeepsACopyWithoutADate) {
    const tests::ScratchFolder folder;
    open_archive_to_issue(folder / "new.db");
    write_old_archive(folder / "new.db", folder / "old.db", 1);
    EXPECT_EQ(upgrade_archive(folder / "old.db").copy.filename(), "old.schema-1.db");
    EXPECT_TRUE(open_archive(folder / "old.db")->verify().empty());
}

TEST(Upgrade, DoesNotTakeAnotherArchivesCopyForItsOwn) {
    const tests::ScratchFolder folder;
    fill_archive(folder / "new.db", 3);
    write_old_archive(folder / "new.db", folder / "old.db", 3);
    core::write_file(folder / "old.schema-3.2026-03-15.db", "something else");
    EXPECT_EQ(upgrade_archive(folder / "old.db").copy.filename(), "old.schema-3.2026-03-15-2.db");
    EXPECT_EQ(core::read_file(folder / "old.schema-3.2026-03-15.db"), "something else");
}

TEST(Upgrade, AsksForRoomForTheCopy) {
    constexpr std::uintmax_t kMegabyte = 1 << 20;
    require_room(100 * kMegabyte, 200 * kMegabyte);
    EXPECT_EQ(refusal_of([&] { require_room(100 * kMegabyte, 120 * kMegabyte); }),
              "unavailable archive.upgrade_no_room");
}

}  // namespace
}  // namespace gongbao::archive
