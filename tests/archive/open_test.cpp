// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <thread>

#include "archive/store/issue_edition.hpp"
#include "archive/store/schema.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using core::ErrorKind;

core::Error refused(const std::filesystem::path& file, Archive::Mode mode) {
    try {
        Archive::open(file, mode).revision();
    } catch (const core::Error& error) {
        return error;
    }
    ADD_FAILURE() << "was opened";
    return {ErrorKind::Invalid, {"nothing", {}}};
}

void fill(const std::filesystem::path& file) {
    Archive archive = Archive::open(file, Archive::Mode::Write);
    archive.put_edition(edition_of(
        2026, 1, {record_of(notice("通知", "", std::vector<std::string>(2000, "一段文字")))}));
}

TEST(OpenArchive, MakesTheFileAndFindsItAgain) {
    const tests::ScratchFolder folder;
    fill(folder / "archive.db");
    EXPECT_EQ(Archive::open(folder / "archive.db", Archive::Mode::Write).revision(), 1);
    EXPECT_EQ(Archive::open(folder / "archive.db", Archive::Mode::ReadOnly).revision(), 1);
}

TEST(OpenArchive, DoesNotMakeAFileToReadIt) {
    const tests::ScratchFolder folder;
    EXPECT_EQ(refused(folder / "archive.db", Archive::Mode::ReadOnly).kind(), ErrorKind::NotFound);
    EXPECT_FALSE(std::filesystem::exists(folder / "archive.db"));
}

TEST(OpenArchive, RefusesAFileThatIsNoDatabase) {
    const tests::ScratchFolder folder;
    core::write_file(folder / "archive.db", std::string(5000, 'x'));
    for (const auto mode : {Archive::Mode::ReadOnly, Archive::Mode::Write})
        EXPECT_EQ(refused(folder / "archive.db", mode).kind(), ErrorKind::Corrupt);
    EXPECT_EQ(core::read_file(folder / "archive.db"), std::string(5000, 'x'));
}

TEST(OpenArchive, RefusesTheDatabaseOfAnotherProgram) {
    const tests::ScratchFolder folder;
    core::Database::open(folder / "archive.db", core::Database::Mode::Create, 0x12345678)
        .execute("CREATE TABLE photos (id)");
    for (const auto mode : {Archive::Mode::ReadOnly, Archive::Mode::Write}) {
        const core::Error error = refused(folder / "archive.db", mode);
        EXPECT_EQ(error.kind(), ErrorKind::Corrupt);
        EXPECT_EQ(error.for_people().id, "core.database_foreign");
    }
}

TEST(OpenArchive, RefusesAFileOfANewerProgram) {
    const tests::ScratchFolder folder;
    fill(folder / "archive.db");
    core::Database::open(folder / "archive.db", core::Database::Mode::ReadWrite, kApplicationId)
        .set_schema_version(kSchemaVersion + 1);
    for (const auto mode : {Archive::Mode::ReadOnly, Archive::Mode::Write}) {
        const core::Error error = refused(folder / "archive.db", mode);
        EXPECT_EQ(error.kind(), ErrorKind::Corrupt);
        EXPECT_EQ(error.for_people().id, "archive.newer_file");
        EXPECT_EQ(error.for_people().args.at("file"), "archive.db");
    }
}

// An archive of the program before offprints: what it holds stays as it was, byte for byte of text.
TEST(OpenArchive, AddsTheTableOfOffprintsToAFileOfVersionOne) {
    for (const auto mode : {Archive::Mode::ReadOnly, Archive::Mode::Write}) {
        const tests::ScratchFolder folder;
        fill(folder / "archive.db");
        {
            core::Database old = core::Database::open(
                folder / "archive.db", core::Database::Mode::ReadWrite, kApplicationId);
            old.execute("DROP TABLE offprint");
            old.set_schema_version(1);
        }
        Archive archive = Archive::open(folder / "archive.db", mode);
        EXPECT_EQ(archive.revision(), 1);
        EXPECT_EQ(archive.record("2026-1-1")->offprint_digest, "");
        EXPECT_TRUE(archive.verify().empty());
    }
}

TEST(OpenArchive, FinishesAFileWhoseMakingWasInterrupted) {
    const tests::ScratchFolder folder;
    core::Database::open(folder / "archive.db", core::Database::Mode::Create, kApplicationId);
    EXPECT_EQ(refused(folder / "archive.db", Archive::Mode::ReadOnly).for_people().id,
              "archive.unfinished_file");
    fill(folder / "archive.db");
    EXPECT_EQ(Archive::open(folder / "archive.db", Archive::Mode::ReadOnly).revision(), 1);
}

TEST(OpenArchive, NamesAFileThatWasCutShort) {
    const tests::ScratchFolder folder;
    fill(folder / "archive.db");
    const std::string whole = core::read_file(folder / "archive.db");
    core::write_file(folder / "archive.db", whole.substr(0, whole.size() / 2));
    try {
        const Archive archive = Archive::open(folder / "archive.db", Archive::Mode::ReadOnly);
        EXPECT_FALSE(archive.verify().empty());
    } catch (const core::Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Corrupt);
    }
}

TEST(OpenArchive, IsMadeOnceHoweverManyMakeItAtOnce) {
    const tests::ScratchFolder folder;
    std::vector<std::string> errors(40);
    std::vector<std::thread> programs;
    for (std::string& error : errors)
        programs.emplace_back([&] {
            try {
                Archive::open(folder / "archive.db", Archive::Mode::Write).revision();
            } catch (const core::Error& failed) {
                error = failed.what();
            }
        });
    for (std::thread& program : programs) program.join();
    for (const std::string& error : errors) EXPECT_EQ(error, "");
    EXPECT_TRUE(Archive::open(folder / "archive.db", Archive::Mode::ReadOnly).verify().empty());
}

// A copy of file and journal taken in the middle of an issuing is what a power cut leaves.
TEST(OpenArchive, UndoesWhatAPowerCutLeftHalfDone) {
    const tests::ScratchFolder folder;
    fill(folder / "archive.db");
    {
        core::Database writer =
            open_archive_file(folder / "archive.db", core::Database::Mode::ReadWrite);
        writer.execute("PRAGMA cache_spill=ON; PRAGMA cache_size=5;");
        core::Transaction transaction(writer);
        core::Statement insert = writer.prepare(
            "INSERT INTO blob (digest, size, type) VALUES (hex(randomblob(2000)), 1, 'x')");
        for (int i = 0; i < 200; ++i) insert.run();
        ASSERT_TRUE(std::filesystem::exists(folder / "archive.db-journal"));
        std::filesystem::copy_file(folder / "archive.db", folder / "cut.db");
        std::filesystem::copy_file(folder / "archive.db-journal", folder / "cut.db-journal");
    }
    const Archive archive = Archive::open(folder / "cut.db", Archive::Mode::ReadOnly);
    EXPECT_EQ(archive.revision(), 1);
    EXPECT_TRUE(archive.verify().empty());
}

}  // namespace
}  // namespace gongbao::archive
