// SPDX-License-Identifier: Apache-2.0
// gongbao: the one program. Reads the command line, runs a subcommand, tells what went wrong and how to go on.
#include <CLI/CLI.hpp>

#include <cstdlib>
#include <iostream>
#include <new>

#include "core/error.hpp"
#include "server/commands/commands.hpp"

namespace gongbao::server {
namespace {

constexpr const char* kVersion = "gongbao 0.1.0";

// templates/ and fonts/ stand under $GONGBAO_HOME, beside the program's folder, or where it was built.
std::filesystem::path find_home() {
    if (const char* home = std::getenv("GONGBAO_HOME")) return home;
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    if (!failed)
        for (auto folder = program.parent_path(); folder != folder.parent_path(); folder = folder.parent_path())
            for (const auto& candidate : {folder, folder / "share" / "gongbao"})
                if (std::filesystem::exists(candidate / "templates" / "messages")) return candidate;
    return GONGBAO_SOURCE_DIR;
}

// Words are read only when somebody will see them: a quiet run starts without.
bool wants_words(int argc, char** argv) {
    if (argc < 2) return true;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--help" || word == "-h" || word == "--help-all") return true;
    }
    return false;
}

ExitCode exit_code(core::ErrorKind kind) {
    switch (kind) {
        case core::ErrorKind::NotFound: return kNotFound;
        case core::ErrorKind::Invalid: return kInvalid;
        case core::ErrorKind::Conflict: return kConflict;
        case core::ErrorKind::Forbidden: return kForbidden;
        case core::ErrorKind::TooLarge: return kTooLarge;
        case core::ErrorKind::Corrupt: return kCorrupt;
        case core::ErrorKind::Unavailable: return kUnavailable;
    }
    return kUnavailable;
}

std::string language_from_environment() {
    const char* chosen = std::getenv("GONGBAO_LANG");
    return chosen != nullptr && std::string_view(chosen) == "en" ? "en" : "zh-CN";
}

// --lang counts before everything else, so that even --help speaks it.
std::string language_of(int argc, char** argv) {
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "--lang") return std::string_view(argv[i + 1]) == "en" ? "en" : "zh-CN";
    return language_from_environment();
}

int run(int argc, char** argv) {
    Context context(find_home(), language_of(argc, argv));
    const bool words = wants_words(argc, argv);
    CLI::App program(words ? context.say("cli.about") : std::string(), "gongbao");
    Run chosen;
    Commands commands{program, context, chosen, [&](const std::string& id) {
                          return words ? context.say("cli." + id) : std::string();
                      }};
    std::string data = context.data.path.string();
    program.add_option("--data", data, commands.help("data"))->capture_default_str();
    program.add_option("--lang", context.language, commands.help("lang"))
        ->check(CLI::IsMember({"zh-CN", "en"}))->capture_default_str();
    program.set_version_flag("--version", kVersion);
    program.require_subcommand(1);
    program.fallthrough();
    add_import_command(commands);
    add_number_command(commands);
    add_typeset_command(commands);
    add_issue_command(commands);
    add_serve_command(commands);
    add_search_command(commands);
    add_show_command(commands);
    add_verify_command(commands);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return program.exit(error) == 0 ? kDone : kUsage;
    }
    context.data.path = data;
    try {
        return chosen();
    } catch (const core::Error& error) {
        std::cerr << context.say("cli.error") << context.words().say(error.for_people()) << '\n';
        if (std::getenv("GONGBAO_DEBUG") != nullptr) std::cerr << error.what() << '\n';
        return exit_code(error.kind());
    } catch (const std::bad_alloc&) {
        std::cerr << context.say("cli.out_of_memory") << '\n';
        return kUnavailable;
    }
}

}  // namespace
}  // namespace gongbao::server

int main(int argc, char** argv) {
    try {
        return gongbao::server::run(argc, argv);
    } catch (const std::exception& error) {
        // Not even the words could be read.
        std::cerr << "gongbao: " << error.what() << '\n';
        return gongbao::server::kUnavailable;
    }
}
