// SPDX-License-Identifier: Apache-2.0
// gongbao gazette: shows the gazette of the data folder, or writes its first gazette.toml.
#include <iostream>
#include <memory>
#include <set>

#include "cli/commands.hpp"
#include "core/gazette/gazette.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "core/text/text.hpp"

namespace gongbao::cli {
namespace {

struct GazetteOptions {
    std::string name;
    std::vector<std::string> sections;
};

// A TOML basic string of one line.
std::string quoted(const std::string& text) {
    return '"' + core::replace_all(core::replace_all(text, "\\", "\\\\"), "\"", "\\\"") + '"';
}

std::string quoted(const std::vector<std::string>& texts) {
    std::vector<std::string> all;
    for (const std::string& text : texts) all.push_back(quoted(text));
    return "[" + core::join(all, ", ") + "]";
}

void show_gazette(const core::Gazette& gazette, const Context& context) {
    std::cout << gazette.name << '\n';
    for (const std::string& section : gazette.sections) std::cout << "【" << section << "】\n";
    for (const std::string& line : gazette.imprint) std::cout << line << '\n';
    if (!gazette.named)
        context.show({{core::Level::Warning,
                       {},
                       {"desk.gazette_placeholder", {{"name", gazette.name}}},
                       {}}});
}

bool is_one_bare_line(const std::string& words) {
    for (const char c : words)
        if (static_cast<unsigned char>(c) < ' ') return false;
    return !core::without_spaces(words).empty() && core::is_bare_name(words);
}

void require_plain_words(const GazetteOptions& options) {
    if (!is_one_bare_line(options.name))
        throw core::Error(core::ErrorKind::Invalid, {"cli.gazette_name_bare", {}});
    std::set<std::string> known;
    for (const std::string& section : options.sections)
        if (core::without_spaces(section).empty() || !known.insert(section).second)
            throw core::Error(core::ErrorKind::Invalid,
                              {"cli.gazette_section_twice", {{"section", core::excerpt(section)}}});
}

// What was written is read as any gazette.toml; a bad one is taken away again.
void write_gazette(const GazetteOptions& options, const Context& context) {
    const std::filesystem::path file = context.data.gazette();
    if (std::filesystem::exists(file))
        throw core::Error(core::ErrorKind::Conflict, {"cli.gazette_exists", {}}, file.string());
    require_plain_words(options);
    std::string text = core::read_file(context.templates() / "gazette.toml");
    text = core::replace_all(text, "{sections}", quoted(options.sections));
    text = core::replace_all(text, "{name}", quoted(options.name));
    context.data.make();
    core::write_file(file, text);
    try {
        core::read_gazette(file);
    } catch (const core::Error&) {
        std::filesystem::remove(file);
        throw;
    }
}

ExitCode run_gazette(const GazetteOptions& options, const Context& context) {
    if (options.name.empty() && !options.sections.empty())
        throw core::Error(core::ErrorKind::Invalid, {"cli.gazette_needs_name", {}});
    if (!options.name.empty()) write_gazette(options, context);
    show_gazette(core::read_gazette(context.data.gazette()), context);
    if (!options.name.empty()) std::cout << context.say("cli.gazette_written") << '\n';
    return kDone;
}

}  // namespace

void add_gazette_command(Commands& commands) {
    const Command command = commands.add("gazette");
    const auto options = std::make_shared<GazetteOptions>();
    command.option("--name", options->name, commands.help("gazette_name")).text();
    command.option("--section,-s", options->sections, commands.help("gazette_section")).text();
    commands.runs(
        command, [options, &context = commands.context] { return run_gazette(*options, context); });
}

}  // namespace gongbao::cli
