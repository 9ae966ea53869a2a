// SPDX-License-Identifier: Apache-2.0
#include "editor/people/people.hpp"

#include <gtest/gtest.h>

#include <thread>

#include "editor/people/one_time_code.hpp"
#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::kPassword;
using gongbao::tests::kStart;
using gongbao::tests::later;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleOffice;

TEST(Roles, HaveNamesThatLeadBack) {
    for (const Role role : kRoles) EXPECT_EQ(role_named(name_of(role)), role);
    EXPECT_EQ(std::size(kRoles), 13u);
    EXPECT_FALSE(role_named(""));
    EXPECT_FALSE(role_named("Editor"));
    EXPECT_FALSE(role_named("unknown"));
}

TEST(Roles, TellWhoIsOfTheOffice) {
    Person person;
    EXPECT_FALSE(person.is_of_office());
    for (const Role role : kRoles) {
        person.roles = {role};
        EXPECT_EQ(person.is_of_office(), !stands_alone(role)) << name_of(role);
    }
}

TEST(Office, BeginsOnceWithASystemAdministrator) {
    const gongbao::tests::ScratchFolder folder;
    core::Database database = core::Database::open(folder / "office", core::Database::Mode::Create,
                                                   gongbao::tests::kOfficeMark);
    make_desk_tables(database);
    make_office_tables(database);
    People people(database);
    EXPECT_FALSE(people.any());
    const auto begin = [&](const std::set<Role>& roles) {
        return refusal_of([&] { people.begin({"root", "管理员", "", roles}, kStart); });
    };
    EXPECT_EQ(begin({Role::Editor}), "invalid office.first_is_admin");
    EXPECT_EQ(begin({Role::SecurityAdmin}), "invalid office.first_is_admin");
    EXPECT_EQ(begin({}), "invalid office.roles_needed");
    EXPECT_FALSE(people.any());
    EXPECT_EQ(begin({Role::SystemAdmin}), "none");
    EXPECT_TRUE(people.any());
    EXPECT_EQ(begin({Role::SystemAdmin}), "conflict office.begun");
    EXPECT_EQ(people.all().size(), 1u);
    const auto rows = AuditLog(database).search({.act = "office.begin"});
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[0].entry.outcome, Outcome::Refused);
    EXPECT_EQ(rows[1].entry.outcome, Outcome::Done);
    EXPECT_EQ(rows[1].entry.person, "");
    EXPECT_EQ(rows[1].entry.object, "person root");
}

TEST(Office, IsBegunByOneOfTwoAtOnce) {
    const gongbao::tests::ScratchFolder folder;
    const auto begin = [&](const char* login, std::string& said) {
        core::Database database = core::Database::open(
            folder / "office", core::Database::Mode::Create, gongbao::tests::kOfficeMark);
        make_office_tables(database);
        said = refusal_of([&] {
            People(database).begin({login, "管理员", "", {Role::SystemAdmin}}, kStart);
        });
    };
    core::Database desk = core::Database::open(folder / "office", core::Database::Mode::Create,
                                               gongbao::tests::kOfficeMark);
    make_desk_tables(desk);
    std::string one;
    std::string two;
    std::thread first([&] { begin("one", one); });
    std::thread second([&] { begin("two", two); });
    first.join();
    second.join();
    EXPECT_EQ((std::multiset<std::string>{one, two}),
              (std::multiset<std::string>{"none", "conflict office.begun"}));
}

class AnOffice : public testing::Test {
  protected:
    std::string add(const NewPerson& person) {
        return refusal_of([&] { office_.people.add(office_.by_admin(), person); });
    }
    SampleOffice office_;
    People& people_ = office_.people;
};

TEST_F(AnOffice, GetsPeopleFromItsAdministrator) {
    const PersonId id = people_.add(
        office_.by_admin(5), {"li.fang-2_x", " 李芳 ", "　", {Role::Editor, Role::Publisher}});
    const auto person = people_.find("li.fang-2_x");
    ASSERT_TRUE(person);
    EXPECT_EQ(person->id, id);
    EXPECT_EQ(person->name, "李芳");
    EXPECT_EQ(person->department, "");
    EXPECT_EQ(person->roles, (std::set<Role>{Role::Editor, Role::Publisher}));
    EXPECT_TRUE(person->active);
    EXPECT_FALSE(person->has_password);
    EXPECT_FALSE(person->second_factor);
    EXPECT_EQ(people_.all().size(), 2u);
    const AuditEntry row = office_.last();
    EXPECT_EQ(row.person, "admin");
    EXPECT_EQ(row.act, "person.add");
    EXPECT_EQ(row.object, "person li.fang-2_x");
    EXPECT_EQ(row.after, "李芳; ; editor publisher");
    EXPECT_EQ(row.at, later(5));
}

TEST_F(AnOffice, RefusesWhatIsNoPerson) {
    const std::set<Role> editor{Role::Editor};
    for (const std::string& login :
         {std::string(), std::string("a"), std::string("1ab"), std::string("Wang"),
          std::string("wang ming"), std::string("王明"), std::string(33, 'a'),
          std::string("a\0b", 3), std::string("ab\n"), std::string("a'b"),
          std::string(10'000'000, 'a')})
        EXPECT_EQ(add({login, "王明", "", editor}), "invalid office.login_form") << login.size();
    EXPECT_EQ(add({std::string(32, 'a'), "王明", "", editor}), "none");
    for (const std::string& name :
         {std::string(), std::string(" \t"), std::string("a\nb"), std::string("a\0b", 3),
          std::string("\xFF"), std::string(101, 'x'), std::string(10'000'000, 'x')}) {
        EXPECT_EQ(add({"lifang", name, "", editor}), "invalid office.name_form") << name.size();
        if (name.size() <= 2) continue;
        EXPECT_EQ(add({"lifang", "李芳", name, editor}), "invalid office.name_form");
    }
    EXPECT_EQ(add({"lifang", "李芳", "", {}}), "invalid office.roles_needed");
    EXPECT_EQ(add({"admin", "李芳", "", editor}), "conflict office.login_taken");
    EXPECT_FALSE(people_.find("lifang"));
    EXPECT_EQ(office_.last().outcome, Outcome::Refused);
    EXPECT_EQ(office_.last().reason, "office.login_taken");
    EXPECT_TRUE(office_.audit.verify().empty());
}

TEST_F(AnOffice, KeepsAdministratorsAndContactsApart) {
    for (const Role alone :
         {Role::Contact, Role::SystemAdmin, Role::SecurityAdmin, Role::AuditAdmin})
        for (const Role other : kRoles) {
            if (alone == other) continue;
            EXPECT_EQ(add({"lifang", "李芳", "省教育厅", {alone, other}}),
                      "invalid office.role_alone")
                << name_of(alone) << " " << name_of(other);
        }
    EXPECT_EQ(add({"lifang", "李芳", "", {Role::Contact}}), "invalid office.department_needed");
    const PersonId id = office_.add("lifang");
    const auto set = [&](const std::set<Role>& roles) {
        return refusal_of([&] { people_.set_roles(office_.by_admin(), id, roles); });
    };
    EXPECT_EQ(set({Role::Editor, Role::AuditAdmin}), "invalid office.role_alone");
    EXPECT_EQ(set({}), "invalid office.roles_needed");
    EXPECT_EQ(people_.find(id)->roles, std::set<Role>{Role::Editor});
    EXPECT_EQ(set({Role::FirstReviewer, Role::Proofreader}), "none");
    EXPECT_EQ(office_.last().before, "editor");
    EXPECT_EQ(office_.last().after, "proofreader first_reviewer");
    EXPECT_EQ(people_.find(id)->roles, (std::set<Role>{Role::FirstReviewer, Role::Proofreader}));
}

TEST_F(AnOffice, IsChangedByNobodyWithoutTheRight) {
    const PersonId victim = office_.add("victim");
    const auto refused = [&](const Actor& by, const std::string& expected) {
        const std::int64_t rows = office_.count("audit");
        EXPECT_EQ(refusal_of([&] {
                      people_.add(by, {"new", "新", "", {Role::Editor}});
                  }),
                  expected);
        EXPECT_EQ(refusal_of([&] { people_.set_roles(by, victim, {Role::Publisher}); }), expected);
        EXPECT_EQ(refusal_of([&] { people_.disable(by, victim); }), expected);
        EXPECT_EQ(refusal_of([&] { people_.enable(by, victim); }), expected);
        EXPECT_EQ(office_.count("audit"), rows + 4);
        EXPECT_EQ(office_.last().outcome, Outcome::Refused);
    };
    for (const Role role : kRoles) {
        if (role == Role::SystemAdmin) continue;
        std::string login = name_of(role);
        const Actor by{office_.add(login, {role}), kStart};
        refused(by, "forbidden office.no_right");
        EXPECT_EQ(office_.last().person, login);
        const std::string may = role == Role::SecurityAdmin ? "none" : "forbidden office.no_right";
        EXPECT_EQ(refusal_of([&] { people_.new_link(by, victim); }), may);
        EXPECT_EQ(refusal_of([&] { people_.unlock(by, victim); }), may);
    }
    refused({999, kStart}, "not-found office.person_unknown");
    EXPECT_EQ(office_.last().person, "#999");
    EXPECT_EQ(people_.find(victim)->roles, std::set<Role>{Role::Editor});

    const PersonId second = office_.add("admin2", {Role::SystemAdmin});
    people_.disable(office_.by_admin(), second);
    refused({second, kStart}, "forbidden office.disabled");
}

TEST_F(AnOffice, KnowsWhomItsAdministratorMeans) {
    const Actor by = office_.by_admin();
    EXPECT_EQ(refusal_of([&] { people_.set_roles(by, 999, {Role::Editor}); }),
              "not-found office.person_unknown");
    EXPECT_EQ(office_.last().object, "person #999");
    EXPECT_EQ(refusal_of([&] { people_.disable(by, 999); }), "not-found office.person_unknown");
    EXPECT_EQ(refusal_of([&] { people_.enable(by, 999); }), "not-found office.person_unknown");
    EXPECT_EQ(refusal_of([&] { people_.new_link(by, 999); }), "not-found office.person_unknown");
    EXPECT_EQ(refusal_of([&] { people_.unlock(by, 999); }), "not-found office.person_unknown");
}

TEST_F(AnOffice, AlwaysHasAnAdministrator) {
    const Actor by = office_.by_admin();
    EXPECT_EQ(refusal_of([&] { people_.disable(by, office_.admin); }),
              "conflict office.not_oneself");
    EXPECT_EQ(refusal_of([&] { people_.set_roles(by, office_.admin, {Role::Editor}); }),
              "conflict office.not_oneself");
    EXPECT_EQ(people_.require(office_.admin).login, "admin");
}

TEST_F(AnOffice, SaysWhoMayDoWhat) {
    const PersonId id = office_.add("lifang", {Role::Editor, Role::Publisher});
    EXPECT_EQ(people_.require(id, {Role::Publisher, Role::Archivist}).login, "lifang");
    EXPECT_EQ(refusal_of([&] { people_.require(id, {Role::Archivist}); }),
              "forbidden office.no_right");
    EXPECT_EQ(refusal_of([&] { people_.require(id, {}); }), "forbidden office.no_right");
    EXPECT_EQ(refusal_of([&] { people_.require(-1); }), "not-found office.person_unknown");
    people_.disable(office_.by_admin(), id);
    EXPECT_EQ(refusal_of([&] { people_.require(id, {Role::Publisher}); }),
              "forbidden office.disabled");
    people_.enable(office_.by_admin(), id);
    EXPECT_EQ(office_.last().before, "disabled");
    EXPECT_TRUE(people_.require(id).active);
}

TEST_F(AnOffice, TakesALoginOnceFromTwoAtOnce) {
    constexpr int kLogins = 25;
    const auto add_all = [&](std::multiset<std::string>& said) {
        core::Database own = office_.open();
        for (int i = 0; i < kLogins; ++i)
            said.insert(refusal_of([&] {
                People(own).add(office_.by_admin(),
                                {"same" + std::to_string(i), "某", "", {Role::Editor}});
            }));
    };
    std::multiset<std::string> one;
    std::multiset<std::string> two;
    std::thread first([&] { add_all(one); });
    std::thread second([&] { add_all(two); });
    first.join();
    second.join();
    one.merge(two);
    EXPECT_EQ(one.count("none"), std::size_t{kLogins});
    EXPECT_EQ(one.count("conflict office.login_taken"), std::size_t{kLogins});
    EXPECT_EQ(people_.all().size(), std::size_t{kLogins + 1});
    EXPECT_TRUE(office_.audit.verify().empty());
}

}  // namespace
