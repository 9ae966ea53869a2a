// SPDX-License-Identifier: Apache-2.0
// Every sentence about people and the audit log has words in both languages, says what to do, and
// is used.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "core/report/messages.hpp"
#include "core/system/files.hpp"
#include "editor/people/person.hpp"

namespace {

using namespace gongbao;

const std::filesystem::path kSource = GONGBAO_SOURCE_DIR;

std::string sources() {
    std::string all;
    for (const char* room : {"audit", "people", "office"})
        for (const auto& file : std::filesystem::directory_iterator(kSource / "editor" / room))
            if (file.path().extension() == ".cpp") all += core::read_file(file.path());
    return all;
}

std::set<std::string> ids_in_sources() {
    static const std::regex kId("\"((?:office|audit)\\.[a-z_]+)\"");
    static const std::set<std::string> kActs{"office.begin"};
    std::set<std::string> ids;
    const std::string all = sources();
    for (std::sregex_iterator at(all.begin(), all.end(), kId), end; at != end; ++at)
        if (!kActs.contains((*at)[1])) ids.insert((*at)[1]);
    return ids;
}

core::Messages words_of(const char* language) {
    return core::Messages::load(kSource / "templates/messages" / language);
}

TEST(PeopleMessages, HaveWordsThatSayWhatToDo) {
    const auto ids = ids_in_sources();
    EXPECT_GT(ids.size(), 30u);
    for (const std::string& id : ids) {
        EXPECT_NE(words_of("zh-CN").say(id).find("；"), std::string::npos) << id;
        EXPECT_NE(words_of("en").say(id).find("; "), std::string::npos) << id;
    }
}

TEST(PeopleMessages, NameEveryRole) {
    for (const editor::Role role : editor::kRoles)
        for (const char* language : {"zh-CN", "en"})
            EXPECT_TRUE(words_of(language).has(std::string("office.role.") + name_of(role)));
}

TEST(PeopleMessages, AreAllUsed) {
    const auto ids = ids_in_sources();
    const std::string words = core::read_file(kSource / "templates/messages/en/people.toml");
    static const std::regex kLine("\n([a-z_]+) = \"[^\n]*;");
    for (std::sregex_iterator at(words.begin(), words.end(), kLine), end; at != end; ++at)
        EXPECT_TRUE(ids.contains("office." + (*at)[1].str())) << (*at)[1];
}

}  // namespace
