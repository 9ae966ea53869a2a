// SPDX-License-Identifier: Apache-2.0
// Numbers used twice, and database files that are damaged or belong to somebody else.
#include <gtest/gtest.h>

#include "core/storage/database.hpp"
#include "core/system/files.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kConflict = 5, kCorrupt = 8;

// Issue `issue` of one notice with this number, in draft.
void make_issue(const Workplace& place, const std::string& issue, int number,
                const std::string& words) {
    place.name_gazette();
    place.write(issue + ".txt", notice(number, words));
    place.run({"issue", "new", issue, "--date", "2026-04-30"});
    const Outcome added = place.run({"issue", "add", issue, issue + ".txt", "-s", "省政府文件"});
    ASSERT_EQ(added.code, 0) << added.err;
}

TEST(NumberInTheArchive, IsRefusedWhenPublishingAndNothingIsWritten) {
    const Workplace place;
    make_issue(place, "2026-8", 1, "现将有关事项通知如下。");
    ASSERT_EQ(place.run({"issue", "publish", "2026-8"}).code, 0);
    make_issue(place, "2026-9", 1, "另有事项。");
    const std::string before = core::read_file(place.path("var/archive.sqlite"));
    const Outcome outcome = place.run({"issue", "publish", "2026-9"});
    EXPECT_EQ(outcome.code, kConflict);
    for (const char* words : {"云府办发〔2026〕1号", "2026年第8期", "请核对"})
        EXPECT_NE(outcome.err.find(words), std::string::npos) << words << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_EQ(core::read_file(place.path("var/archive.sqlite")), before);
    EXPECT_NE(place.run({"issue", "show", "2026-9"}).out.find("编辑中"), std::string::npos);
}

TEST(NumberInTheArchive, IsAFindingWhenImporting) {
    const Workplace place;
    make_issue(place, "2026-8", 1, "现将有关事项通知如下。");
    ASSERT_EQ(place.run({"issue", "publish", "2026-8"}).code, 0);
    place.write("again.txt", notice(1, "另有事项。"));
    const Outcome outcome = place.run({"import", "again.txt"});
    EXPECT_NE(outcome.err.find("已经刊登过（2026-8-1）"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

TEST(IssueNumber, IsRefusedTheSecondTime) {
    const Workplace place;
    const Arguments make = {"issue", "new", "2026-8", "--date", "2026-04-30", "--running", "612"};
    ASSERT_EQ(place.run(make).code, 0);
    const Outcome twice = place.run(make);
    EXPECT_EQ(twice.code, kConflict);
    EXPECT_NE(twice.err.find("2026-8"), std::string::npos);
    EXPECT_EQ(fault_in_message(twice.err), "");
    const Outcome running =
        place.run({"issue", "new", "2026-9", "--date", "2026-05-15", "--running", "612"});
    EXPECT_EQ(running.code, kConflict);
    EXPECT_NE(running.err.find("总第612期"), std::string::npos);
    EXPECT_EQ(fault_in_message(running.err), "");
    EXPECT_EQ(place.run({"issue", "list"}).out.find("2026-9"), std::string::npos);
}

// Every command that opens the file says the same of it.
void expect_corrupt(const Workplace& place, const std::string& file,
                    const std::vector<Arguments>& commands) {
    const std::string before = core::read_file(place.path("var/" + file));
    for (const Arguments& arguments : commands) {
        const Outcome outcome = place.run(arguments);
        EXPECT_EQ(outcome.code, kCorrupt) << arguments[0] << outcome.err;
        EXPECT_NE(outcome.err.find(file), std::string::npos) << arguments[0] << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "") << arguments[0];
        EXPECT_EQ(core::read_file(place.path("var/" + file)), before) << arguments[0];
    }
}

const std::vector<Arguments> kReadArchive = {
    {"search", "通知"}, {"show", "2026-8-1"}, {"verify"}, {"serve", "--port", "0"}};

TEST(DamagedFile, IsNamedByEveryCommandAndLeftAlone) {
    const Workplace place;
    place.write("var/archive.sqlite", std::string(5000, 'x'));
    expect_corrupt(place, "archive.sqlite", kReadArchive);
    place.write("var/desk.sqlite", std::string(5000, 'x'));
    place.write("a.txt", notice(1));
    expect_corrupt(place, "desk.sqlite",
                   {{"import", "a.txt"}, {"issue", "list"}, {"issue", "publish", "2026-8"}});
}

TEST(ForeignFile, IsNamedByEveryCommandAndLeftAlone) {
    const Workplace place;
    place.write("var/x", "");
    for (const char* name : {"archive.sqlite", "desk.sqlite"})
        core::Database::open(place.path(std::string("var/") + name), core::Database::Mode::Create,
                             0x12345678)
            .execute("CREATE TABLE photos (id)");
    expect_corrupt(place, "archive.sqlite", kReadArchive);
    expect_corrupt(place, "desk.sqlite", {{"issue", "list"}});
}

// One byte inside the archive: reading may go on, verify finds it.
TEST(DamagedFile, IsFoundByVerify) {
    const Workplace place;
    make_issue(place, "2026-8", 1, "现将有关事项通知如下。");
    ASSERT_EQ(place.run({"issue", "publish", "2026-8"}).code, 0);
    ASSERT_EQ(place.run({"verify"}).code, 0);
    std::string bytes = core::read_file(place.path("var/archive.sqlite"));
    const std::size_t at = bytes.rfind("现将有关事项");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, 3, "戊");
    place.write("var/archive.sqlite", bytes);
    const Outcome outcome = place.run({"verify"});
    EXPECT_EQ(outcome.code, kCorrupt);
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_NE(outcome.err.find("备份"), std::string::npos) << outcome.err;
}

}  // namespace
}  // namespace gongbao::tests
