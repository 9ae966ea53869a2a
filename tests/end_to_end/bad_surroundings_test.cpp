// SPDX-License-Identifier: Apache-2.0
// A full disk, a port that is taken, fonts or templates that are missing.
#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "core/system/files.hpp"
#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kNotFound = 3, kInvalid = 4, kUnavailable = 9;

namespace fs = std::filesystem;

// A socket that holds a port of 127.0.0.1.
class TakenPort {
  public:
    TakenPort() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* generic = reinterpret_cast<sockaddr*>(&address);
        ::bind(socket_, generic, size);
        ::listen(socket_, 1);
        ::getsockname(socket_, generic, &size);
        port_ = ntohs(address.sin_port);
    }
    ~TakenPort() { ::close(socket_); }
    TakenPort(const TakenPort&) = delete;
    TakenPort& operator=(const TakenPort&) = delete;
    std::string port() const { return std::to_string(port_); }

  private:
    int socket_;
    int port_ = 0;
};

// A home of the program with the repository's templates and fonts of its own.
std::string home_with_fonts(const Workplace& place, const std::string& catalogue) {
    place.write("home/fonts/fonts.toml", catalogue);
    place.write("home/fonts/barred.toml",
                core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "fonts/barred.toml"));
    fs::create_directory_symlink(fs::path(GONGBAO_SOURCE_DIR) / "templates",
                                 place.path("home/templates"));
    return place.path("home");
}

TEST(FullDisk, LeavesNoPieceOfAPdf) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const Outcome outcome = place.run({"typeset", "a.txt", "-o", "a.pdf"}, {.file_limit = 4096});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_NE(outcome.err.find("a.pdf"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_EQ(place.files(), Arguments{"a.txt"});
}

TEST(FullDisk, KeepsTheOldPdf) {
    const Workplace place;
    place.write("a.txt", notice(1));
    place.write("a.pdf", "the old one");
    EXPECT_EQ(place.run({"typeset", "a.txt", "-o", "a.pdf"}, {.file_limit = 4096}).code,
              kUnavailable);
    EXPECT_EQ(core::read_file(place.path("a.pdf")), "the old one");
}

TEST(FullDisk, LeavesNoPieceOfAnEdition) {
    const Workplace place;
    place.name_gazette();
    place.write("a.txt", notice(1));
    place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
    ASSERT_EQ(place.run({"issue", "add", "2026-8", "a.txt", "-s", "省政府文件"}).code, 0);
    const auto room = fs::file_size(place.path("var/archive.sqlite")) + 8192;
    const Outcome outcome = place.run({"issue", "publish", "2026-8"}, {.file_limit = room});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_NE(outcome.err.find("磁盘空间"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_EQ(place.run({"show", "2026-8-1"}).code, kNotFound);
    const Outcome whole = place.run({"verify"});
    EXPECT_EQ(whole.code, 0) << whole.err;
    EXPECT_EQ(place.run({"issue", "publish", "2026-8"}).code, 0);
}

// However much room there is, what is said is what a fresh program finds.
TEST(FullDisk, NeverCallsUndoneWhatIsIssued) {
    const Workplace place;
    place.name_gazette();
    place.write("a.txt", notice(1));
    place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
    ASSERT_EQ(place.run({"issue", "add", "2026-8", "a.txt", "-s", "省政府文件"}).code, 0);
    const auto empty = fs::file_size(place.path("var/archive.sqlite"));
    fs::copy(place.path("var"), place.path("sound"), fs::copy_options::recursive);
    for (const std::uint64_t room : {4096, 65536, 200000, 300000, 330000, 360000, 400000}) {
        fs::remove_all(place.path("var"));
        fs::copy(place.path("sound"), place.path("var"), fs::copy_options::recursive);
        const Outcome outcome =
            place.run({"issue", "publish", "2026-8"}, {.file_limit = empty + room});
        const bool issued = place.run({"show", "2026-8-1"}).code == 0;
        EXPECT_EQ(outcome.code == 0, issued) << room << outcome.err;
        EXPECT_EQ(place.run({"verify"}).code, 0) << room;
    }
}

TEST(LostAnswer, OfPublishingSaysThatTheIssueIsPublished) {
    const Workplace place;
    place.name_gazette();
    place.write("a.txt", notice(1));
    place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
    ASSERT_EQ(place.run({"issue", "add", "2026-8", "a.txt", "-s", "省政府文件"}).code, 0);
    const Outcome outcome = place.run({"issue", "publish", "2026-8"}, {.out_to = "/dev/full"});
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    EXPECT_NE(outcome.err.find("已经出版"), std::string::npos) << outcome.err;
    EXPECT_NE(outcome.err.find("不必重新出版"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_EQ(place.run({"show", "2026-8-1"}).code, 0);
}

TEST(FullDisk, IsToldWhenTheAnswerIsLost) {
    const Workplace place;
    const Outcome outcome =
        place.run({"number"}, {.input = "云府办发〔2026〕1号\n", .out_to = "/dev/full"});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

TEST(TakenPort, IsNamed) {
    const Workplace place;
    const TakenPort taken;
    const Outcome outcome = place.run({"serve", "--port", taken.port()});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_NE(outcome.err.find(taken.port()), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
}

TEST(Fonts, AreNamedWhenTheirFilesAreMissing) {
    const Workplace place;
    place.write("a.txt", notice(1));
    std::string catalogue = core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "fonts/fonts.toml");
    const std::string home = home_with_fonts(place, catalogue);  // and no font beside it
    const Outcome outcome =
        place.run({"typeset", "a.txt", "-o", "a.pdf"}, {.environment = {{"GONGBAO_HOME", home}}});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_NE(outcome.err.find("fonts/install.sh"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_FALSE(place.has("a.pdf"));
}

// Without the list, characters would be printed as others: nothing is printed.
TEST(Fonts, AreNotUsedWithoutTheListOfWhatTheyDrawWrongly) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const std::string catalogue =
        core::read_file(fs::path(GONGBAO_SOURCE_DIR) / "fonts/fonts.toml");
    const std::string home = home_with_fonts(place, catalogue);
    fs::remove(place.path("home/fonts/barred.toml"));
    const Outcome outcome =
        place.run({"typeset", "a.txt", "-o", "a.pdf"}, {.environment = {{"GONGBAO_HOME", home}}});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_NE(outcome.err.find("barred.toml"), std::string::npos) << outcome.err;
    EXPECT_EQ(fault_in_message(outcome.err), "");
    EXPECT_FALSE(place.has("a.pdf"));
}

TEST(Fonts, AreNamedWhenTheirCatalogueIsDamagedOrMissing) {
    const Workplace place;
    place.write("a.txt", notice(1));
    const std::string home = home_with_fonts(place, "[[face]]\nid = \n");
    const Setting there{.environment = {{"GONGBAO_HOME", home}}};
    const Outcome damaged = place.run({"typeset", "a.txt", "-o", "a.pdf"}, there);
    EXPECT_TRUE(damaged.code == kInvalid || damaged.code == kUnavailable) << damaged.code;
    EXPECT_NE(damaged.err.find("fonts.toml"), std::string::npos) << damaged.err;
    EXPECT_NE(damaged.err.find("2 行"), std::string::npos) << damaged.err;
    EXPECT_EQ(fault_in(damaged.err), "");
    fs::remove(place.path("home/fonts/fonts.toml"));
    const Outcome missing = place.run({"typeset", "a.txt", "-o", "a.pdf"}, there);
    EXPECT_NE(missing.code, 0);
    EXPECT_EQ(fault_in_message(missing.err), "");
    EXPECT_FALSE(place.has("a.pdf"));
}

TEST(Home, WithoutWordsIsToldInBothLanguages) {
    const Workplace place;
    const Outcome outcome =
        place.run({"search", "通知"}, {.environment = {{"GONGBAO_HOME", place.path("nowhere")}}});
    EXPECT_EQ(outcome.code, kUnavailable);
    EXPECT_NE(outcome.err.find("请重新安装"), std::string::npos);
    EXPECT_NE(outcome.err.find("install it again"), std::string::npos);
    EXPECT_EQ(fault_in(outcome.err), "");
}

TEST(DataFolder, ThatIsAFileIsNamed) {
    const Workplace place;
    place.write("var", "words");
    place.write("a.txt", notice(1));
    for (const Arguments& arguments :
         {Arguments{"import", "a.txt"}, {"issue", "list"}, {"serve", "--demo", "--port", "0"}}) {
        const Outcome outcome = place.run(arguments);
        EXPECT_EQ(outcome.code, kUnavailable) << arguments[0];
        EXPECT_NE(outcome.err.find("--data"), std::string::npos) << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "");
    }
}

}  // namespace
}  // namespace gongbao::tests
