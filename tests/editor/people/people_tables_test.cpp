// SPDX-License-Identifier: Apache-2.0
// The rules on people hold below the code: SQL by hand that breaks one is refused.
#include <gtest/gtest.h>

#include "editor/people/one_time_code.hpp"
#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::kStart;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleOffice;

class PeopleByHand : public testing::Test {
  protected:
    PeopleByHand() {
        office_.add("editor");
        office_.add("contact", {Role::Contact});
    }
    std::string run(const std::string& sql) {
        return refusal_of([&] { office_.database.execute(sql); });
    }
    std::string give(const std::string& login, const std::string& role) {
        return run("INSERT INTO person_role SELECT id, '" + role + "' FROM person WHERE login = '" +
                   login + "'");
    }
    const std::string conflict_ = "conflict core.database_conflict";
    SampleOffice office_;
};

TEST_F(PeopleByHand, KeepOneRoleWhereOneIsAllowed) {
    for (const Role role : kRoles) {
        const std::string name = name_of(role);
        const bool fits = !stands_alone(role) && role != Role::Editor;
        EXPECT_EQ(give("admin", name), conflict_) << name;  // 'system_admin' too: it is there
        EXPECT_EQ(give("contact", name), conflict_) << name;
        EXPECT_EQ(give("editor", name), fits ? "none" : conflict_) << name;
    }
    EXPECT_EQ(give("editor", "emperor"), conflict_);
    EXPECT_EQ(run("INSERT OR REPLACE INTO person_role SELECT person, 'audit_admin' "
                  "FROM person_role WHERE role = 'system_admin'"),
              conflict_);
    EXPECT_EQ(run("UPDATE person_role SET role = 'audit_admin' WHERE role = 'publisher'"),
              conflict_);
    EXPECT_EQ(run("INSERT INTO person_role VALUES(999, 'editor')"), conflict_);
}

TEST_F(PeopleByHand, KeepAContactsDepartment) {
    EXPECT_EQ(run("UPDATE person SET department = '' WHERE login = 'contact'"), conflict_);
    EXPECT_EQ(run("UPDATE person SET department = '' WHERE login = 'editor'"), "none");
    EXPECT_EQ(run("DELETE FROM person_role WHERE role = 'editor'"), "none");
    EXPECT_EQ(give("editor", "contact"), conflict_);
}

TEST_F(PeopleByHand, KeepPeopleAndTheirLogins) {
    for (const char* sql : {
             "DELETE FROM person WHERE login = 'editor'",
             "UPDATE person SET login = 'other' WHERE login = 'editor'",
             "UPDATE OR REPLACE person SET login = 'contact' WHERE login = 'editor'",
             "UPDATE person SET id = 77 WHERE login = 'editor'",
             "INSERT INTO person(login, name, department, active) VALUES('editor', 'x', '', 1)",
             "REPLACE INTO person(login, name, department, active) VALUES('editor', 'x', '', 1)",
             "REPLACE INTO person(id, login, name, department, active) VALUES(1, 'zz', 'x', '', 1)",
             "INSERT INTO person(login, name, department, active) VALUES('Editor', 'x', '', 1)",
             "INSERT INTO person(login, name, department, active) VALUES('e', 'x', '', 1)",
             "INSERT INTO person(login, name, department, active) VALUES('王明', 'x', '', 1)",
             "INSERT INTO person(login, name, department, active) VALUES('zz', '', '', 1)",
             "INSERT INTO person(login, name, department, active) VALUES('zz', 'x', '', 2)",
             "UPDATE person SET password = 'secret' WHERE login = 'editor'",
             "UPDATE person SET secret = 'x' WHERE login = 'editor'",
         })
        EXPECT_EQ(run(sql), conflict_) << sql;
    EXPECT_EQ(office_.people.all().size(), 3u);
}

TEST_F(PeopleByHand, KeepCodesUsed) {
    const PersonId id = office_.people.find("editor")->id;
    const std::string secret = new_code_secret();
    office_.people.set_second_factor({id, kStart}, secret,
                                     code_of_step(secret, kStart.seconds / 30));
    EXPECT_EQ(run("UPDATE person SET last_step = last_step - 1 WHERE login = 'editor'"), conflict_);
    EXPECT_EQ(run("UPDATE person SET last_step = 0 WHERE login = 'editor'"), conflict_);
    EXPECT_EQ(run("UPDATE person SET last_step = NULL WHERE login = 'editor'"), conflict_);
    EXPECT_EQ(run("UPDATE person SET last_step = last_step + 1 WHERE login = 'editor'"), "none");
}

// What was changed by hand in a way no table forbids is told, not guessed at.
TEST_F(PeopleByHand, AreNotGuessedAt) {
    office_.database.execute(
        "PRAGMA ignore_check_constraints = 1;"
        "INSERT INTO person_role SELECT id, 'emperor' FROM person WHERE login = 'editor';");
    EXPECT_EQ(refusal_of([&] { office_.people.find("editor"); }), "corrupt office.role_unreadable");
}

}  // namespace
