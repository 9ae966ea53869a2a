// SPDX-License-Identifier: Apache-2.0
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

using namespace std::chrono_literals;

// The whole answer to GET `target`; empty when there is none.
std::string answer(std::uint16_t port, const std::string& target) {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string all;
    if (::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        const std::string request =
            "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
        ::send(connection, request.data(), request.size(), 0);
        char buffer[4096];
        for (ssize_t n = 0; (n = ::recv(connection, buffer, sizeof buffer, 0)) > 0;)
            all.append(buffer, static_cast<std::size_t>(n));
    }
    ::close(connection);
    return all;
}

TEST(Serve, AnswersOnAFreePortAndStopsWhenToldTo) {
    const Workplace place;
    RunningProgram server(place, {"serve", "--port", "0"});
    const std::uint16_t port = server.port();
    ASSERT_NE(port, 0);
    EXPECT_TRUE(answer(port, "/").starts_with("HTTP/1.1 200")) << answer(port, "/");
    EXPECT_EQ(server.stop(2s), 0);
    EXPECT_EQ(answer(port, "/"), "");
}

TEST(Serve, ShowsWhatIsPublishedWhileItRuns) {
    const Workplace place;
    RunningProgram server(place, {"serve", "--port", "0"});
    const std::uint16_t port = server.port();
    ASSERT_NE(port, 0);
    place.name_gazette();
    place.write("a.txt", notice(1));
    place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
    place.run({"issue", "add", "2026-8", "a.txt", "-s", "省政府文件"});
    const std::string title = "关于第1类事项的通知";
    EXPECT_EQ(answer(port, "/").find(title), std::string::npos);
    ASSERT_EQ(place.run({"issue", "publish", "2026-8"}).code, 0);
    EXPECT_NE(answer(port, "/").find(title), std::string::npos);
    EXPECT_EQ(server.stop(2s), 0);
}

}  // namespace
}  // namespace gongbao::tests
