// SPDX-License-Identifier: Apache-2.0
// gongbao import FILE…: takes manuscripts in, keeps them on the desk, shows structure and findings.
#include <iostream>
#include <memory>

#include "core/error.hpp"
#include "core/files.hpp"
#include "core/text.hpp"
#include "editor/intake/intake.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/document_json.hpp"

namespace gongbao::server {
namespace {

struct ImportOptions {
    std::vector<std::string> files;
    bool json = false;
    bool check_only = false;
};

editor::Manuscript read_manuscript(const std::string& file) {
    const std::filesystem::path path(file);
    return {path.filename().string(), core::read_file(path, editor::IntakeLimits{}.file)};
}

void show_structure(const core::Document& document, const Context& context) {
    const core::Metadata& meta = document.meta;
    const auto line = [&](const char* id, const std::string& value) {
        if (!value.empty()) std::cout << "  " << context.say(id) << "  " << value << '\n';
    };
    line("cli.field_title", meta.title);
    line("cli.field_number", meta.number);
    line("cli.field_issuers", core::join(meta.issuers, "、"));
    if (meta.written) line("cli.field_written", core::iso(*meta.written));
    if (meta.effective) line("cli.field_effective", core::iso(*meta.effective));
    std::cout << '\n';
    core::for_each_block(document, [](const core::Block& block) {
        std::string role = name_of(block.role);
        role.resize(std::max<std::size_t>(12, role.size()), ' ');
        std::cout << "  " << role << ' ' << core::excerpt(core::plain_text(block), 60) << '\n';
    });
}

ExitCode import_file(const std::string& file, const ImportOptions& options, editor::Desk* desk,
                     const Context& context) {
    const editor::Manuscript manuscript = read_manuscript(file);
    editor::Received received;
    if (desk != nullptr)
        received = desk->receive(manuscript, context.now());
    else
        received.taken = editor::take_in(manuscript);
    const editor::TakenIn& taken = received.taken;
    if (options.json) {
        Json json = document_json(taken.document);
        json["findings"] = findings_json(taken.findings, context.words());
        json["file"] = manuscript.name;
        json["format"] = name_of(taken.format);
        if (desk != nullptr) json["id"] = received.id;
        std::cout << json.dump(options.files.size() > 1 ? -1 : 2) << '\n';
        for (const core::Diagnostic& finding : taken.findings)
            if (finding.level == core::Level::Error) return kFindings;
        return kDone;
    }
    std::cout << manuscript.name;
    if (desk != nullptr)
        std::cout << "  "
                  << context.say(received.known ? "cli.import_known" : "cli.import_kept",
                                 {{"id", std::to_string(received.id)}});
    std::cout << '\n';
    show_structure(taken.document, context);
    std::cout << std::flush;
    return context.show(taken.findings);
}

ExitCode run_import(const ImportOptions& options, const Context& context) {
    std::optional<editor::Desk> desk;
    if (!options.check_only) desk.emplace(context.open_desk());
    ExitCode worst = kDone;
    for (const std::string& file : options.files) {
        try {
            const ExitCode code = import_file(file, options, desk ? &*desk : nullptr, context);
            worst = std::max(worst, code);
        } catch (const core::Error& error) {
            // One bad file of several is named; the others are still taken in.
            if (options.files.size() == 1) throw;
            std::cerr << std::filesystem::path(file).filename().string() << ": "
                      << context.words().say(error.for_people()) << '\n';
            worst = std::max(worst, kInvalid);
        }
    }
    return worst;
}

}  // namespace

void add_import_command(Commands& commands) {
    auto* command = commands.add("import");
    auto options = std::make_shared<ImportOptions>();
    command->add_option("file", options->files, commands.help("import_files"))->required();
    command->add_flag("--json", options->json, commands.help("json"));
    command->add_flag("--check", options->check_only, commands.help("import_check"));
    command->callback([options, &commands] {
        commands.run = [options, &context = commands.context] { return run_import(*options, context); };
    });
}

}  // namespace gongbao::server
