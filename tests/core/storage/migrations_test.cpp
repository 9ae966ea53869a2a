// SPDX-License-Identifier: Apache-2.0
#include "core/storage/migrations.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "core/report/error.hpp"
#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::refusal_of;
using gongbao::tests::ScratchFolder;

constexpr std::int32_t kMark = 0x47420001;

Database open(const std::filesystem::path& path) {
    return Database::open(path, Database::Mode::Create, kMark);
}

std::string words(const Database& database) {
    Statement rows = database.prepare("SELECT text FROM word ORDER BY id");
    std::string all;
    while (rows.step()) all += rows.text(0) + " ";
    return all;
}

// Version 2 makes `word` anew with another column, while `note` refers to it.
void make_word_anew(Database& database) {
    database.execute(
        "PRAGMA legacy_alter_table=ON; ALTER TABLE word RENAME TO old_word;"
        "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL, size INTEGER NOT NULL);"
        "INSERT INTO word SELECT id, text, length(text) FROM old_word; DROP TABLE old_word;");
}

std::vector<Migration> steps() {
    return {
        {0, 1,
         [](Database& database) {
             database.execute(
                 "CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT NOT NULL);"
                 "CREATE TABLE note (word INTEGER NOT NULL REFERENCES word);"
                 "INSERT INTO word (text) VALUES ('甲'), ('乙乙'); INSERT INTO note VALUES (2);");
         }},
        {1, 2, make_word_anew},
        {2, 3, [](Database& database) { database.execute("CREATE TABLE last (id INTEGER)"); }}};
}

TEST(Migrations, TakeEveryStepFromWhereTheFileStands) {
    const ScratchFolder folder;
    {
        Database database = open(folder / "a");
        migrate(database, {steps().front()});
        EXPECT_EQ(database.schema_version(), 1);
    }
    Database database = open(folder / "a");
    migrate(database, steps());
    EXPECT_EQ(database.schema_version(), 3);
    EXPECT_EQ(words(database), "甲 乙乙 ");
    migrate(database, steps());  // nothing is left to do
    EXPECT_EQ(database.schema_version(), 3);
}

TEST(Migrations, HoldKeysAgainWhenTheyAreDone) {
    const ScratchFolder folder;
    Database database = open(folder / "a");
    migrate(database, steps());
    EXPECT_THROW(database.execute("INSERT INTO note VALUES (99)"), Error);
}

TEST(Migrations, LeaveTheFileAsTheLastWholeStepMadeIt) {
    const ScratchFolder folder;
    Database database = open(folder / "a");
    std::vector<Migration> broken = steps();
    broken[1].step = [](Database& changed) {
        make_word_anew(changed);
        throw Error(ErrorKind::Unavailable, {"nothing", {}});
    };
    EXPECT_THROW(migrate(database, broken), Error);
    EXPECT_EQ(database.schema_version(), 1);
    EXPECT_THROW(database.prepare("SELECT size FROM word"), Error);
    migrate(database, steps());
    EXPECT_EQ(database.schema_version(), 3);
    EXPECT_EQ(words(database), "甲 乙乙 ");
}

TEST(Migrations, RefuseAStepThatLosesWhatOthersReferTo) {
    const ScratchFolder folder;
    Database database = open(folder / "a");
    std::vector<Migration> losing = steps();
    losing[1].step = [](Database& changed) {
        make_word_anew(changed);
        changed.execute("DELETE FROM word WHERE id = 2");
    };
    EXPECT_EQ(refusal_of([&] { migrate(database, losing); }), "corrupt core.database_damaged");
    EXPECT_EQ(database.schema_version(), 1);
    EXPECT_EQ(words(database), "甲 乙乙 ");
}

TEST(Migrations, AreTakenOnceHoweverManyTakeThem) {
    const ScratchFolder folder;
    open(folder / "a");
    std::vector<std::string> errors(12);
    std::vector<std::thread> programs;
    for (std::string& error : errors)
        programs.emplace_back([&] {
            try {
                Database database = open(folder / "a");
                migrate(database, steps());
            } catch (const Error& failed) {
                error = failed.what();
            }
        });
    for (std::thread& program : programs) program.join();
    for (const std::string& error : errors) EXPECT_EQ(error, "");
    EXPECT_EQ(words(open(folder / "a")), "甲 乙乙 ");
}

}  // namespace
