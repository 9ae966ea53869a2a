// SPDX-License-Identifier: Apache-2.0
// serve --demo fills an empty data folder, or one that it began itself, and publishes nobody's
// drafts.
#include <gtest/gtest.h>

#include <map>

#include "core/system/files.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr int kConflict = 5, kForbidden = 6;
const Arguments kServe = {"serve", "--demo", "--port", "0"};

// Every file of the data folder with its bytes.
std::map<std::string, std::string> everything(const Workplace& place) {
    std::map<std::string, std::string> all;
    for (const std::string& name : place.files())
        if (name.starts_with("var/")) all[name] = core::read_file(place.path(name));
    return all;
}

void expect_refused(const Workplace& place) {
    const auto before = everything(place);
    const Outcome outcome = place.run(kServe);
    EXPECT_EQ(outcome.code, kForbidden) << outcome.err;
    EXPECT_NE(outcome.err.find("--data"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_EQ(everything(place), before);
}

TEST(Demo, RefusesAFolderWithADraft) {
    const Workplace place;
    place.write("a.txt", notice(1));
    place.run({"issue", "new", "2026-1", "--date", "2026-01-15"});
    ASSERT_EQ(place.run({"issue", "add", "2026-1", "a.txt", "-s", "省政府文件"}).code, 0);
    expect_refused(place);
    EXPECT_NE(place.run({"issue", "show", "2026-1"}).out.find("编辑中"), std::string::npos);
}

TEST(Demo, RefusesAFolderWithAManuscriptAGazetteOrAFile) {
    {
        const Workplace place;
        place.write("a.txt", notice(1));
        ASSERT_EQ(place.run({"import", "a.txt"}).code, 0);
        expect_refused(place);
    }
    {
        const Workplace place;
        place.name_gazette();
        expect_refused(place);
    }
    {
        const Workplace place;
        place.write("var/letter.txt", "words");
        expect_refused(place);
    }
}

// One demo, filled once for the tests below.
const Workplace& demo() {
    static const Workplace place;
    static bool filled = false;
    if (!filled) {
        RunningProgram site(place, kServe);
        for (int i = 0; i < 6 && site.port() == 0; ++i) {
        }
        EXPECT_EQ(site.stop(10s), 0);
        filled = true;
    }
    return place;
}

TEST(Demo, IsServedAgainAndPublishesNoDraftOfAUser) {
    const Workplace& place = demo();
    EXPECT_NE(place.run({"issue", "list"}).out.find("2026-4"), std::string::npos);
    place.write("a.txt", notice(77));
    place.run({"issue", "new", "2026-9", "--date", "2026-05-15"});
    ASSERT_EQ(place.run({"issue", "add", "2026-9", "a.txt", "-s", "省政府文件"}).code, 0);
    const std::string archive = core::read_file(place.path("var/archive.sqlite"));
    fs::remove(place.path("served.txt"));  // what the first run printed
    RunningProgram site(place, kServe);
    EXPECT_NE(site.port(), 0);
    EXPECT_EQ(site.stop(10s), 0);
    EXPECT_EQ(core::read_file(place.path("var/archive.sqlite")), archive);
    EXPECT_NE(place.run({"issue", "show", "2026-9"}).out.find("编辑中"), std::string::npos);
}

// As after an interruption: the desk is the demo's, the archive is empty, and somebody put a draft
// of his own into an issue that the demo has yet to publish.
TEST(Demo, GoesOnWhereItStoppedButNotWithSomebodysDocument) {
    const Workplace& full = demo();
    const Workplace place;
    fs::copy(full.path("var"), place.path("var"), fs::copy_options::recursive);
    fs::remove(place.path("var/archive.sqlite"));
    place.write("b.txt", notice(78));
    ASSERT_EQ(place.run({"issue", "add", "2026-1", "b.txt", "-s", "省政府文件"}).code, 0);
    const Outcome outcome = place.run(kServe);
    EXPECT_EQ(outcome.code, kConflict) << outcome.err;
    EXPECT_NE(outcome.err.find("2026-1"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_NE(place.run({"issue", "show", "2026-1"}).out.find("编辑中"), std::string::npos);
    const std::string documents = place.documents();
    const std::size_t own = documents.find('[') + 1;
    ASSERT_EQ(
        place.run({"issue", "remove", "2026-1", documents.substr(own, documents.find(']') - own)})
            .code,
        0);
    RunningProgram site(place, kServe);
    for (int i = 0; i < 6 && site.port() == 0; ++i) {
    }
    EXPECT_EQ(site.stop(10s), 0);
    EXPECT_NE(place.run({"issue", "show", "2026-1"}).out.find("已出版"), std::string::npos);
    EXPECT_EQ(place.run({"verify"}).code, 0);
}

}  // namespace
}  // namespace gongbao::tests
