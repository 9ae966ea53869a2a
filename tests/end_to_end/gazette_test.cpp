// SPDX-License-Identifier: Apache-2.0
// From an unnamed gazette to a named one; the moment of issuing; what verify says and compares.
#include <gtest/gtest.h>

#include <cctype>
#include <regex>

#include "core/system/files.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kInvalid = 4, kConflict = 5, kForbidden = 6, kCorrupt = 8;

class NewGazette : public ::testing::Test {
  protected:
    NewGazette() { place_.write("a.txt", notice(1)); }
    Outcome run(const Arguments& arguments) { return place_.run(arguments); }
    void make_issue() {
        run({"issue", "new", "2026-8", "--date", "2026-04-30"});
        ASSERT_EQ(run({"issue", "add", "2026-8", "a.txt", "-s", "省政府文件"}).code, 0);
    }
    Workplace place_;
};

TEST_F(NewGazette, IsAskedForWhenTheFirstIssueIsMadeAndBarsPublishing) {
    const Outcome made = run({"issue", "new", "2026-7", "--date", "2026-04-15"});
    EXPECT_EQ(made.code, 0);
    EXPECT_NE(made.err.find("gongbao gazette"), std::string::npos) << made.err;
    make_issue();
    const Outcome preview = run({"issue", "preview", "2026-8", "-o", "a.pdf"});
    EXPECT_EQ(preview.code, 0) << preview.err;
    EXPECT_NE(preview.err.find("gongbao gazette"), std::string::npos) << preview.err;
    const Outcome published = run({"issue", "publish", "2026-8"});
    EXPECT_EQ(published.code, kForbidden);
    EXPECT_NE(published.err.find("gongbao gazette --name"), std::string::npos) << published.err;
    EXPECT_EQ(fault_in_message(published.err), "");

    EXPECT_EQ(run({"gazette", "--name", "澜城市人民政府公报", "-s", "市政府文件"}).code, 0);
    EXPECT_EQ(run({"issue", "publish", "2026-8"}).code, 0);
    EXPECT_NE(run({"gazette"}).out.find("澜城市人民政府公报"), std::string::npos);
}

TEST_F(NewGazette, IsWrittenOnceAndAsItWasGiven) {
    const std::string name = "引号\"和\\公报";
    ASSERT_EQ(run({"gazette", "--name", name, "-s", "甲", "-s", "乙\"丙"}).code, 0);
    const std::string file = core::read_file(place_.path("var/gazette.toml"));
    const Outcome shown = run({"gazette"});
    EXPECT_NE(shown.out.find(name + "\n【甲】\n【乙\"丙】\n"), std::string::npos) << shown.out;
    EXPECT_EQ(shown.err, "");
    EXPECT_EQ(run({"gazette", "--name", "另一公报"}).code, kConflict);
    EXPECT_EQ(core::read_file(place_.path("var/gazette.toml")), file);
}

TEST_F(NewGazette, IsRefusedWithoutAName) {
    for (const Arguments& wrong : {Arguments{"gazette", "-s", "甲"},
                                   {"gazette", "--name", " "},
                                   {"gazette", "--name", "两\n行"},
                                   {"gazette", "--name", "《公报》"},
                                   {"gazette", "--name", "公报", "-s", "甲", "-s", "甲"},
                                   {"gazette", "--name", "公报", "-s", " "}}) {
        const Outcome outcome = run(wrong);
        EXPECT_EQ(outcome.code, kInvalid) << outcome.err;
        EXPECT_EQ(outcome.err.find("gazette.toml"), std::string::npos) << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "");
        EXPECT_FALSE(place_.has("var/gazette.toml"));
    }
}

TEST_F(NewGazette, NamesLineAndKeyOfAMistake) {
    place_.write("var/gazette.toml", "name = \"公报\"\nsponser = \"某办\"\n");
    const Outcome outcome = run({"issue", "list"});
    EXPECT_EQ(outcome.code, kInvalid);
    EXPECT_NE(outcome.err.find("第 2 行"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("sponser"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

TEST_F(NewGazette, PublishesNothingInTheFuture) {
    place_.name_gazette();
    make_issue();
    const Outcome outcome =
        run({"issue", "publish", "2026-8", "--issued-at", "2999-01-01T00:00:00+08:00"});
    EXPECT_EQ(outcome.code, kInvalid);
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_EQ(run({"issue", "publish", "2026-8"}).code, 0);
    // An earlier moment is a person's decision, and taken as one.
    place_.write("b.txt", notice(2));
    run({"issue", "new", "2026-9", "--date", "2026-05-15"});
    ASSERT_EQ(run({"issue", "add", "2026-9", "b.txt", "-s", "省政府文件"}).code, 0);
    EXPECT_EQ(run({"issue", "publish", "2026-9", "--issued-at", "2020-01-01T00:00:00Z"}).code, 0);
}

TEST_F(NewGazette, IsProvedByADigestKeptElsewhere) {
    place_.name_gazette();
    make_issue();
    ASSERT_EQ(run({"issue", "publish", "2026-8"}).code, 0);
    const Outcome first = run({"verify"});
    EXPECT_EQ(first.code, 0) << first.err;
    EXPECT_NE(first.out.find("不能证明"), std::string::npos) << first.out;
    std::smatch head;
    ASSERT_TRUE(std::regex_search(first.out, head, std::regex("[0-9a-f]{64}"))) << first.out;
    EXPECT_EQ(run({"verify", "--expect", head[0]}).code, 0);
    std::string capitals = " " + head[0].str() + "\n";
    for (char& c : capitals) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    EXPECT_EQ(run({"verify", "--expect", capitals}).code, 0);
    for (const char* none : {"", " ", "abc"})
        EXPECT_EQ(run({"verify", "--expect", none}).code, kInvalid) << none;
    const Outcome other = run({"verify", "--expect", std::string(64, '0')});
    EXPECT_EQ(other.code, kCorrupt);
    EXPECT_EQ(fault_in_message(other.err), "");
    place_.write("b.txt", notice(2));
    run({"issue", "new", "2026-9", "--date", "2026-05-15"});
    ASSERT_EQ(run({"issue", "add", "2026-9", "b.txt", "-s", "省政府文件"}).code, 0);
    ASSERT_EQ(run({"issue", "publish", "2026-9"}).code, 0);
    const Outcome later = run({"verify", "--expect", head[0]});
    EXPECT_EQ(later.code, 0);
    EXPECT_NE(later.err.find("此后又有 1 次发布"), std::string::npos) << later.err;
}

TEST_F(NewGazette, IsVerifiedWithItsDesk) {
    place_.name_gazette();
    make_issue();
    std::string desk = core::read_file(place_.path("var/desk.sqlite"));
    const std::size_t at = desk.rfind("现将有关事项");
    ASSERT_NE(at, std::string::npos);
    desk.replace(at, 3, "戊");
    core::write_file(place_.path("var/desk.sqlite"), desk);
    const Outcome verified = run({"verify"});
    EXPECT_EQ(verified.code, kCorrupt);
    EXPECT_EQ(fault_in_message(verified.err), "");
    const Outcome published = run({"issue", "publish", "2026-8"});
    EXPECT_NE(published.code, 0);
    std::filesystem::remove(place_.path("var/desk.sqlite"));
    EXPECT_EQ(run({"verify"}).code, 0) << "the archive stands without the desk";
}

}  // namespace
}  // namespace gongbao::tests
