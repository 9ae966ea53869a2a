// SPDX-License-Identifier: Apache-2.0
// gongbao search QUERY, gongbao show NUMBER, gongbao edition ISSUE, gongbao verify: the archive
// from the command line.
#include <unistd.h>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iostream>
#include <memory>
#include <optional>

#include "archive/made_by.hpp"
#include "cli/commands.hpp"
#include "cli/corrections_shown.hpp"
#include "cli/document_json.hpp"
#include "cli/progress.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/office/verify_office.hpp"

namespace gongbao::cli {
namespace {

struct SearchOptions {
    std::string query;
    int year = 0;
    std::string section;
    std::string issuer;
    bool newest = false;
    int limit = 10;
    int offset = 0;
    bool json = false;
};

struct ShowOptions {
    std::string number;
    bool json = false;
    bool xml = false;
};

struct EditionOptions {
    std::string issue;
    bool json = false;
};

Json ranges_json(const archive::Highlighted& text) {
    Json ranges = Json::array();
    for (const auto& range : text.ranges) ranges.push_back(Json::array({range.begin, range.end}));
    return Json{{"text", text.text}, {"ranges", ranges}};
}

Json related_json(const std::vector<archive::RelatedRecord>& related) {
    Json list = Json::array();
    for (const archive::RelatedRecord& one : related)
        list.push_back({{"id", one.id},
                        {"title", one.title},
                        {"number", one.number},
                        {"issue", core::slug(one.issue)},
                        {"date", core::iso(one.date)}});
    return list;
}

Json record_json(const archive::RecordSummary& record) {
    return Json{{"id", record.id},
                {"title", record.title},
                {"number", record.number},
                {"issue", core::slug(record.issue)},
                {"section", record.section},
                {"issuers", record.issuers},
                {"first_page", record.first_page},
                {"last_page", record.last_page},
                {"corrects", related_json(record.corrects)},
                {"corrected_by", related_json(record.corrected_by)}};
}

// Highlights in red on a terminal; elsewhere the words stay as they are.
std::string marked(const archive::Highlighted& text) {
    if (isatty(STDOUT_FILENO) == 0) return text.text;
    std::string out;
    std::size_t at = 0;
    for (const auto& range : text.ranges) {
        out += text.text.substr(at, range.begin - at) + "\033[1;31m" +
               text.text.substr(range.begin, range.end - range.begin) + "\033[0m";
        at = range.end;
    }
    return out + text.text.substr(at);
}

archive::SearchRequest request_of(const SearchOptions& options) {
    archive::SearchRequest request;
    request.text = options.query;
    if (options.year != 0) request.year = options.year;
    request.section = options.section;
    request.issuer = options.issuer;
    if (options.newest) request.order = archive::SearchRequest::Order::Newest;
    request.limit = options.limit;
    request.offset = options.offset;
    return request;
}

Json answer_json(const std::string& query, const archive::SearchAnswer& answer) {
    Json json{{"query", query}, {"step", name_of(answer.step)}, {"total", answer.total}};
    Json hits = Json::array();
    for (const archive::SearchHit& hit : answer.hits) {
        Json row = record_json(hit.record);
        row["snippet"] = ranges_json(hit.snippet);
        hits.push_back(std::move(row));
    }
    json["hits"] = std::move(hits);
    return json;
}

void show_answer(const archive::SearchAnswer& answer, const Context& context) {
    const std::string step = context.say(std::string("cli.step_") + name_of(answer.step));
    std::cout << context.say("cli.search_total",
                             {{"total", std::to_string(answer.total)}, {"step", step}})
              << '\n';
    for (const archive::SearchHit& hit : answer.hits) {
        std::cout << '\n' << marked(hit.title);
        if (!hit.record.number.empty()) std::cout << "  " << hit.record.number;
        std::cout << "  [" << hit.record.id << "]\n";
        show_corrections(std::cout, hit.record, context);
        std::cout << "  " << marked(hit.snippet) << '\n';
    }
}

ExitCode run_search(const SearchOptions& options, const Context& context) {
    const archive::SearchAnswer answer = context.open_archive()->search(request_of(options));
    if (options.json)
        print_json(answer_json(options.query, answer));
    else
        show_answer(answer, context);
    return kDone;
}

std::vector<archive::RecordSummary> records_for(const std::string& number,
                                                const archive::Reader& archive) {
    if (const auto record = archive.record(number)) return {*record};
    auto found = archive.by_number(number);
    if (found.empty())
        throw core::Error(core::ErrorKind::NotFound, {"cli.show_nothing", {{"number", number}}});
    return found;
}

ExitCode run_show(const ShowOptions& options, const Context& context) {
    const auto archive = context.open_archive();
    const auto records = records_for(options.number, *archive);
    for (const archive::RecordSummary& record : records) {
        if (options.xml) {
            std::cout << archive->canonical_xml(record.id);
        } else if (options.json) {
            Json json = document_json(archive->document(record.id));
            json.update(record_json(record));
            print_json(json, records.size() > 1);
        } else {
            std::cout << context.say(
                             "cli.show_citation",
                             {{"issue", core::printed_number(record.issue)},
                              {"pages", core::printed_pages(record.first_page, record.last_page)},
                              {"id", record.id}})
                      << '\n';
            show_corrections(std::cout, record, context);
            std::cout << '\n' << core::plain_text(archive->document_without_pictures(record.id));
        }
    }
    return kDone;
}

Json disclosed_json(const archive::Disclosed& one, const core::Messages& words) {
    Json findings = Json::array();
    for (const archive::Overridden& finding : one.findings)
        findings.push_back(Json{{"id", finding.id},
                                {"place", words.say(finding.place)},
                                {"at", finding.place.text()},
                                {"excerpt", finding.excerpt}});
    return Json{
        {"record", one.record}, {"by", one.by}, {"reason", one.reason}, {"findings", findings}};
}

void print_edition_json(const archive::EditionSummary& edition, const archive::MadeBy& made,
                        const core::Messages& words) {
    Json disclosed = Json::array();
    for (const archive::Disclosed& one : made.disclosed)
        disclosed.push_back(disclosed_json(one, words));
    Json accepted = Json::array();
    for (const archive::Accepted& one : made.accepted)
        accepted.push_back(
            Json{{"id", one.id}, {"record", one.record}, {"by", one.by}, {"reason", one.reason}});
    print_json(Json{{"issue", core::slug(edition.number)},
                    {"gazette", edition.gazette},
                    {"date", core::iso(edition.date)},
                    {"issued_at", core::rfc3339(edition.issued_at)},
                    {"records", edition.records},
                    {"pages", edition.pages},
                    {"pdf_digest", edition.pdf_digest},
                    {"made_by", made.program},
                    {"disclosed", disclosed},
                    {"accepted", accepted}});
}

void show_edition(const archive::EditionSummary& edition, const archive::MadeBy& made,
                  const Context& context) {
    std::cout << core::slug(edition.number) << "  " << edition.gazette
              << core::printed_number(edition.number) << "  " << core::iso(edition.date) << "  "
              << core::rfc3339(edition.issued_at) << '\n'
              << context.say("cli.published", {{"issue", core::printed_number(edition.number)},
                                               {"records", std::to_string(edition.records)},
                                               {"pages", std::to_string(edition.pages)},
                                               {"digest", edition.pdf_digest}})
              << '\n'
              << made.program << '\n';
    for (const archive::Disclosed& one : made.disclosed) {
        std::cout << context.say("cli.disclosed",
                                 {{"record", one.record}, {"by", one.by}, {"reason", one.reason}})
                  << '\n';
        for (const archive::Overridden& finding : one.findings)
            std::cout << "  " << context.words().say(finding.place) << "  「" << finding.excerpt
                      << "」\n";
    }
    for (const archive::Accepted& one : made.accepted)
        std::cout << context.say("cli.accepted", {{"record", one.record},
                                                  {"id", one.id},
                                                  {"by", one.by},
                                                  {"reason", one.reason}})
                  << '\n';
}

ExitCode run_edition(const EditionOptions& options, const Context& context) {
    const core::IssueNumber number = issue_argument(options.issue);
    const auto edition = context.open_archive()->edition(number);
    if (!edition)
        throw core::Error(core::ErrorKind::NotFound,
                          {"cli.edition_unknown", {{"issue", core::slug(number)}}});
    const archive::MadeBy made = archive::read_made_by(edition->made_by);
    if (options.json)
        print_edition_json(*edition, made, context.words());
    else
        show_edition(*edition, made, context);
    return kDone;
}

core::Diagnostics verify_archive(const archive::Verifier& archive, const Context& context) {
    Progress progress(context.say("cli.verifying"));
    return archive.verify(
        [&](std::int64_t done, std::int64_t total) { progress.show(done, total); });
}

// As it was noted down: in capitals, with white space around it. Nothing, as of a variable that was
// never set, compares with nothing and is refused.
std::string noted_head(const std::string& words) {
    std::string head(core::trim(words));
    for (char& c : head)
        if (c >= 'A' && c <= 'F') c = static_cast<char>(c - 'A' + 'a');
    if (head.size() != 64 || head.find_first_not_of("0123456789abcdef") != std::string::npos)
        throw core::Error(core::ErrorKind::Invalid,
                          {"cli.expect_no_digest", {{"text", core::excerpt(words)}}});
    return head;
}

// A head noted down earlier must be one the archive once had. Says how much came after it.
core::Diagnostics compare_head(const archive::Archive& archive, const std::string& expected) {
    const auto revision = archive.revision_with_head(expected);
    if (!revision)
        return {{core::Level::Error, {}, {"archive.head_unknown", {{"digest", expected}}}, {}}};
    return {{core::Level::Hint,
             {},
             {"archive.head_known",
              {{"revision", std::to_string(*revision)},
               {"later", std::to_string(archive.revision() - *revision)}}},
             {}}};
}

// The public archive stands without a desk.
core::Diagnostics verify_desk(const Context& context) {
    if (!std::filesystem::exists(context.data.desk())) return {};
    try {
        return editor::verify_office(context.data.desk());
    } catch (const core::Error& error) {
        // A desk that cannot be read just now, as by another user, is not a damaged one.
        const bool damaged = error.kind() == core::ErrorKind::Corrupt;
        return {{damaged ? core::Level::Error : core::Level::Warning,
                 core::Place::stored("desk.sqlite"),
                 error.for_people(),
                 {}}};
    }
}

ExitCode run_verify(const std::optional<std::string>& noted, const Context& context) {
    const std::optional<std::string> expected =
        noted ? std::optional(noted_head(*noted)) : std::nullopt;
    const auto archive = context.open_archive();
    const ExitCode sound = context.show(verify_archive(*archive, context));
    const ExitCode desk = context.show(verify_desk(context));
    const ExitCode known = expected ? context.show(compare_head(*archive, *expected)) : kDone;
    if (sound == kDone)
        std::cout << context.say("cli.verified",
                                 {{"editions", std::to_string(archive->editions().size())},
                                  {"records", std::to_string(archive->record_count())},
                                  {"revision", std::to_string(archive->revision())},
                                  {"head", archive->head()}})
                  << '\n';
    return std::max({sound, desk, known}) == kDone ? kDone : kCorrupt;
}

}  // namespace

void add_search_command(Commands& commands) {
    const Command command = commands.add("search");
    const auto options = std::make_shared<SearchOptions>();
    const auto& help = commands.help;
    command.option("query", options->query, help("search_query")).required().text();
    command.option("--year", options->year, help("search_year"));
    command.option("--section", options->section, help("search_section")).text();
    command.option("--issuer", options->issuer, help("search_issuer")).text();
    command.flag("--newest", options->newest, help("search_newest"));
    command.option("--limit", options->limit, help("search_limit"))
        .shows_default()
        .between(0, 100000);
    command.option("--offset", options->offset, help("search_offset")).between(0, 1000000000);
    command.flag("--json", options->json, help("json"));
    commands.runs(command,
                  [options, &context = commands.context] { return run_search(*options, context); });
}

void add_show_command(Commands& commands) {
    const Command command = commands.add("show");
    const auto options = std::make_shared<ShowOptions>();
    command.option("number", options->number, commands.help("show_number")).required().text();
    command.flag("--json", options->json, commands.help("json"));
    command.flag("--xml", options->xml, commands.help("show_xml"));
    commands.runs(command,
                  [options, &context = commands.context] { return run_show(*options, context); });
}

void add_edition_command(Commands& commands) {
    const Command command = commands.add("edition");
    const auto options = std::make_shared<EditionOptions>();
    command.option("issue", options->issue, commands.help("issue_number")).required();
    command.flag("--json", options->json, commands.help("json"));
    commands.runs(
        command, [options, &context = commands.context] { return run_edition(*options, context); });
}

void add_verify_command(Commands& commands) {
    const Command command = commands.add("verify");
    const auto expected = std::make_shared<std::optional<std::string>>();
    command.option("--expect", *expected, commands.help("verify_expect")).text();
    commands.runs(command, [expected, &context = commands.context] {
        return run_verify(*expected, context);
    });
}

}  // namespace gongbao::cli
