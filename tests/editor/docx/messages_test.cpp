// SPDX-License-Identifier: Apache-2.0
// Every sentence the Word reader can say has words in both languages.
#include <gtest/gtest.h>

#include <filesystem>
#include <regex>
#include <set>

#include "core/report/messages.hpp"
#include "core/system/files.hpp"

namespace gongbao::editor {
namespace {

const std::filesystem::path kSource = GONGBAO_SOURCE_DIR;

std::set<std::string> ids_in(const std::string& language) {
    std::set<std::string> ids;
    const auto messages = core::Messages::load(kSource / "templates/messages" / language);
    for (const auto& [id, words] : messages.all())
        if (id.starts_with("docx.")) ids.insert(id);
    return ids;
}

TEST(DocxMessages, AreTheSameInBothLanguages) {
    EXPECT_FALSE(ids_in("zh-CN").empty());
    EXPECT_EQ(ids_in("zh-CN"), ids_in("en"));
}

TEST(DocxMessages, AreAllUsedInTheSources) {
    std::string sources;
    for (const auto& file : std::filesystem::directory_iterator(kSource / "editor/intake/docx"))
        sources += core::read_file(file.path());
    for (const std::string& id : ids_in("zh-CN")) {
        const std::string name = id.substr(5);
        EXPECT_TRUE(sources.find("\"" + name + "\"") != std::string::npos ||
                    sources.find("\"" + id + "\"") != std::string::npos)
            << id;
    }
}

TEST(DocxMessages, SayWhatHappenedAndWhatToDo) {
    for (const char* language : {"zh-CN", "en"}) {
        const auto messages = core::Messages::load(kSource / "templates/messages" / language);
        for (const std::string& id : ids_in(language)) {
            const std::string words = messages.say(id);
            EXPECT_TRUE(words.find("；") != std::string::npos ||
                        words.find("; ") != std::string::npos)
                << id;
        }
    }
}

}  // namespace
}  // namespace gongbao::editor
