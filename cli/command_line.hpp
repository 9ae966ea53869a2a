// SPDX-License-Identifier: Apache-2.0
// The command line: a program with subcommands, each with options, flags and arguments, in the
// words of the user's language, also in --help and in what is said of a wrong one.
//
// The door to CLI11, which command_line.cpp alone includes: it is header only, and takes ten
// seconds of each file that sees it. Command and Option are handles: copied at will, good as long
// as the CommandLine.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/context.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace gongbao::cli {

class Option {
  public:
    explicit Option(CLI::Option* option) : option_(option) {}

    Option required() const;
    Option shows_default() const;  ///< --help names the value it has now
    Option text() const;           ///< well-formed UTF-8 only
    Option between(int least, int most) const;
    Option one_of(const std::vector<std::string>& values) const;
    Option needs(const Option& other) const;  ///< only together with the other
    /// A list that takes one value each time it is named.
    Option one_at_a_time() const;

  private:
    CLI::Option* option_;
};

class Command {
  public:
    explicit Command(CLI::App* app) : app_(app) {}

    /// "--output,-o", or "file" for an argument that is told by its place. `words` for --help.
    /// Requires: `value` outlives the command line.
    Option option(const std::string& names, std::string& value, const std::string& words) const;
    Option option(const std::string& names, std::optional<std::string>& value,
                  const std::string& words) const;
    Option option(const std::string& names, std::vector<std::string>& values,
                  const std::string& words) const;
    Option option(const std::string& names, int& value, const std::string& words) const;
    Option option(const std::string& names, std::uint16_t& value, const std::string& words) const;
    Option flag(const std::string& names, bool& value, const std::string& words) const;

    Command add(const std::string& name, const std::string& words) const;
    void needs_subcommand() const;
    /// Puts the command under the heading `commands` of its parent's --help, and its own --help
    /// under the heading `options`.
    void under(const std::string& commands, const std::string& options) const;
    /// Called when the command is the one that was chosen.
    void when_chosen(std::function<void()> call) const;

  private:
    CLI::App* app_;
};

class CommandLine {
  public:
    CommandLine(const std::string& name, const std::string& about);
    ~CommandLine();
    CommandLine(const CommandLine&) = delete;
    CommandLine& operator=(const CommandLine&) = delete;

    /// Gives --help the words of `context`. Requires: called before anything is added.
    void speak(const Context& context);
    Command program() const;
    void version(const std::string& version, const std::string& words);

    /// Chosen: a command was; Answered: --help or --version has said all; Wrong: see complain().
    enum class Read { Chosen, Answered, Wrong };
    Read read(int argc, char** argv);
    /// Says on standard error what is wrong with the command line and how to find help.
    void complain(const Context& context) const;

  private:
    struct Wrong {
        bool missing = false;  ///< something required is
        std::string what;
    };
    std::unique_ptr<CLI::App> app_;
    Wrong wrong_;
};

}  // namespace gongbao::cli
