// SPDX-License-Identifier: Apache-2.0
#include "core/storage/copy_database.hpp"

#include <gtest/gtest.h>

#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::ScratchFolder;

constexpr std::int32_t kMark = 0x47420001;

Database open(const std::filesystem::path& path, Database::Mode mode = Database::Mode::Create) {
    return Database::open(path, mode, kMark);
}

std::int64_t count(const Database& database) {
    Statement row = database.prepare("SELECT count(*) FROM word");
    return row.step() ? row.integer(0) : -1;
}

class CopyDatabase : public testing::Test {
  protected:
    CopyDatabase() {
        database_.execute("CREATE TABLE word (id INTEGER PRIMARY KEY, text TEXT)");
        Transaction transaction(database_);
        Statement insert = database_.prepare("INSERT INTO word (text) VALUES (?)");
        for (int i = 0; i < 5000; ++i) insert.bind(1, "公报" + std::to_string(i)).run();
        transaction.commit();
        database_.set_schema_version(7);
    }
    const ScratchFolder folder_;
    Database database_ = open(folder_ / "a");
};

TEST_F(CopyDatabase, HoldsTheSameUnderTheSameMark) {
    copy_database(database_, folder_ / "b");
    const Database copy = open(folder_ / "b", Database::Mode::ReadOnly);
    EXPECT_EQ(count(copy), 5000);
    EXPECT_EQ(copy.schema_version(), 7);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "b.partial"));
}

TEST_F(CopyDatabase, LeavesOutWhatAnotherHasNotCommitted) {
    Database writer = open(folder_ / "a");
    Transaction transaction(writer);
    writer.execute("DELETE FROM word WHERE id > 10");
    copy_database(open(folder_ / "a", Database::Mode::ReadOnly), folder_ / "b");
    EXPECT_EQ(count(open(folder_ / "b")), 5000);
}

TEST_F(CopyDatabase, BeginsAnewWhereAnEarlierOneWasCutShort) {
    write_file(folder_ / "b.partial", std::string(100000, 'x'));
    copy_database(database_, folder_ / "b");
    EXPECT_EQ(count(open(folder_ / "b")), 5000);
    EXPECT_FALSE(std::filesystem::exists(folder_ / "b.partial"));
}

TEST_F(CopyDatabase, LeavesNothingWhereItCannotBeWritten) {
    try {
        copy_database(database_, folder_ / "nowhere" / "b");
        ADD_FAILURE() << "was written";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::Unavailable);
    }
    EXPECT_FALSE(std::filesystem::exists(folder_ / "nowhere"));
}

}  // namespace
