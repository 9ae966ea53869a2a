// SPDX-License-Identifier: Apache-2.0
// What people do to their own accounts: a password by a link, a second factor.
#include <gtest/gtest.h>

#include <thread>

#include "core/system/files.hpp"
#include "editor/people/one_time_code.hpp"
#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::kPassword;
using gongbao::tests::kStart;
using gongbao::tests::later;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleOffice;

constexpr std::int64_t kTwoDays = 2 * 24 * 3600;

class ALink : public testing::Test {
  protected:
    std::string set(std::string_view token, const std::string& password = kPassword,
                    core::Instant now = kStart) {
        return refusal_of([&] { people_.set_password(token, password, now); });
    }
    SampleOffice office_;
    People& people_ = office_.people;
    const PersonId id_ = office_.add("wangming");
    const std::string token_ = people_.new_link(office_.by_admin(), id_);
};

TEST_F(ALink, SetsThePasswordOnce) {
    EXPECT_EQ(token_.size(), 43u);
    EXPECT_EQ(people_.owner_of_link(token_, kStart)->login, "wangming");
    EXPECT_EQ(people_.owner_of_link(token_, kStart)->login, "wangming");
    EXPECT_EQ(set(token_), "none");
    EXPECT_TRUE(people_.find(id_)->has_password);
    EXPECT_FALSE(people_.owner_of_link(token_, kStart));
    EXPECT_EQ(set(token_, "another 口令 entirely 5"), "forbidden office.link_dead");
    EXPECT_EQ(office_.last().person, "#");
    EXPECT_EQ(office_.last().reason, "office.link_dead");
    EXPECT_EQ(office_.try_password("wangming", kPassword, kStart), "none");
}

TEST_F(ALink, IsUsedByOneOfTwoAtOnce) {
    std::string one;
    std::string two;
    const auto use = [&](std::string& said) {
        core::Database own = office_.open();
        said = refusal_of([&] { People(own).set_password(token_, kPassword, kStart); });
    };
    std::thread first([&] { use(one); });
    std::thread second([&] { use(two); });
    first.join();
    second.join();
    EXPECT_EQ((std::multiset<std::string>{one, two}),
              (std::multiset<std::string>{"none", "forbidden office.link_dead"}));
}

TEST_F(ALink, EndsAfterTwoDays) {
    EXPECT_TRUE(people_.owner_of_link(token_, later(kTwoDays - 1)));
    EXPECT_FALSE(people_.owner_of_link(token_, later(kTwoDays)));
    EXPECT_EQ(set(token_, kPassword, later(kTwoDays)), "forbidden office.link_dead");
    EXPECT_FALSE(people_.find(id_)->has_password);
    EXPECT_TRUE(people_.owner_of_link(token_, later(-60)));
    EXPECT_FALSE(people_.owner_of_link(token_, later(-61)));
}

TEST_F(ALink, StaysWhenThePasswordIsRefused) {
    EXPECT_EQ(set(token_, "short"), "invalid office.password_short");
    EXPECT_EQ(set(token_, "wangming2026"), "invalid office.password_login");
    EXPECT_EQ(office_.last().person, "wangming");
    EXPECT_EQ(office_.last().act, "person.set_password");
    EXPECT_FALSE(people_.find(id_)->has_password);
    EXPECT_EQ(set(token_), "none");
}

TEST_F(ALink, DiesWithANewOneAndWithTheAccount) {
    const std::string newer = people_.new_link(office_.by_admin(), id_);
    EXPECT_EQ(set(token_), "forbidden office.link_dead");
    people_.disable(office_.by_admin(), id_);
    EXPECT_EQ(set(newer), "forbidden office.link_dead");
    EXPECT_EQ(refusal_of([&] { people_.new_link(office_.by_admin(), id_); }),
              "forbidden office.disabled");
    people_.enable(office_.by_admin(), id_);
    EXPECT_EQ(set(newer), "forbidden office.link_dead");
}

TEST_F(ALink, IsNothingThatSomebodyMakesUp) {
    for (const std::string& token : {std::string(), std::string("x"), std::string(43, 'A'),
                                     std::string(43, '\0'), std::string(10'000'000, 'A'),
                                     std::string("' OR 1=1 --"), token_ + "A", token_.substr(1)}) {
        EXPECT_FALSE(people_.owner_of_link(token, kStart));
        EXPECT_EQ(set(token), "forbidden office.link_dead");
    }
}

TEST_F(ALink, TakesPasswordSecondFactorAndSessionsAway) {
    set(token_);
    const std::string secret = people_.new_second_factor({id_, kStart}).secret;
    people_.set_second_factor({id_, kStart}, secret, code_of_step(secret, kStart.seconds / 30));
    const NewSession session =
        office_.enter("wangming", later(30), code_of_step(secret, kStart.seconds / 30 + 1));
    const std::string newer = people_.new_link(office_.by_admin(31), id_);
    EXPECT_EQ(office_.last().before, "password, second factor");
    EXPECT_FALSE(office_.sessions.find(session.token, later(31)));
    EXPECT_FALSE(people_.find(id_)->has_password);
    EXPECT_FALSE(people_.find(id_)->second_factor);
    EXPECT_EQ(office_.try_password("wangming", kPassword, later(32)),
              "forbidden office.sign_in_failed");
    EXPECT_EQ(set(newer, "另一个口令 river 48", later(40)), "none");
}

TEST_F(ALink, EndsSessionsAndWaitsWhenItIsUsed) {
    set(token_);
    const NewSession session = office_.enter("wangming");
    const std::string newer = people_.new_link(office_.by_admin(), id_);
    for (int i = 0; i < 5; ++i) office_.try_password("wangming", "wrong", kStart);
    EXPECT_EQ(office_.try_password("wangming", "wrong", kStart), "forbidden office.wait");
    set(newer);
    EXPECT_EQ(office_.try_password("wangming", kPassword, kStart), "none");
    EXPECT_FALSE(office_.sessions.find(session.token, kStart));
}

TEST_F(ALink, AndPasswordAndTokenAreNowhereInTheFile) {
    set(token_);
    const NewSession session = office_.enter("wangming");
    people_.new_link(office_.by_admin(), office_.add("lifang"));
    const std::string bytes = core::read_file(office_.folder / "office");
    for (const std::string& secret : {token_, kPassword, session.token, office_.begin_token})
        EXPECT_EQ(bytes.find(secret), std::string::npos);
    EXPECT_NE(bytes.find("wangming"), std::string::npos);
}

class ASecondFactor : public ALink {
  protected:
    static std::string code(const std::string& secret, std::int64_t after = 0) {
        return code_of_step(secret, (kStart.seconds + after) / 30);
    }
    std::string set_factor(const std::string& secret, const std::string& typed) {
        return refusal_of([&] { people_.set_second_factor({id_, kStart}, secret, typed); });
    }
};

TEST_F(ASecondFactor, IsSetByWhoHasIt) {
    const NewSecondFactor factor = people_.new_second_factor({id_, kStart});
    EXPECT_EQ(factor.uri, code_uri(factor.secret, "wangming"));
    EXPECT_FALSE(people_.find(id_)->second_factor);
    EXPECT_EQ(set_factor(factor.secret, "000000x"), "forbidden office.wrong_code");
    EXPECT_EQ(set_factor(factor.secret, code(factor.secret, 60)), "forbidden office.wrong_code");
    EXPECT_EQ(set_factor("JBSWY3DP", "000000"), "invalid office.bad_secret");
    EXPECT_EQ(set_factor(std::string(10'000'000, 'A'), "000000"), "invalid office.bad_secret");
    EXPECT_EQ(office_.last().act, "person.set_second_factor");
    EXPECT_EQ(office_.last().outcome, Outcome::Refused);
    EXPECT_EQ(set_factor(factor.secret, code(factor.secret)), "none");
    EXPECT_TRUE(people_.find(id_)->second_factor);
    EXPECT_EQ(office_.last().object, "person wangming");
}

TEST_F(ASecondFactor, IsNotReplacedByWhoFindsABrowserOpen) {
    const std::string first = people_.new_second_factor({id_, kStart}).secret;
    const std::string second = people_.new_second_factor({id_, kStart}).secret;
    EXPECT_NE(first, second);
    EXPECT_EQ(set_factor(first, code(first)), "none");
    EXPECT_EQ(set_factor(second, code(second)), "conflict office.second_factor_set");
}

TEST_F(ASecondFactor, IsNobodysWhoIsDisabled) {
    people_.disable(office_.by_admin(), id_);
    EXPECT_EQ(refusal_of([&] {
                  people_.new_second_factor({id_, kStart});
              }),
              "forbidden office.disabled");
    const std::string secret = new_code_secret();
    EXPECT_EQ(set_factor(secret, code(secret)), "forbidden office.disabled");
}

}  // namespace
