// SPDX-License-Identifier: Apache-2.0
// The subcommands of `gongbao`. Each function adds its subcommand with its options to the program; what runs
// returns the exit code through `run`.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

#include "server/commands/context.hpp"

namespace gongbao::server {

/// Set by the subcommand that was named.
using Run = std::function<ExitCode()>;

/// Words for --help: `id` below [cli] of templates/messages.
using Words = std::function<std::string(const std::string& id)>;

struct Commands {
    CLI::App& program;
    Context& context;
    Run& run;
    Words help;

    CLI::App* add(const std::string& name) { return program.add_subcommand(name, help(name)); }
};

void add_import_command(Commands& commands);
void add_number_command(Commands& commands);
void add_typeset_command(Commands& commands);
void add_issue_command(Commands& commands);
void add_serve_command(Commands& commands);
void add_search_command(Commands& commands);
void add_show_command(Commands& commands);
void add_verify_command(Commands& commands);

}  // namespace gongbao::server
