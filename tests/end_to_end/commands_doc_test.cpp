// SPDX-License-Identifier: Apache-2.0
// docs/commands.md against the program: every command and every option of one is described there,
// and nothing else.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <sstream>

#include "tests/end_to_end/program.hpp"

namespace gongbao::tests {
namespace {

using Names = std::set<std::string>;

std::string commands_document() {
    std::ifstream file(std::string(GONGBAO_SOURCE_DIR) + "/docs/commands.md");
    return {std::istreambuf_iterator<char>(file), {}};
}

Names matches(const std::string& text, const std::string& pattern) {
    Names all;
    const std::regex regex(pattern);
    for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at)
        all.insert((*at)[1]);
    return all;
}

std::string help_of(const Workplace& place, const std::string& language, const Arguments& command) {
    Arguments arguments = {"--lang", language};
    arguments.insert(arguments.end(), command.begin(), command.end());
    arguments.push_back("--help");
    return place.run(arguments).out;
}

// What a help lists below its heading of subcommands.
Names subcommands_in(const std::string& help) {
    const std::size_t at =
        std::max(help.find("\nSubcommands:\n") + 1, help.find("\n子命令:\n") + 1);
    return at == 0 ? Names() : matches(help.substr(at), "\n  ([a-z][a-z-]*) ");
}

Names options_in(const std::string& help) {
    Names options = matches(help, "\n  (?:-[a-z],)?(--[a-z][a-z-]*)");
    options.erase("--help");
    return options;
}

// Options of every command, "issue new" among them; those of the program itself have no name.
std::map<std::string, Names> program_in(const std::string& language) {
    const Workplace place;
    std::map<std::string, Names> program;
    const std::string help = help_of(place, language, {});
    program[""] = options_in(help);
    for (const std::string& command : subcommands_in(help)) {
        const std::string own = help_of(place, language, {command});
        const Names steps = subcommands_in(own);
        // The office is served by the command itself, and begun by a step of it.
        if (steps.empty() || command == "office") program[command] = options_in(own);
        for (const std::string& step : steps)
            program[command + " " + step] = options_in(help_of(place, language, {command, step}));
    }
    return program;
}

// The section that `#anchor` leads to.
std::string section(const std::string& document, const std::string& anchor) {
    std::istringstream lines(document);
    std::string text;
    bool inside = false;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("## ")) {
            std::string heading = line.substr(3);
            std::transform(heading.begin(), heading.end(), heading.begin(), [](char c) {
                return c == ' ' ? '-' : static_cast<char>(std::tolower(c));
            });
            inside = heading == anchor;
        }
        if (inside) text += line + "\n";
    }
    return text;
}

// A row of the table with the sections it links to, by each command it is about.
std::map<std::string, std::string> described(const std::string& document) {
    std::map<std::string, std::string> rows;
    std::istringstream lines(document.substr(0, document.find("\n## ")));
    for (std::string line; std::getline(lines, line);) {
        if (!line.starts_with("| `")) continue;
        std::string text = line;
        for (const std::string& anchor : matches(line, R"(\]\(#([a-z-]+)\))"))
            text += section(document, anchor);
        for (const std::string& command :
             matches(line.substr(0, line.find(" | ", 2)), "`([a-z-]+(?: [a-z-]+)?)[ `]"))
            rows[command] = text;
    }
    return rows;
}

TEST(CommandsDocument, NamesTheCommandsThatThereAre) {
    Names named;
    for (const auto& [command, text] : described(commands_document())) named.insert(command);
    Names known;
    for (const auto& [command, options] : program_in("en"))
        if (!command.empty()) known.insert(command);
    EXPECT_EQ(named, known);
}

TEST(CommandsDocument, NamesEveryOptionWithItsCommand) {
    const std::string document = commands_document();
    const auto rows = described(document);
    for (const auto& [command, options] : program_in("en")) {
        const auto row = rows.find(command);
        const std::string& text = row == rows.end() ? document : row->second;
        for (const std::string& option : options) {
            // What one letter stands for in another row is said there.
            const bool named = matches(text, "(--[a-z][a-z-]*)").count(option) > 0;
            const bool short_form =
                (option == "--profile" && matches(text, "(-p)\\b").size() > 0) ||
                (option == "--quiet" && matches(text, "(-q)\\b").size() > 0) ||
                (option == "--output" && matches(text, "(-o)\\b").size() > 0) ||
                (option == "--section" && matches(text, "(-s)\\b").size() > 0);
            EXPECT_TRUE(named || short_form) << command << " " << option;
        }
    }
}

TEST(CommandsDocument, NamesNoOptionThatThereIsNot) {
    Names known = {"--help", "--list-attachments"};  // of qpdf
    for (const auto& [command, options] : program_in("en"))
        known.insert(options.begin(), options.end());
    for (const std::string& option : matches(commands_document(), "(--[a-z][a-z-]*)"))
        EXPECT_EQ(known.count(option), 1u) << option;
}

TEST(Help, IsOfTheSameCommandsAndOptionsInBothLanguages) {
    EXPECT_EQ(program_in("zh-CN"), program_in("en"));
}

}  // namespace
}  // namespace gongbao::tests
