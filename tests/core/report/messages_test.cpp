// SPDX-License-Identifier: Apache-2.0
#include "core/report/messages.hpp"

#include <gtest/gtest.h>

#include <set>

#include "core/system/files.hpp"
#include "tests/refusal.hpp"
#include "tests/scratch_folder.hpp"

namespace {

using namespace gongbao::core;
using gongbao::tests::refusal_of;
using gongbao::tests::ScratchFolder;

Messages words_of(const char* language) {
    return Messages::load(std::filesystem::path(GONGBAO_SOURCE_DIR) / "templates/messages" /
                          language);
}

// The {names} that a sentence leaves open.
std::set<std::string> blanks(const std::string& words) {
    std::set<std::string> names;
    for (std::size_t at = words.find('{'); at != std::string::npos; at = words.find('{', at + 1))
        names.insert(words.substr(at + 1, words.find('}', at) - at - 1));
    return names;
}

TEST(Messages, HaveEveryIdInBothLanguages) {
    const Messages chinese = words_of("zh-CN");
    const Messages english = words_of("en");
    for (const auto& [id, words] : chinese.all()) EXPECT_TRUE(english.has(id)) << id;
    for (const auto& [id, words] : english.all()) EXPECT_TRUE(chinese.has(id)) << id;
    EXPECT_GT(chinese.all().size(), 30u);
}

TEST(Messages, LeaveTheSameBlanksInBothLanguages) {
    const Messages chinese = words_of("zh-CN");
    const Messages english = words_of("en");
    for (const auto& [id, words] : chinese.all()) {
        if (english.has(id)) {
            EXPECT_EQ(blanks(words), blanks(english.all().at(id))) << id;
        }
    }
}

TEST(Messages, AreNeverEmpty) {
    for (const char* language : {"zh-CN", "en"}) {
        const Messages messages = words_of(language);
        for (const auto& [id, words] : messages.all()) EXPECT_FALSE(words.empty()) << id;
    }
}

TEST(Messages, HaveWordsForEveryIdOfCore) {
    const Messages chinese = words_of("zh-CN");
    const auto core = std::filesystem::path(GONGBAO_SOURCE_DIR) / "core";
    int seen = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(core)) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string source = read_file(entry.path());
        for (const char* family : {"\"core.", "\"akn.", "\"doc_number."}) {
            for (std::size_t at = source.find(family); at != std::string::npos;
                 at = source.find(family, at + 1)) {
                const std::string id = source.substr(at + 1, source.find('"', at + 1) - at - 1);
                EXPECT_TRUE(chinese.has(id)) << entry.path() << ": " << id;
                ++seen;
            }
        }
    }
    EXPECT_GT(seen, 40);
}

TEST(Messages, FillInTheirBlanks) {
    const ScratchFolder folder;
    write_file(folder / "a.toml",
               "[x]\nsaid = \"{who} said {what}, {who}\"\n[x.y]\nz = \"deep\"\n");
    write_file(folder / "notes.txt", "not read");
    const Messages messages = Messages::load(folder.path());
    EXPECT_EQ(messages.say({"x.said", {{"who", "{what}"}, {"what", "b"}}}),
              "{what} said b, {what}");
    EXPECT_EQ(messages.say("x.said"), "{who} said {what}, {who}");
    EXPECT_EQ(messages.say("x.y.z"), "deep");
}

TEST(Messages, HideNothingOfAnUnknownId) {
    const ScratchFolder folder;
    write_file(folder / "a.toml", "x = \"y\"\n");
    EXPECT_EQ(Messages::load(folder.path()).say({"no.words", {{"file", "a"}}}), "no.words file=a");
}

TEST(Messages, RefuseAMissingFolderAndADamagedFile) {
    const ScratchFolder folder;
    EXPECT_EQ(refusal_of([&] { Messages::load(folder / "none"); }),
              "unavailable core.messages_missing");
    EXPECT_EQ(refusal_of([&] { Messages::load(folder.path()); }),
              "unavailable core.messages_missing");
    write_file(folder / "bad.toml", "a = \"b\"\nc = \n");
    const auto error = gongbao::tests::error_of([&] { Messages::load(folder.path()); });
    ASSERT_TRUE(error);
    EXPECT_EQ(error->kind(), ErrorKind::Invalid);
    EXPECT_EQ(error->for_people().args.at("file"), "bad.toml");
    EXPECT_EQ(error->for_people().args.at("line"), "2");
}

}  // namespace
