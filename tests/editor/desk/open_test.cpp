// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "core/storage/database.hpp"
#include "core/system/files.hpp"
#include "tests/editor/desk/sample_desk.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using core::Database;
using tests::error_of;
using tests::refusal_of;

constexpr std::int32_t kDeskMark = 0x47424445;

std::string opening(const DataFolder& data) {
    return refusal_of([&] { Desk::open(data, press()); });
}

TEST(OpenDesk, MakesFolderDeskAndArchive) {
    const tests::ScratchFolder folder;
    const DataFolder data{folder.path() / "new" / "var"};
    {
        const Desk desk = Desk::open(data, press());
        EXPECT_TRUE(desk.issues().all().empty());
        EXPECT_TRUE(desk.manuscripts().all().empty());
        EXPECT_FALSE(desk.gazette().named);
    }
    EXPECT_TRUE(std::filesystem::exists(data.desk()));
    EXPECT_TRUE(std::filesystem::exists(data.archive()));
}

TEST(OpenDesk, FindsWhatWasKept) {
    SampleDesk sample;
    const DocumentId id = sample.receive(notice(1));
    sample.make_issue(8, {id});
    const Desk again = Desk::open(sample.data, press());
    EXPECT_EQ(again.manuscripts().all().size(), 1u);
    EXPECT_EQ(again.issues().issue(issue_number(8)).items.size(), 1u);
    EXPECT_EQ(again.manuscripts().document(id), sample.desk.manuscripts().document(id));
}

TEST(OpenDesk, AddsTheTableOfIndexesToAFileOfVersionOne) {
    SampleDesk sample;
    const DocumentId id = sample.receive(notice(1));
    {
        Database old = Database::open(sample.data.desk(), Database::Mode::ReadWrite, kDeskMark);
        old.execute(
            "DROP TABLE document_seal; DROP TABLE issue_seal; DROP TABLE purpose; "
            "DROP TABLE annual_index");
        old.set_schema_version(1);
    }
    Desk again = Desk::open(sample.data, press());
    EXPECT_EQ(again.manuscripts().all().front().id, id);
    again.issues().add(issue_number(8), kDay);
    EXPECT_NE(again.issues().place_index(issue_number(8), 2026, "总目录", kNow), id);
}

TEST(OpenDesk, RefusesAFileThatIsNoDatabaseAndLeavesIt) {
    const tests::ScratchFolder folder;
    const DataFolder data{folder.path()};
    const std::string words(3000, 'x');
    core::write_file(data.desk(), words);
    const auto error = error_of([&] { Desk::open(data, press()); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), core::ErrorKind::Corrupt);
    EXPECT_EQ(error->for_people().args.at("file"), "desk.sqlite");
    EXPECT_EQ(core::read_file(data.desk()), words);
    EXPECT_FALSE(std::filesystem::exists(data.archive()));
}

TEST(OpenDesk, RefusesTheDatabaseOfAnotherProgram) {
    const tests::ScratchFolder folder;
    const DataFolder data{folder.path()};
    Database::open(data.desk(), Database::Mode::Create, 0x12345678).execute("CREATE TABLE a (b)");
    EXPECT_EQ(opening(data), "corrupt core.database_foreign");
}

TEST(OpenDesk, RefusesTheArchiveInThePlaceOfTheDesk) {
    SampleDesk sample;
    const tests::ScratchFolder folder;
    const DataFolder other{folder.path()};
    std::filesystem::copy_file(sample.data.archive(), other.desk());
    EXPECT_EQ(opening(other), "corrupt core.database_foreign");
}

TEST(OpenDesk, RefusesTheDeskOfANewerProgram) {
    SampleDesk sample;
    Database::open(sample.data.desk(), Database::Mode::ReadWrite, kDeskMark).set_schema_version(4);
    EXPECT_EQ(opening(sample.data), "corrupt desk.newer_schema");
}

TEST(OpenDesk, FinishesADeskWhoseMakingWasInterrupted) {
    const tests::ScratchFolder folder;
    const DataFolder data{folder.path()};
    Database::open(data.desk(), Database::Mode::Create, kDeskMark);
    EXPECT_EQ(opening(data), "none");
    EXPECT_TRUE(Desk::open(data, press()).manuscripts().all().empty());
}

TEST(OpenDesk, NamesADamagedArchive) {
    SampleDesk sample;
    core::write_file(sample.data.archive(), std::string(3000, 'x'));
    const auto error = error_of([&] { Desk::open(sample.data, press()); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), core::ErrorKind::Corrupt);
    EXPECT_EQ(error->for_people().args.at("file"), "archive.sqlite");
}

TEST(OpenDesk, CannotStandInAFile) {
    const tests::ScratchFolder folder;
    core::write_file(folder / "file", "words");
    EXPECT_EQ(opening({folder / "file"}), "unavailable desk.cannot_make_folder");
    EXPECT_EQ(opening({folder.path() / "file" / "var"}), "unavailable desk.cannot_make_folder");
}

TEST(OpenDesk, RefusesAGazetteWithABadKeyAndSaysWhatIsWrong) {
    const std::pair<const char*, const char*> cases[] = {
        {"nmae = \"公报\"\n", "core.gazette_unknown_key"},
        {"name = 5\n", "core.gazette_needs_text"},
        {"name = \" \"\n", "core.gazette_needs_text"},
        {"name = \"公\\n报\"\n", "core.gazette_needs_text"},
        {"name = \"《云岭省人民政府公报》\"\n", "core.gazette_name_bare"},
        {"name = \"云岭《公报》\"\n", "core.gazette_name_bare"},
        {"name = \"公报》\"\n", "core.gazette_name_bare"},
        {"sponsor = [\"某办\"]\n", "core.gazette_needs_text"},
        {"sections = \"省政府令\"\n", "core.gazette_needs_list"},
        {"sections = [\"省政府令\", 2]\n", "core.gazette_needs_list"},
        {"founded = \"1976\"\n", "core.gazette_needs_year"},
        {"folios = \"yearly\"\n", "core.gazette_needs_folios"}};
    for (const auto& [text, id] : cases) {
        const tests::ScratchFolder folder;
        const DataFolder data{folder.path()};
        core::write_file(data.gazette(), std::string("# a comment\n") + text);
        const auto error = error_of([&] { Desk::open(data, press()); });
        ASSERT_TRUE(error) << text;
        EXPECT_EQ(error->for_people().id, id) << text;
        EXPECT_EQ(error->for_people().args.at("file"), "gazette.toml");
        EXPECT_EQ(error->for_people().args.at("line"), "2") << text;
        EXPECT_FALSE(std::filesystem::exists(data.desk())) << text;
    }
}

}  // namespace
}  // namespace gongbao::editor
