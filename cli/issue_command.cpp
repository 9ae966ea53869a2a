// SPDX-License-Identifier: Apache-2.0
// gongbao issue …: an issue from its number to the public.
#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "cli/commands.hpp"
#include "cli/files.hpp"
#include "cli/page_pictures.hpp"
#include "cli/print_options.hpp"
#include "cli/progress.hpp"
#include "cli/structure.hpp"
#include "core/report/error.hpp"
#include "editor/desk/store/holdings.hpp"
#include "editor/office/office_tables.hpp"
#include "editor/people/people.hpp"

namespace gongbao::cli {
namespace {

struct IssueOptions {
    std::string issue;
    std::string date;
    int running = 0;
    std::vector<std::string> documents;  // ids on the desk, or files
    std::string section;
    std::string index_section = "总目录";
    std::string profile = "gongbao";
    PictureWish wish;  // its `out` may be a PDF
    PrintOptions print;
    std::string issued_at;
    bool accept_print_errors = false;
    std::vector<std::string> disclose;  // ids; by and reason for each of them, or one for all
    std::vector<std::string> by;
    std::vector<std::string> reason;
    int year = 0;
};

bool is_id(const std::string& text) {
    return !text.empty() && text.size() < 10 &&
           text.find_first_not_of("0123456789") == std::string::npos;
}

editor::DocumentId id_argument(const std::string& text) {
    if (!is_id(text)) throw core::Error(core::ErrorKind::Invalid, {"cli.bad_id", {{"text", text}}});
    return std::stoll(text);
}

core::Instant instant_argument(const std::string& text) {
    if (const auto instant = core::parse_rfc3339(text)) return *instant;
    throw core::Error(core::ErrorKind::Invalid, {"cli.bad_instant", {{"text", text}}});
}

void show_issue(const editor::DeskIssue& issue, const Context& context) {
    std::cout << core::slug(issue.number) << "  " << core::printed_number(issue.number);
    if (issue.number.running)
        std::cout << context.say("cli.running", {{"n", std::to_string(*issue.number.running)}});
    std::cout << "  " << core::iso(issue.date) << "  "
              << context.say(std::string("cli.state_") + name_of(issue.state)) << '\n';
}

void show_errors(int errors, const Context& context) {
    if (errors > 0)
        std::cout << "  " << context.say("cli.with_errors", {{"count", std::to_string(errors)}});
}

void show_items(const editor::DeskIssue& issue, const Context& context) {
    if (issue.items.empty()) std::cout << "  " << context.say("cli.issue_without_items") << '\n';
    std::string section;
    int place = 0;
    for (const editor::DeskItem& item : issue.items) {
        if (item.section != section || place == 0) std::cout << "  【" << item.section << "】\n";
        section = item.section;
        std::cout << "  " << ++place << ". [" << item.document << "] " << item.title;
        if (!item.number.empty()) std::cout << "  " << item.number;
        show_errors(item.errors, context);
        std::cout << '\n';
    }
}

// A desk to change. Where an office works, issues are made and issued by its people, each act with
// its rights, its proof and its row in the audit log.
editor::Desk desk_to_change(const Context& context) {
    editor::Desk desk = context.open_desk();
    core::Database& database = desk.holdings().database;
    if (editor::has_office(database) && editor::People(database).any())
        throw core::Error(core::ErrorKind::Forbidden, {"cli.office_works_here", {}});
    return desk;
}

ExitCode run_new(const IssueOptions& options, const Context& context) {
    core::IssueNumber number = issue_argument(options.issue);
    if (options.running > 0) number.running = options.running;
    editor::Desk desk = desk_to_change(context);
    desk.issues().add(number, date_argument(options.date));
    show_issue(desk.issues().issue(number), context);
    std::cout << std::flush;
    context.show(desk.press().review(number).findings);
    if (!desk.gazette().named)
        context.show({{core::Level::Warning,
                       {},
                       {"desk.gazette_placeholder", {{"name", desk.gazette().name}}},
                       {}}});
    return kDone;
}

// A number is a document on the desk; anything else is a file to take in first.
editor::DocumentId document_argument(const std::string& text, editor::Desk& desk, ExitCode& code,
                                     const Context& context) {
    if (is_id(text)) return id_argument(text);
    if (std::error_code failed; !std::filesystem::exists(text, failed))
        throw core::Error(core::ErrorKind::NotFound, {"cli.no_such_document", {{"text", text}}});
    try {
        const editor::Received received =
            desk.manuscripts().receive(read_manuscript(text), context.now());
        code = std::max(code, context.show(received.taken.findings));
        return received.id;
    } catch (const core::Error& error) {
        throw naming(shown_name(text), error, context);
    }
}

ExitCode run_add(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    editor::Desk desk = desk_to_change(context);
    desk.issues().draft(number);  // refused before a file is taken in
    ExitCode code = kDone;
    for (const std::string& document : options.documents)
        desk.issues().place(number, document_argument(document, desk, code, context),
                            options.section);
    show_items(desk.issues().issue(number), context);
    return code;
}

ExitCode run_add_index(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    editor::Desk desk = desk_to_change(context);
    desk.issues().place_index(number, options.year, options.index_section, context.now());
    show_items(desk.issues().issue(number), context);
    return kDone;
}

ExitCode run_remove(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    editor::Desk desk = desk_to_change(context);
    for (const std::string& document : options.documents)
        desk.issues().remove(number, id_argument(document));
    show_items(desk.issues().issue(number), context);
    return kDone;
}

ExitCode run_order(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    std::vector<editor::DocumentId> ids;
    for (const std::string& document : options.documents) ids.push_back(id_argument(document));
    editor::Desk desk = desk_to_change(context);
    desk.issues().order(number, ids);
    show_items(desk.issues().issue(number), context);
    return kDone;
}

ExitCode run_show(const IssueOptions& options, const Context& context) {
    const editor::DeskIssue issue =
        context.open_desk().issues().issue(issue_argument(options.issue));
    show_issue(issue, context);
    show_items(issue, context);
    return kDone;
}

ExitCode run_list(const IssueOptions&, const Context& context) {
    const auto issues = context.open_desk().issues().all();
    if (issues.empty()) std::cout << context.say("cli.no_issues") << '\n';
    for (const editor::DeskIssue& issue : issues) show_issue(issue, context);
    return kDone;
}

ExitCode show_documents(const editor::Desk& desk, const Context& context) {
    const auto documents = desk.manuscripts().all();
    if (documents.empty()) std::cout << context.say("cli.no_documents") << '\n';
    for (const editor::DeskDocument& document : documents) {
        std::cout << '[' << document.id << "] " << document.title;
        if (!document.number.empty()) std::cout << "  " << document.number;
        std::cout << "  (" << document.manuscript << ')';
        if (document.issue) std::cout << "  → " << core::slug(*document.issue);
        show_errors(document.errors, context);
        std::cout << '\n';
    }
    return kDone;
}

// All of them in a list; those that are named with structure and findings.
ExitCode run_documents(const IssueOptions& options, const Context& context) {
    const editor::Desk desk = context.open_desk();
    if (options.documents.empty()) return show_documents(desk, context);
    ExitCode code = kDone;
    for (const std::string& document : options.documents) {
        const editor::DocumentId id = id_argument(document);
        std::cout << '[' << id << "]\n";
        show_structure(desk.manuscripts().document(id), context);
        std::cout << std::flush;
        code = std::max(code, context.show(desk.manuscripts().findings(id)));
    }
    return code;
}

ExitCode preview_pages(const IssueOptions& options, const core::IssueNumber& number,
                       editor::Desk& desk, const Context& context) {
    const typeset::Preview preview = [&] {
        const Progress progress(context.say("cli.setting"));
        return desk.press().preview_pages(number, options.profile, wished_pages(options.wish),
                                          addresses(options.wish), print_variant(options.print));
    }();
    write_pictures(preview, options.wish, context);
    return std::max(context.show(desk.press().review(number).findings),
                    context.show(preview.findings));
}

ExitCode run_preview(const IssueOptions& options, const Context& context) {
    refuse_contradictions(options.wish, options.print.print_ready);
    const core::IssueNumber number = issue_argument(options.issue);
    editor::Desk desk = context.open_desk();
    if (wants_pictures(options.wish.out)) return preview_pages(options, number, desk, context);
    const typeset::Printed printed = [&] {
        const Progress progress(context.say("cli.setting"));
        return desk.press().preview(number, options.profile, print_variant(options.print));
    }();
    write_print(printed, options.wish.out, context);
    return std::max(context.show(desk.press().review(number).findings),
                    context.show(printed.findings));
}

std::vector<editor::Disclosure> decisions_of(const IssueOptions& options) {
    const std::size_t count = options.disclose.size();
    for (const auto* words : {&options.by, &options.reason})
        if (words->size() != count && (words->size() != 1 || count == 0))
            throw core::Error(core::ErrorKind::Invalid, {"cli.disclose_each", {}});
    std::vector<editor::Disclosure> decisions;
    for (std::size_t i = 0; i < count; ++i)
        decisions.push_back({id_argument(options.disclose[i]),
                             options.by[options.by.size() == 1 ? 0 : i],
                             options.reason[options.reason.size() == 1 ? 0 : i]});
    return decisions;
}

// The moment a person named. Throws: Error(Invalid) for one that is yet to come.
core::Instant named_moment(const std::string& text, core::Instant now) {
    const core::Instant at = instant_argument(text);
    if (now < at)
        throw core::Error(core::ErrorKind::Invalid,
                          {"cli.instant_to_come", {{"text", text}, {"now", core::rfc3339(now)}}});
    return at;
}

// The edition stands, whatever becomes of these words.
void tell_published(const editor::Published& edition, const Context& context) {
    const std::string issue = core::printed_number(edition.number);
    std::cout << context.say("cli.published", {{"issue", issue},
                                               {"records", std::to_string(edition.records)},
                                               {"pages", std::to_string(edition.pages)},
                                               {"digest", edition.pdf_digest}})
              << '\n'
              << std::flush;
    core::Diagnostics warnings = edition.warnings;
    if (!std::cout) {
        std::cout.clear();
        warnings.push_back(
            {core::Level::Warning, {}, {"cli.published_untold", {{"issue", issue}}}, {}});
    }
    context.show(warnings);
}

ExitCode run_publish(const IssueOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    const bool named = !options.issued_at.empty();
    const core::Instant at = named ? named_moment(options.issued_at, context.now()) : context.now();
    const auto errors =
        options.accept_print_errors ? editor::PrintErrors::Accept : editor::PrintErrors::Bar;
    const std::vector<editor::Disclosure> decisions = decisions_of(options);
    editor::Desk desk = desk_to_change(context);
    desk.issues().draft(number);  // an issue that is published is not reviewed again
    const editor::Review review = desk.press().review(number);
    context.show(review.findings);
    std::optional<Progress> progress;
    const auto show = [&](editor::Publishing::Stage stage) {
        const bool printing = stage == editor::Publishing::Stage::Printing;
        progress.reset();
        progress.emplace(context.say(printing ? "cli.setting" : "cli.issuing"));
    };
    const editor::Published edition = desk.press().publish(
        {number, options.profile, at, errors,
         named ? editor::Moment::AsNamed : editor::Moment::AfterLast, decisions, review, show});
    progress.reset();
    tell_published(edition, context);
    return kDone;
}

using Step = ExitCode (*)(const IssueOptions&, const Context&);

// Adds the steps of an issue below `gongbao issue`; they share one set of options.
class Steps {
  public:
    explicit Steps(Commands& commands) : commands_(commands), issue_(commands.add("issue")) {
        issue_.needs_subcommand();
    }

    Command add(const std::string& name, Step run) {
        const Command step = commands_.add(issue_, name, "issue_" + name);
        commands_.runs(step, [options = options_, run, &context = commands_.context] {
            return run(*options, context);
        });
        return step;
    }
    /// A step about one issue, which is named first.
    Command add_for_issue(const std::string& name, Step run) {
        const Command step = add(name, run);
        step.option("issue", options_->issue, words("issue_number")).required();
        return step;
    }

    IssueOptions& options() { return *options_; }
    const Commands& commands() const { return commands_; }
    std::string words(const std::string& id) const { return commands_.help(id); }

  private:
    Commands& commands_;
    Command issue_;
    std::shared_ptr<IssueOptions> options_ = std::make_shared<IssueOptions>();
};

void add_editing(Steps& steps) {
    IssueOptions& options = steps.options();
    const Command create = steps.add_for_issue("new", run_new);
    create.option("--date", options.date, steps.words("issue_date")).required();
    create.option("--running", options.running, steps.words("issue_running")).between(1, 999999);
    const Command add = steps.add_for_issue("add", run_add);
    add.option("document", options.documents, steps.words("issue_add_documents")).required();
    add.option("--section,-s", options.section, steps.words("issue_section")).required().text();
    const Command index = steps.add_for_issue("add-index", run_add_index);
    index.option("year", options.year, steps.words("index_year")).required().between(1900, 2999);
    index.option("--section,-s", options.index_section, steps.words("issue_section"))
        .shows_default()
        .text();
    const Command remove = steps.add_for_issue("remove", run_remove);
    remove.option("document", options.documents, steps.words("issue_ids")).required();
    const Command order = steps.add_for_issue("order", run_order);
    order.option("document", options.documents, steps.words("issue_ids")).required();
}

void add_looking(Steps& steps) {
    steps.add_for_issue("show", run_show);
    steps.add("list", run_list);
    steps.add("documents", run_documents)
        .option("document", steps.options().documents, steps.words("issue_documents_ids"));
}

void add_printing(Steps& steps) {
    IssueOptions& options = steps.options();
    const Command preview = steps.add_for_issue("preview", run_preview);
    preview.option("--output,-o", options.wish.out, steps.words("output")).required();
    preview.option("--page", options.wish.pages, steps.words("page"));
    add_print_options(preview, options.print, steps.commands());
    const Command publish = steps.add_for_issue("publish", run_publish);
    publish.option("--issued-at", options.issued_at, steps.words("issue_issued_at"));
    publish.flag("--accept-print-errors", options.accept_print_errors,
                 steps.words("issue_accept_print_errors"));
    for (auto [name, values] : {std::pair{"disclose", &options.disclose},
                                std::pair{"by", &options.by}, std::pair{"reason", &options.reason}})
        publish.option(std::string("--") + name, *values, steps.words(std::string("issue_") + name))
            .one_at_a_time()
            .text();
    for (const Command& step : {preview, publish})
        step.option("--profile,-p", options.profile, steps.words("profile")).shows_default();
}

}  // namespace

void add_issue_command(Commands& commands) {
    Steps steps(commands);
    add_editing(steps);
    add_looking(steps);
    add_printing(steps);
}

}  // namespace gongbao::cli
