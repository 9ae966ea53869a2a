// SPDX-License-Identifier: Apache-2.0
// Who tries to get in: wrong passwords, many of them, at once, and codes used twice.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "editor/people/one_time_code.hpp"
#include "tests/editor/people/sample_office.hpp"

namespace {

using namespace gongbao;
using namespace gongbao::editor;
using gongbao::tests::error_of;
using gongbao::tests::kAddress;
using gongbao::tests::kPassword;
using gongbao::tests::kStart;
using gongbao::tests::later;
using gongbao::tests::refusal_of;
using gongbao::tests::SampleOffice;

const std::string kFailed = "forbidden office.sign_in_failed";
const std::string kWait = "forbidden office.wait";

class TheDoor : public testing::Test {
  protected:
    std::string try_it(const std::string& login, const std::string& password,
                       std::int64_t after = 0, const std::string& address = kAddress) {
        return office_.try_password(login, password, later(after), address);
    }
    // Runs all at once, each with a connection of its own; what each was told.
    std::map<std::string, int> at_once(int count, const SignIn& with, core::Instant now) {
        std::map<std::string, int> said;
        std::mutex one_at_a_time;
        std::vector<std::thread> threads;
        for (int i = 0; i < count; ++i)
            threads.emplace_back([&] {
                core::Database own = office_.open();
                const auto told = refusal_of([&] { Sessions(own).sign_in(with, now); });
                const std::lock_guard lock(one_at_a_time);
                ++said[told];
            });
        for (std::thread& thread : threads) thread.join();
        return said;
    }
    SampleOffice office_;
    const PersonId id_ = office_.add_with_password("wangming");
};

TEST_F(TheDoor, DoesNotSayWhatWasWrongButWritesItDown) {
    office_.add("no-password");
    const std::int64_t rows = office_.count("audit");
    EXPECT_EQ(try_it("wangming", "wrong"), kFailed);
    EXPECT_EQ(office_.last().reason, "office.wrong_password");
    EXPECT_EQ(office_.last().person, "wangming");
    EXPECT_EQ(office_.last().outcome, Outcome::Refused);
    EXPECT_EQ(try_it("nobody", kPassword), kFailed);
    EXPECT_EQ(office_.last().reason, "office.unknown_login");
    EXPECT_EQ(office_.last().person, "nobody");
    EXPECT_EQ(try_it("no-password", ""), kFailed);
    EXPECT_EQ(try_it("wangming", ""), kFailed);
    EXPECT_EQ(try_it("wangming", std::string(10'000'000, 'x')), kFailed);
    EXPECT_EQ(office_.count("audit"), rows + 5);
    EXPECT_EQ(office_.count("session"), 0);
    EXPECT_EQ(try_it("wangming", kPassword), "none");
}

TEST_F(TheDoor, KeepsNothingThatIsNoLogin) {
    for (const std::string& login :
         {std::string(), std::string("My Secret Passw0rd"), std::string("wangming\0x", 10),
          std::string("\xFF\xFE"), std::string("' OR 1=1 --"), std::string(10'000'000, 'a')}) {
        EXPECT_EQ(try_it(login, kPassword), kFailed);
        EXPECT_EQ(office_.last().person, "#");
    }
    EXPECT_EQ(office_.count("login_failure"), 0);
    EXPECT_TRUE(office_.audit.verify().empty());
}

// Each time as soon as it is allowed again; the waits are told and held, and for a login that
// nobody has they are the same.
TEST_F(TheDoor, MakesOneWaitLongerEachTime) {
    for (const std::string login : {"wangming", "nobody"}) {
        const auto seconds_to_wait = [&](std::int64_t now) {
            const auto error = error_of([&] {
                office_.sessions.sign_in({login, kPassword, "", login}, later(now));
            });
            return error && error->for_people().id == "office.wait"
                       ? error->for_people().args.at("seconds")
                       : std::string("none");
        };
        for (int i = 0; i < 5; ++i) EXPECT_EQ(try_it(login, "wrong", 0, login), kFailed);
        std::int64_t now = 0;
        for (const std::int64_t wait : {30, 60, 120, 240, 480, 900, 900}) {
            EXPECT_EQ(seconds_to_wait(now), std::to_string(wait)) << login;
            EXPECT_EQ(seconds_to_wait(now + wait - 1), "1") << login;
            now += wait;
            EXPECT_EQ(try_it(login, "wrong", now, login), kFailed) << login << now;
        }
        EXPECT_EQ(office_.last().reason,
                  login == "nobody" ? "office.unknown_login" : "office.wrong_password");
    }
    EXPECT_EQ(office_.count("session"), 0);
}

TEST_F(TheDoor, ForgetsWrongTriesAfterARightOne) {
    for (int i = 0; i < 4; ++i) EXPECT_EQ(try_it("wangming", "wrong"), kFailed);
    EXPECT_EQ(try_it("wangming", kPassword), "none");
    for (int i = 0; i < 4; ++i) EXPECT_EQ(try_it("wangming", "wrong"), kFailed);
    EXPECT_EQ(try_it("wangming", kPassword), "none");
}

TEST_F(TheDoor, IsOpenedAgainByAnAdministrator) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(try_it("wangming", "wrong"), kFailed);
    EXPECT_EQ(try_it("wangming", kPassword), kWait);
    EXPECT_EQ(office_.last().reason, "office.wait");
    office_.people.unlock({office_.add("guard", {Role::SecurityAdmin}), kStart}, id_);
    EXPECT_EQ(office_.last().act, "person.unlock");
    EXPECT_EQ(office_.last().object, "person wangming");
    EXPECT_EQ(try_it("wangming", kPassword), "none");
}

TEST_F(TheDoor, HoldsAnAddressThatTriesManyNames) {
    for (int i = 0; i < 30; ++i) EXPECT_EQ(try_it("name" + std::to_string(i), "wrong", i), kFailed);
    EXPECT_EQ(try_it("wangming", kPassword, 30), kWait);
    EXPECT_EQ(try_it("wangming", kPassword, 30, "192.0.2.8"), "none");
    EXPECT_EQ(try_it("wangming", kPassword, 599), kWait);
    EXPECT_EQ(try_it("wangming", kPassword, 600), "none");
}

TEST_F(TheDoor, TellsNoMoreThanFiveOfManyAtOnce) {
    const auto said = at_once(16, {"wangming", "wrong", "", kAddress}, kStart);
    EXPECT_EQ(said.at(kFailed), 5);
    EXPECT_EQ(said.at(kWait), 11);
    EXPECT_EQ(at_once(1, {"wangming", kPassword, "", kAddress}, kStart).at(kWait), 1);
}

TEST_F(TheDoor, StaysShutWhenTheClockIsSetBack) {
    for (int i = 0; i < 5; ++i) EXPECT_EQ(try_it("wangming", "wrong", 1000), kFailed);
    EXPECT_EQ(try_it("wangming", kPassword, -50'000), kWait);
    EXPECT_EQ(try_it("wangming", kPassword, -50'000 + 29), kWait);
    EXPECT_EQ(try_it("wangming", kPassword, -50'000 + 30), "none");
}

// The quickest of several, in turns: a busy machine makes some slow and none quick.
TEST_F(TheDoor, TakesAsLongForALoginThatNobodyHas) {
    using Clock = std::chrono::steady_clock;
    std::map<std::string, double> quickest{{"wangming", 1e9}, {"nobody", 1e9}, {"No Login", 1e9}};
    for (int i = 0; i < 9; ++i)
        for (auto& [login, seconds] : quickest) {
            const auto begun = Clock::now();
            EXPECT_EQ(try_it(login, "wrong", i * 10'000), kFailed);
            const std::chrono::duration<double> taken = Clock::now() - begun;
            seconds = std::min(seconds, taken.count());
        }
    for (const char* login : {"nobody", "No Login"}) {
        EXPECT_LT(quickest["wangming"] / quickest[login], 2.0) << login;
        EXPECT_LT(quickest[login] / quickest["wangming"], 2.0) << login;
    }
}

class TheDoorWithCodes : public TheDoor {
  protected:
    TheDoorWithCodes() { office_.people.set_second_factor({id_, kStart}, secret_, code(0)); }
    std::string code(std::int64_t after) const {
        return code_of_step(secret_, (kStart.seconds + after) / 30);
    }
    std::string enter(const std::string& typed, std::int64_t after,
                      const std::string& password = kPassword) {
        return refusal_of([&] {
            office_.sessions.sign_in({"wangming", password, typed, kAddress}, later(after));
        });
    }
    const std::string secret_ = new_code_secret();
};

TEST_F(TheDoorWithCodes, AskForThem) {
    EXPECT_EQ(enter("", 60), "forbidden office.code_needed");
    EXPECT_EQ(office_.last().reason, "office.code_needed");
    EXPECT_EQ(enter(" ", 60), "forbidden office.code_needed");
    EXPECT_EQ(enter("", 60, "wrong"), kFailed);
    EXPECT_EQ(enter(code(60), 60, "wrong"), kFailed);
    EXPECT_EQ(enter(code(300), 60), kFailed);
    EXPECT_EQ(office_.last().reason, "office.wrong_code");
    EXPECT_EQ(enter(code(60), 60), "none");
}

TEST_F(TheDoorWithCodes, TakeEachOnceAndNoEarlierOne) {
    EXPECT_EQ(enter(code(0), 0), kFailed);  // used when it was set up
    EXPECT_EQ(enter(code(90), 90), "none");
    EXPECT_EQ(enter(code(90), 90), kFailed);
    EXPECT_EQ(enter(code(60), 90), kFailed);
    EXPECT_EQ(enter(code(120), 120), "none");
    EXPECT_EQ(enter(code(90), 119), kFailed);
    EXPECT_EQ(enter(code(120), 0), kFailed);  // the clock set back
}

TEST_F(TheDoorWithCodes, AllowOneStepOfDriftAndNoSecond) {
    EXPECT_EQ(enter(code(300), 360), kFailed);
    EXPECT_EQ(enter(code(300), 330), "none");
    EXPECT_EQ(enter(code(480), 420), kFailed);
    EXPECT_EQ(enter(code(480), 450), "none");
}

TEST_F(TheDoorWithCodes, LetOneOfManyAtOnceInByACode) {
    const auto said = at_once(4, {"wangming", kPassword, code(60), kAddress}, later(60));
    EXPECT_EQ(said.at("none"), 1);
    EXPECT_EQ(said.at(kFailed), 3);
}

TEST_F(TheDoorWithCodes, CountWrongOnesAndNotMissingOnes) {
    for (int i = 0; i < 8; ++i) EXPECT_EQ(enter("", 60), "forbidden office.code_needed");
    for (int i = 0; i < 5; ++i) EXPECT_EQ(enter("00000x", 60), kFailed);
    EXPECT_EQ(enter(code(60), 60), kWait);
    EXPECT_EQ(enter(code(90), 90), "none");
}

}  // namespace
