// SPDX-License-Identifier: Apache-2.0
#include "server/http/listener.hpp"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <ctime>
#include <filesystem>
#include <future>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "tests/scratch_folder.hpp"
#include "tests/server/raw_client.hpp"

namespace gongbao::server {
namespace {

using namespace std::chrono_literals;
using tests::RawClient;

constexpr const char* kRequest = "GET /hello HTTP/1.1\r\nHost: x\r\n\r\n";

Response says(int status, const std::string& words) {
    Response response;
    response.status = status;
    response.body = std::make_shared<const std::string>(words);
    return response;
}

Service echo() {
    return {[](const Request& request, const std::string&) { return says(200, request.path); },
            [](const Refusal& refusal, const std::string&) {
                return says(refusal.status, refusal.reason);
            },
            [] { return core::Instant{0}; },
            {},
            {}};
}

/// Answers with the size and the first bytes of what it is sent, up to a million bytes.
Service taker() {
    Service service = echo();
    service.judge = [](const Request& request, const std::string&) {
        if (request.path == "/no") return Verdict{0, says(403, "no")};
        return Verdict{1'000'000, {}};
    };
    service.answer = [](const Request& request, const std::string&) {
        const Content& content = request.content;
        return says(200, std::to_string(content.size()) + " " +
                             content.read(0, std::min<std::int64_t>(content.size(), 20)));
    };
    return service;
}

class Listening {
  public:
    explicit Listening(ListenSettings settings = {}, Service service = echo())
        : listener(std::move(settings), std::move(service)) {
        listener.start();
    }
    std::uint16_t port() const { return listener.port(); }
    Listener listener;
};

TEST(Listener, AnswersRequestAfterRequestOnOneConnection) {
    Listening server;
    RawClient client(server.port());
    for (int i = 0; i < 5; ++i) {
        client.send(kRequest);
        EXPECT_EQ(client.read_reply().body, "/hello");
    }
}

TEST(Listener, AnswersPipelinedRequestsInOrder) {
    Listening server;
    RawClient client(server.port());
    std::string all;
    for (int i = 0; i < 50; ++i)
        all += "GET /" + std::to_string(i) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    client.send(all);
    for (int i = 0; i < 50; ++i) EXPECT_EQ(client.read_reply().body, "/" + std::to_string(i));
}

TEST(Listener, TakesARequestByteByByte) {
    Listening server;
    RawClient client(server.port());
    for (const char c : std::string(kRequest)) client.send(std::string(1, c));
    EXPECT_EQ(client.read_reply().body, "/hello");
}

TEST(Listener, SendsNoBodyToAHead) {
    Listening server;
    RawClient client(server.port());
    client.send("HEAD /hello HTTP/1.1\r\nHost: x\r\n\r\n");
    client.send(kRequest);
    EXPECT_EQ(client.read_reply(true).field("content-length"), "6");
    EXPECT_EQ(client.read_reply().body, "/hello");
}

TEST(Listener, ClosesWhenAskedTo) {
    Listening server;
    RawClient client(server.port());
    client.send("GET /hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    EXPECT_EQ(client.read_reply().field("connection"), "close");
    EXPECT_TRUE(client.is_closed());
}

std::string post(const std::string& fields, const std::string& content = "") {
    return "POST /take HTTP/1.1\r\nHost: x\r\n" + fields + "\r\n" + content;
}

TEST(Listener, TakesContentThatIsCounted) {
    Listening server({}, taker());
    RawClient client(server.port());
    client.send(post("Content-Length: 5\r\n", "hello") + kRequest);
    EXPECT_EQ(client.read_reply().body, "5 hello");
    EXPECT_EQ(client.read_reply().body, "0 ");
}

TEST(Listener, TakesContentInChunksByteByByte) {
    Listening server({}, taker());
    RawClient client(server.port());
    const std::string request =
        post("Transfer-Encoding: chunked\r\n",
             "5;a=b\r\nhello\r\n1\r\n,\r\n0A\r\n0123456789\r\n0\r\nX: y\r\n\r\n");
    for (const char c : request) client.send(std::string(1, c));
    client.send(kRequest);
    EXPECT_EQ(client.read_reply().body, "16 hello,0123456789");
    EXPECT_EQ(client.read_reply().body, "0 ");
}

TEST(Listener, GivesAPermitForContentThatItWouldTake) {
    Listening server({}, taker());
    RawClient client(server.port());
    client.send(post("Content-Length: 5\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(client.read_reply(true).status, 100);
    client.send("hello");
    EXPECT_EQ(client.read_reply().body, "5 hello");
    client.send(post("Content-Length: 2000000\r\nExpect: 100-continue\r\n"));
    EXPECT_EQ(client.read_reply().status, 413);
    RawClient other(server.port());
    other.send("POST /no HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(other.read_reply().status, 403);
}

TEST(Listener, SaysWhyToAClientThatSendsOnWhatNobodyTakes) {
    Listening server({}, taker());
    for (const char* path : {"/no", "/take"}) {
        RawClient client(server.port());
        client.send("POST " + std::string(path) +
                    " HTTP/1.1\r\nHost: x\r\nContent-Length: 3000000\r\n\r\n");
        for (int i = 0; i < 30; ++i) client.send(std::string(100'000, 'x'));
        EXPECT_EQ(client.read_reply().status, std::string(path) == "/no" ? 403 : 413);
        EXPECT_TRUE(client.is_closed());
    }
}

TEST(Listener, RefusesChunksThatCanBeMeasuredInTwoWays) {
    Listening server({}, taker());
    for (const char* chunks :
         {"-5\r\nhello\r\n0\r\n\r\n", "+5\r\nhello\r\n0\r\n\r\n", "0x5\r\nhello\r\n0\r\n\r\n",
          "5\nhello\r\n0\r\n\r\n", "5\r\nhelloworld\r\n0\r\n\r\n", "\r\nhello\r\n0\r\n\r\n",
          "5 \r\nhello\r\n0\r\n\r\n", "fffffffffffffffff\r\nhello", "100000000\r\nhello",
          "g\r\nhello\r\n0\r\n\r\n", "5;\x01\r\nhello\r\n0\r\n\r\n"}) {
        RawClient client(server.port());
        client.send(post("Transfer-Encoding: chunked\r\n", chunks) + kRequest);
        EXPECT_EQ(client.read_reply().status, 400) << chunks;
        EXPECT_TRUE(client.is_closed()) << chunks;
    }
    RawClient endless(server.port());
    endless.send(post("Transfer-Encoding: chunked\r\n", "5;" + std::string(400, 'a')));
    EXPECT_EQ(endless.read_reply().status, 400);
    RawClient trailers(server.port());
    trailers.send(post("Transfer-Encoding: chunked\r\n", "0\r\n"));
    for (int i = 0; i < 60; ++i) trailers.send("A: " + std::string(100, 'a') + "\r\n");
    EXPECT_EQ(trailers.read_reply().status, 431);
    RawClient large(server.port());
    large.send(post("Transfer-Encoding: chunked\r\n", "ffffff\r\nhello"));
    EXPECT_EQ(large.read_reply().status, 413);
}

/// Sends a byte every tenth of a second until it is answered, for three seconds.
void drip(RawClient& client) {
    for (int i = 0; i < 30 && !client.is_answered(); ++i) {
        client.send("a");
        std::this_thread::sleep_for(100ms);
    }
    EXPECT_TRUE(client.is_answered());
}

TEST(Listener, ShowsOutWhoSendsContentTooSlowly) {
    ListenSettings settings;
    settings.content_limit = 400ms;
    Listening server(settings, taker());
    RawClient client(server.port());
    client.send(post("Content-Length: 1000\r\n"));
    drip(client);
    EXPECT_EQ(client.read_reply().status, 408);
    EXPECT_TRUE(client.is_closed());
}

TEST(Listener, NeverAnswersContentThatIsCutShort) {
    std::atomic<int> answered = 0;
    Service service = taker();
    service.answer = [&](const Request&, const std::string&) {
        ++answered;
        return says(200, "");
    };
    Listening server({}, service);
    for (const char* what :
         {"Content-Length: 10\r\n\r\nhello", "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"}) {
        RawClient client(server.port());
        client.send(std::string("POST /take HTTP/1.1\r\nHost: x\r\n") + what);
        client.finish();
        EXPECT_TRUE(client.is_closed());
    }
    EXPECT_EQ(answered, 0);
}

TEST(Listener, SpoolsLargeContentAndLeavesNoFileBehind) {
    tests::ScratchFolder folder;
    ListenSettings settings;
    settings.spool.folder = folder.path();
    settings.spool.in_memory = 1'000;
    settings.spool.on_disk = 600'000;
    Listening server(settings, taker());
    RawClient client(server.port());
    client.send(post("Content-Length: 500000\r\n", "begin" + std::string(200'000, 'x')));
    std::this_thread::sleep_for(100ms);
    EXPECT_TRUE(std::filesystem::is_empty(folder.path())) << "the file has no name";
    RawClient other(server.port());
    other.send(post("Content-Length: 500000\r\n", std::string(450'000, 'x')));
    EXPECT_EQ(other.read_reply().status, 503) << "there is no room for both";
    client.send(std::string(299'995, 'x'));
    EXPECT_EQ(client.read_reply().body, "500000 beginxxxxxxxxxxxxxxx");
    RawClient next(server.port());
    next.send(post("Content-Length: 500000\r\n", std::string(500'000, 'y')));
    EXPECT_EQ(next.read_reply().status, 200) << "room is given back";
    EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
}

TEST(Listener, SaysWhenContentCannotBeSpooled) {
    ListenSettings settings;
    settings.spool.folder = "/no/such/folder";
    settings.spool.in_memory = 1'000;
    Listening server(settings, taker());
    RawClient client(server.port());
    client.send(post("Content-Length: 5000\r\n", std::string(5'000, 'x')));
    EXPECT_EQ(client.read_reply().status, 503);
    RawClient small(server.port());
    small.send(post("Content-Length: 5\r\n", "hello"));
    EXPECT_EQ(small.read_reply().status, 200);
}

/// What would be served if a body's end were misread: it must never be answered.
TEST(Listener, ClosesAfterARefusalAndServesNothingThatFollows) {
    Listening server;
    for (const char* head : {"POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                             "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                             "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\nhello",
                             "GET /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n",
                             "POST /a HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc",
                             "GET /a HTTP/1.1\nHost: x\n\n"}) {
        RawClient client(server.port());
        client.send(std::string(head) + kRequest);
        EXPECT_GE(client.read_reply().status, 400) << head;
        EXPECT_TRUE(client.is_closed()) << head;
    }
}

TEST(Listener, RefusesAHeadThatNeverEnds) {
    Listening server;
    RawClient line(server.port());
    line.send("GET /" + std::string(20'000, 'a'));
    EXPECT_EQ(line.read_reply().status, 414);
    RawClient fields(server.port());
    fields.send("GET / HTTP/1.1\r\nHost: x\r\nA: " + std::string(20'000, 'a'));
    EXPECT_EQ(fields.read_reply().status, 431);
}

TEST(Listener, ServesOthersWhileManyClientsSayNothing) {
    ListenSettings settings;
    settings.threads = 2;
    Listening server(settings);
    std::vector<std::unique_ptr<RawClient>> silent;
    for (int i = 0; i < 200; ++i) {
        silent.push_back(std::make_unique<RawClient>(server.port()));
        if (i % 2 == 0) silent.back()->send("GET /unfinished HTTP/1.1\r\n");
    }
    const auto begin = std::chrono::steady_clock::now();
    RawClient client(server.port());
    client.send(kRequest);
    EXPECT_EQ(client.read_reply().status, 200);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 500ms);
}

TEST(Listener, ShowsOutWhoIsTooSlow) {
    ListenSettings settings;
    settings.head_limit = 300ms;
    settings.idle_limit = 300ms;
    Listening server(settings);
    RawClient unfinished(server.port());
    unfinished.send("GET / HTTP/1.1\r\n");
    EXPECT_EQ(unfinished.read_reply().status, 408);
    EXPECT_TRUE(unfinished.is_closed());
    RawClient idle(server.port());
    idle.send(kRequest);
    EXPECT_EQ(idle.read_reply().status, 200);
    EXPECT_TRUE(idle.is_closed());
}

TEST(Listener, DoesNotLetADripProlongAHead) {
    ListenSettings settings;
    settings.head_limit = 400ms;
    Listening server(settings);
    RawClient client(server.port());
    client.send("GET / HTTP/1.1\r\nA: ");
    drip(client);
    EXPECT_EQ(client.read_reply().status, 408);
}

TEST(Listener, TurnsAwayWhoComesWhenItIsFull) {
    ListenSettings settings;
    settings.max_connections = 3;
    Listening server(settings);
    std::vector<std::unique_ptr<RawClient>> guests;
    for (int i = 0; i < 3; ++i) {
        guests.push_back(std::make_unique<RawClient>(server.port()));
        guests.back()->send(kRequest);
        EXPECT_EQ(guests.back()->read_reply().status, 200);
    }
    RawClient late(server.port());
    EXPECT_EQ(late.read_reply().status, 503);
    EXPECT_TRUE(late.is_closed());
    guests.front()->send(kRequest);
    EXPECT_EQ(guests.front()->read_reply().status, 200);
}

TEST(Listener, ReadsLongBodiesPieceByPiece) {
    Service service = echo();
    service.answer = [](const Request&, const std::string&) {
        Response response;
        response.source.begin = 5;
        response.source.size = 1'000'000;
        response.source.read = [](std::int64_t offset, std::int64_t length) {
            EXPECT_LE(length, 256 * 1024);
            std::string bytes;
            for (std::int64_t i = offset; i < offset + length; ++i)
                bytes += static_cast<char>('a' + i % 26);
            return bytes;
        };
        return response;
    };
    Listening server({}, service);
    RawClient client(server.port());
    client.send(kRequest);
    const auto reply = client.read_reply();
    ASSERT_EQ(reply.body.size(), 1'000'000U);
    for (std::size_t i = 0; i < reply.body.size(); i += 997)
        ASSERT_EQ(reply.body[i], static_cast<char>('a' + (i + 5) % 26)) << i;
}

TEST(Listener, ServesOthersWhileManyClientsTakeNothingOfALongBody) {
    Service service = echo();
    service.answer = [](const Request& request, const std::string&) {
        if (request.path == "/hello") return says(200, "hello");
        Response response;
        response.source.size = 50'000'000;
        response.source.read = [](std::int64_t, std::int64_t length) {
            return std::string(static_cast<std::size_t>(length), 'x');
        };
        return response;
    };
    ListenSettings settings;
    settings.threads = 2;
    settings.send_limit = 700ms;
    Listening server(settings, service);
    std::vector<std::unique_ptr<RawClient>> greedy;
    for (int i = 0; i < 20; ++i) {
        greedy.push_back(std::make_unique<RawClient>(server.port()));
        greedy.back()->send("GET /long HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    std::this_thread::sleep_for(100ms);
    RawClient client(server.port());
    client.send(kRequest);
    EXPECT_EQ(client.read_reply().body, "hello");
    std::this_thread::sleep_for(1'500ms);
    EXPECT_LE(server.listener.connections(), 1) << "who takes nothing is shown out";
}

TEST(Listener, SendsALongBodyWholeToAClientThatPauses) {
    Service service = echo();
    service.answer = [](const Request&, const std::string&) {
        return says(200, std::string(30'000'000, 'y'));
    };
    Listening server({}, service);
    RawClient client(server.port());
    client.send(std::string(kRequest) + kRequest);
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(client.read_reply().body.size(), 30'000'000U);
    std::this_thread::sleep_for(300ms);
    EXPECT_EQ(client.read_reply().body.size(), 30'000'000U);
}

TEST(Listener, ClosesWhenABodyCannotBeReadOn) {
    Service service = echo();
    service.answer = [](const Request&, const std::string&) {
        Response response;
        response.source.size = 1'000;
        response.source.read = [](std::int64_t, std::int64_t) -> std::string {
            throw std::runtime_error("gone");
        };
        return response;
    };
    std::promise<std::string> what;
    service.broken_off = [&](const std::string&, const char* words) { what.set_value(words); };
    Listening server({}, service);
    RawClient client(server.port());
    client.send(kRequest);
    EXPECT_EQ(client.read_reply().body, "");
    EXPECT_TRUE(client.is_closed());
    EXPECT_EQ(what.get_future().get(), "gone");
}

TEST(Listener, StopsWithConnectionsOpen) {
    auto server = std::make_unique<Listening>();
    RawClient client(server->port());
    client.send(kRequest);
    EXPECT_EQ(client.read_reply().status, 200);
    server->listener.stop();
    EXPECT_TRUE(client.is_closed());
}

// One address cannot take every place, and whoever comes from it last is served.
TEST(Listener, GivesTheIdlestPlaceOfAnAddressToItsNewcomer) {
    ListenSettings settings;
    settings.max_per_address = 3;
    Listening server(settings);
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 10; ++i) {
        idle.push_back(std::make_unique<RawClient>(server.port()));
        idle.back()->send(kRequest);
        EXPECT_EQ(idle.back()->read_reply().status, 200) << i;
        std::this_thread::sleep_for(5ms);
    }
    EXPECT_LE(server.listener.connections(), 3);
    EXPECT_TRUE(idle.front()->is_closed());
}

TEST(Listener, TurnsANewcomerAwayWhenItsAddressIsBusyEverywhere) {
    ListenSettings settings;
    settings.max_per_address = 3;
    Listening server(settings);
    std::vector<std::unique_ptr<RawClient>> busy;
    for (int i = 0; i < 3; ++i) {
        busy.push_back(std::make_unique<RawClient>(server.port()));
        busy.back()->send("GET /unfinished HTTP/1.1\r\n");
    }
    std::this_thread::sleep_for(100ms);
    RawClient late(server.port());
    EXPECT_EQ(late.read_reply().status, 503);
}

TEST(Listener, SendsOneCopyOfABodyToManySlowClients) {
    const auto body = std::make_shared<const std::string>(std::size_t{24} << 20, 'x');
    Service service = echo();
    service.answer = [&](const Request&, const std::string&) {
        Response response;
        response.body = body;
        return response;
    };
    Listening server({}, service);
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 40; ++i) {
        slow.push_back(std::make_unique<RawClient>(server.port()));
        slow.back()->send(kRequest);
    }
    for (int i = 0; i < 100 && body.use_count() < 41; ++i) std::this_thread::sleep_for(20ms);
    EXPECT_GE(body.use_count(), 41);  // every client's answer is this very string
    EXPECT_EQ(slow.front()->read_reply().body.size(), body->size());
}

// Without a free descriptor accept fails whether or not anybody waits: the door must not spin.
TEST(Listener, OutlivesAWantOfDescriptors) {
    Listening server;
    RawClient guest(server.port());
    guest.send(kRequest);
    EXPECT_EQ(guest.read_reply().status, 200);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_NOFILE, &before), 0);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 3; ++i) clients.push_back(std::make_unique<RawClient>(server.port()));
    std::this_thread::sleep_for(50ms);
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);  // the next free descriptor
    const rlimit none_free{static_cast<rlim_t>(socket) + 1, before.rlim_max};
    ASSERT_EQ(setrlimit(RLIMIT_NOFILE, &none_free), 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    std::this_thread::sleep_for(100ms);
    guest.send(kRequest);
    EXPECT_EQ(guest.read_reply().status, 200);
    const std::clock_t spent = std::clock();
    std::this_thread::sleep_for(300ms);
    EXPECT_LT(std::clock() - spent, CLOCKS_PER_SEC / 10);
    setrlimit(RLIMIT_NOFILE, &before);
    ::close(socket);
    RawClient later(server.port());
    later.send(kRequest);
    EXPECT_EQ(later.read_reply().status, 200);
}

}  // namespace
}  // namespace gongbao::server
