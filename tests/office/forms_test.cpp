// SPDX-License-Identifier: Apache-2.0
// Forms that are refused lose nothing: a foreign one, one of a session that ended, a stale one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/office/sample_office.hpp"

namespace gongbao::tests {
namespace {

using editor::Role;
using testing::HasSubstr;
using testing::Not;

const std::string kReason = "第三条“<b>应当</b>”与上位法不一致，请核对。";
const std::string kShown = "第三条“&lt;b&gt;应当&lt;/b&gt;”与上位法不一致，请核对。";

TEST(AForeignForm, IsRefusedWithWhatWasTypedAndARow) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser browser = office.as(Role::FirstReviewer);
    browser.get("/items/1");
    browser.token = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    const Reply reply = browser.post("/items/1/send-back", {{"version", "1"}, {"reason", kReason}});
    EXPECT_EQ(reply.status, 403);
    EXPECT_THAT(reply.body, HasSubstr("不是本次登录时打开的"));
    EXPECT_THAT(reply.body, HasSubstr(kShown));
    EXPECT_THAT(reply.body, HasSubstr("href=\"/items/1\""));
    EXPECT_EQ(office.audit_of("form.send"), "refused");
    EXPECT_EQ(office.audit_of("signoff.send_back"), "");
}

TEST(AForeignForm, ShowsNoPassword) {
    SampleOffice office;
    Browser browser = office.browser();
    browser.get("/sign-in");
    browser.token.clear();
    const Reply reply =
        browser.post("/sign-in", {{"login", "root"}, {"password", "geheim-geheim"}});
    EXPECT_EQ(reply.status, 403);
    EXPECT_THAT(reply.body, Not(HasSubstr("geheim")));
}

TEST(AFormOfASessionThatEnded, GivesBackWhatWasTyped) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser browser = office.as(Role::FirstReviewer);
    browser.get("/items/1");
    office.clock += 9 * 60 * 60;
    const Reply reply = browser.post("/items/1/send-back", {{"version", "1"}, {"reason", kReason}});
    EXPECT_EQ(reply.status, 403);
    EXPECT_THAT(reply.body, HasSubstr("登录已经结束"));
    EXPECT_THAT(reply.body, HasSubstr(kShown));
    EXPECT_THAT(reply.body, HasSubstr("href=\"/sign-in\""));
    EXPECT_EQ(office.audit_of("signoff.send_back"), "");
}

TEST(ALargeFormOfNobody, IsNotTaken) {
    SampleOffice office;
    Browser browser = office.browser();
    const Reply reply =
        browser.upload("/inbox", {}, {{"files", "a.txt", std::string(200'000, 'x')}});
    EXPECT_EQ(reply.status, 303);
    EXPECT_THAT(reply.field("location"), testing::StartsWith("/sign-in"));
}

TEST(AStaleForm, IsAConflictAndGivesBackWhatWasTyped) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser browser = office.as(Role::FirstReviewer);
    browser.get("/items/1");
    office.office->items().correct({office.ids["contact"], office.now()}, 1, 1,
                                   sample_notice(1, "现将修改后的事项通知如下。"), "改第一段");
    const Reply back = browser.post("/items/1/send-back", {{"version", "1"}, {"reason", kReason}});
    EXPECT_EQ(back.status, 409);
    EXPECT_THAT(back.body, HasSubstr(kShown));
    EXPECT_EQ(browser.post("/items/1/sign", {{"version", "1"}, {"kind", "first_review"}}).status,
              409);
    EXPECT_EQ(office.audit_of("signoff"), "refused refused");
    EXPECT_TRUE(office.office->signoffs().state(office.office->items().item(1)).given.empty());
}

TEST(AnyForm, IsRefusedWhereItIsNoneOfOurs) {
    SampleOffice office;
    office.receive(sample_notice(1));
    Browser browser = office.as(Role::FirstReviewer);
    browser.get("/items/1");
    const auto status = [&](const Fields& fields) {
        return browser.post("/items/1/sign", fields).status;
    };
    EXPECT_EQ(status({{"version", "1"}, {"kind", "no"}}), 400);
    EXPECT_EQ(status({{"version", "-1"}, {"kind", "first_review"}}), 400);
    EXPECT_EQ(status({{"version", "99999999999999999999"}, {"kind", "first_review"}}), 400);
    EXPECT_EQ(status({{"kind", "first_review"}}), 400);
    EXPECT_EQ(browser.post("/items/99/sign", {{"version", "1"}, {"kind", "first_review"}}).status,
              404);
    EXPECT_EQ(browser.post("/items/1%20OR%201=1/sign", {{"version", "1"}, {"kind", "first_review"}})
                  .status,
              404);
    EXPECT_EQ(browser.post("/items/1/send-back", {{"version", "1"}, {"reason", "  "}}).status, 400);
    const std::string form = "Content-Type: application/x-www-form-urlencoded\r\n";
    for (const char* content : {"reason=%00&form_token=", "reason=%ff&form_token="})
        EXPECT_EQ(browser
                      .send("POST", "/items/1/send-back", "Sec-Fetch-Site: same-origin\r\n" + form,
                            content + browser.token)
                      .status,
                  400)
            << content;
    EXPECT_EQ(
        browser.post("/items/1/send-back", {{"version", "1"}, {"reason", std::string(70'000, 'x')}})
            .status,
        413);
    EXPECT_EQ(browser
                  .post("/items/1/send-back",
                        {{"version", "1"}, {"reason", std::string(10'000'000, 'x')}})
                  .status,
              413);
}

}  // namespace
}  // namespace gongbao::tests
