// SPDX-License-Identifier: Apache-2.0
// gongbao index YEAR -o OUT.pdf: the annual index of the archive, set by itself; gongbao extract ID
// -o OUT.pdf: a published document's offprint.
#include <iostream>
#include <memory>

#include "cli/commands.hpp"
#include "cli/corrections_shown.hpp"
#include "cli/files.hpp"
#include "cli/progress.hpp"
#include "core/report/error.hpp"
#include "core/system/files.hpp"
#include "editor/index/annual_index.hpp"

namespace gongbao::cli {
namespace {

struct IndexOptions {
    int year = 0;
    std::string profile = "gongbao";
    std::string out;
    bool quiet = false;
};

struct ExtractOptions {
    std::string id;
    std::string out;
};

core::Document read_index(int year, const Context& context) {
    const archive::Archive archive = context.open_archive();
    const auto editions = archive.editions(year);
    if (editions.empty())
        throw core::Error(core::ErrorKind::NotFound,
                          {"desk.year_without_editions", {{"year", std::to_string(year)}}});
    const core::Gazette gazette = core::read_gazette(context.data.gazette());
    return editor::annual_index(year, editions.front().gazette, gazette.sections,
                                editor::indexed_texts(archive, year));
}

ExitCode run_index(const IndexOptions& options, const Context& context) {
    const core::Document index = read_index(options.year, context);
    typeset::Job job;
    job.items = {{&index, "总目录"}};  // the section says in how many columns
    // The date of the file is the last day of the year it is about, whenever it is made.
    job.date = {options.year, 12, 31};
    const typeset::Printed printed = [&] {
        const Progress progress(context.say("cli.setting"));
        return typeset::Press(options.profile, context.resources()).print(job);
    }();
    write_print(printed, options.out, context);
    return options.quiet ? exit_code(printed.findings) : context.show(printed.findings);
}

ExitCode run_extract(const ExtractOptions& options, const Context& context) {
    const archive::Archive archive = context.open_archive();
    std::string id = options.id;
    if (!archive.record(id))
        if (const auto found = archive.by_number(id); !found.empty()) id = found.front().id;
    const auto record = archive.record(id);
    if (!record)
        throw core::Error(core::ErrorKind::NotFound,
                          {"cli.show_nothing", {{"number", options.id}}});
    typeset::Printed printed;
    printed.pdf = archive.offprint(id, 0, record->offprint_size);
    printed.pages = record->offprint_pages;
    write_print(printed, options.out, context);
    // An offprint stays as it was issued, before it was corrected.
    show_corrections(std::cerr, *record, context);
    return kDone;
}

}  // namespace

void add_index_command(Commands& commands) {
    const Command command = commands.add("index");
    const auto options = std::make_shared<IndexOptions>();
    command.option("year", options->year, commands.help("index_year"))
        .required()
        .between(1900, 2999);
    command.option("--output,-o", options->out, commands.help("output_pdf")).required();
    command.option("--profile,-p", options->profile, commands.help("profile")).shows_default();
    command.flag("--quiet,-q", options->quiet, commands.help("quiet"));
    commands.runs(command,
                  [options, &context = commands.context] { return run_index(*options, context); });
}

void add_extract_command(Commands& commands) {
    const Command command = commands.add("extract");
    const auto options = std::make_shared<ExtractOptions>();
    command.option("number", options->id, commands.help("show_number")).required().text();
    command.option("--output,-o", options->out, commands.help("output_pdf")).required();
    commands.runs(
        command, [options, &context = commands.context] { return run_extract(*options, context); });
}

}  // namespace gongbao::cli
