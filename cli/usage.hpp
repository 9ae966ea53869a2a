// SPDX-License-Identifier: Apache-2.0
// The command line parser speaks the user's language: --help, and what is said of a wrong command
// line.
#pragma once

#include <CLI/CLI.hpp>

#include "cli/context.hpp"

namespace gongbao::cli {

/// Gives the program's help its words. Requires: called before subcommands are added.
void speak_help(CLI::App& program, const Context& context);

/// Says on standard error what is wrong with the command line and how to find help.
void show_usage_error(const CLI::App& program, const CLI::ParseError& error,
                      const Context& context);

/// Accepts well-formed UTF-8 only.
CLI::Validator words_argument();

}  // namespace gongbao::cli
