// SPDX-License-Identifier: Apache-2.0
#include "editor/people/sessions.hpp"

#include <gtest/gtest.h>

#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::kAddress;
using gongbao::tests::kPassword;
using gongbao::tests::kStart;
using gongbao::tests::later;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleOffice;

constexpr std::int64_t kMinute = 60;
constexpr std::int64_t kHour = 3600;

class ASession : public testing::Test {
  protected:
    bool lives(const std::string& token, std::int64_t after) {
        return office_.sessions.find(token, later(after)).has_value();
    }
    SampleOffice office_;
    Sessions& sessions_ = office_.sessions;
    const PersonId id_ = office_.add_with_password("wangming");
};

TEST_F(ASession, IsNamedByATokenOfItsOwn) {
    const NewSession one = office_.enter("wangming");
    const NewSession two = office_.enter(" WangMing ");
    EXPECT_EQ(one.token.size(), 43u);
    EXPECT_EQ(one.token.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                          "0123456789-_"),
              std::string::npos);
    EXPECT_NE(one.token, two.token);
    EXPECT_EQ(one.person.login, "wangming");
    const auto session = sessions_.find(one.token, kStart);
    ASSERT_TRUE(session);
    EXPECT_EQ(session->person.id, id_);
    EXPECT_EQ(session->form_token.size(), 43u);
    EXPECT_NE(session->form_token, one.token);
    EXPECT_EQ(session->form_token, sessions_.find(one.token, later(1))->form_token);
    EXPECT_NE(session->form_token, sessions_.find(two.token, kStart)->form_token);
    EXPECT_EQ(office_.last().act, "session.sign_in");
    EXPECT_EQ(office_.last().person, "wangming");
    EXPECT_EQ(office_.last().object, "address " + kAddress);
}

TEST_F(ASession, IsFoundByNothingElse) {
    const NewSession session = office_.enter("wangming");
    for (const std::string& token :
         {std::string(), std::string(43, 'A'), session.token + "A", session.token.substr(1),
          sessions_.find(session.token, kStart)->form_token, std::string(10'000'000, 'A'),
          std::string(43, '\0'), std::string(43, '\xFF')})
        EXPECT_FALSE(sessions_.find(token, kStart));
}

TEST_F(ASession, EndsAfterHalfAnHourWithoutUse) {
    const NewSession session = office_.enter("wangming");
    EXPECT_TRUE(lives(session.token, 29 * kMinute));
    EXPECT_TRUE(lives(session.token, 58 * kMinute));
    EXPECT_FALSE(lives(session.token, 88 * kMinute));
    EXPECT_FALSE(lives(session.token, 60 * kMinute));  // not even before it ended
    EXPECT_EQ(office_.count("session"), 0);
}

TEST_F(ASession, OfAContactEndsAfterTwoHours) {
    office_.add_with_password("contact", {Role::Contact});
    const NewSession session = office_.enter("contact");
    EXPECT_TRUE(lives(session.token, 2 * kHour - 1));
    EXPECT_FALSE(lives(session.token, 4 * kHour));
}

TEST_F(ASession, EndsAfterEightHoursOfUse) {
    const NewSession session = office_.enter("wangming");
    for (std::int64_t at = 0; at < 8 * kHour; at += 20 * kMinute)
        EXPECT_TRUE(lives(session.token, at)) << at;
    EXPECT_TRUE(lives(session.token, 8 * kHour - 1));
    EXPECT_FALSE(lives(session.token, 8 * kHour));
}

TEST_F(ASession, NeverOutlivesHalfAnHourByWritingItsUseSeldom) {
    const NewSession session = office_.enter("wangming");
    EXPECT_TRUE(lives(session.token, 59));  // not written
    EXPECT_FALSE(lives(session.token, 59 + 30 * kMinute));
}

TEST_F(ASession, DoesNotLiveLongerWhenTheClockIsSetBack) {
    const NewSession session = office_.enter("wangming");
    EXPECT_TRUE(lives(session.token, -kMinute));
    EXPECT_TRUE(lives(session.token, 10 * kMinute));
    EXPECT_TRUE(lives(session.token, 9 * kMinute));
    EXPECT_FALSE(lives(session.token, 8 * kMinute));
    EXPECT_FALSE(lives(session.token, 10 * kMinute));
}

TEST_F(ASession, DiesWithTheAccount) {
    const NewSession session = office_.enter("wangming");
    const NewSession other = office_.enter("wangming");
    office_.people.disable(office_.by_admin(), id_);
    EXPECT_FALSE(lives(session.token, 1));
    EXPECT_EQ(office_.try_password("wangming", kPassword, later(1)),
              "forbidden office.sign_in_failed");
    EXPECT_EQ(office_.last().reason, "office.disabled");
    office_.people.enable(office_.by_admin(), id_);
    EXPECT_FALSE(lives(other.token, 2));
    EXPECT_EQ(office_.try_password("wangming", kPassword, later(2)), "none");
}

TEST_F(ASession, DiesWithAnAccountDisabledByHand) {
    const NewSession session = office_.enter("wangming");
    office_.database.execute("UPDATE person SET active = 0");
    EXPECT_FALSE(lives(session.token, 1));
}

TEST_F(ASession, HasTheRolesOfNow) {
    const NewSession session = office_.enter("wangming");
    office_.people.set_roles(office_.by_admin(), id_, {Role::Archivist});
    EXPECT_EQ(sessions_.find(session.token, later(1))->person.roles,
              std::set<Role>{Role::Archivist});
}

TEST_F(ASession, IsEndedByItsOwner) {
    const NewSession session = office_.enter("wangming");
    const NewSession other = office_.enter("wangming");
    sessions_.end(session.token, later(1));
    EXPECT_EQ(office_.last().act, "session.sign_out");
    EXPECT_EQ(office_.last().person, "wangming");
    EXPECT_FALSE(lives(session.token, 1));
    EXPECT_TRUE(lives(other.token, 1));
    const std::int64_t rows = office_.count("audit");
    sessions_.end(session.token, later(1));
    sessions_.end("", later(1));
    sessions_.end(other.token, later(9 * kHour));
    EXPECT_EQ(office_.count("audit"), rows);
    EXPECT_EQ(office_.count("session"), 0);
}

TEST_F(ASession, IsPutAwayWhenItIsOld) {
    office_.enter("wangming");
    office_.enter("wangming", later(8 * kHour));
    EXPECT_EQ(office_.count("session"), 1);
}

}  // namespace
