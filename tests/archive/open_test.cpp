// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <thread>

#include "archive/sqlite/archive_file.hpp"
#include "archive/sqlite/schema.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "tests/archive/sample_archive.hpp"

namespace gongbao::archive {
namespace {

using core::ErrorKind;

enum class Mode { Read, Issue };

std::unique_ptr<Archive> open_for(const std::filesystem::path& file, Mode mode) {
    if (mode == Mode::Read) return open_archive(file);
    return open_archive_to_issue(file);
}

core::Error refused(const std::filesystem::path& file, Mode mode) {
    try {
        open_for(file, mode)->revision();
    } catch (const core::Error& error) {
        return error;
    }
    ADD_FAILURE() << "was opened";
    return {ErrorKind::Invalid, {"nothing", {}}};
}

void fill(const std::filesystem::path& file) {
    const auto opened_archive = open_archive_to_issue(file);
    auto& archive = *opened_archive;
    archive.put_edition(edition_of(
        2026, 1, {record_of(notice("通知", "", std::vector<std::string>(2000, "一段文字")))}));
}

TEST(OpenArchive, MakesTheFileAndFindsItAgain) {
    const tests::ScratchFolder folder;
    fill(folder / "archive.db");
    EXPECT_EQ(open_archive_to_issue(folder / "archive.db")->revision(), 1);
    EXPECT_EQ(open_archive(folder / "archive.db")->revision(), 1);
}

TEST(OpenArchive, DoesNotMakeAFileToReadIt) {
    const tests::ScratchFolder folder;
    EXPECT_EQ(refused(folder / "archive.db", Mode::Read).kind(), ErrorKind::NotFound);
    EXPECT_FALSE(std::filesystem::exists(folder / "archive.db"));
}

TEST(OpenArchive, RefusesAFileThatIsNoDatabase) {
    const tests::ScratchFolder folder;
    core::write_file(folder / "archive.db", std::string(5000, 'x'));
    for (const auto mode : {Mode::Read, Mode::Issue})
        EXPECT_EQ(refused(folder / "archive.db", mode).kind(), ErrorKind::Corrupt);
    EXPECT_EQ(core::read_file(folder / "archive.db"), std::string(5000, 'x'));
}

TEST(OpenArchive, RefusesTheDatabaseOfAnotherProgram) {
    const tests::ScratchFolder folder;
    core::Database::open(folder / "archive.db", core::Database::Mode::Create, 0x12345678)
        .execute("CREATE TABLE photos (id)");
    for (const auto mode : {Mode::Read, Mode::Issue}) {
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
    for (const auto mode : {Mode::Read, Mode::Issue}) {
        const core::Error error = refused(folder / "archive.db", mode);
        EXPECT_EQ(error.kind(), ErrorKind::Corrupt);
        EXPECT_EQ(error.for_people().id, "archive.newer_file");
        EXPECT_EQ(error.for_people().args.at("file"), "archive.db");
    }
}

TEST(OpenArchive, FinishesAFileWhoseMakingWasInterrupted) {
    const tests::ScratchFolder folder;
    core::Database::open(folder / "archive.db", core::Database::Mode::Create, kApplicationId);
    EXPECT_EQ(refused(folder / "archive.db", Mode::Read).for_people().id,
              "archive.unfinished_file");
    fill(folder / "archive.db");
    EXPECT_EQ(open_archive(folder / "archive.db")->revision(), 1);
}

TEST(OpenArchive, NamesAFileThatWasCutShort) {
    const tests::ScratchFolder folder;
    fill(folder / "archive.db");
    const std::string whole = core::read_file(folder / "archive.db");
    core::write_file(folder / "archive.db", whole.substr(0, whole.size() / 2));
    try {
        const auto opened_archive = open_archive(folder / "archive.db");
        const auto& archive = *opened_archive;
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
                open_archive_to_issue(folder / "archive.db")->revision();
            } catch (const core::Error& failed) {
                error = failed.what();
            }
        });
    for (std::thread& program : programs) program.join();
    for (const std::string& error : errors) EXPECT_EQ(error, "");
    EXPECT_TRUE(open_archive(folder / "archive.db")->verify().empty());
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
    const auto opened_archive = open_archive(folder / "cut.db");
    const auto& archive = *opened_archive;
    EXPECT_EQ(archive.revision(), 1);
    EXPECT_TRUE(archive.verify().empty());
}

}  // namespace
}  // namespace gongbao::archive
