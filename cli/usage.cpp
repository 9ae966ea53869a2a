// SPDX-License-Identifier: Apache-2.0
#include "cli/usage.hpp"

#include <iostream>
#include <utility>
#include <vector>

#include "core/text/text.hpp"

namespace gongbao::cli {
namespace {

// Labels of the parser's formatter, and where their words stand.
constexpr std::pair<const char*, const char*> kLabels[] = {{"Usage", "cli.help_usage"},
                                                           {"OPTIONS", "cli.help_options_mark"},
                                                           {"SUBCOMMAND", "cli.help_subcommand"},
                                                           {"SUBCOMMANDS", "cli.help_subcommand"},
                                                           {"Positionals", "cli.help_arguments"},
                                                           {"REQUIRED", "cli.help_required"},
                                                           {"TEXT", "cli.help_text"},
                                                           {"INT", "cli.help_number"},
                                                           {"UINT", "cli.help_number"}};

// The subcommand that was being read when the parser stopped.
const CLI::App* innermost(const CLI::App* app) {
    const auto chosen = app->get_subcommands();
    return chosen.empty() ? app : innermost(chosen.back());
}

std::string full_name(const CLI::App* app) {
    const std::string name = app->get_name();
    return app->get_parent() == nullptr ? name : full_name(app->get_parent()) + " " + name;
}

std::string missing_options(const CLI::App* app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app->get_options())
        if (option->get_required() && option->count() == 0) names.push_back(option->get_name());
    return core::join(names, ", ");
}

std::string what_is_wrong(const CLI::App& program, const CLI::App* command,
                          const CLI::ParseError& error, const Context& context) {
    const auto extras = program.remaining_for_passthrough(true);
    if (!extras.empty())
        return context.say("cli.usage_unknown", {{"what", core::join(extras, " ")}});
    if (error.get_name() == "RequiredError") {
        const std::string missing = missing_options(command);
        return missing.empty() ? context.say("cli.usage_subcommand")
                               : context.say("cli.usage_missing", {{"what", missing}});
    }
    return context.say("cli.usage_value", {{"what", error.what()}});
}

}  // namespace

void speak_help(CLI::App& program, const Context& context) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [label, id] : kLabels) formatter->label(label, context.say(id));
    program.formatter(formatter);
    program.set_help_flag("-h,--help", context.say("cli.help"));
    program.option_defaults()->group(context.say("cli.help_options"));
    program.get_help_ptr()->group(context.say("cli.help_options"));
}

void show_usage_error(const CLI::App& program, const CLI::ParseError& error,
                      const Context& context) {
    const CLI::App* command = innermost(&program);
    std::cerr << context.say("cli.error") << what_is_wrong(program, command, error, context) << '\n'
              << context.say("cli.usage_help", {{"command", full_name(command)}}) << '\n';
}

CLI::Validator words_argument() {
    return CLI::Validator(
        [](const std::string& text) {
            return std::string(core::is_valid_utf8(text) ? "" : "not UTF-8");
        },
        "");
}

}  // namespace gongbao::cli
