// SPDX-License-Identifier: Apache-2.0
#include "server/http/content_coding.hpp"

#include <gtest/gtest.h>
#include <zlib.h>

namespace gongbao::server {
namespace {

bool takes(const std::string& accepted) {
    Request request;
    request.fields = {{"accept-encoding", accepted}};
    return takes_gzip(request);
}

std::string unpacked(std::string packed) {
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    std::string bytes(1 << 20, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(bytes.data());
    stream.avail_out = static_cast<uInt>(bytes.size());
    EXPECT_EQ(inflate(&stream, Z_FINISH), Z_STREAM_END);
    bytes.resize(stream.total_out);
    inflateEnd(&stream);
    return bytes;
}

TEST(ContentCoding, IsGzipOnlyWhenTheClientTakesIt) {
    for (const char* accepted :
         {"gzip", "deflate, gzip", "gzip;q=0.1", "x-gzip", "*", "br, *;q=0.2"})
        EXPECT_TRUE(takes(accepted)) << accepted;
    for (const char* accepted :
         {"", "identity", "br", "gzip;q=0", "gzip;q=0.000", "*;q=0", "gzip;q=0, *", "gzipped"})
        EXPECT_FALSE(takes(accepted)) << accepted;
    EXPECT_FALSE(takes_gzip(Request{}));
}

TEST(ContentCoding, PacksTheSameBytesTheSameWay) {
    const std::string text(10'000, 'a');
    EXPECT_EQ(gzip(text), gzip(text));
    EXPECT_LT(gzip(text).size(), text.size());
    EXPECT_EQ(unpacked(gzip(text)), text);
    EXPECT_EQ(unpacked(gzip("")), "");
}

TEST(ContentCoding, IsTheOneTheClientLikesBest) {
    for (const char* accepted : {"GZIP", "X-Gzip;Q=1.0", "identity;q=0.5, gzip", "gzip, identity",
                                 "identity;q=0, *;q=0.1", "gzip; q=0.8, *;q=0.1"})
        EXPECT_TRUE(takes(accepted)) << accepted;
    for (const char* accepted : {"identity;q=1, gzip;q=0.1", "gzip;q=0.1, *;q=0.5", "gzip;q=2",
                                 "gzip;q=", "gzip;q=x1", "GZIP;Q=0.0"})
        EXPECT_FALSE(takes(accepted)) << accepted;
}

}  // namespace
}  // namespace gongbao::server
