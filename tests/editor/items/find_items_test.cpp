// SPDX-License-Identifier: Apache-2.0
// Who sees which items, and what is found.
#include <gtest/gtest.h>

#include "tests/editor/items/sample_office.hpp"
#include "tests/refusal.hpp"

namespace gongbao::editor {
namespace {

using tests::refusal_of;
using Ids = std::vector<ItemId>;

class FoundItems : public testing::Test {
  protected:
    FoundItems() {
        office.receive_item(notice(1));                                      // 1, 省教育厅
        office.items.receive(office.as("contact2"), notice(2), {});          // 2, 省水利厅
        office.items.receive(office.as("editor"), notice(3), {"", "", ""});  // 3, of nobody
        office.receive_item(notice(14));                                     // 4, 省教育厅
    }
    Ids found(const std::string& login, const ItemQuery& query = {}) {
        Ids ids;
        for (const Item& item : office.items.find(office.as(login), query)) ids.push_back(item.id);
        return ids;
    }

    SampleOffice office;
};

TEST_F(FoundItems, AreAllForTheOfficeNewestFirst) {
    for (const char* login : {"editor", "first", "second", "final", "secrecy", "legal", "all"})
        EXPECT_EQ(found(login), (Ids{4, 3, 2, 1})) << login;
    office.add("archivist", {Role::Archivist});
    EXPECT_EQ(found("archivist").size(), 4u);
}

TEST_F(FoundItems, AreTheDepartmentsOwnForAContact) {
    EXPECT_EQ(found("contact"), (Ids{4, 1}));
    EXPECT_EQ(found("contact2"), (Ids{2}));
    EXPECT_EQ(found("contact2", {"", "省教育厅", {}}), Ids{});
    EXPECT_EQ(office.items.item(office.as("contact2"), 2).id, 2);
    for (const ItemId id : {1, 3, 4, 5, 0, -1})
        EXPECT_EQ(refusal_of([&] { office.items.item(office.as("contact2"), id); }),
                  "not-found office.item_unknown")
            << id;
}

TEST_F(FoundItems, AreNoneForAnAdministrator) {
    office.add("auditor", {Role::AuditAdmin});
    office.add("guard", {Role::SecurityAdmin});
    for (const char* login : {"admin", "auditor", "guard"}) {
        EXPECT_EQ(found(login), Ids{});
        EXPECT_EQ(refusal_of([&] { office.items.item(office.as(login), 1); }),
                  "not-found office.item_unknown");
    }
}

TEST_F(FoundItems, AreNoneForTheDisabled) {
    office.people.disable(office.as("admin"), office.ids["contact"]);
    EXPECT_EQ(refusal_of([&] { found("contact"); }), "forbidden office.disabled");
    EXPECT_EQ(refusal_of([&] { office.items.item(office.as("contact"), 1); }),
              "forbidden office.disabled");
}

TEST_F(FoundItems, HoldTheWordsInTitleNumberOrDepartment) {
    EXPECT_EQ(found("editor", {"第2类", "", {}}), Ids{2});
    EXPECT_EQ(found("editor", {"  省水利 ", "", {}}), Ids{2});
    EXPECT_EQ(found("editor", {"〔2026〕14号", "", {}}), Ids{4});
    EXPECT_EQ(found("editor", {"云府办发[2026]14号", "", {}}), Ids{4});
    EXPECT_EQ(found("editor", {"云府办发〔2026〕1", "", {}}), (Ids{4, 1}));
    EXPECT_EQ(found("editor", {"第2类%", "", {}}), Ids{});
    EXPECT_EQ(found("editor", {"无此词", "", {}}), Ids{});
    EXPECT_EQ(found("editor", {std::string(2000, 'a'), "", {}}), Ids{});
    EXPECT_EQ(found("editor", {"\xFF", "", {}}), Ids{});
    EXPECT_EQ(found("editor", {"'; DROP TABLE item --", "", {}}), Ids{});
}

TEST_F(FoundItems, AreOfADepartment) {
    EXPECT_EQ(found("editor", {"", "省教育厅", {}}), (Ids{4, 1}));
    EXPECT_EQ(found("editor", {"第14类", "省教育厅", {}}), Ids{4});
    EXPECT_EQ(found("editor", {"", "省民政厅", {}}), Ids{});
}

TEST_F(FoundItems, AreInAState) {
    office.sign_off(1);
    office.sign_off(2);
    office.desk.issues().add(issue_number(1), kDay);
    office.place(1, 2);
    office.items.withdraw(office.as("editor"), 3, "错发");
    EXPECT_EQ(found("editor", {"", "", ItemState::Received}), Ids{4});
    EXPECT_EQ(found("editor", {"", "", ItemState::Ready}), Ids{1});
    EXPECT_EQ(found("editor", {"", "", ItemState::Placed}), Ids{2});
    EXPECT_EQ(found("editor", {"", "", ItemState::Issued}), Ids{});
    EXPECT_EQ(found("editor", {"", "", ItemState::Withdrawn}), Ids{3});
    EXPECT_EQ(found("contact2", {"", "", ItemState::Withdrawn}), Ids{});
}

TEST_F(FoundItems, FollowTheNewestVersion) {
    office.items.correct(office.as("contact"), 1, 1, notice(77), "换文号");
    EXPECT_EQ(found("editor", {"第1类", "", {}}), Ids{});
    EXPECT_EQ(found("editor", {"第77类", "", {}}), Ids{1});
}

}  // namespace
}  // namespace gongbao::editor
