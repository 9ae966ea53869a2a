// SPDX-License-Identifier: Apache-2.0
#include "editor/people/password.hpp"

#include <argon2.h>
#include <gtest/gtest.h>

#include "core/system/digest.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;

std::string fault(std::string_view password, std::string_view login = "wangming") {
    const auto message = fault_of_password(password, login);
    return message ? message->id : "none";
}

// RFC 9106, 5.3: the library that the passwords are trusted to.
TEST(Argon2id, GivesThePublishedTag) {
    std::string password(32, '\x01');
    std::string salt(16, '\x02');
    std::string secret(8, '\x03');
    std::string data(12, '\x04');
    std::string tag(32, '\0');
    const auto bytes = [](std::string& text) { return reinterpret_cast<std::uint8_t*>(&text[0]); };
    argon2_context context{};
    context.out = bytes(tag);
    context.outlen = 32;
    context.pwd = bytes(password);
    context.pwdlen = 32;
    context.salt = bytes(salt);
    context.saltlen = 16;
    context.secret = bytes(secret);
    context.secretlen = 8;
    context.ad = bytes(data);
    context.adlen = 12;
    context.t_cost = 3;
    context.m_cost = 32;
    context.lanes = 4;
    context.threads = 4;
    context.version = ARGON2_VERSION_13;
    ASSERT_EQ(argon2id_ctx(&context), ARGON2_OK);
    EXPECT_EQ(core::to_hex(tag),
              "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
}

// A vector of the reference implementation (phc-winner-argon2, src/test.c).
TEST(Password, FitsAHashMadeElsewhere) {
    const std::string hash =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    EXPECT_TRUE(fits_password(hash, "password"));
    EXPECT_FALSE(fits_password(hash, "Password"));
    EXPECT_FALSE(fits_password(hash, ""));
}

TEST(Password, IsKeptWithItsParametersAndASaltOfItsOwn) {
    const std::string hash = hash_password("青山绿水 river 47");
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=19456,t=2,p=1$")) << hash;
    EXPECT_NE(hash, hash_password("青山绿水 river 47"));
    EXPECT_EQ(hash.find('\0'), std::string::npos);
    EXPECT_TRUE(fits_password(hash, "青山绿水 river 47"));
    EXPECT_FALSE(fits_password(hash, "青山绿水 river 48"));
    EXPECT_FALSE(fits_password(hash, "青山绿水 river 47 "));
}

TEST(Password, FitsNoDamagedHashAndNone) {
    EXPECT_FALSE(fits_password({}, "青山绿水 river 47"));
    for (const char* hash : {"", "x", "$argon2id$", "$argon2i$v=19$m=16,t=2,p=1$c29tZXNhbHQ$AAAA"})
        EXPECT_FALSE(fits_password(hash, "")) << hash;
}

TEST(Password, ReadsNoMoreThanItsLengthAndAllOfIt) {
    const std::string with_nul("mountain\0river-47", 17);
    const std::string hash = hash_password(with_nul);
    EXPECT_TRUE(fits_password(hash, with_nul));
    EXPECT_FALSE(fits_password(hash, "mountain"));
    EXPECT_FALSE(fits_password(hash, std::string(10'000'000, 'x')));
}

TEST(Password, MustBeLongEnough) {
    EXPECT_EQ(fault(""), "office.password_short");
    EXPECT_EQ(fault("kq7-Wm2.xZe"), "office.password_short");
    EXPECT_EQ(fault("kq7-Wm2.xZe4"), "none");
    EXPECT_EQ(fault("公报编辑部二零二六年春"), "office.password_short");
    EXPECT_EQ(fault("公报编辑部二零二六年春夏"), "none");
    std::string longest;
    for (int i = 0; i < 40; ++i) longest += "公z报7k";
    EXPECT_EQ(fault(longest), "none");
    EXPECT_EQ(fault(longest + "x"), "office.password_long");
    EXPECT_EQ(fault(std::string(10'000'000, 'x')), "office.password_long");
    EXPECT_EQ(fault("kq7-Wm2.xZe4\xFF"), "office.password_unreadable");
}

TEST(Password, IsNotTheLogin) {
    EXPECT_EQ(fault("wangmingwangming"), "office.password_login");
    EXPECT_EQ(fault("WangMing2026!"), "office.password_login");
    EXPECT_EQ(fault("2026.wangming"), "office.password_login");
    EXPECT_EQ(fault("wangming kq7-Wm2.xZe4"), "none");
    EXPECT_EQ(fault("kq7-Wm2.xZe4", ""), "none");
}

TEST(Password, IsNoRunAndNoRepetition) {
    for (const char* simple :
         {"aaaaaaaaaaaa", "abababababab", "aabbccddeeff", "123412341234", "123456789012",
          "abcdefghijkl", "lkjihgfedcba", "QWERTYUIOPAS", "qwertyuiop12", "1234567890ab",
          "098765432109", "公公公公公公公公公公公公", "            "})
        EXPECT_EQ(fault(simple), "office.password_simple") << simple;
    for (const char* good :
         {"correct horse battery", "tr0ub4dor&3-2026", "一去二三里烟村四五家亭台"})
        EXPECT_EQ(fault(good), "none") << good;
}

}  // namespace
