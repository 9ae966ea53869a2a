// SPDX-License-Identifier: Apache-2.0
#include "server/kit/access_log.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

TEST(AccessLog, WritesOneLineARequest) {
    EXPECT_EQ(logfmt({core::Instant{0}, "1-2", "127.0.0.1:5", "GET", "/a", 200, 12,
                      std::chrono::microseconds(1'500), ""}),
              "time=1970-01-01T00:00:00Z id=1-2 client=127.0.0.1:5 method=GET target=\"/a\" "
              "status=200 bytes=12 ms=1.500");
}

TEST(AccessLog, LetsNoRequestWriteALineOfItsOwn) {
    const std::string line = logfmt({core::Instant{0}, "1", "-", "-", "/\"\r\nid=2 \x1B公\\", 400,
                                     0, std::chrono::nanoseconds(0), "a\nb"});
    EXPECT_NE(line.find("target=\"/\\x22\\x0d\\x0aid=2 \\x1b\\xe5\\x85\\xac\\x5c\""),
              std::string::npos)
        << line;
    EXPECT_NE(line.find("note=\"a\\x0ab\""), std::string::npos) << line;
}

}  // namespace
}  // namespace gongbao::server
