// SPDX-License-Identifier: Apache-2.0
// An archive of an older program, from the command line: refused to readers, upgraded on request.
#include <gtest/gtest.h>

#include "core/system/files.hpp"
#include "tests/archive/old_archive.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kNotFound = 3, kUnavailable = 9;

class OlderArchive : public testing::Test {
  protected:
    OlderArchive() {
        std::filesystem::create_directory(place_.path("var"));
        archive::fill_archive(place_.path("new.db"), 3);
        archive::write_old_archive(place_.path("new.db"), file_, 3);
    }
    const Workplace place_;
    const std::filesystem::path file_ = place_.path("var/archive.sqlite");
};

TEST_F(OlderArchive, IsRefusedToReadersWhoAreToldWhatToDo) {
    const std::string before = core::read_file(file_);
    for (const Arguments& arguments :
         {Arguments{"search", "粮食"}, Arguments{"verify"}, Arguments{"show", "2026-1-1"}}) {
        const Outcome outcome = place_.run(arguments);
        EXPECT_EQ(outcome.code, kUnavailable) << outcome.err;
        EXPECT_NE(outcome.err.find("gongbao upgrade"), std::string::npos) << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "");
    }
    EXPECT_EQ(core::read_file(file_), before);
}

TEST_F(OlderArchive, IsUpgradedOnceWithACopyBesideIt) {
    const Outcome upgraded = place_.run({"upgrade"});
    ASSERT_EQ(upgraded.code, 0) << upgraded.err;
    const std::string copy = "archive.schema-3.2026-03-15.sqlite";
    EXPECT_NE(upgraded.out.find(copy), std::string::npos) << upgraded.out;
    EXPECT_TRUE(std::filesystem::exists(place_.path("var/" + copy)));
    EXPECT_EQ(place_.run({"verify"}).code, 0);
    EXPECT_EQ(place_.run({"search", "粮食"}).code, 0);
    const Outcome again = place_.run({"upgrade"});
    EXPECT_EQ(again.code, 0);
    EXPECT_NE(again.out.find("无需升级"), std::string::npos) << again.out;
    EXPECT_NE(place_.run({"--lang", "en", "upgrade"}).out.find("nothing to upgrade"),
              std::string::npos);
}

TEST(Upgrade, SaysWhereThereIsNoArchive) {
    const Workplace place;
    const Outcome outcome = place.run({"upgrade"});
    EXPECT_EQ(outcome.code, kNotFound) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

}  // namespace
}  // namespace gongbao::tests
