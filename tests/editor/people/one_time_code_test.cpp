// SPDX-License-Identifier: Apache-2.0
#include "editor/people/one_time_code.hpp"

#include <gtest/gtest.h>

#include <set>

namespace {

using namespace gongbao;
using namespace gongbao::editor;

// RFC 6238, appendix B: "12345678901234567890" in Base32.
const std::string kSecret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

std::optional<std::int64_t> step(std::string_view code, std::int64_t seconds,
                                 std::int64_t used = -1) {
    return step_of_code(kSecret, code, {seconds}, used);
}

// The last six of the eight digits.
TEST(OneTimeCode, GivesThePublishedVectors) {
    EXPECT_EQ(code_of_step(kSecret, 59 / 30), "287082");
    EXPECT_EQ(code_of_step(kSecret, 1111111109 / 30), "081804");
    EXPECT_EQ(code_of_step(kSecret, 1111111111 / 30), "050471");
    EXPECT_EQ(code_of_step(kSecret, 1234567890 / 30), "005924");
    EXPECT_EQ(code_of_step(kSecret, 2000000000 / 30), "279037");
    EXPECT_EQ(code_of_step(kSecret, std::int64_t{20000000000} / 30), "353130");
}

TEST(OneTimeCode, AllowsOneStepOfDriftEitherWay) {
    const std::int64_t at = 1234567890 / 30;
    const std::string code = code_of_step(kSecret, at);
    for (const std::int64_t seconds : {at * 30 - 30, at * 30 - 1, at * 30, at * 30 + 59})
        EXPECT_EQ(step(code, seconds), at) << seconds;
    for (const std::int64_t seconds : {at * 30 - 31, at * 30 + 60, at * 30 - 3600})
        EXPECT_FALSE(step(code, seconds)) << seconds;
}

TEST(OneTimeCode, IsNotOfAStepThatWasUsedOrAnEarlierOne) {
    const std::int64_t at = 1234567890 / 30;
    EXPECT_FALSE(step(code_of_step(kSecret, at), at * 30, at));
    EXPECT_FALSE(step(code_of_step(kSecret, at - 1), at * 30, at));
    EXPECT_EQ(step(code_of_step(kSecret, at + 1), at * 30, at), at + 1);
    EXPECT_EQ(step(code_of_step(kSecret, at), at * 30, at - 1), at);
}

TEST(OneTimeCode, IsReadAsPeopleTypeIt) {
    const std::int64_t at = 1234567890 / 30;
    EXPECT_EQ(step(" 005 924\t", at * 30), at);
    EXPECT_EQ(step("００５９２４", at * 30), at);
    for (const char* wrong : {"", "5924", "0005924", "005925", "00592４x", "\xFF", "-05924"})
        EXPECT_FALSE(step(wrong, at * 30)) << wrong;
    EXPECT_FALSE(step("005924" + std::string(10'000'000, ' '), at * 30));
    EXPECT_FALSE(step(std::string_view("005924\0", 7), at * 30));
}

TEST(OneTimeCode, HasNoneBefore1970) {
    EXPECT_EQ(step(code_of_step(kSecret, 0), 0), 0);
    EXPECT_FALSE(step("000000", -1'000'000));
}

TEST(OneTimeCode, HasSecretsThatNobodyGuesses) {
    std::set<std::string> seen;
    for (int i = 0; i < 100; ++i) {
        const std::string secret = new_code_secret();
        EXPECT_TRUE(is_code_secret(secret)) << secret;
        EXPECT_TRUE(seen.insert(secret).second);
        EXPECT_EQ(code_of_step(secret, i).size(), 6u);
    }
    for (const std::string& wrong : {std::string(), kSecret.substr(1), kSecret + "A",
                                     std::string(31, 'A') + "1", std::string(31, 'A') + "a"})
        EXPECT_FALSE(is_code_secret(wrong)) << wrong;
}

TEST(OneTimeCode, IsSetUpByAnAddress) {
    EXPECT_EQ(code_uri(kSecret, "wang.ming"),
              "otpauth://totp/Gongbao:wang.ming?secret=" + kSecret +
                  "&issuer=Gongbao&algorithm=SHA1&digits=6&period=30");
}

}  // namespace
