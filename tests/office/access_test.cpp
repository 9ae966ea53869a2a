// SPDX-License-Identifier: Apache-2.0
// Who may see and do what, walked over every route and every role; and that nothing of the office
// is on the public site.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "archive/archive.hpp"
#include "server/app.hpp"
#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

/// An address of a route: the item, person and version that every test office has.
std::string example(const std::string& pattern) {
    static const std::map<std::string, std::string> examples = {
        {"/manuscripts/*", "/manuscripts/1.1"},
        {"/pictures/*", "/pictures/1.1-none"},
        {"/static/*", "/static/office.css"},
        {"/link/*", "/link/none"}};
    if (const auto found = examples.find(pattern); found != examples.end()) return found->second;
    std::string address = pattern;
    if (const std::size_t star = address.find('*'); star != std::string::npos)
        address.replace(star, 1, "1");
    return address;
}

bool is_open(const std::string& pattern) {
    static const std::set<std::string> open = {"/sign-in", "/link/*", "/static/*", "/favicon.ico",
                                               "/healthz"};
    return open.contains(pattern);
}

bool is_post(const server::Route& route) {
    return route.methods.front() == server::Method::Post;
}

/// Pages that everybody who is signed in sees.
const std::set<std::string> kOfEverybody = {"/", "/account", "/account/second-factor"};

/// The status that a GET of the route has for somebody of the role: written down by hand, so that a
/// new route without a line here fails.
int expected(const std::string& pattern, Role role) {
    if (is_open(pattern)) return pattern == "/link/*" ? 403 : 200;
    const bool contact = role == Role::Contact;
    const bool staff = !contact && role != Role::SystemAdmin && role != Role::SecurityAdmin &&
                       role != Role::AuditAdmin;
    if (pattern == "/") return staff ? 200 : 303;
    if (kOfEverybody.contains(pattern)) return 200;
    if (pattern == "/inbox" || pattern == "/items/*" || pattern == "/manuscripts/*")
        return staff || contact ? 200 : 403;
    if (pattern == "/pictures/*") return staff || contact ? 404 : 403;
    if (pattern == "/people" || pattern == "/people/*")
        return role == Role::SystemAdmin || role == Role::SecurityAdmin ? 200 : 403;
    if (pattern == "/audit" || pattern == "/audit.csv") return role == Role::AuditAdmin ? 200 : 403;
    return -1;
}

class EveryRole : public testing::TestWithParam<Role> {
  protected:
    static SampleOffice& office() {
        static SampleOffice shared;
        static const editor::ItemId item = shared.receive(sample_notice(1));
        EXPECT_EQ(item, 1);
        return shared;
    }
};

TEST_P(EveryRole, SeesItsOwnPagesAndNoOthers) {
    Browser browser = office().as(GetParam());
    for (const server::Route* route : office().server->routes()) {
        if (is_post(*route)) continue;
        EXPECT_EQ(browser.get(example(route->pattern)).status, expected(route->pattern, GetParam()))
            << route->pattern;
    }
}

/// Whatever the role, a form without the token of the session changes nothing.
TEST_P(EveryRole, DoesNothingByAFormThatIsNotOurs) {
    Browser browser = office().as(GetParam());
    const std::string kind = "Content-Type: application/x-www-form-urlencoded\r\n";
    int posts = 0;
    for (const server::Route* route : office().server->routes()) {
        if (!is_post(*route)) continue;
        ++posts;
        const std::string address = example(route->pattern);
        for (const std::string content : {"", "form_token=", "form_token=x&reason=y",
                                          "form_token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
            EXPECT_EQ(
                browser.send("POST", address, "Sec-Fetch-Site: same-origin\r\n" + kind, content)
                    .status,
                403)
                << address << " " << content;
        const std::string right = "form_token=" + browser.token;
        for (const char* from : {"Sec-Fetch-Site: cross-site\r\n", "Sec-Fetch-Site: same-site\r\n",
                                 "Origin: https://evil.example\r\n", "Origin: null\r\n", ""})
            EXPECT_EQ(browser.send("POST", address, from + kind, right).status, 403)
                << address << " " << from;
    }
    EXPECT_GT(posts, 14);
    EXPECT_EQ(browser.get("/account").status, 200) << "signed out by a foreign form";
}

INSTANTIATE_TEST_SUITE_P(OfTheOffice, EveryRole, testing::ValuesIn(editor::kRoles));

TEST(Nobody, GetsBeyondTheDoor) {
    SampleOffice office;
    office.receive(sample_notice(1));
    for (const server::Route* route : office.server->routes()) {
        const std::string address = example(route->pattern);
        Browser browser = office.browser();
        if (!is_post(*route)) {
            const Reply reply = browser.get(address);
            if (is_open(route->pattern)) {
                EXPECT_NE(reply.status, 303) << address;
                continue;
            }
            EXPECT_EQ(reply.status, 303) << address;
            EXPECT_THAT(reply.field("location"), testing::StartsWith("/sign-in?back=%2F"));
            EXPECT_EQ(reply.body, "");
            continue;
        }
        EXPECT_EQ(browser.post(address, {{"reason", "x"}}).status, 403) << address;
    }
    EXPECT_EQ(office.browser().get("/no").status, 303);
}

TEST(Nobody, GetsInByACookieOfOnesOwn) {
    SampleOffice office;
    for (const char* value :
         {"", "x", "' OR 1=1 --", "-", "%00", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}) {
        Browser browser = office.browser();
        browser.cookies["office"] = value;
        EXPECT_EQ(browser.get("/people").status, 303) << value;
    }
}

/// Two departments: neither sees the other's.
TEST(Contacts, SeeTheirDepartmentAlone) {
    SampleOffice office;
    const auto item = office.receive(sample_notice(1));
    const editor::Actor root{office.ids["root"], office.now()};
    const auto other =
        office.office->people().add(root, {"other", "李青", "云岭省水利厅", {Role::Contact}});
    office.office->people().set_password(office.office->people().new_link(root, other),
                                         SampleOffice::password_of("other"), office.now());
    Browser browser = office.browser();
    browser.sign_in("other", SampleOffice::password_of("other"));
    const std::string address = "/items/" + std::to_string(item);
    for (const std::string& target : {address, "/manuscripts/" + std::to_string(item) + ".1"}) {
        const Reply reply = browser.get(target);
        EXPECT_EQ(reply.status, 404) << target;
        EXPECT_THAT(reply.body, Not(HasSubstr("云府办发"))) << target;
    }
    EXPECT_THAT(browser.get("/inbox").body, Not(HasSubstr("云府办发")));
    EXPECT_EQ(browser.post(address + "/withdraw", {{"reason", "别人的稿"}}).status, 404);
    EXPECT_THAT(office.as(Role::Contact).get(address).body, HasSubstr("云府办发"));
}

/// The public site has none of the office's addresses and shows no draft.
TEST(ThePublicSite, ShowsNothingOfTheOffice) {
    SampleOffice office;
    office.receive(sample_notice(7));
    server::ServerSettings settings;
    settings.archive = office.data.archive();
    settings.site.templates = std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates";
    settings.site.gazette = "云岭省人民政府公报";
    settings.now = [] { return core::Instant{kMorning}; };
    server::Server site(std::move(settings));
    site.start();
    for (const server::Route* route : office.server->routes()) {
        if (is_post(*route)) continue;
        const Reply reply = fetch(site.port(), example(route->pattern));
        EXPECT_THAT(reply.body, Not(HasSubstr("云府办发"))) << route->pattern;
        EXPECT_THAT(reply.body, Not(HasSubstr("编辑部"))) << route->pattern;
        const std::set<std::string> shared = {"/", "/favicon.ico", "/healthz"};
        if (!shared.contains(route->pattern)) {
            EXPECT_EQ(reply.status, 404) << route->pattern;
        }
    }
    EXPECT_THAT(fetch(site.port(), "/search?q=%E9%80%9A%E7%9F%A5").body, Not(HasSubstr("类事项")));
}

TEST(EveryAnswer, IsKeptByNoCacheAndRunsNothingForeign) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser browser = office.as(Role::Editor);
    for (const char* address : {"/", "/inbox", "/items/1", "/account", "/no", "/people"}) {
        const Reply reply = browser.get(address);
        EXPECT_EQ(reply.field("cache-control"), "no-store") << address;
        const std::string policy = reply.field("content-security-policy");
        EXPECT_THAT(policy, HasSubstr("default-src 'none'")) << address;
        EXPECT_THAT(policy, HasSubstr("script-src 'self'")) << address;
        EXPECT_THAT(policy, HasSubstr("require-trusted-types-for 'script'")) << address;
        EXPECT_THAT(policy, HasSubstr("frame-ancestors 'none'")) << address;
        EXPECT_THAT(policy, Not(HasSubstr("unsafe"))) << address;
        EXPECT_EQ(reply.field("x-content-type-options"), "nosniff") << address;
    }
}

}  // namespace
}  // namespace gongbao::tests
