// SPDX-License-Identifier: Apache-2.0
// gongbao typeset FILE… --profile NAME -o OUT.pdf: sets files without a database; several make an issue with
// contents.
#include <fstream>
#include <iostream>
#include <memory>

#include "core/files.hpp"
#include "editor/intake/intake.hpp"
#include "server/commands/commands.hpp"

namespace gongbao::server {
namespace {

struct TypesetOptions {
    std::vector<std::string> files;
    std::string profile = "gongbao";
    std::string out;
    std::string date;
    std::string title;
    std::string dump;
    bool quiet = false;
};

// The date written into the file: as said, or that of the newest document, so that the same files
// give the same bytes on every day.
core::Date date_of(const TypesetOptions& options, const std::vector<core::Document>& documents,
                   const Context& context) {
    if (!options.date.empty()) return date_argument(options.date);
    std::optional<core::Date> newest;
    for (const core::Document& document : documents)
        if (document.meta.written && (!newest || *newest < *document.meta.written))
            newest = document.meta.written;
    return newest ? *newest : core::date_at(context.now());
}

ExitCode run_typeset(const TypesetOptions& options, const Context& context) {
    std::vector<core::Document> documents;
    core::Diagnostics findings;
    Progress progress(context.say("cli.reading"));
    for (const std::string& file : options.files) {
        const std::filesystem::path path(file);
        const std::string name = path.filename().string();
        editor::TakenIn taken =
            editor::take_in({name, core::read_file(path, editor::IntakeLimits{}.file)});
        for (core::Diagnostic& finding : taken.findings) {
            if (options.files.size() > 1) finding.place = name + " " + finding.place;
            findings.push_back(std::move(finding));
        }
        documents.push_back(std::move(taken.document));
        progress.show(static_cast<std::int64_t>(documents.size()),
                      static_cast<std::int64_t>(options.files.size()));
    }
    typeset::Job job;
    job.profile = options.profile;
    job.title = options.title;
    job.date = date_of(options, documents, context);
    for (const core::Document& document : documents) job.items.push_back({&document, {}});
    const typeset::Printed printed =
        typeset::print(job, context.resources(), options.dump.empty() ? typeset::Dump::None : typeset::Dump::Text);
    core::write_file(options.out, printed.pdf);
    if (!options.dump.empty()) core::write_file(options.dump, printed.dump);
    findings.insert(findings.end(), printed.findings.begin(), printed.findings.end());
    const ExitCode code = options.quiet ? kDone : context.show(findings);
    std::cout << context.say("cli.typeset_done", {{"file", options.out},
                                                  {"pages", std::to_string(printed.pages)},
                                                  {"size", std::to_string(printed.pdf.size() / 1024)}})
              << '\n';
    return code;
}

}  // namespace

void add_typeset_command(Commands& commands) {
    auto* command = commands.add("typeset");
    auto options = std::make_shared<TypesetOptions>();
    command->add_option("file", options->files, commands.help("typeset_files"))->required();
    command->add_option("--profile,-p", options->profile, commands.help("profile"))->capture_default_str();
    command->add_option("--output,-o", options->out, commands.help("output"))->required();
    command->add_option("--date", options->date, commands.help("typeset_date"));
    command->add_option("--title", options->title, commands.help("typeset_title"));
    command->add_option("--dump", options->dump, commands.help("typeset_dump"));
    command->add_flag("--quiet,-q", options->quiet, commands.help("quiet"));
    command->callback([options, &commands] {
        commands.run = [options, &context = commands.context] { return run_typeset(*options, context); };
    });
}

}  // namespace gongbao::server
