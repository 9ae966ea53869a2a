// SPDX-License-Identifier: Apache-2.0
// gongbao issue …: an issue from its number to the public.
#include <iostream>
#include <memory>

#include "core/error.hpp"
#include "core/files.hpp"
#include "core/text.hpp"
#include "server/commands/commands.hpp"

namespace gongbao::server {
namespace {

struct IssueOptions {
    std::string issue;
    std::string date;
    int running = 0;
    std::vector<std::string> documents;  // ids on the desk, or files
    std::string section;
    std::string profile = "gongbao";
    std::string out;
    std::string issued_at;
};

editor::DocumentId id_argument(const std::string& text) {
    const bool digits = !text.empty() && text.size() < 10 &&
                        text.find_first_not_of("0123456789") == std::string::npos;
    if (!digits) throw core::Error(core::ErrorKind::Invalid, {"cli.bad_id", {{"text", text}}});
    return std::stoll(text);
}

void show_issue(const editor::DeskIssue& issue, const Context& context) {
    std::cout << core::slug(issue.number) << "  " << core::printed_number(issue.number);
    if (issue.number.running)
        std::cout << context.say("cli.running", {{"n", std::to_string(*issue.number.running)}});
    std::cout << "  " << core::iso(issue.date) << "  "
              << context.say(std::string("cli.state_") + name_of(issue.state)) << '\n';
}

void show_items(const editor::DeskIssue& issue) {
    std::string section;
    int place = 0;
    for (const editor::DeskItem& item : issue.items) {
        if (item.section != section || place == 0) std::cout << "  【" << item.section << "】\n";
        section = item.section;
        std::cout << "  " << ++place << ". [" << item.document << "] " << item.title;
        if (!item.number.empty()) std::cout << "  " << item.number;
        std::cout << '\n';
    }
}

ExitCode run_new(const IssueOptions& options, const Context& context) {
    core::IssueNumber number = issue_argument(options.issue);
    if (options.running > 0) number.running = options.running;
    editor::Desk desk = context.open_desk();
    desk.new_issue(number, date_argument(options.date));
    show_issue(desk.issue(number), context);
    return kDone;
}

// A number is a document on the desk; anything else is a file to take in first.
ExitCode run_add(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    editor::Desk desk = context.open_desk();
    desk.issue(number);
    ExitCode code = kDone;
    for (const std::string& document : options.documents) {
        const std::filesystem::path path(document);
        editor::DocumentId id = 0;
        if (std::filesystem::exists(path)) {
            const editor::Received received = desk.receive(
                {path.filename().string(), core::read_file(path, editor::IntakeLimits{}.file)}, context.now());
            code = std::max(code, context.show(received.taken.findings));
            id = received.id;
        } else {
            id = id_argument(document);
        }
        desk.place(number, id, options.section);
    }
    show_items(desk.issue(number));
    return code;
}

ExitCode run_remove(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    editor::Desk desk = context.open_desk();
    for (const std::string& document : options.documents) desk.remove(number, id_argument(document));
    show_items(desk.issue(number));
    return kDone;
}

ExitCode run_order(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    std::vector<editor::DocumentId> ids;
    for (const std::string& document : options.documents) ids.push_back(id_argument(document));
    editor::Desk desk = context.open_desk();
    desk.order(number, ids);
    show_items(desk.issue(number));
    return kDone;
}

ExitCode run_show(const IssueOptions& options, const Context& context) {
    const editor::DeskIssue issue = context.open_desk().issue(issue_argument(options.issue));
    show_issue(issue, context);
    show_items(issue);
    return kDone;
}

ExitCode run_list(const Context& context) {
    for (const editor::DeskIssue& issue : context.open_desk().issues()) show_issue(issue, context);
    return kDone;
}

ExitCode run_documents(const Context& context) {
    for (const editor::DeskDocument& document : context.open_desk().documents()) {
        std::cout << '[' << document.id << "] " << document.title;
        if (!document.number.empty()) std::cout << "  " << document.number;
        std::cout << "  (" << document.manuscript << ')';
        if (document.issue) std::cout << "  → " << core::slug(*document.issue);
        if (document.errors > 0)
            std::cout << "  " << context.say("cli.with_errors", {{"count", std::to_string(document.errors)}});
        std::cout << '\n';
    }
    return kDone;
}

ExitCode run_preview(const IssueOptions& options, const Context& context) {
    const editor::Desk desk = context.open_desk();
    const typeset::Printed printed = desk.preview(issue_argument(options.issue), options.profile);
    core::write_file(options.out, printed.pdf);
    const ExitCode code = context.show(printed.findings);
    std::cout << context.say("cli.typeset_done", {{"file", options.out},
                                                  {"pages", std::to_string(printed.pages)},
                                                  {"size", std::to_string(printed.pdf.size() / 1024)}})
              << '\n';
    return code;
}

ExitCode run_publish(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    core::Instant at = context.now();
    if (!options.issued_at.empty()) {
        const auto parsed = core::parse_rfc3339(options.issued_at);
        if (!parsed) throw core::Error(core::ErrorKind::Invalid, {"cli.bad_instant", {{"text", options.issued_at}}});
        at = *parsed;
    }
    editor::Desk desk = context.open_desk();
    const archive::EditionSummary edition = desk.publish(number, options.profile, at);
    std::cout << context.say("cli.published", {{"issue", core::printed_number(edition.number)},
                                               {"records", std::to_string(edition.records)},
                                               {"pages", std::to_string(edition.pages)},
                                               {"digest", edition.pdf_digest}})
              << '\n';
    return kDone;
}

}  // namespace

void add_issue_command(Commands& commands) {
    auto* issue = commands.add("issue");
    issue->require_subcommand(1);
    auto options = std::make_shared<IssueOptions>();
    using Step = ExitCode (*)(const IssueOptions&, const Context&);
    const auto step = [&](const std::string& name, Step run) {
        auto* command = issue->add_subcommand(name, commands.help("issue_" + name));
        command->add_option("issue", options->issue, commands.help("issue_number"))->required();
        command->callback([options, run, &commands] {
            commands.run = [options, run, &context = commands.context] { return run(*options, context); };
        });
        return command;
    };
    auto* create = step("new", run_new);
    create->add_option("--date", options->date, commands.help("issue_date"))->required();
    create->add_option("--running", options->running, commands.help("issue_running"))->check(CLI::PositiveNumber);
    auto* add = step("add", run_add);
    add->add_option("document", options->documents, commands.help("issue_documents"))->required();
    add->add_option("--section,-s", options->section, commands.help("issue_section"))->required();
    auto* remove = step("remove", run_remove);
    remove->add_option("document", options->documents, commands.help("issue_ids"))->required();
    auto* order = step("order", run_order);
    order->add_option("document", options->documents, commands.help("issue_ids"))->required();
    step("show", run_show);
    auto* preview = step("preview", run_preview);
    preview->add_option("--output,-o", options->out, commands.help("output"))->required();
    auto* publish = step("publish", run_publish);
    publish->add_option("--issued-at", options->issued_at, commands.help("issue_issued_at"));
    for (auto* command : {preview, publish})
        command->add_option("--profile,-p", options->profile, commands.help("profile"))->capture_default_str();
    issue->add_subcommand("list", commands.help("issue_list"))->callback([&commands] {
        commands.run = [&context = commands.context] { return run_list(context); };
    });
    issue->add_subcommand("documents", commands.help("issue_documents_list"))->callback([&commands] {
        commands.run = [&context = commands.context] { return run_documents(context); };
    });
}

}  // namespace gongbao::server
