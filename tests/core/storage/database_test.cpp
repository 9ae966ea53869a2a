// SPDX-License-Identifier: Apache-2.0
#include "core/storage/database.hpp"

#include <gtest/gtest.h>

#include <optional>

#include "core/storage/kept_rows.hpp"
#include "core/system/files.hpp"
#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::refusal_of;
using gongbao::tests::ScratchFolder;
using Mode = Database::Mode;

constexpr std::int32_t kMark = 0x47420001;

Database open(const std::filesystem::path& path, Mode mode = Mode::Create) {
    return Database::open(path, mode, kMark);
}

std::int64_t count(const Database& database) {
    Statement statement = database.prepare("SELECT count(*) FROM word");
    statement.step();
    return statement.integer(0);
}

void make_words(const std::filesystem::path& path) {
    Database database = open(path);
    database.execute("CREATE TABLE word(id INTEGER PRIMARY KEY, text TEXT UNIQUE, raw BLOB)");
    Transaction transaction(database);
    Statement insert = database.prepare("INSERT INTO word(text) VALUES(?)");
    for (int i = 0; i < 2000; ++i) insert.bind(1, "公报" + std::to_string(i)).run();
    transaction.commit();
}

TEST(Database, NamesTextThatIsNotUtf8) {
    const ScratchFolder folder;
    Database database = open(folder / "a");
    for (const char* bytes : {"x'FF'", "x'E4BA'", "x'F58080'", "x'61E42F'"}) {
        Statement row = database.prepare(std::string("SELECT CAST(") + bytes + " AS TEXT)");
        ASSERT_TRUE(row.step());
        EXPECT_EQ(refusal_of([&] { row.text(0); }), "corrupt core.stored_text_damaged") << bytes;
        EXPECT_FALSE(row.bytes(0).empty());
    }
}

// A statement that comes back from its last use knows nothing of it.
TEST(Database, PreparesTheSameWordsAnewEachTime) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a");
    const char* kWord = "SELECT text FROM word WHERE id = ?";
    {
        Statement broken_off = database.prepare("SELECT id FROM word");
        EXPECT_TRUE(broken_off.step());
        Statement other = database.prepare("SELECT id FROM word");
        EXPECT_TRUE(other.step());
        EXPECT_EQ(other.integer(0), 1) << "two at once are two";
    }
    EXPECT_TRUE(database.prepare(kWord).bind(1, 7).step());
    EXPECT_FALSE(database.prepare(kWord).step()) << "the last one's parameters are not its own";
    EXPECT_EQ(count(database), 2000) << "nobody holds a look at what was";
    database.execute("DELETE FROM word WHERE id > 10; ALTER TABLE word ADD COLUMN more TEXT");
    EXPECT_EQ(count(database), 10);
    for (int i = 0; i < 500; ++i)
        EXPECT_TRUE(database.prepare("SELECT " + std::to_string(i)).step());
    EXPECT_EQ(count(database), 10);
}

TEST(Database, MayGoBeforeItsStatements) {
    const ScratchFolder folder;
    make_words(folder / "a");
    std::optional<Database> database(open(folder / "a"));
    std::optional<Statement> late(database->prepare("SELECT id FROM word"));
    EXPECT_TRUE(late->step());
    database.reset();
    late.reset();
    Database again = open(folder / "a");
    again.execute("DELETE FROM word");
    EXPECT_EQ(count(again), 0) << "the file is free";
}

// What a trigger raises is told in its words where it names them.
TEST(Database, SaysWhatATriggerSays) {
    const ScratchFolder folder;
    Database database = open(folder / "a");
    const std::pair<std::string, std::string> said[] = {
        {"office.rows_stay", "office.rows_stay"},
        {"office.needs_first.second_review", "office.needs_first.second_review"},
        {"what was issued never changes", "core.database_conflict"},
        {"Office.rows", "core.database_conflict"},
        {"rows_stay", "core.database_conflict"},
        {".rows", "core.database_conflict"},
        {"rows.", "core.database_conflict"},
        {"", "core.database_conflict"},
    };
    for (const auto& [words, id] : said) {
        database.execute(
            "DROP TABLE IF EXISTS t; CREATE TABLE t(a); CREATE TRIGGER no BEFORE "
            "INSERT ON t BEGIN SELECT RAISE(ABORT, '" +
            words + "'); END");
        EXPECT_EQ(refusal_of([&] { database.execute("INSERT INTO t VALUES(1)"); }),
                  "conflict " + id);
        EXPECT_EQ(refusal_of([&] { database.prepare("INSERT INTO t VALUES(1)").run(); }),
                  "conflict " + id);
    }
    // A check is no trigger, whatever its name.
    database.execute("CREATE TABLE u(a CONSTRAINT \"office.rows_stay\" CHECK(a > 0))");
    EXPECT_EQ(refusal_of([&] { database.execute("INSERT INTO u VALUES(0)"); }),
              "conflict core.database_conflict");
}

TEST(Database, GivesBackWhatWasBound) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadWrite);
    const std::string blob("\0\xff\0", 3);
    database.prepare("INSERT INTO word(id, text, raw) VALUES(?, ?, ?)")
        .bind(1, std::int64_t{1} << 40)
        .bind(2, std::string_view("a\0b", 3))
        .bind_blob(3, blob)
        .run();
    EXPECT_EQ(database.last_row_id(), std::int64_t{1} << 40);
    EXPECT_EQ(database.changes(), 1);
    Statement select = database.prepare("SELECT text, raw, NULL, 1.5 FROM word WHERE id > 100000");
    ASSERT_TRUE(select.step());
    EXPECT_EQ(select.text(0), std::string("a\0b", 3));
    EXPECT_EQ(select.bytes(1), blob);
    EXPECT_TRUE(select.is_null(2));
    EXPECT_EQ(select.real(3), 1.5);
    EXPECT_FALSE(select.step());
}

TEST(Database, TellsAnEmptyTextFromNone) {
    const ScratchFolder folder;
    Database database = open(folder / "a");
    Statement select = database.prepare("SELECT ?, ?");
    select.bind(1, "").bind(2, std::optional<std::string_view>{});
    ASSERT_TRUE(select.step());
    EXPECT_FALSE(select.is_null(0));
    EXPECT_TRUE(select.is_null(1));
}

TEST(Database, IsNotMadeUnlessAsked) {
    const ScratchFolder folder;
    EXPECT_EQ(refusal_of([&] { open(folder / "a", Mode::ReadWrite); }),
              "not-found core.database_missing");
    EXPECT_EQ(refusal_of([&] { open(folder / "none" / "a"); }).substr(0, 11), "unavailable");
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Database, RefusesAForeignMark) {
    const ScratchFolder folder;
    { Database::open(folder / "a", Mode::Create, 7).execute("CREATE TABLE t(x)"); }
    const std::string before = read_file(folder / "a");
    for (const auto mode : {Mode::ReadOnly, Mode::ReadWrite, Mode::Create})
        EXPECT_EQ(refusal_of([&] { open(folder / "a", mode); }), "corrupt core.database_foreign");
    EXPECT_EQ(read_file(folder / "a"), before);
}

TEST(Database, RefusesAFileThatIsNone) {
    const ScratchFolder folder;
    write_file(folder / "a", std::string(5000, 'x'));
    EXPECT_EQ(refusal_of([&] { open(folder / "a"); }), "corrupt core.database_damaged");
    EXPECT_EQ(read_file(folder / "a"), std::string(5000, 'x'));
}

TEST(Database, NoticesDamage) {
    const ScratchFolder folder;
    make_words(folder / "a");
    std::string bytes = read_file(folder / "a");
    ASSERT_GT(bytes.size(), 20000u);
    for (std::size_t i = 8192; i < bytes.size(); ++i) bytes[i] = 'x';
    write_file(folder / "a", bytes);
    EXPECT_EQ(refusal_of([&] {
                  const Database database = open(folder / "a", Mode::ReadOnly);
                  Statement select = database.prepare("SELECT text FROM word ORDER BY id");
                  while (select.step()) {
                  }
              }),
              "corrupt core.database_damaged");
}

TEST(Database, RefusesToWriteWhenOpenedForReading) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadOnly);
    EXPECT_EQ(refusal_of([&] { database.execute("DELETE FROM word"); }),
              "forbidden core.database_read_only");
    EXPECT_EQ(count(database), 2000);
}

TEST(Database, CallsABrokenConstraintAConflictAndGoesOn) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadWrite);
    Statement insert = database.prepare("INSERT INTO word(text) VALUES(?)");
    EXPECT_EQ(refusal_of([&] { insert.bind(1, "公报7").run(); }),
              "conflict core.database_conflict");
    insert.bind(1, "新词").run();
    EXPECT_EQ(count(database), 2001);
}

TEST(Database, KeepsItsSchemaVersion) {
    const ScratchFolder folder;
    {
        Database database = open(folder / "a");
        EXPECT_EQ(database.schema_version(), 0);
        database.set_schema_version(3);
    }
    EXPECT_EQ(open(folder / "a", Mode::ReadOnly).schema_version(), 3);
}

TEST(Transaction, IsUndoneUnlessCommitted) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadWrite);
    {
        const Transaction transaction(database);
        database.execute("DELETE FROM word");
        EXPECT_EQ(count(database), 0);
    }
    EXPECT_EQ(count(database), 2000);
    Transaction transaction(database);
    database.execute("DELETE FROM word WHERE id = 1");
    transaction.commit();
    EXPECT_EQ(count(database), 1999);
}

TEST(Transaction, IsUndoneWhenAStatementFails) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadWrite);
    EXPECT_EQ(refusal_of([&] {
                  Transaction transaction(database);
                  database.execute("DELETE FROM word WHERE id = 1");
                  database.execute("INSERT INTO word(text) VALUES('公报7')");
                  transaction.commit();
              }),
              "conflict core.database_conflict");
    EXPECT_EQ(count(database), 2000);
}

TEST(Transaction, InsideAnotherIsUndoneByItself) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadWrite);
    {
        Transaction outer(database);
        database.execute("DELETE FROM word WHERE id = 1");
        {
            Transaction undone(database);
            database.execute("DELETE FROM word WHERE id = 2");
            {
                Transaction innermost(database);
                database.execute("DELETE FROM word WHERE id = 3");
                innermost.commit();
            }
        }
        {
            const Snapshot same(database);
            EXPECT_EQ(count(database), 1999);
        }
        Transaction part(database);
        database.execute("DELETE FROM word WHERE id = 4");
        part.commit();
        outer.commit();
    }
    EXPECT_FALSE(database.in_transaction());
    EXPECT_EQ(count(database), 1998);
}

TEST(Transaction, InsideAnotherGoesWithIt) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database database = open(folder / "a", Mode::ReadWrite);
    {
        const Transaction outer(database);
        Transaction inner(database);
        database.execute("DELETE FROM word");
        inner.commit();
    }
    EXPECT_EQ(count(database), 2000);
}

TEST(KeptRows, AreNeitherChangedNorRemovedNorReplaced) {
    const ScratchFolder folder;
    Database database = open(folder / "a", Mode::Create);
    database.execute("CREATE TABLE act(id INTEGER PRIMARY KEY, words TEXT UNIQUE) STRICT");
    keep_rows(database, "act", "id = NEW.id OR words = NEW.words", "core.kept");
    database.execute("INSERT INTO act VALUES(1, 'a'), (2, 'b')");
    for (const char* sql :
         {"UPDATE act SET words = 'c'", "DELETE FROM act WHERE id = 2",
          "INSERT OR REPLACE INTO act VALUES(1, 'c')", "REPLACE INTO act VALUES(3, 'a')",
          "UPDATE OR REPLACE act SET words = 'b' WHERE id = 1", "UPDATE act SET rowid = 9"})
        EXPECT_NE(refusal_of([&] { database.execute(sql); }), "none") << sql;
    database.execute("INSERT INTO act VALUES(3, 'c')");
    Statement row = database.prepare("SELECT group_concat(id || words) FROM act");
    ASSERT_TRUE(row.step());
    EXPECT_EQ(row.text(0), "1a,2b,3c");
}

TEST(Snapshot, SeesOneStateToItsEnd) {
    const ScratchFolder folder;
    make_words(folder / "a");
    Database reader = open(folder / "a", Mode::ReadOnly);
    {
        const Snapshot snapshot(reader);
        EXPECT_EQ(count(reader), 2000);
        EXPECT_EQ(count(reader), 2000);
    }
    open(folder / "a", Mode::ReadWrite).execute("DELETE FROM word");
    EXPECT_EQ(count(reader), 0);
}

}  // namespace
