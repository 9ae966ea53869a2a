// SPDX-License-Identifier: Apache-2.0
#include "server/kit/policy.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace gongbao::server {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Policy, AllowsOnlyWhatTheAreaNames) {
    const std::string plain = protective_fields({}, false);
    EXPECT_THAT(plain, HasSubstr("default-src 'none'; style-src 'self'; img-src 'self'; "
                                 "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                                 "require-trusted-types-for 'script'\r\n"));
    EXPECT_THAT(plain, Not(HasSubstr("Strict-Transport-Security")));
    Policy office;
    office.loads = {true, true, true, true, true};
    office.framed_by_itself = true;
    office.referrer = "no-referrer";
    const std::string all = protective_fields(office, true);
    for (const char* what : {"script-src 'self'; ", "worker-src 'self'; ", "manifest-src 'self'; ",
                             "font-src 'self'; ", "connect-src 'self'; ", "frame-ancestors 'self'",
                             "Referrer-Policy: no-referrer\r\n", "Strict-Transport-Security"})
        EXPECT_THAT(all, HasSubstr(what));
    EXPECT_THAT(all, Not(HasSubstr("unsafe")));
}

struct Sent {
    const char* why;
    std::vector<std::pair<std::string, std::string>> fields;
    bool when_required;
    bool when_not;
};

class CrossSite : public testing::TestWithParam<Sent> {};

TEST_P(CrossSite, IsToldByWhatBrowsersSay) {
    Request request;
    request.fields = GetParam().fields;
    request.fields.emplace_back("host", "desk.example:8080");
    Policy policy;
    const std::string base = "https://gazette.example";
    EXPECT_EQ(comes_from_here(request, policy, base), GetParam().when_required);
    policy.origin_required = false;
    EXPECT_EQ(comes_from_here(request, policy, base), GetParam().when_not);
}

INSTANTIATE_TEST_SUITE_P(
    Requests, CrossSite,
    testing::Values(
        Sent{"SaysNothing", {}, false, true},
        Sent{"SameOrigin", {{"sec-fetch-site", "same-origin"}}, true, true},
        Sent{"CrossSite", {{"sec-fetch-site", "cross-site"}}, false, false},
        Sent{"SameSite", {{"sec-fetch-site", "same-site"}}, false, false},
        Sent{"Typed", {{"sec-fetch-site", "none"}}, false, false},
        Sent{"PublicOrigin", {{"origin", "https://gazette.example"}}, true, true},
        Sent{"OriginOfTheHost", {{"origin", "http://desk.example:8080"}}, true, true},
        Sent{"OtherPort", {{"origin", "http://desk.example"}}, false, false},
        Sent{"OtherOrigin", {{"origin", "https://evil.example"}}, false, false},
        Sent{"NullOrigin", {{"origin", "null"}}, false, false},
        Sent{"LongerOrigin", {{"origin", "https://gazette.example.evil.example"}}, false, false}),
    [](const auto& row) { return row.param.why; });

}  // namespace
}  // namespace gongbao::server
