// SPDX-License-Identifier: Apache-2.0
// gongbao: the one program. Reads the command line, runs a subcommand, tells what went wrong and
// how to go on.

#include <cstdlib>
#include <iostream>
#include <new>
#include <string_view>

#include "cli/commands.hpp"
#include "core/report/error.hpp"

namespace gongbao::cli {
namespace {

constexpr const char* kVersion = "gongbao " GONGBAO_VERSION;

// templates/ and fonts/ stand under $GONGBAO_HOME, beside the program's folder, or where it was
// built.
std::filesystem::path find_home() {
    if (const char* home = std::getenv("GONGBAO_HOME")) return home;
    std::error_code failed;
    const auto program = std::filesystem::read_symlink("/proc/self/exe", failed);
    for (auto folder = program.parent_path(); !failed && folder != folder.parent_path();
         folder = folder.parent_path())
        for (const auto& candidate : {folder, folder / "share" / "gongbao"})
            if (std::filesystem::exists(candidate / "templates" / "messages", failed))
                return candidate;
    return GONGBAO_SOURCE_DIR;
}

// Help needs all words; any other run reads them only when there is something to say.
bool asks_for_help(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == "--help" || word == "-h") return true;
    }
    return false;
}

// --lang counts before everything else, so that even --help speaks it.
std::string language_of(int argc, char** argv) {
    constexpr std::string_view kOption = "--lang";
    const char* chosen = std::getenv("GONGBAO_LANG");
    std::string_view language = chosen == nullptr ? "" : chosen;
    for (int i = 1; i < argc; ++i) {
        const std::string_view word = argv[i];
        if (word == kOption && i + 1 < argc) language = argv[i + 1];
        if (word.starts_with("--lang=")) language = word.substr(kOption.size() + 1);
    }
    return language == "en" ? "en" : "zh-CN";
}

void add_commands(Commands& commands) {
    add_gazette_command(commands);
    add_import_command(commands);
    add_number_command(commands);
    add_typeset_command(commands);
    add_issue_command(commands);
    add_serve_command(commands);
    add_office_command(commands);
    add_search_command(commands);
    add_show_command(commands);
    add_index_command(commands);
    add_extract_command(commands);
    add_edition_command(commands);
    add_verify_command(commands);
    add_upgrade_command(commands);
}

ExitCode run_chosen(const Run& chosen, const Context& context) {
    try {
        const ExitCode code = chosen();
        std::cout.flush();
        if (std::cout) return code;
        throw core::Error(core::ErrorKind::Unavailable, {"cli.output_lost", {}});
    } catch (const core::Error& error) {
        return context.show(error);
    } catch (const std::bad_alloc&) {
        return context.show(core::Error(core::ErrorKind::Unavailable, {"cli.out_of_memory", {}}));
    } catch (const std::exception& error) {
        return context.show(core::Error(core::ErrorKind::Unavailable,
                                        {"cli.unexpected", {{"what", error.what()}}}));
    }
}

ExitCode run(int argc, char** argv) {
    Context context(find_home(), language_of(argc, argv));
    const bool help = asks_for_help(argc, argv);
    const Words words = [&](const std::string& id) {
        return help ? context.say("cli." + id) : std::string();
    };
    CommandLine line("gongbao", words("about"));
    if (help) line.speak(context);
    const Command program = line.program();
    std::string data = context.data.path.string();
    program.option("--data", data, words("data")).shows_default();
    program.option("--lang", context.language, words("lang"))
        .one_of({"zh-CN", "en"})
        .shows_default();
    line.version(kVersion, words("version"));
    program.needs_subcommand();
    Run chosen;
    Commands commands{program, context, chosen, words};
    add_commands(commands);
    switch (line.read(argc, argv)) {
        case CommandLine::Read::Chosen: break;
        case CommandLine::Read::Answered: return kDone;
        case CommandLine::Read::Wrong:
            context.language =
                language_of(argc, argv);  // the parser may have put a wrong one there
            line.complain(context);
            return kUsage;
    }
    context.data.path = data;
    return run_chosen(chosen, context);
}

}  // namespace
}  // namespace gongbao::cli

int main(int argc, char** argv) {
    try {
        return gongbao::cli::run(argc, argv);
    } catch (const std::exception& error) {
        // The words themselves could not be read, so these two sentences stand here.
        std::cerr << "找不到程序的界面文字，安装不完整；请重新安装，或检查 GONGBAO_HOME\n"
                     "The program's words are missing; install it again, or check GONGBAO_HOME\n";
        return gongbao::cli::kUnavailable;
    }
}
