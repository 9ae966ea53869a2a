// SPDX-License-Identifier: Apache-2.0
// Two areas as the server will have them, over a real listener: a public one, and one with people,
// forms and uploads.
#include "server/kit/dispatcher.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

#include "core/report/error.hpp"
#include "server/http/cookies.hpp"
#include "server/http/form.hpp"
#include "tests/server/raw_client.hpp"

namespace gongbao::server {
namespace {

using testing::HasSubstr;
using testing::Not;
using tests::RawClient;
using tests::Reply;

Page explained(const char* area, const Failure& failure) {
    Page page;
    page.body = std::string(area) + " " + std::to_string(failure.status) + " " +
                failure.preferences.language;
    return page;
}

Route page(std::string pattern, Keep keep, std::atomic<int>* made) {
    Route route{std::move(pattern)};
    route.keep = keep;
    route.by_reader = true;
    route.page = [made](const Visit& visit) {
        Page page;
        page.body = visit.preferences.language + std::to_string(++*made);
        return std::optional(page);
    };
    return route;
}

Route upload() {
    Route route{"/office/inbox/*", {Method::Post, Method::Put}};
    route.brings = Route::Brings::Form;
    route.most_content = 200'000;
    route.answer = [](const Visit& visit) {
        const Form form = read_form(visit.request, {10, 100, 2, 150'000});
        Response response;
        std::string said = visit.argument;
        for (const FormFile& file : form.files)
            said += " " + file.name + ":" + std::to_string(file.content.size());
        response.body = std::make_shared<const std::string>(said);
        return std::optional(response);
    };
    return route;
}

class TwoAreas : public testing::Test {
  protected:
    TwoAreas()
        : dispatcher({"http://gazette.example", 1 << 20, [] { return core::Instant{0}; },
                      [this](std::string_view line) {
                          const std::lock_guard lock(log_mutex);
                          log += std::string(line) + "\n";
                      }},
                     {office(), open_area()}),
          listener({}, {[this](const Request& request, const std::string& client) {
                            return dispatcher.answer(request, client);
                        },
                        [this](const Refusal& refusal, const std::string& client) {
                            return dispatcher.refuse(refusal, client);
                        },
                        [] { return core::Instant{0}; },
                        [this](const Request& request, const std::string& client) {
                            return dispatcher.judge(request, client);
                        },
                        {}}) {
        listener.start();
    }

    Area open_area() {
        Area area;
        area.policy.origin_required = false;
        area.languages = {"zh-CN", "en"};
        area.state = [this] { return state.load(); };
        area.explain = [](const Failure& failure) { return explained("open", failure); };
        area.routes = {page("/", Keep::Public, &made), page("/mine", Keep::Private, &made),
                       page("/now", Keep::Never, &made)};
        return area;
    }

    Area office() {
        Area area;
        area.prefix = "/office";
        area.policy.keep = Keep::Private;
        area.policy.loads.scripts = true;
        area.policy.most_content = 300'000;
        area.languages = {"zh-CN"};
        area.state = [] { return 0; };
        area.turn_away = [](const Request& request) -> std::optional<Response> {
            if (cookie(request, "session") == "known") return {};
            return redirect(303, "/login");
        };
        area.explain = [](const Failure& failure) { return explained("office", failure); };
        area.routes = {page("/office/desk", Keep::Public, &made), upload()};
        return area;
    }

    Reply ask(const std::string& target, const std::string& fields = "",
              const std::string& method = "GET") const {
        return tests::fetch(listener.port(), target, fields, method);
    }

    Reply send_file(const std::string& size, const std::string& fields,
                    const std::string& type = "multipart/form-data; boundary=b") {
        const std::string content =
            "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"通知.docx\"\r\n\r\n" +
            std::string(std::stoul(size), 'x') + "\r\n--b--\r\n";
        RawClient client(listener.port());
        client.send("POST /office/inbox/7 HTTP/1.1\r\nHost: gazette.example\r\n" + fields +
                    "Content-Type: " + type +
                    "\r\nContent-Length: " + std::to_string(content.size()) + "\r\n\r\n" + content);
        return client.read_reply();
    }

    std::atomic<int> made = 0;
    std::atomic<std::int64_t> state = 1;
    std::mutex log_mutex;
    std::string log;
    Dispatcher dispatcher;
    Listener listener;
};

constexpr const char* kKnown = "Cookie: session=known\r\n";
const std::string kFromHere = std::string(kKnown) + "Origin: http://gazette.example\r\n";

TEST_F(TwoAreas, ShareAPublicPageUntilTheStateChanges) {
    const Reply first = ask("/");
    EXPECT_EQ(ask("/").body, first.body);
    EXPECT_THAT(first.field("cache-control"), HasSubstr("public"));
    EXPECT_EQ(first.field("vary"), "Accept-Encoding, Accept-Language, Cookie");
    EXPECT_EQ(ask("/", "Accept-Language: en\r\n").body, "en2");
    EXPECT_EQ(ask("/", "Accept-Language: en\r\n").body, "en2");
    EXPECT_EQ(ask("/").body, first.body);
    state = 2;
    EXPECT_NE(ask("/").body, first.body);
}

TEST_F(TwoAreas, NeverShareWhatIsOneReaders) {
    const Reply first = ask("/mine");
    EXPECT_NE(ask("/mine").body, first.body) << "made anew for whoever comes";
    EXPECT_EQ(first.field("cache-control"), "private, no-cache");
    EXPECT_NE(first.field("etag"), "");
    const Reply now = ask("/now");
    EXPECT_NE(ask("/now").body, now.body);
    EXPECT_EQ(now.field("cache-control"), "no-store");
    EXPECT_EQ(now.field("etag"), "");
    EXPECT_EQ(dispatcher.cache_bytes(), 0U);
}

TEST_F(TwoAreas, HoldARouteToItsArea) {
    const Reply desk = ask("/office/desk", kKnown);
    EXPECT_EQ(desk.status, 200);
    EXPECT_EQ(desk.field("cache-control"), "private, no-cache") << "though the route says public";
    EXPECT_EQ(dispatcher.cache_bytes(), 0U);
    EXPECT_THAT(desk.field("content-security-policy"), HasSubstr("script-src 'self'"));
    EXPECT_THAT(ask("/").field("content-security-policy"), Not(HasSubstr("script-src")));
}

TEST_F(TwoAreas, TurnAwayWhoMayNotEnterBeforeAnythingIsTold) {
    for (const char* target : {"/office", "/office/desk", "/office/no-such-page"}) {
        const Reply reply = ask(target);
        EXPECT_EQ(reply.status, 303) << target;
        EXPECT_EQ(reply.field("location"), "/login");
        EXPECT_NE(reply.field("content-security-policy"), "");
    }
    EXPECT_EQ(ask("/office/no-such-page", kKnown).body, "office 404 zh-CN");
    EXPECT_EQ(ask("/officer").body, "open 404 zh-CN") << "another path, of the other area";
    EXPECT_EQ(ask("/officer", "Accept-Language: en\r\n").body, "open 404 en");
    EXPECT_EQ(send_file("10", "Origin: http://gazette.example\r\n").status, 303);
}

TEST_F(TwoAreas, SayWhichMethodsAPathHas) {
    for (const char* method : {"POST", "PUT", "DELETE"}) {
        const Reply reply = ask("/mine", "", method);
        EXPECT_EQ(reply.status, 405) << method;
        EXPECT_EQ(reply.field("allow"), "GET, HEAD, OPTIONS") << method;
    }
    const Reply get = ask("/office/inbox/7", kKnown);
    EXPECT_EQ(get.status, 405);
    EXPECT_EQ(get.field("allow"), "POST, PUT, OPTIONS");
    const Reply options = ask("/office/inbox/7", kKnown, "OPTIONS");
    EXPECT_EQ(options.status, 204);
    EXPECT_EQ(options.field("allow"), "POST, PUT, OPTIONS");
    EXPECT_EQ(options.field("content-length"), "");
    EXPECT_EQ(ask("/mine", "", "PATCH").status, 501);
}

TEST_F(TwoAreas, TakeAnUploadFromTheirOwnPageAlone) {
    EXPECT_EQ(send_file("100000", kFromHere).body, "7 通知.docx:100000");
    EXPECT_EQ(send_file("10", kKnown).status, 403) << "it says nothing of where it comes from";
    EXPECT_EQ(send_file("10", std::string(kKnown) + "Origin: https://evil.example\r\n").status,
              403);
    EXPECT_EQ(send_file("10", std::string(kKnown) + "Sec-Fetch-Site: cross-site\r\n").status, 403);
    EXPECT_EQ(send_file("10", std::string(kKnown) + "Sec-Fetch-Site: same-origin\r\n").status, 200);
}

TEST_F(TwoAreas, BoundWhatARouteTakes) {
    EXPECT_EQ(send_file("250000", kFromHere).status, 413) << "more than the route takes";
    EXPECT_EQ(send_file("160000", kFromHere).body, "office 413 zh-CN") << "more than a file may be";
    EXPECT_EQ(send_file("10", kFromHere, "application/octet-stream").status, 415);
    EXPECT_EQ(send_file("10", kFromHere, "multipart/form-data").body, "office 400 zh-CN");
    EXPECT_EQ(tests::post_form(listener.port(), "/mine", "a=b").status, 405);
    const std::lock_guard lock(log_mutex);
    EXPECT_THAT(log, HasSubstr("method=POST target=\"/office/inbox/7\" status=413"));
}

}  // namespace
}  // namespace gongbao::server
