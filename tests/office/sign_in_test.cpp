// SPDX-License-Identifier: Apache-2.0
// Signing in and out, as a browser does it: right, wrong, too often; the cookie; what ends a
// session.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "editor/people/one_time_code.hpp"
#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

TEST(SigningIn, LeadsWhereTheWorkIs) {
    SampleOffice office;
    for (const auto& [role, home] : std::map<Role, std::string>{{Role::Editor, "/"},
                                                                {Role::Contact, "/inbox"},
                                                                {Role::SystemAdmin, "/people"},
                                                                {Role::AuditAdmin, "/audit"}}) {
        Browser made = office.as(role);  // makes the person
        const std::string login = role == Role::SystemAdmin ? "root" : editor::name_of(role);
        Browser browser = office.browser();
        const Reply reply = browser.sign_in(login, SampleOffice::password_of(login));
        EXPECT_EQ(reply.status, 303);
        EXPECT_EQ(reply.field("location"), home);
    }
}

TEST(SigningIn, LeadsBackAndNowhereElse) {
    SampleOffice office;
    for (const auto& [back, way] :
         std::map<std::string, std::string>{{"/items/3?version=1", "/items/3?version=1"},
                                            {"https://evil.example/", "/people"},
                                            {"//evil.example", "/people"},
                                            {"/\\evil.example", "/people"},
                                            {"javascript:alert(1)", "/people"}}) {
        Browser browser = office.browser();
        browser.get("/sign-in");
        const Reply reply = browser.post(
            "/sign-in",
            {{"login", "root"}, {"password", SampleOffice::password_of("root")}, {"back", back}});
        EXPECT_EQ(reply.field("location"), way) << back;
    }
}

TEST(SigningIn, SaysTheSameForAWrongNameAndAWrongPassword) {
    SampleOffice office;
    Browser browser = office.browser();
    const Reply name = browser.sign_in("nobody", SampleOffice::password_of("root"));
    const Reply password = browser.sign_in("root", "wrong wrong wrong");
    EXPECT_EQ(name.status, 403);
    EXPECT_EQ(password.status, 403);
    const auto problem = [](const std::string& body) {
        const std::size_t at = body.find("class=\"problem\"");
        return body.substr(at, body.find("</p>", at) - at);
    };
    EXPECT_EQ(problem(name.body), problem(password.body));
    EXPECT_THAT(password.body, HasSubstr("name=\"login\" value=\"root\""));
    EXPECT_THAT(password.body, Not(HasSubstr("wrong wrong")));
    EXPECT_EQ(browser.get("/people").status, 303);
    EXPECT_EQ(office.audit_of("session.sign_in"), "refused refused");
}

TEST(SigningIn, WaitsAfterFiveWrongOnes) {
    SampleOffice office;
    Browser browser = office.browser();
    for (int i = 0; i < 5; ++i) browser.sign_in("root", "wrong wrong wrong");
    const Reply locked = browser.sign_in("root", SampleOffice::password_of("root"));
    EXPECT_EQ(locked.status, 403);
    EXPECT_THAT(locked.body, HasSubstr("等待"));
    office.clock += 16 * 60;
    EXPECT_EQ(browser.sign_in("root", SampleOffice::password_of("root")).status, 303);
}

/// Each from a connection of its own, as a machine would.
TEST(SigningIn, WaitsAfterThirtyWrongOnesOfAnAddress) {
    SampleOffice office;
    for (int i = 0; i < 30; ++i)
        office.browser().sign_in("nobody" + std::to_string(i), "wrong wrong wrong");
    const Reply locked = office.browser().sign_in("root", SampleOffice::password_of("root"));
    EXPECT_EQ(locked.status, 403);
    EXPECT_THAT(locked.body, HasSubstr("等待"));
}

TEST(SigningIn, AsksForTheSecondFactorAndTakesACodeOnce) {
    SampleOffice office;
    Browser browser = office.as(Role::Editor);
    const Reply form = browser.get("/account/second-factor");
    const std::string secret = value_in(form.body, "secret");
    EXPECT_THAT(form.body, HasSubstr("otpauth://totp/"));
    EXPECT_THAT(form.body, HasSubstr("<svg class=\"qr\""));
    const auto code = [&] { return editor::code_of_step(secret, office.clock / 30); };
    const Reply wrong = browser.post("/account/second-factor",
                                     {{"secret", secret}, {"uri", "x"}, {"code", "12345x"}});
    EXPECT_EQ(wrong.status, 403);
    EXPECT_EQ(value_in(wrong.body, "secret"), secret) << "the scanned secret is not lost";
    EXPECT_EQ(
        browser.post("/account/second-factor", {{"secret", secret}, {"uri", "x"}, {"code", code()}})
            .status,
        303);
    EXPECT_EQ(browser.get("/account/second-factor").status, 409);

    const std::string password = SampleOffice::password_of("editor");
    Browser again = office.browser();
    EXPECT_EQ(again.sign_in("editor", password).status, 403);
    EXPECT_EQ(again.sign_in("editor", password, code()).status, 403) << "used already";
    office.clock += 60;
    EXPECT_EQ(again.sign_in("editor", password, code()).status, 303);
    EXPECT_EQ(office.browser().sign_in("editor", password, code()).status, 403) << "replayed";
}

TEST(TheCookie, IsOfThisHostAloneAndUnseenByScripts) {
    SampleOffice plain;
    Browser browser = plain.browser();
    browser.get("/sign-in");
    EXPECT_THAT(
        browser.sign_in("root", SampleOffice::password_of("root")).field("set-cookie"),
        testing::MatchesRegex("office=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"));
    SampleOffice secure("https://office.example");
    Browser other = secure.browser();
    EXPECT_THAT(other.sign_in("root", SampleOffice::password_of("root")).field("set-cookie"),
                testing::MatchesRegex(
                    "__Host-office=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict; Secure"));
    EXPECT_EQ(other.get("/people").status, 200);
    other.cookies["office"] = other.cookies["__Host-office"];
    other.cookies.erase("__Host-office");
    EXPECT_EQ(other.get("/people").status, 303);
}

TEST(ASession, IsAnotherOneEachTime) {
    SampleOffice office;
    Browser browser = office.as(Role::Editor);
    const std::string first = browser.cookies["office"];
    browser.sign_in("editor", SampleOffice::password_of("editor"));
    EXPECT_NE(browser.cookies["office"], first);
    Browser old = office.browser();
    old.cookies["office"] = first;
    EXPECT_EQ(old.get("/").status, 303) << "the session before has ended";
}

TEST(ASession, EndsBySigningOutAndLeavesNothingBehind) {
    SampleOffice office;
    Browser browser = office.as(Role::Editor);
    const std::string kept = browser.cookies["office"];
    EXPECT_EQ(browser.post("/sign-out", {}).field("location"), "/sign-in");
    EXPECT_FALSE(browser.cookies.contains("office"));
    browser.cookies["office"] = kept;
    EXPECT_EQ(browser.get("/").status, 303);
}

TEST(ASession, EndsWithTheAccountAndWithTime) {
    SampleOffice office;
    Browser browser = office.as(Role::Editor);
    EXPECT_EQ(browser.get("/").status, 200);
    office.office->people().disable({office.ids["root"], office.now()}, office.ids["editor"]);
    EXPECT_EQ(browser.get("/").status, 303);
    EXPECT_EQ(browser.post("/inbox", {}).status, 403);
    EXPECT_EQ(office.browser().sign_in("editor", SampleOffice::password_of("editor")).status, 403);
    Browser idle = office.as(Role::Proofreader);
    office.clock += 31 * 60;
    EXPECT_EQ(idle.get("/").status, 303);
}

TEST(ALink, SetsAPasswordOnceAndIsNotInTheLog) {
    SampleOffice office;
    const editor::Actor root{office.ids["root"], office.now()};
    const auto id = office.office->people().add(root, {"liqing", "李青", "", {Role::Editor}});
    const std::string token = office.office->people().new_link(root, id);
    Browser browser = office.browser();
    EXPECT_THAT(browser.get("/link/" + token).body, HasSubstr("李青"));
    const Fields differ = {{"password", "一句别人不知道的长长的话 一"},
                           {"again", "一句别人不知道的长长的话 二"}};
    EXPECT_EQ(browser.post("/link/" + token, differ).status, 400);
    EXPECT_EQ(browser.post("/link/" + token, {{"password", "short"}, {"again", "short"}}).status,
              400);
    const Fields right = {{"password", "一句别人不知道的长长的话 一"},
                          {"again", "一句别人不知道的长长的话 一"}};
    EXPECT_EQ(browser.post("/link/" + token, right).status, 303);
    EXPECT_EQ(browser.post("/link/" + token, right).status, 403);
    EXPECT_EQ(browser.get("/link/" + token).status, 403);
    EXPECT_EQ(browser.sign_in("liqing", "一句别人不知道的长长的话 一").status, 303);
    for (const std::string& line : office.log_lines()) EXPECT_THAT(line, Not(HasSubstr(token)));
}

TEST(AnEmptyOffice, SaysHowToBegin) {
    EXPECT_THAT(SampleOffice().browser().get("/sign-in").body, Not(HasSubstr("office begin")));
    const ScratchFolder folder;
    office::ServerSettings settings;
    settings.data = editor::DataFolder{folder.path()};
    settings.site.templates = sample_templates();
    settings.now = [] { return core::Instant{kMorning}; };
    office::OfficeServer server(std::move(settings));
    server.start();
    EXPECT_THAT(Browser(server.port()).get("/sign-in").body, HasSubstr("gongbao office begin"));
}

}  // namespace
}  // namespace gongbao::tests
