// SPDX-License-Identifier: Apache-2.0
// SQL by hand against the rules of sign-offs: each statement is refused by the database itself.
#include <gtest/gtest.h>

#include "tests/editor/items/sample_office.hpp"

namespace gongbao::editor {
namespace {

using Kind = SignoffKind;

// Item 1 has versions 1 and 2, the second with its first review and secrecy review; item 2 is
// signed off; item 3 is withdrawn; item 4 was sent back once; item 5 has errors.
class SignoffTables : public testing::Test {
  protected:
    SignoffTables() {
        office.receive_item(notice(1));
        office.sign(1, Kind::FirstReview);
        office.items.correct(office.as("contact"), 1, 1, notice(1, "改正的一句。"), "改错字");
        office.sign(1, Kind::Secrecy);
        office.signoffs.sign(office.as("all"), 1, 2, Kind::FirstReview, "");
        office.sign_off(office.receive_item(notice(2)));
        office.items.withdraw(office.as("editor"), office.receive_item(notice(3)), "错发");
        office.receive_item(notice(4));
        office.sign(4, Kind::Secrecy);
        office.signoffs.send_back(office.as("first"), 4, 1, "有误");
        office.receive_item(secret_notice(9));
    }
    // A statement that inserts what `login` signs of a version and round, by default rightly.
    std::string signing(const std::string& login, ItemId item, int version, int round,
                        const std::string& kind, const std::string& digest = {}) const {
        const std::string right =
            "(SELECT digest FROM item_version WHERE item = " + std::to_string(item) +
            " AND number = " + std::to_string(version) + ")";
        return "INSERT INTO signoff(item, version, round, digest, kind, person, name, at, note) "
               "SELECT " +
               std::to_string(item) + ", " + std::to_string(version) + ", " +
               std::to_string(round) + ", " + (digest.empty() ? right : digest) + ", '" + kind +
               "', id, name, 0, '' FROM person WHERE login = '" + login + "'";
    }
    static std::string sending_back(const std::string& login, const std::string& values,
                                    const std::string& reason = "错") {
        return "INSERT INTO sent_back(item, version, round, person, name, at, reason) SELECT " +
               values + ", id, name, 0, '" + reason + "' FROM person WHERE login = '" + login + "'";
    }
    std::string refusal(const std::string& sql) { return office.refusal_of_sql(sql); }
    void expect_refused(const std::vector<std::pair<std::string, std::string>>& statements) {
        for (const auto& [sql, id] : statements) EXPECT_EQ(refusal(sql), "conflict " + id) << sql;
    }

    SampleOffice office;
};

TEST_F(SignoffTables, TakeWhatIsRight) {
    ASSERT_GT(office.items.item(5).errors, 0);
    EXPECT_EQ(refusal(signing("second", 1, 2, 0, "second_review")), "none");
    EXPECT_EQ(refusal(signing("legal", 1, 2, 0, "legal")), "none");
    EXPECT_EQ(refusal(signing("legal", 2, 1, 0, "legal")), "none");
    EXPECT_EQ(refusal(signing("secrecy", 4, 1, 1, "secrecy")), "none");
    EXPECT_EQ(refusal(sending_back("first", "4, 1, 1")), "none");
    EXPECT_EQ(refusal(sending_back("all", "2, 1, 0")), "none");
}

TEST_F(SignoffTables, WantTheNewestVersionAndItsDigest) {
    expect_refused({
        {signing("second", 1, 1, 0, "second_review"), "office.item_moved_on"},
        {signing("second", 1, 3, 0, "second_review", "hex(zeroblob(32))"), "office.item_moved_on"},
        {signing("second", 1, 2, 0, "second_review", "hex(zeroblob(32))"), "office.item_moved_on"},
        {signing("second", 1, 2, 0, "second_review",
                 "(SELECT digest FROM item_version WHERE item = 1 AND number = 1)"),
         "office.item_moved_on"},
        {signing("second", 99, 1, 0, "second_review", "''"), "office.item_moved_on"},
        {signing("secrecy", 4, 1, 0, "secrecy"), "office.item_moved_on"},
        {signing("secrecy", 4, 1, 2, "secrecy"), "office.item_moved_on"},
        {signing("secrecy", 4, 1, -1, "secrecy"), "office.item_moved_on"},
    });
}

TEST_F(SignoffTables, TakeEachKindOnce) {
    expect_refused({
        {signing("first", 1, 2, 0, "first_review"), "office.given_already"},
        {signing("all", 1, 2, 0, "secrecy"), "office.given_already"},
    });
    std::string replacing = signing("first", 1, 2, 0, "first_review");
    replacing.replace(0, 6, "INSERT OR REPLACE");
    expect_refused({{replacing, "office.given_already"}});
}

TEST_F(SignoffTables, WantThreePeopleForThreeReviews) {
    expect_refused({
        {signing("all", 1, 2, 0, "second_review"), "office.second_of_three"},
        {signing("second", 1, 2, 0, "second_review") + "; " +
             signing("all", 1, 2, 0, "final_review"),
         "office.second_of_three"},
    });
    EXPECT_EQ(refusal(signing("second", 1, 2, 0, "second_review") + "; " +
                      signing("final", 1, 2, 0, "final_review")),
              "none");
}

TEST_F(SignoffTables, KeepTheOrder) {
    expect_refused({
        {signing("final", 1, 2, 0, "final_review"), "office.needs_first.second_review"},
        {signing("second", 4, 1, 1, "second_review"), "office.needs_first.first_review"},
        {signing("final", 4, 1, 1, "final_review"), "office.needs_first.secrecy"},
        {signing("first", 4, 1, 1, "first_review") + "; " +
             signing("second", 4, 1, 1, "second_review") + "; " +
             signing("final", 4, 1, 1, "final_review"),
         "office.needs_first.secrecy"},
        {signing("secrecy", 4, 1, 1, "secrecy") + "; " + signing("final", 4, 1, 1, "final_review"),
         "office.needs_first.first_review"},
    });
}

TEST_F(SignoffTables, AskWhoSigns) {
    expect_refused({
        {signing("first", 4, 1, 1, "secrecy"), "office.no_right"},
        {signing("editor", 4, 1, 1, "first_review"), "office.no_right"},
        {signing("contact", 4, 1, 1, "secrecy"), "office.no_right"},
        {signing("admin", 4, 1, 1, "legal"), "office.no_right"},
        {"INSERT INTO signoff(item, version, round, digest, kind, person, name, at, note) SELECT "
         "4, 1, 1, digest, 'secrecy', 99, 'x', 0, '' FROM item_current WHERE item = 4",
         "office.disabled"},
        {"INSERT INTO signoff(item, version, round, digest, kind, person, name, at, note) SELECT "
         "4, 1, 1, digest, 'secrecy', p.id, 'another', 0, '' FROM item_current, person p "
         "WHERE item = 4 AND login = 'secrecy'",
         "office.no_right"},
        {signing("secrecy", 4, 1, 1, "Secrecy"), "office.no_right"},
        {signing("secrecy", 4, 1, 1, "fourth"), "office.no_right"},
        {sending_back("editor", "4, 1, 1"), "office.no_right"},
        {sending_back("contact", "4, 1, 1"), "office.no_right"},
    });
    for (const char* login : {"secrecy", "first"})
        office.people.disable(office.as("admin"), office.ids[login]);
    expect_refused({{signing("secrecy", 4, 1, 1, "secrecy"), "office.disabled"},
                    {sending_back("first", "4, 1, 1"), "office.disabled"}});
    office.people.set_roles(office.as("admin"), office.ids["second"], {Role::Proofreader});
    expect_refused({{signing("second", 1, 2, 0, "second_review"), "office.no_right"},
                    {sending_back("second", "4, 1, 1"), "office.no_right"}});
}

TEST_F(SignoffTables, LeaveItemsThatAreWithdrawnOrHaveErrors) {
    expect_refused({
        {signing("secrecy", 3, 1, 0, "secrecy"), "office.item_withdrawn"},
        {sending_back("first", "3, 1, 0"), "office.item_withdrawn"},
        {signing("secrecy", 5, 1, 0, "secrecy"), "office.has_errors"},
    });
    EXPECT_EQ(refusal(sending_back("first", "5, 1, 0")), "none");
}

TEST_F(SignoffTables, AreOnlyAddedTo) {
    expect_refused({
        {"UPDATE signoff SET note = 'x'", "office.rows_stay"},
        {"UPDATE signoff SET version = 2 WHERE version = 1 AND item = 1", "office.rows_stay"},
        {"UPDATE OR REPLACE signoff SET kind = 'final_review' WHERE item = 1", "office.rows_stay"},
        {"UPDATE signoff SET rowid = rowid + 100", "office.rows_stay"},
        {"DELETE FROM signoff", "office.rows_stay"},
        {"DELETE FROM signoff WHERE id = 1", "office.rows_stay"},
        {"INSERT OR REPLACE INTO signoff SELECT 1, item, version, round, digest, 'legal', "
         "(SELECT id FROM person WHERE login = 'legal'), 'legal', 0, '' FROM signoff WHERE item = "
         "2 "
         "LIMIT 1",
         "office.rows_stay"},
        {"UPDATE sent_back SET round = 5", "office.rows_stay"},
        {"UPDATE sent_back SET reason = 'x'", "office.rows_stay"},
        {"DELETE FROM sent_back", "office.rows_stay"},
        {"INSERT OR REPLACE INTO sent_back SELECT id, item, version, 1, person, name, 0, 'x' "
         "FROM sent_back",
         "office.rows_stay"},
    });
}

TEST_F(SignoffTables, SendBackWhatIsThere) {
    expect_refused({
        {sending_back("first", "4, 1, 0"), "office.item_moved_on"},
        {sending_back("first", "4, 1, 2"), "office.item_moved_on"},
        {sending_back("first", "1, 1, 0"), "office.item_moved_on"},
        {sending_back("first", "99, 1, 0"), "office.item_moved_on"},
        {sending_back("first", "4, 1, 1", " "), "core.database_conflict"},
    });
    std::string replacing = sending_back("first", "4, 1, 0");
    replacing.replace(0, 6, "INSERT OR REPLACE");
    expect_refused({{replacing, "office.item_moved_on"}});
    office.desk.issues().add(issue_number(1), kDay);
    office.place(1, 2);
    expect_refused({{sending_back("first", "2, 1, 0"), "office.item_placed"}});
}

// A connection that does not hold foreign keys, as the sqlite3 tool's: the rules hold all the same.
TEST_F(SignoffTables, HoldWithoutForeignKeys) {
    office.database.execute("PRAGMA foreign_keys = OFF; PRAGMA recursive_triggers = OFF");
    expect_refused({
        {signing("second", 99, 1, 0, "second_review", "''"), "office.item_moved_on"},
        {"INSERT INTO signoff(item, version, round, digest, kind, person, name, at, note) SELECT "
         "4, 1, 1, digest, 'secrecy', 99, 'x', 0, '' FROM item_current WHERE item = 4",
         "office.disabled"},
        {sending_back("first", "99, 1, 0"), "office.item_moved_on"},
    });
}

}  // namespace
}  // namespace gongbao::editor
