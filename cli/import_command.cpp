// SPDX-License-Identifier: Apache-2.0
// gongbao import FILE…: takes manuscripts in, keeps them on the desk, shows structure and findings.
#include <algorithm>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <utility>

#include "cli/commands.hpp"
#include "cli/document_json.hpp"
#include "cli/files.hpp"
#include "cli/structure.hpp"
#include "core/report/error.hpp"

namespace gongbao::cli {
namespace {

struct ImportOptions {
    std::vector<std::string> files;
    bool json = false;
    bool check_only = false;
};

// What came of one file. The id is there when it was kept.
struct Imported {
    std::string file;
    editor::TakenIn taken;
    std::optional<editor::DocumentId> id;
    bool known = false;
};

Imported import_file(const std::string& file, editor::Desk* desk, const Context& context) {
    const editor::Manuscript manuscript = read_manuscript(file);
    if (desk == nullptr) return {manuscript.name, editor::take_in(manuscript), {}, false};
    editor::Received received = desk->receive(manuscript, context.now());
    return {manuscript.name, std::move(received.taken), received.id, received.known};
}

ExitCode show_json(const Imported& imported, bool one_line, const Context& context) {
    Json json = document_json(imported.taken.document);
    json["findings"] = findings_json(imported.taken.findings, context.words());
    json["file"] = imported.file;
    json["format"] = name_of(imported.taken.format);
    if (imported.id) json["id"] = *imported.id;
    print_json(json, one_line);
    return exit_code(imported.taken.findings);
}

ExitCode show_words(const Imported& imported, const Context& context) {
    std::cout << imported.file;
    if (imported.id)
        std::cout << "  "
                  << context.say(imported.known ? "cli.import_known" : "cli.import_kept",
                                 {{"id", std::to_string(*imported.id)}});
    std::cout << '\n';
    show_structure(imported.taken.document, context);
    std::cout << std::flush;
    return context.show(imported.taken.findings);
}

ExitCode show_refused(const std::string& file, const core::Error& error,
                      const ImportOptions& options, const Context& context) {
    if (!options.json) return context.show(naming(shown_name(file), error, context));
    print_json({{"file", shown_name(file)},
                {"error", context.words().say(error.for_people())},
                {"kind", name_of(error.kind())}},
               options.files.size() > 1);
    return exit_code(error.kind());
}

// One bad file of several is named; the others are still taken in.
ExitCode run_import(const ImportOptions& options, const Context& context) {
    std::optional<editor::Desk> desk;
    if (!options.check_only) desk.emplace(context.open_desk());
    ExitCode worst = kDone;
    for (const std::string& file : options.files) {
        ExitCode code = kDone;
        try {
            const Imported imported = import_file(file, desk ? &*desk : nullptr, context);
            code = options.json ? show_json(imported, options.files.size() > 1, context)
                                : show_words(imported, context);
        } catch (const core::Error& error) {
            code = show_refused(file, error, options, context);
        }
        worst = std::max(worst, code);
    }
    return worst;
}

}  // namespace

void add_import_command(Commands& commands) {
    const Command command = commands.add("import");
    auto options = std::make_shared<ImportOptions>();
    command.option("file", options->files, commands.help("import_files")).required();
    command.flag("--json", options->json, commands.help("json"));
    command.flag("--check", options->check_only, commands.help("import_check"));
    commands.runs(command,
                  [options, &context = commands.context] { return run_import(*options, context); });
}

}  // namespace gongbao::cli
