// SPDX-License-Identifier: Apache-2.0
#include "server/kit/preferences.hpp"

#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

const std::vector<std::string> kLanguages = {"zh-CN", "en"};

Request asking(const char* accepted, const char* cookie = "", const char* lang = "") {
    Request request;
    if (*accepted != '\0') request.fields.emplace_back("accept-language", accepted);
    if (*cookie != '\0') request.fields.emplace_back("cookie", cookie);
    if (*lang != '\0') request.query.emplace_back("lang", lang);
    return request;
}

TEST(Preferences, TakeTheLanguageTheBrowserLikesBest) {
    const auto language = [](const char* accepted) {
        return preferences_of(asking(accepted), kLanguages, false).language;
    };
    EXPECT_EQ(language(""), "zh-CN");
    EXPECT_EQ(language("en-GB,en;q=0.9,zh;q=0.8"), "en");
    EXPECT_EQ(language("zh-TW,zh;q=0.9,en;q=0.8"), "zh-CN");
    EXPECT_EQ(language("fr, en;q=0.2, zh;q=0.1"), "en");
    EXPECT_EQ(language("zh;q=0.3,en; q=0.7"), "en");
    EXPECT_EQ(language("fr-FR"), "zh-CN");
    EXPECT_EQ(language("en;q=0, *;q=0.5"), "zh-CN");
    for (const char* odd : {",", ";q=", "en;q=x", "*", "en;q=-1", "-", ";;;,,,q=q"})
        EXPECT_EQ(language(odd), "zh-CN") << odd;
}

TEST(Preferences, PutTheAddressBeforeTheCookieBeforeTheBrowser) {
    const auto of = [](const Request& request) {
        return preferences_of(request, kLanguages, false);
    };
    EXPECT_EQ(of(asking("en", "reader=zh-CN.standard")).language, "zh-CN");
    const Preferences by_address = of(asking("en", "reader=zh-CN.large", "en"));
    EXPECT_EQ(by_address.language, "en");
    EXPECT_TRUE(by_address.by_address);
    EXPECT_EQ(by_address.size, TypeSize::Large);
    EXPECT_EQ(of(asking("en", "", "fr")).language, "en");
    EXPECT_FALSE(of(asking("en", "", "fr")).by_address);
}

TEST(Preferences, ComeBackFromTheirCookie) {
    for (const TypeSize size : {TypeSize::Standard, TypeSize::Large, TypeSize::Largest})
        for (const bool contrast : {false, true})
            for (const bool secure : {false, true}) {
                const Preferences set{"en", false, size, contrast};
                const std::string line = keep_preferences(set, secure);
                const std::string pair = line.substr(0, line.find(';'));
                const auto again = preferences_of(asking("", pair.c_str()), kLanguages, secure);
                EXPECT_EQ(variant(again), variant(set));
            }
}

TEST(Preferences, IgnoreACookieOfOtherWords) {
    const auto wanted =
        preferences_of(asking("", "reader=../x.huge.<b>.contrastcontrast.fr"), kLanguages, false);
    EXPECT_EQ(variant(wanted), "zh-CN.standard");
    EXPECT_EQ(variant(preferences_of(asking("", "reader=en.large"), kLanguages, true)),
              "zh-CN.standard")
        << "over https only the cookie of this host counts";
}

}  // namespace
}  // namespace gongbao::server
