// SPDX-License-Identifier: Apache-2.0
// gongbao search QUERY, gongbao show NUMBER, gongbao verify: the archive from the command line.
#include <unistd.h>

#include <iostream>
#include <memory>

#include "core/error.hpp"
#include "core/text.hpp"
#include "server/commands/commands.hpp"
#include "server/commands/document_json.hpp"

namespace gongbao::server {
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

Json ranges_json(const archive::Highlighted& text) {
    Json ranges = Json::array();
    for (const auto& range : text.ranges) ranges.push_back(Json::array({range.begin, range.end}));
    return Json{{"text", text.text}, {"ranges", ranges}};
}

Json record_json(const archive::RecordSummary& record) {
    return Json{{"id", record.id}, {"title", record.title}, {"number", record.number},
                {"issue", core::slug(record.issue)}, {"section", record.section},
                {"issuers", record.issuers}, {"first_page", record.first_page},
                {"last_page", record.last_page}};
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

ExitCode run_search(const SearchOptions& options, const Context& context) {
    const archive::Archive archive = context.open_archive();
    archive::SearchRequest request;
    request.text = options.query;
    if (options.year != 0) request.year = options.year;
    request.section = options.section;
    request.issuer = options.issuer;
    if (options.newest) request.order = archive::SearchRequest::Order::Newest;
    request.limit = options.limit;
    request.offset = options.offset;
    const archive::SearchAnswer answer = archive.search(request);
    if (options.json) {
        Json json{{"query", options.query}, {"step", name_of(answer.step)}, {"total", answer.total}};
        Json hits = Json::array();
        for (const archive::SearchHit& hit : answer.hits) {
            Json row = record_json(hit.record);
            row["snippet"] = ranges_json(hit.snippet);
            hits.push_back(std::move(row));
        }
        json["hits"] = std::move(hits);
        std::cout << json.dump(2) << '\n';
        return kDone;
    }
    std::cout << context.say("cli.search_total", {{"total", std::to_string(answer.total)},
                                                  {"step", context.say(std::string("cli.step_") + name_of(answer.step))}})
              << '\n';
    for (const archive::SearchHit& hit : answer.hits) {
        std::cout << '\n' << marked(hit.title);
        if (!hit.record.number.empty()) std::cout << "  " << hit.record.number;
        std::cout << "  [" << hit.record.id << "]\n  " << marked(hit.snippet) << '\n';
    }
    return kDone;
}

std::vector<archive::RecordSummary> records_for(const std::string& number, const archive::Archive& archive) {
    if (const auto record = archive.record(number)) return {*record};
    auto found = archive.by_number(number);
    if (found.empty())
        throw core::Error(core::ErrorKind::NotFound, {"cli.show_nothing", {{"number", number}}});
    return found;
}

ExitCode run_show(const ShowOptions& options, const Context& context) {
    const archive::Archive archive = context.open_archive();
    for (const archive::RecordSummary& record : records_for(options.number, archive)) {
        if (options.xml) {
            std::cout << archive.canonical_xml(record.id);
        } else if (options.json) {
            Json json = document_json(archive.document(record.id));
            json.update(record_json(record));
            std::cout << json.dump(2) << '\n';
        } else {
            std::cout << context.say("cli.show_citation",
                                     {{"issue", core::printed_number(record.issue)},
                                      {"first", std::to_string(record.first_page)},
                                      {"last", std::to_string(record.last_page)},
                                      {"id", record.id}})
                      << "\n\n" << core::plain_text(archive.document(record.id));
        }
    }
    return kDone;
}

ExitCode run_verify(const Context& context) {
    const archive::Archive archive = context.open_archive();
    core::Diagnostics findings;
    {
        Progress progress(context.say("cli.verifying"));
        findings = archive.verify([&](std::int64_t done, std::int64_t total) { progress.show(done, total); });
    }
    const ExitCode code = context.show(findings);
    if (findings.empty())
        std::cout << context.say("cli.verified", {{"editions", std::to_string(archive.editions().size())},
                                                  {"records", std::to_string(archive.record_count())},
                                                  {"revision", std::to_string(archive.revision())}})
                  << '\n';
    return code == kFindings ? kCorrupt : code;
}

}  // namespace

void add_search_command(Commands& commands) {
    auto* command = commands.add("search");
    auto options = std::make_shared<SearchOptions>();
    command->add_option("query", options->query, commands.help("search_query"))->required();
    command->add_option("--year", options->year, commands.help("search_year"));
    command->add_option("--section", options->section, commands.help("search_section"));
    command->add_option("--issuer", options->issuer, commands.help("search_issuer"));
    command->add_flag("--newest", options->newest, commands.help("search_newest"));
    command->add_option("--limit", options->limit, commands.help("search_limit"))->capture_default_str()->check(CLI::Range(0, 100000));
    command->add_option("--offset", options->offset, commands.help("search_offset"))->check(CLI::NonNegativeNumber);
    command->add_flag("--json", options->json, commands.help("json"));
    command->callback([options, &commands] {
        commands.run = [options, &context = commands.context] { return run_search(*options, context); };
    });
}

void add_show_command(Commands& commands) {
    auto* command = commands.add("show");
    auto options = std::make_shared<ShowOptions>();
    command->add_option("number", options->number, commands.help("show_number"))->required();
    command->add_flag("--json", options->json, commands.help("json"));
    command->add_flag("--xml", options->xml, commands.help("show_xml"));
    command->callback([options, &commands] {
        commands.run = [options, &context = commands.context] { return run_show(*options, context); };
    });
}

void add_verify_command(Commands& commands) {
    commands.add("verify")->callback([&commands] {
        commands.run = [&context = commands.context] { return run_verify(context); };
    });
}

}  // namespace gongbao::server
