// SPDX-License-Identifier: Apache-2.0
#include "cli/command_line.hpp"

#include <CLI/CLI.hpp>

#include <iostream>
#include <utility>

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
    const std::string& name = app->get_name();
    return app->get_parent() == nullptr ? name : full_name(app->get_parent()) + " " + name;
}

std::string missing_options(const CLI::App* app) {
    std::vector<std::string> names;
    for (const CLI::Option* option : app->get_options())
        if (option->get_required() && option->count() == 0) names.push_back(option->get_name());
    return core::join(names, ", ");
}

// A check whose name --help does not show.
Option checked(CLI::Option* option, CLI::Validator validator) {
    return Option(option->check(validator.description("")));
}

}  // namespace

Option Option::required() const {
    return Option(option_->required());
}

Option Option::shows_default() const {
    return Option(option_->capture_default_str());
}

Option Option::text() const {
    return checked(option_,
                   CLI::Validator(
                       [](const std::string& text) {
                           return std::string(core::is_valid_utf8(text) ? "" : "not UTF-8");
                       },
                       ""));
}

Option Option::between(int least, int most) const {
    return checked(option_, CLI::Range(least, most));
}

Option Option::one_of(const std::vector<std::string>& values) const {
    return checked(option_->type_name(core::join(values, "|")), CLI::IsMember(values));
}

Option Option::needs(const Option& other) const {
    return Option(option_->needs(other.option_));
}

Option Option::one_at_a_time() const {
    return Option(option_->allow_extra_args(false));
}

Option Command::option(const std::string& names, std::string& value,
                       const std::string& words) const {
    return Option(app_->add_option(names, value, words));
}

Option Command::option(const std::string& names, std::optional<std::string>& value,
                       const std::string& words) const {
    return Option(app_->add_option(names, value, words));
}

Option Command::option(const std::string& names, std::vector<std::string>& values,
                       const std::string& words) const {
    return Option(app_->add_option(names, values, words));
}

Option Command::option(const std::string& names, int& value, const std::string& words) const {
    return Option(app_->add_option(names, value, words));
}

Option Command::option(const std::string& names, std::uint16_t& value,
                       const std::string& words) const {
    return Option(app_->add_option(names, value, words));
}

Option Command::flag(const std::string& names, bool& value, const std::string& words) const {
    return Option(app_->add_flag(names, value, words));
}

Command Command::add(const std::string& name, const std::string& words) const {
    return Command(app_->add_subcommand(name, words));
}

void Command::needs_subcommand() const {
    app_->require_subcommand(1);
}

void Command::under(const std::string& commands, const std::string& options) const {
    app_->group(commands);
    app_->get_help_ptr()->group(options);
}

void Command::when_chosen(std::function<void()> call) const {
    app_->callback(std::move(call));
}

CommandLine::CommandLine(const std::string& name, const std::string& about)
    : app_(std::make_unique<CLI::App>(about, name)) {
    app_->fallthrough();  // options of the program may stand behind a subcommand
}

CommandLine::~CommandLine() = default;

void CommandLine::speak(const Context& context) {
    const auto formatter = std::make_shared<CLI::Formatter>();
    for (const auto& [label, id] : kLabels) formatter->label(label, context.say(id));
    app_->formatter(formatter);
    app_->set_help_flag("-h,--help", context.say("cli.help"));
    app_->option_defaults()->group(context.say("cli.help_options"));
    app_->get_help_ptr()->group(context.say("cli.help_options"));
}

Command CommandLine::program() const {
    return Command(app_.get());
}

void CommandLine::version(const std::string& version, const std::string& words) {
    app_->set_version_flag("--version", version, words);
}

CommandLine::Read CommandLine::read(int argc, char** argv) {
    try {
        app_->parse(argc, argv);
        return Read::Chosen;
    } catch (const CLI::Success& answer) {
        app_->exit(answer);
        return Read::Answered;
    } catch (const CLI::ParseError& error) {
        wrong_ = {error.get_name() == "RequiredError", error.what()};
        return Read::Wrong;
    }
}

void CommandLine::complain(const Context& context) const {
    const CLI::App* command = innermost(app_.get());
    const auto extras = app_->remaining_for_passthrough(true);
    const std::string missing = missing_options(command);
    std::string what;
    if (!extras.empty())
        what = context.say("cli.usage_unknown", {{"what", core::join(extras, " ")}});
    else if (!wrong_.missing)
        what = context.say("cli.usage_value", {{"what", wrong_.what}});
    else if (missing.empty())
        what = context.say("cli.usage_subcommand");
    else
        what = context.say("cli.usage_missing", {{"what", missing}});
    std::cerr << context.say("cli.error") << what << '\n'
              << context.say("cli.usage_help", {{"command", full_name(command)}}) << '\n';
}

}  // namespace gongbao::cli
