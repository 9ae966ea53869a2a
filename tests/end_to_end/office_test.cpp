// SPDX-License-Identifier: Apache-2.0
// The program as an office's administrator begins with it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

const Arguments kBegin = {"office", "begin", "--login", "root", "--name", "程望山"};

TEST(Office, BeginsOnceWithALinkOnItsOwnLine) {
    const Workplace place;
    Arguments with_url = kBegin;
    with_url.insert(with_url.end(), {"--url", "https://bjb.gazette.example/"});
    const Outcome begun = place.run(with_url);
    EXPECT_EQ(begun.code, 0) << begun.err;
    EXPECT_THAT(begun.out,
                MatchesRegex("https://bjb\\.gazette\\.example/link/[A-Za-z0-9_-]{43}\n"));
    EXPECT_EQ(fault_in(begun.err), "");
    const Outcome again = place.run(kBegin);
    EXPECT_EQ(again.code, 5);
    EXPECT_EQ(again.out, "");
    EXPECT_EQ(fault_in_message(again.err), "");
}

TEST(Office, RefusesANameToSignInWithThatIsNone) {
    const Workplace place;
    const Outcome bad = place.run({"office", "begin", "--login", "Root Root", "--name", "程望山"});
    EXPECT_EQ(bad.code, 4);
    EXPECT_EQ(fault_in_message(bad.err), "");
    EXPECT_EQ(place.run({"office", "begin", "--login", "root"}).code, 2) << "no name";
    EXPECT_EQ(place.run(kBegin).code, 0) << "nothing was half begun";
}

// What its people sign is not issued, nor changed, without them.
TEST(Office, KeepsItsIssuesFromTheCommandLine) {
    const Workplace place;
    ASSERT_EQ(place.run({"issue", "new", "2026-8", "--date", "2026-04-20"}).code, 0);
    ASSERT_EQ(place.run(kBegin).code, 0);
    const Arguments acts[] = {{"issue", "new", "2026-9", "--date", "2026-05-20"},
                              {"issue", "add", "2026-8", "1", "-s", "省政府文件"},
                              {"issue", "add-index", "2026-8", "2025"},
                              {"issue", "remove", "2026-8", "1"},
                              {"issue", "order", "2026-8", "1"},
                              {"issue", "publish", "2026-8"}};
    for (const Arguments& act : acts) {
        const Outcome outcome = place.run(act);
        EXPECT_EQ(outcome.code, 6) << act[1] << outcome.err;
        EXPECT_THAT(outcome.err, HasSubstr("gongbao office")) << act[1];
    }
    EXPECT_EQ(place.run({"issue", "show", "2026-8"}).code, 0) << "looking is free";
}

TEST(Office, ServesUntilItIsToldToStop) {
    const Workplace place;
    RunningProgram office(place, {"office", "--port", "0"});
    EXPECT_GT(office.port(), 0);
    EXPECT_EQ(place.run(kBegin).code, 0) << "while it is served";
    EXPECT_EQ(place.run({"verify"}).code, 0);
    EXPECT_EQ(office.stop(std::chrono::seconds(5)), 0);
}

TEST(Office, TellsWhatKeepsItFromBeingServed) {
    const Workplace place;
    place.write("var", "a file, not a folder");
    const Outcome outcome = place.run({"office", "--port", "0"});
    EXPECT_NE(outcome.code, 0);
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

}  // namespace
}  // namespace gongbao::tests
