// SPDX-License-Identifier: Apache-2.0
// SQL by hand against the rules of items: each statement is refused by the database itself.
#include <gtest/gtest.h>

#include "tests/editor/items/sample_office.hpp"

namespace gongbao::editor {
namespace {

// Item 1 has versions 1 and 2, item 2 is signed off and placed, item 3 is withdrawn, item 4 plain;
// documents 1 to 5 are theirs, 6 stands on the desk alone, 7 is an annual index.
class ItemTables : public testing::Test {
  protected:
    ItemTables() {
        office.receive_item(notice(1));
        office.items.correct(office.as("contact"), 1, 1, notice(1, "改正的一句。"), "改错字");
        office.sign_off(office.receive_item(notice(2)));
        office.desk.issues().add(issue_number(1), kDay);
        office.place(1, 2);
        office.items.withdraw(office.as("editor"), office.receive_item(notice(3)), "错发");
        office.receive_item(notice(4));
        office.receive(notice(6));
        core::Transaction transaction(office.database);
        office.desk.holdings().box.keep_index(issue_number(1), 2025,
                                              take_in({"a.txt", "目录"}).document, kNow);
        transaction.commit();
    }
    // What is refused of the statements, in the order of the table.
    void expect_refused(const std::vector<std::pair<std::string, std::string>>& statements) {
        for (const auto& [sql, id] : statements)
            EXPECT_EQ(office.refusal_of_sql(sql), "conflict " + id) << sql;
    }
    static std::string version(const std::string& values) {
        return "INSERT INTO item_version(item, number, document, digest, at, by, note) "
               "SELECT " +
               values + ", hex(zeroblob(32)), 0, 'x', ''";
    }

    SampleOffice office;
};

TEST_F(ItemTables, AreAsTheSampleSays) {
    EXPECT_EQ(office.items.item(1).current().document, 2);
    EXPECT_EQ(office.items.item(2).current().document, 3);
    EXPECT_EQ(office.items.item(4).current().document, 5);
    EXPECT_EQ(office.desk.holdings().box.index_year(7), 2025);
    EXPECT_EQ(office.refusal_of_sql(version("4, 2, 6")), "none");
    EXPECT_EQ(office.refusal_of_sql("UPDATE item SET section = 'x' WHERE id = 4"), "none");
    EXPECT_EQ(office.refusal_of_sql("INSERT INTO item_withdrawn VALUES(4, 0, 'x', 'y')"), "none");
}

TEST_F(ItemTables, KeepVersions) {
    expect_refused({
        {"UPDATE item_version SET digest = hex(zeroblob(32)) WHERE item = 1", "office.rows_stay"},
        {"UPDATE item_version SET note = '' WHERE item = 1 AND number = 1", "office.rows_stay"},
        {"UPDATE OR REPLACE item_version SET number = 1 WHERE item = 1", "office.rows_stay"},
        {"UPDATE item_version SET item = 4, number = 2 WHERE document = 2", "office.rows_stay"},
        {"DELETE FROM item_version WHERE item = 1 AND number = 2", "office.rows_stay"},
        {"DELETE FROM item_version", "office.rows_stay"},
    });
}

TEST_F(ItemTables, CountVersions) {
    expect_refused({
        {version("4, 1, 6"), "office.item_moved_on"},
        {version("4, 3, 6"), "office.item_moved_on"},
        {version("4, 0, 6"), "office.item_moved_on"},
        {version("4, -1, 6"), "office.item_moved_on"},
        {version("4, NULL, 6"), "office.item_moved_on"},
        {version("9, 1, 6"), "office.item_unknown"},
        {version("4, 2, 99"), "office.item_unknown"},
        {version("4, 2, NULL"), "office.item_unknown"},
        {"INSERT OR REPLACE INTO item_version SELECT item, number, 6, digest, effective, at, by, "
         "note FROM item_version WHERE item = 4",
         "office.item_moved_on"},
    });
}

TEST_F(ItemTables, GiveADocumentToOneItem) {
    expect_refused({
        {version("4, 2, 1"), "office.item_known"},
        {version("4, 2, 2"), "office.item_known"},
        {version("4, 2, 5"), "office.item_known"},
        {version("4, 2, 7"), "office.item_known"},
        {"INSERT OR REPLACE INTO item_version SELECT 4, 2, 2, digest, effective, at, by, note "
         "FROM item_version WHERE document = 2",
         "office.item_known"},
        {"INSERT INTO annual_index VALUES(2, 2025)", "office.item_known"},
        {"UPDATE annual_index SET document = 2", "office.rows_stay"},
    });
}

TEST_F(ItemTables, KeepAnItemThatIsPlaced) {
    expect_refused({
        {version("2, 2, 6"), "office.item_placed"},
        {"INSERT INTO item_withdrawn VALUES(2, 0, 'x', 'y')", "office.item_placed"},
        {"UPDATE item SET section = 'x' WHERE id = 2", "office.item_placed"},
    });
}

TEST_F(ItemTables, KeepAnItemThatIsWithdrawn) {
    expect_refused({
        {version("3, 2, 6"), "office.item_withdrawn"},
        {"INSERT INTO item_withdrawn VALUES(3, 0, 'x', 'y')", "office.item_withdrawn"},
        {"INSERT OR REPLACE INTO item_withdrawn VALUES(3, 0, 'x', 'y')", "office.item_withdrawn"},
        {"UPDATE item SET section = 'x' WHERE id = 3", "office.item_withdrawn"},
        {"UPDATE item_withdrawn SET reason = 'z'", "office.rows_stay"},
        {"DELETE FROM item_withdrawn", "office.rows_stay"},
        {"INSERT INTO item_withdrawn VALUES(4, 0, 'x', ' ')", "core.database_conflict"},
        {"INSERT INTO item_withdrawn VALUES(99, 0, 'x', 'y')", "office.item_unknown"},
    });
}

TEST_F(ItemTables, KeepTheItemsThemselves) {
    expect_refused({
        {"UPDATE item SET id = 99 WHERE id = 4", "office.rows_stay"},
        {"UPDATE item SET rowid = 99 WHERE id = 4", "office.rows_stay"},
        {"UPDATE item SET department = '省水利厅' WHERE id = 4", "office.rows_stay"},
        {"UPDATE item SET contact = 1 WHERE id = 4", "office.rows_stay"},
        {"UPDATE item SET received_at = 0 WHERE id = 4", "office.rows_stay"},
        {"DELETE FROM item WHERE id = 4", "office.rows_stay"},
        {"INSERT OR REPLACE INTO item VALUES(4, '', 1, '', 0)", "office.rows_stay"},
        {"INSERT INTO item VALUES(-1, '', 1, '', 0)", "core.database_conflict"},
    });
}

TEST_F(ItemTables, KeepTheTextOfAVersion) {
    expect_refused({
        {"UPDATE document SET xml = '' WHERE id = 5", "office.rows_stay"},
        {"UPDATE document SET errors = 0 WHERE id = 1", "office.rows_stay"},
        {"UPDATE OR REPLACE document SET id = 5 WHERE id = 6", "office.rows_stay"},
        {"DELETE FROM document WHERE id = 5", "office.rows_stay"},
        {"INSERT OR REPLACE INTO document SELECT 5, manuscript, '', '', '', '', 0 FROM document "
         "WHERE id = 6",
         "office.rows_stay"},
        {"INSERT OR REPLACE INTO document SELECT 9, manuscript, '', '', '', '', 0 FROM document "
         "WHERE id = 5",
         "office.rows_stay"},
        {"INSERT INTO media VALUES(5, 'x', 'image/png', x'')", "office.rows_stay"},
    });
    EXPECT_EQ(office.refusal_of_sql("INSERT INTO media VALUES(6, 'x', 'image/png', x'')"), "none");
    expect_refused({
        {"INSERT INTO media VALUES(6, 'x', 'image/png', x''); "
         "UPDATE media SET document = 5 WHERE document = 6",
         "office.rows_stay"},
    });
}

TEST_F(ItemTables, KeepThePicturesOfAVersion) {
    office.database.execute("INSERT INTO media VALUES(6, 'x', 'image/png', x'')");
    EXPECT_EQ(office.refusal_of_sql("DELETE FROM media"), "none");
    office.database.execute(version("4, 2, 6"));
    expect_refused({
        {"UPDATE media SET bytes = x'61'", "office.rows_stay"},
        {"UPDATE media SET document = 7", "office.rows_stay"},
        {"DELETE FROM media", "office.rows_stay"},
        {"INSERT OR REPLACE INTO media VALUES(6, 'x', 'image/png', x'61')", "office.rows_stay"},
    });
}

// A connection that does not hold foreign keys, as the sqlite3 tool's: the rules hold all the same.
TEST_F(ItemTables, HoldWithoutForeignKeys) {
    office.database.execute("PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF");
    expect_refused({
        {version("9, 1, 6"), "office.item_unknown"},
        {version("4, 2, 99"), "office.item_unknown"},
        {"DELETE FROM document WHERE id = 5", "office.rows_stay"},
        {"DELETE FROM item WHERE id = 4", "office.rows_stay"},
        {"INSERT OR REPLACE INTO item_version SELECT item, number, 6, digest, effective, at, by, "
         "note FROM item_version WHERE item = 4",
         "office.item_moved_on"},
    });
}

}  // namespace
}  // namespace gongbao::editor
