// SPDX-License-Identifier: Apache-2.0
#include "editor/people/waits.hpp"

#include <gtest/gtest.h>

#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::later;
using gongbao::tests::SampleOffice;

TEST(WaitSchedule, DoublesFromTheFifthToAQuarterOfAnHour) {
    const std::int64_t expected[] = {0, 0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900};
    for (std::size_t failures = 0; failures < std::size(expected); ++failures)
        EXPECT_EQ(seconds_after(static_cast<std::int64_t>(failures)), expected[failures])
            << failures;
    EXPECT_EQ(seconds_after(1'000'000), 900);
}

TEST(CountedAddress, IsThatOfAHousehold) {
    EXPECT_EQ(counted_address("192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(counted_address("::ffff:192.0.2.7"), "192.0.2.7");
    EXPECT_EQ(counted_address("2001:db8:1:2:3:4:5:6"), counted_address("2001:db8:1:2::9"));
    EXPECT_NE(counted_address("2001:db8:1:2::9"), counted_address("2001:db8:1:3::9"));
    EXPECT_EQ(counted_address(""), "");
    EXPECT_LT(counted_address(std::string(10'000'000, 'x')).size(), 200u);
}

class WaitingAtTheDoor : public testing::Test {
  protected:
    void fail(const std::string& login, const std::string& address, core::Instant now) {
        core::Transaction transaction(office_.database);
        Waits waits(office_.database, login, address);
        waits.settle(now);
        waits.count(now);
        transaction.commit();
    }
    std::int64_t wait(const std::string& login, const std::string& address, core::Instant now) {
        return Waits(office_.database, login, address).seconds(now);
    }
    void settle(core::Instant now) {
        core::Transaction transaction(office_.database);
        Waits(office_.database, "", "").settle(now);
        transaction.commit();
    }
    SampleOffice office_;
};

TEST_F(WaitingAtTheDoor, IsLongerEachTimeAndEndsByItself) {
    for (int i = 0; i < 5; ++i) fail("wangming", "a", later(i));
    EXPECT_EQ(wait("wangming", "b", later(4)), 30);
    EXPECT_EQ(wait("wangming", "b", later(33)), 1);
    EXPECT_EQ(wait("wangming", "b", later(34)), 0);
    EXPECT_EQ(wait("lifang", "b", later(4)), 0);
    fail("wangming", "a", later(34));
    EXPECT_EQ(wait("wangming", "b", later(34)), 60);
}

TEST_F(WaitingAtTheDoor, IsForgottenADayLater) {
    for (int i = 0; i < 8; ++i) fail("wangming", "a", later(i));
    fail("wangming", "a", later(24 * 3600 + 8));
    EXPECT_EQ(wait("wangming", "b", later(24 * 3600 + 8)), 0);
    EXPECT_EQ(office_.count("login_failure"), 1);
}

TEST_F(WaitingAtTheDoor, HoldsAnAddressAfterThirtyInTenMinutes) {
    for (int i = 0; i < 29; ++i) fail("p" + std::to_string(i), "a", later(i * 10));
    EXPECT_EQ(wait("wangming", "a", later(290)), 0);
    fail("p29", "a", later(290));
    EXPECT_EQ(wait("wangming", "a", later(290)), 310);
    EXPECT_EQ(wait("wangming", "b", later(290)), 0);
    EXPECT_EQ(wait("wangming", "a", later(599)), 1);
    EXPECT_EQ(wait("wangming", "a", later(600)), 0);
    fail("p30", "a", later(600));
    EXPECT_EQ(wait("wangming", "a", later(600)), 10);
}

TEST_F(WaitingAtTheDoor, DoesNotCountWhatIsSpread) {
    for (int i = 0; i < 100; ++i) fail("p" + std::to_string(i), "a", later(i * 21));
    EXPECT_EQ(wait("wangming", "a", later(99 * 21)), 0);
    EXPECT_LE(office_.count("address_failure"), 30);
}

TEST_F(WaitingAtTheDoor, NeitherEndsNorGrowsWhenTheClockIsSetBack) {
    for (int i = 0; i < 30; ++i) fail("wangming", "a", later(i));
    EXPECT_EQ(wait("wangming", "b", later(30)), 899);
    const std::int64_t back = -100'000;
    EXPECT_EQ(wait("wangming", "b", later(back)), 900);
    EXPECT_GE(wait("lifang", "a", later(back)), 600);
    settle(later(back));
    EXPECT_EQ(wait("wangming", "b", later(back + 899)), 1);
    EXPECT_EQ(wait("wangming", "b", later(back + 900)), 0);
    EXPECT_EQ(wait("lifang", "a", later(back + 599)), 1);
    EXPECT_EQ(wait("lifang", "a", later(back + 600)), 0);
    fail("wangming", "c", later(back + 900));
    EXPECT_EQ(wait("wangming", "b", later(back + 900)), 900);
}

}  // namespace
