// SPDX-License-Identifier: Apache-2.0
#include "server/http/admission.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

struct Admitted {
    const char* why;
    std::string head;
    const char* path;
};

class AdmissionAccepts : public testing::TestWithParam<Admitted> {};

TEST_P(AdmissionAccepts, TheHead) {
    const std::string& head = GetParam().head;
    EXPECT_EQ(end_of_head(head), head.size());
    const auto result = admit(head);
    ASSERT_TRUE(std::holds_alternative<Request>(result)) << std::get<Refusal>(result).reason;
    EXPECT_EQ(std::get<Request>(result).path, GetParam().path);
}

INSTANTIATE_TEST_SUITE_P(
    Heads, AdmissionAccepts,
    testing::Values(
        Admitted{"Plain", "GET /a HTTP/1.1\r\nHost: x\r\n\r\n", "/a"},
        Admitted{"HeadMethod", "HEAD /a HTTP/1.1\r\nHost: x\r\n\r\n", "/a"},
        Admitted{"EmptyLineBefore", "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n", "/a"},
        Admitted{"AbsoluteForm", "GET http://x/a HTTP/1.1\r\nHost: x\r\n\r\n", "/a"},
        Admitted{"AbsoluteFormWithoutPath", "GET http://x HTTP/1.1\r\nHost: x\r\n\r\n", "/"},
        Admitted{"OldVersionWithoutHost", "GET /a HTTP/1.0\r\n\r\n", "/a"},
        Admitted{"LengthZero", "GET /a HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n", "/a"},
        Admitted{"HostWithPort", "GET /a HTTP/1.1\r\nHost: x.example:8080\r\n\r\n", "/a"},
        Admitted{"HostAsSixthVersionAddress", "GET /a HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "/a"},
        Admitted{"TabsAroundValue", "GET /a HTTP/1.1\r\nHost:\tx\t\r\n\r\n", "/a"},
        Admitted{"EmptyFieldValue", "GET /a HTTP/1.1\r\nHost: x\r\nAccept:\r\n\r\n", "/a"},
        Admitted{"HanInEscapes", "GET /%E5%85%AC HTTP/1.1\r\nHost: x\r\n\r\n", "/公"}),
    [](const auto& row) { return row.param.why; });

struct Refused {
    const char* why;
    std::string head;
    int status;
};

class AdmissionRefuses : public testing::TestWithParam<Refused> {};

TEST_P(AdmissionRefuses, TheHead) {
    const std::string& head = GetParam().head;
    ASSERT_EQ(end_of_head(head), head.size()) << "the gate never sees this head";
    const auto result = admit(head);
    ASSERT_TRUE(std::holds_alternative<Refusal>(result));
    EXPECT_EQ(std::get<Refusal>(result).status, GetParam().status)
        << std::get<Refusal>(result).reason;
}

const std::string kGet = "GET /a HTTP/1.1\r\nHost: x\r\n";
const std::string kPost = "POST /a HTTP/1.1\r\nHost: x\r\n";

INSTANTIATE_TEST_SUITE_P(
    Heads, AdmissionRefuses,
    testing::Values(
        Refused{"LengthAndTransferEncoding",
                kGet + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        Refused{"TransferEncodingOfAGet", kGet + "Transfer-Encoding: chunked\r\n\r\n", 413},
        Refused{"TwoTransferEncodings",
                kPost + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n", 501},
        Refused{"TransferEncodingList", kPost + "Transfer-Encoding: gzip, chunked\r\n\r\n", 501},
        Refused{"TransferEncodingOfAnOldVersion",
                "POST /a HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", 400},
        Refused{"PostWithTwoLengths", kPost + "Content-Length: 4\r\nContent-Length: 4\r\n\r\n",
                400},
        Refused{"PostWithLengthAndChunks",
                kPost + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n", 400},
        Refused{"OtherExpectation", kPost + "Expect: a-miracle\r\n\r\n", 417},
        Refused{"ContentOfADelete", "DELETE /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n",
                413},
        Refused{"ContentOfOptions", "OPTIONS /a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n",
                413},
        Refused{"UnknownTransferEncoding", kGet + "Transfer-Encoding: xchunked\r\n\r\n", 501},
        Refused{"TwoLengths", kGet + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n", 400},
        Refused{"LengthList", kGet + "Content-Length: 0, 0\r\n\r\n", 400},
        Refused{"LengthWithPlus", kGet + "Content-Length: +5\r\n\r\n", 400},
        Refused{"LengthBelowZero", kGet + "Content-Length: -1\r\n\r\n", 400},
        Refused{"LengthInHexadecimal", kGet + "Content-Length: 0x0\r\n\r\n", 400},
        Refused{"LengthEmpty", kGet + "Content-Length:\r\n\r\n", 400},
        Refused{"LengthBeyondCounting", kGet + "Content-Length: 99999999999999999999\r\n\r\n", 400},
        Refused{"Content", kGet + "Content-Length: 5\r\n\r\n", 413},
        Refused{"NoHost", "GET /a HTTP/1.1\r\n\r\n", 400},
        Refused{"TwoHosts", kGet + "Host: y\r\n\r\n", 400},
        Refused{"EmptyHost", "GET /a HTTP/1.1\r\nHost:\r\n\r\n", 400},
        Refused{"HostWithPath", "GET /a HTTP/1.1\r\nHost: x/y\r\n\r\n", 400},
        Refused{"HostWithUser", "GET /a HTTP/1.1\r\nHost: u@x\r\n\r\n", 400},
        Refused{"SpaceBeforeColon", kGet + "Accept : x\r\n\r\n", 400},
        Refused{"FoldedLine", kGet + "Accept: a\r\n b\r\n\r\n", 400},
        Refused{"FoldedFirstLine", "GET /a HTTP/1.1\r\n Host: x\r\n\r\n", 400},
        Refused{"BareLineFeeds", "GET /a HTTP/1.1\nHost: x\n\n", 400},
        Refused{"OneBareLineFeed", "GET /a HTTP/1.1\r\nHost: x\nAccept: y\r\n\r\n", 400},
        Refused{"BareCarriageReturn", kGet + "Accept: a\rb\r\n\r\n", 400},
        Refused{"NulInValue", kGet + std::string("Accept: a\0b\r\n\r\n", 15), 400},
        Refused{"NulInTarget", std::string("GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n", 30), 400},
        Refused{"EscapedNul", "GET /a%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"FieldWithoutName", kGet + ": x\r\n\r\n", 400},
        Refused{"FieldWithoutColon", kGet + "Accept\r\n\r\n", 400},
        Refused{"HanInFieldName", kGet + "公: x\r\n\r\n", 400},
        Refused{"NoVersion", "GET /a\r\nHost: x\r\n\r\n", 400},
        Refused{"OtherProtocol", "GET /a SIP/2.0\r\nHost: x\r\n\r\n", 400},
        Refused{"LaterVersion", "GET /a HTTP/2.0\r\nHost: x\r\n\r\n", 505},
        Refused{"VersionWithMore", "GET /a HTTP/1.1x\r\nHost: x\r\n\r\n", 505},
        Refused{"TwoSpaces", "GET  /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"SpaceInTarget", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"MethodWithBracket", "G(T /a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"LowerCaseMethod", "get /a HTTP/1.1\r\nHost: x\r\n\r\n", 501},
        Refused{"UnknownMethod", "PATCH /a HTTP/1.1\r\nHost: x\r\n\r\n", 501},
        Refused{"Trace", "TRACE /a HTTP/1.1\r\nHost: x\r\n\r\n", 501},
        Refused{"Connect", "CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"Asterisk", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"ParentFolder", "GET /static/../a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"EscapedParentFolder", "GET /%2e%2e/a HTTP/1.1\r\nHost: x\r\n\r\n", 400},
        Refused{"LongTarget", "GET /" + std::string(9'000, 'a') + " HTTP/1.1\r\nHost: x\r\n\r\n",
                414},
        Refused{"LongFields", kGet + "A: " + std::string(17'000, 'a') + "\r\n\r\n", 431}),
    [](const auto& row) { return row.param.why; });

TEST(Admission, KnowsTheMethodsAndHowContentIsMeasured) {
    const auto admitted = [](const std::string& head) { return std::get<Request>(admit(head)); };
    for (const char* name : {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"})
        EXPECT_EQ(name_of(admitted(name + std::string(" /a HTTP/1.1\r\nHost: x\r\n\r\n")).method),
                  name);
    const Request counted = admitted(kPost + "Content-Length: 12\r\n\r\n");
    EXPECT_EQ(counted.framing.length, 12);
    EXPECT_FALSE(counted.framing.waits_for_permit);
    const Request chunked =
        admitted(kPost + "Transfer-Encoding: CHUNKED\r\nExpect: 100-Continue\r\n\r\n");
    EXPECT_EQ(chunked.framing.kind, Framing::Kind::Chunked);
    EXPECT_TRUE(chunked.framing.waits_for_permit);
    EXPECT_FALSE(admitted(kPost + "\r\n").framing.announces_content());
}

TEST(Admission, RefusesMoreFieldsThanAHundred) {
    std::string head = kGet;
    for (int i = 0; i < 100; ++i) head += "A: b\r\n";
    const auto result = admit(head + "\r\n");
    ASSERT_TRUE(std::holds_alternative<Refusal>(result));
    EXPECT_EQ(std::get<Refusal>(result).status, 431);
}

TEST(Admission, WaitsForTheRestOfAHead) {
    const std::string head = kGet + "\r\n";
    for (std::size_t cut = 0; cut < head.size(); ++cut)
        EXPECT_EQ(end_of_head(head.substr(0, cut)), std::string::npos) << cut;
}

TEST(Admission, KeepsTheConnectionUnlessAskedNotTo) {
    const auto keeps = [](const std::string& head) {
        return std::get<Request>(admit(head)).keep_alive;
    };
    EXPECT_TRUE(keeps(kGet + "\r\n"));
    EXPECT_FALSE(keeps(kGet + "Connection: close\r\n\r\n"));
    EXPECT_FALSE(keeps(kGet + "Connection: Upgrade, CLOSE\r\n\r\n"));
    EXPECT_FALSE(keeps("GET /a HTTP/1.0\r\n\r\n"));
    EXPECT_TRUE(keeps("GET /a HTTP/1.0\r\nConnection: keep-alive\r\n\r\n"));
}

}  // namespace
}  // namespace gongbao::server
