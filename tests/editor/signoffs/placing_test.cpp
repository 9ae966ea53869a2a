// SPDX-License-Identifier: Apache-2.0
// What an issue takes once the office has begun.
#include <gtest/gtest.h>

#include "editor/office/office_tables.hpp"
#include "editor/office/verify_office.hpp"
#include "tests/editor/items/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;

const std::string kRefused = "conflict office.not_signed_off";

class PlacedItems : public testing::Test {
  protected:
    PlacedItems() { office.desk.issues().add(issue_number(1), kDay); }
    std::string placing(DocumentId document) {
        return refusal_of(
            [&] { office.desk.issues().place(issue_number(1), document, "省政府文件"); });
    }
    static std::string by_hand(DocumentId document) {
        return "INSERT INTO issue_item VALUES(2026, 'regular', 1, 50, " + std::to_string(document) +
               ", '')";
    }

    SampleOffice office;
};

TEST_F(PlacedItems, AreSignedOff) {
    const ItemId id = office.receive_item(notice(1));
    for (const SignoffKind kind : Needs().usually) {
        EXPECT_EQ(placing(1), kRefused) << name_of(kind);
        EXPECT_EQ(office.refusal_of_sql(by_hand(1)), kRefused) << name_of(kind);
        office.sign(id, kind);
    }
    EXPECT_EQ(office.refusal_of_sql(by_hand(1)), "none");
    EXPECT_EQ(placing(1), "none");
    EXPECT_EQ(office.items.item(id).state, ItemState::Placed);
}

TEST_F(PlacedItems, AreTheNewestVersion) {
    const ItemId id = office.receive_item(notice(1));
    office.sign_off(id);
    office.items.correct(office.as("contact"), id, 1, notice(1, "改正的一句。"), "改错字");
    EXPECT_EQ(placing(1), kRefused);
    EXPECT_EQ(placing(2), kRefused);
    office.sign_off(id);
    EXPECT_EQ(placing(1), kRefused);
    EXPECT_EQ(placing(2), "none");
}

TEST_F(PlacedItems, AreNeitherWithdrawnNorSentBack) {
    office.sign_off(office.receive_item(notice(1)));
    office.sign_off(office.receive_item(notice(2)));
    office.items.withdraw(office.as("editor"), 1, "错发");
    office.signoffs.send_back(office.as("first"), 2, 1, "有误");
    for (const DocumentId document : {1, 2}) {
        EXPECT_EQ(placing(document), kRefused);
        EXPECT_EQ(office.refusal_of_sql(by_hand(document)), kRefused);
    }
}

TEST_F(PlacedItems, AreItems) {
    const DocumentId alone = office.receive(notice(1));
    EXPECT_EQ(placing(alone), kRefused);
    EXPECT_EQ(office.refusal_of_sql(by_hand(alone)), kRefused);
    EXPECT_TRUE(office.items.find(office.as("editor"), {}).empty());
}

TEST_F(PlacedItems, StandBesideTheAnnualIndex) {
    core::Transaction transaction(office.database);
    const DocumentId index = office.desk.holdings().box.keep_index(
        issue_number(1), 2025, take_in({"a.txt", "目录"}).document, kNow);
    transaction.commit();
    EXPECT_EQ(placing(index), "none");
    office.sign_off(office.receive_item(notice(1)));
    EXPECT_EQ(placing(2), "none");
}

TEST_F(PlacedItems, AreNotExchangedByHand) {
    office.sign_off(office.receive_item(notice(1)));
    office.receive_item(notice(2));
    office.place(1, 1);
    EXPECT_EQ(office.refusal_of_sql("UPDATE issue_item SET document = 2"), kRefused);
    EXPECT_EQ(office.refusal_of_sql("UPDATE OR REPLACE issue_item SET document = 2"), kRefused);
    EXPECT_EQ(office.refusal_of_sql("INSERT OR REPLACE INTO issue_item SELECT year, kind, number, "
                                    "position, 2, section FROM issue_item"),
              kRefused);
    EXPECT_EQ(office.refusal_of_sql("UPDATE issue_item SET section = '令', position = 9"), "none");
}

TEST_F(PlacedItems, AreOrderedAndTakenOut) {
    for (int number = 1; number <= 4; ++number) {
        office.sign_off(office.receive_item(notice(number)));
        office.place(1, number);
    }
    const auto documents = [&] {
        std::vector<DocumentId> all;
        for (const DeskItem& item : office.desk.issues().issue(issue_number(1)).items)
            all.push_back(item.document);
        return all;
    };
    office.desk.issues().order(issue_number(1), {4, 2, 1, 3});
    EXPECT_EQ(documents(), (std::vector<DocumentId>{4, 2, 1, 3}));
    office.desk.issues().remove(issue_number(1), 2);
    EXPECT_EQ(documents(), (std::vector<DocumentId>{4, 1, 3}));
    EXPECT_EQ(number_in(office.database, "SELECT max(position) FROM issue_item"), 3);
    office.place(1, 2);
    EXPECT_EQ(documents(), (std::vector<DocumentId>{4, 1, 3, 2}));
    // Nobody of those who signed needs to be there any more.
    for (const char* login : {"first", "second", "final", "secrecy"})
        office.people.disable(office.as("admin"), office.ids[login]);
    office.desk.issues().remove(issue_number(1), 4);
    EXPECT_EQ(placing(4), "none");
}

// What the tables refuse is worth as much as the tables: verify tells that they are as they were.
TEST_F(PlacedItems, StandUnderRulesThatAreProven) {
    office.sign_off(office.receive_item(notice(1)));
    office.place(1, 1);
    EXPECT_TRUE(verify_office(office.data.desk()).empty());
    office.database.execute("DROP TRIGGER issue_item_signed_off; DROP VIEW signoff_standing");
    std::set<std::string> told;
    for (const core::Diagnostic& finding : verify_office(office.data.desk()))
        told.insert(finding.message.id + " " + finding.message.args.at("name"));
    EXPECT_EQ(told, (std::set<std::string>{"office.schema_changed issue_item_signed_off",
                                           "office.schema_changed signoff_standing"}));
}

// An issue that was begun on the command line is finished there: what stands in it may be moved and
// taken out, and comes back only as a signed item.
TEST(PlacedDocuments, OfBeforeTheOfficeStay) {
    SampleDesk desk;
    desk.make_issue(1, {desk.receive(notice(1)), desk.receive(notice(2)), desk.receive(notice(3))});
    core::Database& database = desk.desk.holdings().database;
    make_office_tables(database);
    Issues& issues = desk.desk.issues();
    const DocumentId fourth = desk.receive(notice(4));
    issues.place(issue_number(1), fourth, "省政府文件");  // there are no people yet
    People(database).begin({"admin", "管理员", "", {Role::SystemAdmin}}, kNow);
    const DocumentId fifth = desk.receive(notice(5));
    EXPECT_EQ(refusal_of([&] { issues.place(issue_number(1), fifth, "省政府文件"); }), kRefused);
    issues.order(issue_number(1), {4, 3, 2, 1});
    issues.remove(issue_number(1), 3);
    EXPECT_EQ(desk.items(1),
              (std::vector<std::string>{"省政府文件 4", "省政府文件 2", "省政府文件 1"}));
    EXPECT_EQ(refusal_of([&] { issues.place(issue_number(1), 3, "省政府文件"); }), kRefused);
    EXPECT_EQ(desk.publish(1), "none");
}

// A desk without an office is as it was.
TEST(PlacedDocuments, NeedNoOffice) {
    SampleDesk desk;
    make_office_tables(desk.desk.holdings().database);
    desk.make_issue(1, {desk.receive(notice(1))});
    EXPECT_EQ(desk.publish(1), "none");
}

}  // namespace
}  // namespace gongbao::editor
