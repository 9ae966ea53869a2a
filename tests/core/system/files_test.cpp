// SPDX-License-Identifier: Apache-2.0
#include "core/system/files.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <thread>

#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::refusal_of;
using gongbao::tests::ScratchFolder;

int entries(const std::filesystem::path& folder) {
    int count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder)) ++count;
    return count;
}

TEST(Files, GiveBackEveryByte) {
    const ScratchFolder folder;
    std::string bytes;
    for (int i = 0; i < 200000; ++i) bytes += static_cast<char>(i * 7);
    write_file(folder / "a", bytes);
    EXPECT_EQ(read_file(folder / "a"), bytes);
    write_file(folder / "a", "");
    EXPECT_EQ(read_file(folder / "a"), "");
    EXPECT_EQ(entries(folder.path()), 1);
}

::mode_t mode_of(const std::filesystem::path& path) {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? info.st_mode & 0777 : 0;
}

TEST(Files, KeepTheirPermissions) {
    const ScratchFolder folder;
    for (const ::mode_t mode : {::mode_t{0600}, ::mode_t{0640}, ::mode_t{0664}, ::mode_t{0400}}) {
        write_file(folder / "a", "old");
        ::chmod((folder / "a").c_str(), mode);
        write_file(folder / "a", "new");
        EXPECT_EQ(mode_of(folder / "a"), mode);
        std::filesystem::remove(folder / "a");
    }
    const ::mode_t mask = ::umask(077);
    write_file(folder / "a", "new");
    ::umask(mask);
    EXPECT_EQ(mode_of(folder / "a"), ::mode_t{0600}) << "a new one as the user asks";
}

TEST(Files, MadePrivateAreOpenToTheirOwnerAlone) {
    const ScratchFolder folder;
    make_private_folder(folder.path() / "outer" / "inner");
    EXPECT_EQ(mode_of(folder.path() / "outer" / "inner"), ::mode_t{0700});
    make_private_folder(folder.path() / "slash" / "");
    EXPECT_EQ(mode_of(folder.path() / "slash"), ::mode_t{0700});
    make_private_file(folder / "a");
    EXPECT_EQ(mode_of(folder / "a"), ::mode_t{0600});
    write_file(folder / "b", "words");
    make_private_file(folder / "b");
    EXPECT_EQ(read_file(folder / "b"), "words") << "what is there stays";
    EXPECT_EQ(refusal_of([&] { make_private_folder(folder / "b"); }),
              "unavailable core.cannot_write");
}

TEST(Files, RefuseToReadWhatIsMissingOrNoFile) {
    const ScratchFolder folder;
    EXPECT_EQ(refusal_of([&] { read_file(folder / "none"); }), "not-found core.cannot_read");
    EXPECT_EQ(refusal_of([&] { read_file(folder.path()); }), "unavailable core.cannot_read");
}

TEST(Files, RefuseToReadMoreThanTheLimit) {
    const ScratchFolder folder;
    write_file(folder / "a", "12345");
    EXPECT_EQ(read_file(folder / "a", 5), "12345");
    EXPECT_EQ(refusal_of([&] { read_file(folder / "a", 4); }), "too-large core.file_too_large");
    // A device tells no size beforehand.
    EXPECT_EQ(refusal_of([] { read_file("/dev/zero", 1000); }), "too-large core.file_too_large");
}

TEST(Files, RefuseAFolderThatCannotBeWrittenTo) {
    const ScratchFolder folder;
    write_file(folder / "file", "x");
    EXPECT_EQ(refusal_of([&] { write_file(folder / "none" / "a", "x"); }),
              "unavailable core.cannot_write");
    EXPECT_EQ(refusal_of([&] { write_file(folder / "file" / "a", "x"); }),
              "unavailable core.cannot_write");
    // /proc lets nobody make a file, not even root.
    EXPECT_EQ(refusal_of([] { write_file("/proc/gongbao", "x"); }),
              "unavailable core.cannot_write");
}

TEST(Files, AreNotPutInThePlaceOfAPipeOrALink) {
    const ScratchFolder folder;
    const std::filesystem::path pipe = folder / "pipe";
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    std::string seen;
    std::thread reader([&] {
        std::ifstream in(pipe);
        std::getline(in, seen);
    });
    write_file(pipe, "words\n");
    reader.join();
    EXPECT_EQ(seen, "words");
    EXPECT_TRUE(std::filesystem::is_fifo(pipe));

    write_file(folder / "named", "old");
    std::filesystem::create_symlink("named", folder / "link");
    write_file(folder / "link", "new");
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "link"));
    EXPECT_EQ(read_file(folder / "named"), "new");
}

TEST(Files, KeepTheOldFileWhenTheNewOneDoesNotFit) {
    const ScratchFolder folder;
    write_file(folder / "a", "old");
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    rlimit small = before;
    small.rlim_cur = 1000;
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto refusal = refusal_of([&] { write_file(folder / "a", std::string(5000, 'x')); });
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    EXPECT_EQ(refusal, "unavailable core.cannot_write");
    EXPECT_EQ(read_file(folder / "a"), "old");
    EXPECT_EQ(entries(folder.path()), 1);
}

TEST(Files, NameNoFolderToPeople) {
    const ScratchFolder folder;
    const auto error = gongbao::tests::error_of([&] { read_file(folder / "none"); });
    ASSERT_TRUE(error);
    for (const auto& [name, value] : error->for_people().args)
        EXPECT_EQ(value.find('/'), std::string::npos) << name;
}

}  // namespace
