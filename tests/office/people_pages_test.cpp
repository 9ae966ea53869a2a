// SPDX-License-Identifier: Apache-2.0
// The pages of administrators: adding, roles, links shown once, disabling.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

std::string link_in(const std::string& page) {
    const std::size_t at = page.find("/link/");
    return at == std::string::npos ? "" : page.substr(at, 6 + 43);
}

TEST(AnAdministrator, AddsAPersonWhoseLinkIsShownOnce) {
    SampleOffice office;
    Browser root = office.as(Role::SystemAdmin);
    root.get("/people");
    const Reply added = root.post(
        "/people",
        {{"login", "liqing"}, {"name", "李青"}, {"role", "editor"}, {"role", "first_reviewer"}});
    EXPECT_EQ(added.status, 200);
    const std::string link = link_in(added.body);
    ASSERT_EQ(link.size(), 49U);
    for (const char* page : {"/people", "/people/2"})
        EXPECT_THAT(root.get(page).body, Not(HasSubstr(link)));
    Browser own = office.browser();
    own.get(link);
    EXPECT_EQ(own.post(link, {{"password", "一句别人不知道的话"}, {"again", "一句别人不知道的话"}})
                  .status,
              400)
        << "nine characters";
    EXPECT_EQ(own.post(link, {{"password", "一句别人不知道的长长的话"},
                              {"again", "一句别人不知道的长长的话"}})
                  .status,
              303);
    EXPECT_EQ(own.sign_in("liqing", "一句别人不知道的长长的话").status, 303);
    EXPECT_EQ(office.office->people().find("liqing")->roles,
              (std::set<Role>{Role::Editor, Role::FirstReviewer}));
}

TEST(AnAdministrator, IsToldWhatIsWrongAndTypesNothingTwice) {
    SampleOffice office;
    Browser root = office.as(Role::SystemAdmin);
    root.get("/people");
    const Reply bad =
        root.post("/people", {{"login", "Li Qing"}, {"name", "李“青\""}, {"role", "editor"}});
    EXPECT_EQ(bad.status, 400);
    EXPECT_THAT(bad.body, HasSubstr("value=\"Li Qing\""));
    EXPECT_THAT(bad.body, HasSubstr("value=\"李“青&quot;\""));
    EXPECT_THAT(bad.body, HasSubstr("value=\"editor\" checked"));
    EXPECT_EQ(root.post("/people", {{"login", "x1"}, {"name", "x"}, {"role", "king"}}).status, 400);
    EXPECT_EQ(root.post("/people", {{"login", "root"}, {"name", "x"}, {"role", "editor"}}).status,
              409);
}

TEST(AnAdministrator, ChangesRolesDisablesAndEnables) {
    SampleOffice office;
    const std::string address = "/people/" + std::to_string(office.add(Role::Editor));
    Browser root = office.as(Role::SystemAdmin);
    Browser editor = office.as(Role::Editor);
    EXPECT_EQ(root.post(address + "/roles", {{"role", "proofreader"}}).status, 303);
    EXPECT_THAT(root.get(address + "?done=roles").body, HasSubstr("角色已更改"));
    EXPECT_EQ(root.post(address + "/disable", {}).status, 303);
    EXPECT_EQ(editor.get("/").status, 303);
    EXPECT_EQ(root.post(address + "/enable", {}).status, 303);
    EXPECT_EQ(editor.get("/").status, 303) << "the session is over for good";
    EXPECT_EQ(root.post("/people/1/disable", {}).status, 409) << "not oneself";
    EXPECT_EQ(root.post("/people/99/disable", {}).status, 404);
}

TEST(ASecurityAdministrator, UnlocksAndResetsButAddsNobody) {
    SampleOffice office;
    const std::string address = "/people/" + std::to_string(office.add(Role::Editor));
    Browser security = office.as(Role::SecurityAdmin);
    EXPECT_THAT(security.get("/people").body, Not(HasSubstr("name=\"login\"")));
    EXPECT_EQ(security.post("/people", {{"login", "x1"}, {"name", "x"}, {"role", "editor"}}).status,
              403);
    EXPECT_EQ(security.post(address + "/roles", {{"role", "publisher"}}).status, 403);
    EXPECT_EQ(security.post(address + "/unlock", {}).status, 303);
    const Reply link = security.post(address + "/link", {});
    EXPECT_EQ(link.status, 200);
    EXPECT_EQ(link_in(link.body).size(), 49U);
    EXPECT_EQ(office.audit_of("person.add"), "refused done done");
}

TEST(AnEditor, ChangesNobody) {
    SampleOffice office;
    Browser editor = office.as(Role::Editor);
    EXPECT_EQ(editor.post("/people", {{"login", "x1"}, {"name", "x"}, {"role", "editor"}}).status,
              403);
    for (const char* act : {"roles", "disable", "enable", "unlock", "link"}) {
        const Reply reply =
            editor.post(std::string("/people/1/") + act, {{"role", "system_admin"}});
        EXPECT_EQ(reply.status, 403) << act;
        EXPECT_THAT(reply.body, Not(HasSubstr("/link/"))) << act;
    }
}

TEST(OnesAccount, KeepsLanguageAndTypeInACookie) {
    SampleOffice office;
    Browser browser = office.as(Role::Editor);
    const Reply set =
        browser.post("/account/reading", {{"lang", "en"}, {"size", "large"}, {"contrast", "high"}});
    EXPECT_EQ(set.status, 303);
    EXPECT_THAT(set.field("set-cookie"), testing::StartsWith("reader=en.large.contrast;"));
    EXPECT_THAT(browser.get("/account").body,
                HasSubstr("<html lang=\"en\" class=\"type-large contrast\">"));
    EXPECT_EQ(browser.post("/account/reading", {{"lang", "xx"}}).status, 400);
}

}  // namespace
}  // namespace gongbao::tests
