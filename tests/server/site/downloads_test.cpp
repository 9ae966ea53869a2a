// SPDX-License-Identifier: Apache-2.0
#include "server/site/downloads.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/server/sample_server.hpp"

namespace gongbao::tests {
namespace {

using testing::HasSubstr;

constexpr const char* kPdf = "/editions/2026-2.pdf";

class Downloads : public testing::Test {
  protected:
    static SampleServer& server() {
        static SampleServer one;
        return one;
    }
    static const std::string& whole() {
        static const std::string bytes = sample_pdf(700'002);
        return bytes;
    }
    static Reply range(const std::string& range, const std::string& more = "") {
        return server().fetch(kPdf, "Range: " + range + "\r\n" + more);
    }
};

TEST_F(Downloads, GiveThePdfWholeByDefault) {
    const Reply reply = server().fetch(kPdf);
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.field("content-type"), "application/pdf");
    EXPECT_EQ(reply.field("accept-ranges"), "bytes");
    EXPECT_THAT(reply.field("cache-control"), HasSubstr("immutable"));
    EXPECT_TRUE(reply.body == whole());
}

TEST_F(Downloads, NameTheFileInChineseWithAPlainStandIn) {
    EXPECT_EQ(server().fetch(kPdf).field("content-disposition"),
              "inline; filename=\"gazette-2026-2.pdf\"; filename*=UTF-8''"
              "%E4%BA%91%E5%B2%AD%E7%9C%81%E4%BA%BA%E6%B0%91%E6%94%BF%E5%BA%9C%E5%85%AC%E6%8A%A5"
              "2026%E5%B9%B4%E7%AC%AC2%E6%9C%9F.pdf");
}

TEST_F(Downloads, GiveARangeThatCrossesPieces) {
    const Reply reply = range("bytes=200000-600000");
    EXPECT_EQ(reply.status, 206);
    EXPECT_EQ(reply.field("content-range"), "bytes 200000-600000/700002");
    EXPECT_TRUE(reply.body == whole().substr(200'000, 400'001));
}

TEST_F(Downloads, GiveTheLastBytes) {
    const Reply reply = range("bytes=-6");
    EXPECT_EQ(reply.status, 206);
    EXPECT_EQ(reply.body, "%%EOF\n");
}

TEST_F(Downloads, SayHowLongTheFileIsWhenARangeIsBeyondIt) {
    const Reply reply = range("bytes=700002-");
    EXPECT_EQ(reply.status, 416);
    EXPECT_EQ(reply.field("content-range"), "bytes */700002");
    EXPECT_EQ(reply.body, "");
}

TEST_F(Downloads, GiveAllForSeveralOrMalformedRanges) {
    for (const char* wanted : {"bytes=0-0,-1", "bytes=9-1", "lines=1-2", "bytes=abc"})
        EXPECT_EQ(range(wanted).status, 200) << wanted;
}

TEST_F(Downloads, GiveARangeOnlyOfTheFileTheClientKnows) {
    const std::string etag = server().fetch(kPdf).field("etag");
    EXPECT_EQ(range("bytes=0-9", "If-Range: " + etag + "\r\n").status, 206);
    EXPECT_EQ(range("bytes=0-9", "If-Range: \"old\"\r\n").status, 200);
    EXPECT_EQ(range("bytes=0-9", "If-Range: W/" + etag + "\r\n").status, 200);
}

TEST_F(Downloads, PreferNotModifiedToARange) {
    const std::string etag = server().fetch(kPdf).field("etag");
    EXPECT_EQ(range("bytes=0-9", "If-None-Match: " + etag + "\r\n").status, 304);
}

TEST_F(Downloads, IgnoreARangeOfAHead) {
    const Reply reply = server().fetch(kPdf, "Range: bytes=0-9\r\n", "HEAD");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.field("content-length"), "700002");
}

TEST_F(Downloads, GiveTheOffprintOfADocument) {
    const Reply reply = server().fetch("/documents/2026-2-2.pdf");
    EXPECT_EQ(reply.status, 200);
    EXPECT_EQ(reply.field("content-type"), "application/pdf");
    EXPECT_THAT(reply.field("cache-control"), HasSubstr("immutable"));
    EXPECT_THAT(reply.field("content-disposition"),
                HasSubstr("filename=\"gazette-2026-2-2.pdf\"; filename*=UTF-8''%E4%BA%91"));
    EXPECT_TRUE(reply.body == sample_pdf(3'003));
    EXPECT_EQ(server().fetch("/documents/2026-2-2.pdf", "Range: bytes=0-4\r\n").body, "%PDF-");
    EXPECT_THAT(server().fetch("/documents/2026-2-2").body,
                HasSubstr("href=\"/documents/2026-2-2.pdf\""));
}

TEST_F(Downloads, SayThatAnOffprintIsNotThere) {
    for (const char* path : {"/documents/2026-2-9.pdf", "/documents/2031-1-1.pdf",
                             "/documents/x.pdf", "/documents/.pdf"})
        EXPECT_EQ(server().fetch(path).status, 404) << path;
}

TEST_F(Downloads, OutliveAClientThatGoesAway) {
    for (int i = 0; i < 20; ++i) {
        RawClient client(server().port());
        client.send(std::string("GET ") + kPdf + " HTTP/1.1\r\nHost: x\r\n\r\n");
    }
    EXPECT_EQ(server().fetch("/healthz").status, 200);
}

TEST_F(Downloads, AreRefusedWithoutBeingKept) {
    EXPECT_EQ(range("bytes=700002-").field("cache-control"), "no-store");
    const Reply reply = server().fetch(kPdf, "If-Match: \"old\"\r\n");
    EXPECT_EQ(reply.status, 412);
    EXPECT_EQ(reply.field("cache-control"), "no-store");
    const std::string etag = server().fetch(kPdf).field("etag");
    EXPECT_EQ(server().fetch(kPdf, "If-Match: " + etag + "\r\n").status, 200);
    EXPECT_EQ(range("BYTES=0-4").status, 206);
    EXPECT_EQ(server().fetch("/", "If-Match: \"old\"\r\n").status, 412);
}

TEST_F(Downloads, GiveAPictureAndItsParts) {
    const auto document = archive::open_archive(server().archive())->document("2026-2-2");
    const auto& picture = document.media.front();
    const std::string address = "/media/" + picture.digest;
    EXPECT_TRUE(server().fetch(address).body == *picture.bytes);
    const Reply part = server().fetch(address, "Range: bytes=1-3\r\n");
    EXPECT_EQ(part.status, 206);
    EXPECT_EQ(part.body, "PNG");
    EXPECT_EQ(part.field("content-type"), "image/png");
}

}  // namespace
}  // namespace gongbao::tests
