// SPDX-License-Identifier: Apache-2.0
// The command line itself: help in both languages, and what is said of a wrong one.
#include <gtest/gtest.h>

#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

constexpr int kUsage = 2;

const std::vector<Arguments> kCommands = {{},
                                          {"gazette"},
                                          {"import"},
                                          {"number"},
                                          {"typeset"},
                                          {"serve"},
                                          {"search"},
                                          {"show"},
                                          {"verify"},
                                          {"index"},
                                          {"extract"},
                                          {"edition"},
                                          {"issue"},
                                          {"issue", "new"},
                                          {"issue", "add"},
                                          {"issue", "add-index"},
                                          {"issue", "remove"},
                                          {"issue", "order"},
                                          {"issue", "show"},
                                          {"issue", "list"},
                                          {"issue", "documents"},
                                          {"issue", "preview"},
                                          {"issue", "publish"}};

// Words of the parser that nobody translated.
bool speaks_english(const std::string& words) {
    for (const char* word : {"Usage", "Options", "Positionals", "Subcommands", "REQUIRED", "TEXT",
                             "Print this", "Display", "required", "Run with"})
        if (words.find(word) != std::string::npos) return true;
    return false;
}

bool has_han(const std::string& words) {
    return words.find("的") != std::string::npos || words.find("用法") != std::string::npos;
}

TEST(Help, OfEverySubcommandIsChinese) {
    const Workplace place;
    for (Arguments arguments : kCommands) {
        arguments.push_back("--help");
        const Outcome outcome = place.run(arguments);
        EXPECT_EQ(outcome.code, 0) << arguments[0];
        EXPECT_NE(outcome.out.find("用法"), std::string::npos) << outcome.out;
        EXPECT_FALSE(speaks_english(outcome.out)) << outcome.out;
        EXPECT_EQ(fault_in(outcome.out), "") << outcome.out;
    }
}

TEST(Help, OfEverySubcommandIsEnglishWhenAskedFor) {
    const Workplace place;
    for (const Arguments& command : kCommands) {
        Arguments arguments = {"--lang", "en"};
        arguments.insert(arguments.end(), command.begin(), command.end());
        arguments.push_back("-h");
        const Outcome outcome = place.run(arguments);
        EXPECT_EQ(outcome.code, 0);
        EXPECT_NE(outcome.out.find("Usage"), std::string::npos) << outcome.out;
        EXPECT_FALSE(has_han(outcome.out)) << outcome.out;
        EXPECT_EQ(fault_in(outcome.out), "") << outcome.out;
    }
}

TEST(Help, NamesEverySubcommand) {
    const Workplace place;
    const std::string all = place.run({"--help"}).out;
    const std::string issue = place.run({"issue", "--help"}).out;
    for (const Arguments& command : kCommands) {
        if (command.empty()) continue;
        const std::string& help = command.size() == 1 ? all : issue;
        EXPECT_NE(help.find("\n  " + command.back() + " "), std::string::npos) << command.back();
    }
}

struct Wrong {
    Arguments arguments;
    const char* names;  ///< what the message must name
};

TEST(WrongCommandLine, IsNamedAndEndsWithTwo) {
    const Workplace place;
    const std::vector<Wrong> cases = {
        {{}, "子命令"},
        {{"publish"}, "publish"},
        {{"issue"}, "子命令"},
        {{"issue", "burn"}, "burn"},
        {{"import"}, "file"},
        {{"typeset", "a.txt"}, "--output"},
        {{"issue", "new", "2026-8"}, "--date"},
        {{"search", "通知", "--limit", "many"}, "--limit"},
        {{"search", "通知", "--limit", "-1"}, "-1"},
        {{"search", "\xff\xfe"}, "query"},
        {{"serve", "--port", "70000"}, "--port"},
        {{"number", "--xml"}, "--xml"},
        {{"--lang", "fr", "verify"}, "--lang"},
    };
    for (const Wrong& wrong : cases) {
        const Outcome outcome = place.run(wrong.arguments);
        EXPECT_EQ(outcome.code, kUsage) << wrong.names;
        EXPECT_NE(outcome.err.find(wrong.names), std::string::npos) << outcome.err;
        EXPECT_NE(outcome.err.find("--help"), std::string::npos) << outcome.err;
        EXPECT_TRUE(outcome.err.starts_with("错误：")) << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "");
        EXPECT_EQ(outcome.out, "");
    }
    EXPECT_TRUE(place.files().empty());
}

TEST(WrongCommandLine, IsNamedInEnglish) {
    const Workplace place;
    const Outcome outcome =
        place.run({"issue", "new", "2026-8"}, {.environment = {{"GONGBAO_LANG", "en"}}});
    EXPECT_EQ(outcome.code, kUsage);
    EXPECT_EQ(outcome.err, "Error: --date is missing; add it\nHelp: gongbao issue new --help\n");
}

struct BadArgument {
    Arguments arguments;
    int code;
    const char* names;
};

TEST(BadArgument, IsNamedWithTheRightWayToWriteIt) {
    const Workplace place;
    place.run({"issue", "new", "2026-8", "--date", "2026-04-30"});
    const std::vector<BadArgument> cases = {
        {{"issue", "new", "2026-9", "--date", "2026-02-30"}, 4, "2026-02-30"},
        {{"issue", "new", "第9期", "--date", "2026-04-30"}, 4, "第9期"},
        {{"issue", "publish", "2026-8", "--issued-at", "today"}, 4, "today"},
        {{"issue", "order", "2026-8", "one"}, 4, "one"},
        {{"issue", "add", "2026-8", "none.docx", "-s", "更正"}, 3, "none.docx"},
        {{"issue", "add", "2026-8", "77", "-s", "更正"}, 3, "77"},
        {{"issue", "remove", "2026-8", "77"}, 3, "77"},
        {{"issue", "show", "2026-9"}, 3, "2026-9"},
        {{"issue", "documents", "77"}, 3, "77"},
        {{"import", "none.docx"}, 3, "none.docx"},
        {{"show", "云府发〔2026〕1号"}, 3, "云府发〔2026〕1号"},
    };
    for (const BadArgument& bad : cases) {
        const Outcome outcome = place.run(bad.arguments);
        EXPECT_EQ(outcome.code, bad.code) << bad.names << outcome.err;
        EXPECT_NE(outcome.err.find(bad.names), std::string::npos) << outcome.err;
        EXPECT_EQ(fault_in_message(outcome.err), "");
    }
}

TEST(Version, IsTold) {
    const Outcome outcome = Workplace().run({"--version"});
    EXPECT_EQ(outcome.code, 0);
    EXPECT_TRUE(outcome.out.starts_with("gongbao 0.")) << outcome.out;
}

}  // namespace
}  // namespace gongbao::tests
