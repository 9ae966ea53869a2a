// SPDX-License-Identifier: Apache-2.0
// gongbao typeset FILE… --profile NAME -o OUT.pdf (or page.svg): sets files without a database;
// several make an issue with contents.
#include <algorithm>
#include <iterator>
#include <memory>
#include <mutex>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/page_pictures.hpp"
#include "cli/print_options.hpp"
#include "cli/progress.hpp"
#include "core/document/citations.hpp"
#include "core/system/files.hpp"
#include "core/system/parallel.hpp"
#include "typeset/profile/profile.hpp"

namespace gongbao::cli {
namespace {

struct TypesetOptions {
    std::vector<std::string> files;
    std::string profile = "gongbao";
    std::vector<std::string> against;
    PictureWish wish;  // its `out` may be a PDF
    std::string date;
    std::string title;
    std::string dump;
    bool no_source = false;
    PrintOptions print;
    std::string citation;
    std::string explain;
    bool quiet = false;
};

// The date written into the file: as said, or that of the newest document, so that the same files
// give the same bytes on every day. A proof prints it as its own day, which is no document's.
core::Date date_of(const TypesetOptions& options, const std::vector<core::Document>& documents,
                   const Context& context) {
    if (!options.date.empty()) return date_argument(options.date);
    const auto profile = typeset::read_profile(options.profile, context.resources().profiles);
    if (profile.proof.note.find("{date}") != std::string::npos) return core::date_at(context.now());
    std::optional<core::Date> newest;
    for (const core::Document& document : documents)
        if (document.meta.written && (!newest || *newest < *document.meta.written))
            newest = document.meta.written;
    return newest ? *newest : core::date_at(context.now());
}

// With several files a finding says in which.
editor::TakenIn take_in_file(const std::string& file, bool name_it, const Context& context) {
    const editor::Manuscript manuscript = read_manuscript(file);
    try {
        editor::TakenIn taken = editor::take_in(manuscript);
        if (name_it)
            for (core::Diagnostic& finding : taken.findings)
                finding.place =
                    core::Place(core::PlaceKind::File, manuscript.name).with(finding.place);
        return taken;
    } catch (const core::Error& error) {
        throw naming(manuscript.name, error, context);
    }
}

std::vector<core::Document> read_documents(const std::vector<std::string>& files,
                                           core::Diagnostics& findings, const Context& context) {
    const std::size_t count = files.size();
    std::vector<editor::TakenIn> taken(count);
    Progress progress(context.say("cli.reading"));
    std::mutex guard;
    std::int64_t done = 0;
    core::for_each_index(count, core::thread_count(), [&](std::size_t i) {
        taken[i] = take_in_file(files[i], count > 1, context);
        const std::lock_guard lock(guard);
        progress.show(++done, static_cast<std::int64_t>(count));
    });
    std::vector<core::Document> documents;
    for (editor::TakenIn& one : taken) {
        std::move(one.findings.begin(), one.findings.end(), std::back_inserter(findings));
        documents.push_back(std::move(one.document));
    }
    return documents;
}

// The earlier versions, one for each file or none at all.
std::vector<core::Document> read_earlier(const TypesetOptions& options, const Context& context) {
    if (!options.against.empty() && options.against.size() != options.files.size())
        throw core::Error(core::ErrorKind::Invalid,
                          {"cli.against_each",
                           {{"files", std::to_string(options.files.size())},
                            {"against", std::to_string(options.against.size())}}});
    core::Diagnostics about_old_text;
    return read_documents(options.against, about_old_text, context);
}

typeset::Job job_of(const TypesetOptions& options, const std::vector<core::Document>& documents,
                    const Context& context) {
    typeset::Job job;
    job.title = options.title;
    job.citation = options.citation;
    job.explain = !options.explain.empty();
    job.date = date_of(options, documents, context);
    job.attach_sources = !options.no_source;
    job.print_variant = print_variant(options.print);
    for (const core::Document& document : documents) job.items.push_back({&document, {}});
    return job;
}

// What setting gave besides the pages, which are written already.
struct Aside {
    core::Diagnostics findings;
    std::string dump;
    typeset::Explanation explanation;
};

Aside write_pdf(const typeset::Job& job, const TypesetOptions& options, typeset::Dump dump,
                const Context& context) {
    typeset::Printed printed = [&] {
        const Progress progress(context.say("cli.setting"));
        return typeset::Press(options.profile, context.resources()).print(job, dump);
    }();
    write_print(printed, options.wish.out, context);
    return {std::move(printed.findings), std::move(printed.dump), std::move(printed.explanation)};
}

Aside write_pages(const typeset::Job& job, const TypesetOptions& options, typeset::Dump dump,
                  const Context& context) {
    typeset::Preview preview = [&] {
        const Progress progress(context.say("cli.setting"));
        return typeset::Press(options.profile, context.resources())
            .show(job, wished_pages(options.wish), addresses(options.wish), dump);
    }();
    write_pictures(preview, options.wish, context);
    return {std::move(preview.findings), std::move(preview.dump), std::move(preview.explanation)};
}

void write_explanation(const typeset::Explanation& explanation, const std::string& file,
                       const Context& context) {
    std::string text;
    for (const typeset::Explained& one : explanation)
        text += std::string(static_cast<std::size_t>(2 * one.depth), ' ') +
                context.words().say(one.message) + "\n";
    core::write_file(file, text);
}

ExitCode run_typeset(const TypesetOptions& options, const Context& context) {
    refuse_contradictions(options.wish, options.print.print_ready);
    core::Diagnostics findings;
    const std::vector<core::Document> earlier = read_earlier(options, context);
    std::vector<core::Document> documents = read_documents(options.files, findings, context);
    std::vector<core::Document*> together;
    for (core::Document& document : documents) together.push_back(&document);
    core::assign_citations(together);
    typeset::Job job = job_of(options, documents, context);
    for (std::size_t i = 0; i < earlier.size(); ++i) job.items[i].against = &earlier[i];
    const auto dump = options.dump.empty() ? typeset::Dump::None : typeset::Dump::Text;
    const Aside aside = wants_pictures(options.wish.out) ? write_pages(job, options, dump, context)
                                                         : write_pdf(job, options, dump, context);
    if (!options.explain.empty()) write_explanation(aside.explanation, options.explain, context);
    if (!options.dump.empty()) core::write_file(options.dump, aside.dump);
    findings.insert(findings.end(), aside.findings.begin(), aside.findings.end());
    return options.quiet ? exit_code(findings) : context.show(findings);
}

}  // namespace

void add_typeset_command(Commands& commands) {
    const Command command = commands.add("typeset");
    auto options = std::make_shared<TypesetOptions>();
    command.option("file", options->files, commands.help("typeset_files")).required();
    command.option("--profile,-p", options->profile, commands.help("profile")).shows_default();
    command.option("--output,-o", options->wish.out, commands.help("output")).required();
    command.option("--page", options->wish.pages, commands.help("page"));
    command.option("--against", options->against, commands.help("typeset_against")).one_at_a_time();
    command.option("--date", options->date, commands.help("typeset_date"));
    command.option("--title", options->title, commands.help("typeset_title")).text();
    command.option("--cite", options->citation, commands.help("typeset_cite")).text();
    command.option("--dump", options->dump, commands.help("typeset_dump"));
    command.flag("--no-source", options->no_source, commands.help("no_source"));
    add_print_options(command, options->print, commands);
    command.option("--explain", options->explain, commands.help("typeset_explain"));
    command.flag("--quiet,-q", options->quiet, commands.help("quiet"));
    commands.runs(
        command, [options, &context = commands.context] { return run_typeset(*options, context); });
}

}  // namespace gongbao::cli
