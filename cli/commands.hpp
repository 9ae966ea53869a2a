// SPDX-License-Identifier: Apache-2.0
// The subcommands of `gongbao`. Each function adds its subcommand with its options to the
// program; main.cpp runs what the command line chose.
#pragma once

#include <CLI/CLI.hpp>

#include <functional>
#include <string>

#include "cli/context.hpp"

namespace gongbao::cli {

/// Set by the subcommand that was named.
using Run = std::function<ExitCode()>;

/// Words for --help: `id` below [cli] of templates/messages.
using Words = std::function<std::string(const std::string& id)>;

struct Commands {
    CLI::App& program;
    Context& context;
    Run& run;
    Words help;

    /// A subcommand of `parent`; its words stand under `id`.
    CLI::App* add(CLI::App& parent, const std::string& name, const std::string& id) const {
        CLI::App* command = parent.add_subcommand(name, help(id));
        const std::string options = help("help_options");
        if (options.empty()) return command;  // nobody asked for help
        command->group(help("help_subcommands"));
        command->get_help_ptr()->group(options);
        return command;
    }
    CLI::App* add(const std::string& name) const { return add(program, name, name); }
};

void add_gazette_command(Commands& commands);
void add_import_command(Commands& commands);
void add_number_command(Commands& commands);
void add_typeset_command(Commands& commands);
void add_issue_command(Commands& commands);
void add_serve_command(Commands& commands);
void add_search_command(Commands& commands);
void add_index_command(Commands& commands);
void add_extract_command(Commands& commands);
void add_show_command(Commands& commands);
void add_edition_command(Commands& commands);
void add_verify_command(Commands& commands);

}  // namespace gongbao::cli
