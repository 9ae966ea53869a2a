// SPDX-License-Identifier: Apache-2.0
// The reading settings: a form, a cookie, and pages that heed it. Languages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/sample_server.hpp"

namespace gongbao::tests {
namespace {

using testing::HasSubstr;
using testing::Not;

SampleServer& shared() {
    static SampleServer server;
    return server;
}

std::string cookie_of(const Reply& reply) {
    const std::string line = reply.field("set-cookie");
    return "Cookie: " + line.substr(0, line.find(';')) + "\r\n";
}

TEST(ReadingSettings, AreKeptInACookieAndLeadBack) {
    const Reply form = shared().fetch("/settings?back=/documents/2026-2-1");
    EXPECT_EQ(form.status, 200);
    EXPECT_EQ(form.field("cache-control"), "private, no-cache");
    EXPECT_THAT(form.body, HasSubstr("method=\"post\" action=\"/settings\""));
    EXPECT_THAT(form.body, HasSubstr("name=\"back\" value=\"/documents/2026-2-1\""));
    const Reply set = post_form(shared().port(), "/settings",
                                "lang=en&size=largest&contrast=high&back=%2Fdocuments%2F2026-2-1");
    EXPECT_EQ(set.status, 303);
    EXPECT_EQ(set.field("location"), "/documents/2026-2-1");
    EXPECT_EQ(set.field("cache-control"), "no-store");
    EXPECT_EQ(set.field("set-cookie"),
              "reader=en.largest.contrast; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000");
    const Reply page = shared().fetch("/documents/2026-2-1", cookie_of(set));
    EXPECT_THAT(page.body, HasSubstr("<html lang=\"en\" class=\"type-largest contrast\">"));
    EXPECT_THAT(page.body, HasSubstr("<article class=\"document\" lang=\"zh-CN\">"));
    EXPECT_THAT(shared().fetch("/documents/2026-2-1").body, HasSubstr("<html lang=\"zh-CN\">"));
    EXPECT_THAT(shared().fetch("/settings", cookie_of(set)).body,
                HasSubstr("value=\"largest\" checked"));
    EXPECT_THAT(shared().fetch("/no", cookie_of(set)).body, HasSubstr("There is no such page"));
}

TEST(ReadingSettings, LeadNowhereElse) {
    for (const char* back :
         {"https%3A%2F%2Fevil.example", "%2F%2Fevil.example", "%2F%5Cevil.example",
          "javascript%3Ax", "evil", "%2Fa%0D%0ASet-Cookie%3A+x%3Dy", "%2F..%2Fa", ""}) {
        const Reply reply = post_form(shared().port(), "/settings",
                                      std::string("lang=en&size=large&contrast=&back=") + back);
        EXPECT_EQ(reply.status, 303) << back;
        EXPECT_EQ(reply.field("location"), "/") << back;
        const Reply form = shared().fetch(std::string("/settings?back=") + back);
        EXPECT_THAT(form.body, HasSubstr("name=\"back\" value=\"/\"")) << back;
    }
}

TEST(ReadingSettings, AreTakenFromTheirOwnFormAlone) {
    const std::string good = "lang=en&size=large&contrast=&back=/";
    const auto status = [&](const std::string& content, const std::string& fields = "") {
        return post_form(shared().port(), "/settings", content, fields).status;
    };
    EXPECT_EQ(status(good, "Sec-Fetch-Site: same-origin\r\n"), 303);
    EXPECT_EQ(status(good, "Sec-Fetch-Site: cross-site\r\n"), 403);
    EXPECT_EQ(status(good, "Origin: https://evil.example\r\n"), 403);
    for (const char* bad : {"", "lang=fr&size=large&contrast=", "lang=en&size=huge&contrast=",
                            "lang=en&size=large&contrast=x", "lang=en", "lang=%ff"})
        EXPECT_EQ(status(bad), 400) << bad;
    EXPECT_EQ(status(good + std::string(10'000, 'x')), 413);
    EXPECT_EQ(shared().fetch("/settings", "", "DELETE").field("allow"), "GET, HEAD, POST, OPTIONS");
}

TEST(ReadingSettings, BindTheirCookieToTheHostOverHttps) {
    SampleServer server({}, "zh-CN", "https://gazette.example");
    const Reply set =
        post_form(server.port(), "/settings",
                  "lang=en&size=standard&contrast=", "Origin: https://gazette.example\r\n");
    EXPECT_THAT(set.field("set-cookie"), testing::StartsWith("__Host-reader=en.standard; "));
    EXPECT_THAT(set.field("set-cookie"), HasSubstr("; Secure"));
    EXPECT_THAT(set.field("strict-transport-security"), HasSubstr("max-age="));
    EXPECT_THAT(server.fetch("/", cookie_of(set)).body, HasSubstr("<html lang=\"en\">"));
}

TEST(Languages, AreChosenByAddressCookieOrBrowser) {
    EXPECT_THAT(shared().fetch("/").body, HasSubstr("最新一期"));
    EXPECT_THAT(shared().fetch("/", "Accept-Language: en-US,en;q=0.9\r\n").body,
                HasSubstr("Latest issue"));
    EXPECT_THAT(shared().fetch("/?lang=en", "Accept-Language: zh-CN\r\n").body,
                HasSubstr("Latest issue"));
    EXPECT_THAT(shared().fetch("/?lang=fr").body, HasSubstr("最新一期"));
    SampleServer english({}, "en");
    EXPECT_THAT(english.fetch("/").body, HasSubstr("Latest issue"));
    EXPECT_THAT(english.fetch("/", "Accept-Language: zh\r\n").body, HasSubstr("最新一期"));
}

/// A reader who came by ?lang= and keeps no cookie stays in the language, whatever is followed.
TEST(Languages, AreKeptByTheLinksOfAnAddressThatChoseOne) {
    for (const char* target : {"/", "/years", "/years/2026", "/editions/2026-2",
                               "/documents/2026-2-2", "/about", "/search?q=%E5%85%AC%E5%8E%95"}) {
        const std::string mark = std::string(target).find('?') == std::string::npos ? "?" : "&";
        const std::string body = shared().fetch(target + mark + "lang=en").body;
        EXPECT_THAT(body, HasSubstr("href=\"/about?lang=en\"")) << target;
        for (const char* plain :
             {"href=\"/\"", "href=\"/years\"", "href=\"/search\"", "href=\"/documents/2026-2-1\"",
              "href=\"/editions/2026-2\"", "href=\"/years/2026\""})
            EXPECT_THAT(body, Not(HasSubstr(plain))) << target;
        EXPECT_THAT(body, HasSubstr("rel=\"canonical\"")) << target;
        EXPECT_THAT(body, Not(HasSubstr("lang=en\">\n<link rel=\"icon\""))) << target;
        EXPECT_THAT(shared().fetch(target).body, Not(HasSubstr("lang=en"))) << target;
    }
    EXPECT_THAT(shared().fetch("/?lang=en").body,
                HasSubstr("<input type=\"hidden\" name=\"lang\" value=\"en\">"));
}

TEST(Languages, DoNotTouchFeedsAndFiles) {
    for (const char* target :
         {"/feeds/documents.atom", "/documents/2026-2-2.xml", "/sitemap.xml"}) {
        const Reply plain = shared().fetch(target);
        const Reply english =
            shared().fetch(target, "Accept-Language: en\r\nCookie: reader=en\r\n");
        EXPECT_EQ(english.body, plain.body) << target;
        EXPECT_THAT(plain.field("vary"), Not(HasSubstr("Cookie"))) << target;
    }
}

}  // namespace
}  // namespace gongbao::tests
