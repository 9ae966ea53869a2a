// SPDX-License-Identifier: Apache-2.0
// The subcommands of `gongbao`. Each function adds its subcommand with its options to the
// program; main.cpp runs what the command line chose.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "cli/command_line.hpp"

namespace gongbao::cli {

/// Set by the subcommand that was named.
using Run = std::function<ExitCode()>;

/// Words for --help: `id` below [cli] of templates/messages.
using Words = std::function<std::string(const std::string& id)>;

struct Commands {
    Command program;
    Context& context;
    Run& run;
    Words help;

    /// A subcommand of `parent`; its words stand under `id`.
    Command add(const Command& parent, const std::string& name, const std::string& id) const {
        const Command command = parent.add(name, help(id));
        const std::string options = help("help_options");
        if (!options.empty())  // somebody asked for help
            command.under(help("help_subcommands"), options);
        return command;
    }
    Command add(const std::string& name) const { return add(program, name, name); }

    /// What is run when `command` is chosen.
    void runs(const Command& command, Run step) const {
        command.when_chosen([this, step = std::move(step)] { run = step; });
    }
};

void add_gazette_command(Commands& commands);
void add_import_command(Commands& commands);
void add_number_command(Commands& commands);
void add_typeset_command(Commands& commands);
void add_issue_command(Commands& commands);
void add_serve_command(Commands& commands);
void add_office_command(Commands& commands);
void add_search_command(Commands& commands);
void add_index_command(Commands& commands);
void add_extract_command(Commands& commands);
void add_show_command(Commands& commands);
void add_edition_command(Commands& commands);
void add_verify_command(Commands& commands);
void add_upgrade_command(Commands& commands);

}  // namespace gongbao::cli
