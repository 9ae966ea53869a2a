// SPDX-License-Identifier: Apache-2.0
// Issues a corpus of real texts into one archive and asks it queries of every class: recall and
// precision against a scan (search_truth), median and 99th percentile of the time an answer takes
// with its page of ten, snippets included.
//
//   search_bench TEXTS.jsonl [--each N] [--cut CHARACTERS] [--documents N] [--keep FILE]
//
// TEXTS.jsonl: one {"title", "body"} a line. --cut divides the texts into documents of about that
// size and --documents repeats them up to that number, to measure size alone (answers are then
// counted by the number of copies). Exit code 1 when an answer is not exactly the truth.

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>

#include "archive/archive.hpp"
#include "bench/search_queries.hpp"
#include "core/report/error.hpp"
#include "core/text/text.hpp"

namespace {

using namespace gongbao;
using bench::Asked;
using bench::Text;
using Clock = std::chrono::steady_clock;

struct Arguments {
    std::filesystem::path texts;
    std::filesystem::path keep;
    std::size_t each = 30;
    std::size_t cut = 0;
    std::size_t documents = 0;
};

std::optional<Arguments> read_arguments(int count, char** values) {
    Arguments arguments;
    if (count < 2 || count % 2 != 0) return {};
    arguments.texts = values[1];
    for (int i = 2; i + 1 < count; i += 2) {
        const std::string name = values[i];
        if (name == "--each")
            arguments.each = std::strtoul(values[i + 1], nullptr, 10);
        else if (name == "--cut")
            arguments.cut = std::strtoul(values[i + 1], nullptr, 10);
        else if (name == "--documents")
            arguments.documents = std::strtoul(values[i + 1], nullptr, 10);
        else if (name == "--keep")
            arguments.keep = values[i + 1];
        else
            return {};
    }
    return arguments;
}

// Headings are marked with "#" in the corpus; their words stay.
std::string without_marks(std::string_view line) {
    const std::size_t words = line.find_first_not_of("# \r");
    return words == std::string_view::npos ? "" : std::string(core::trim(line.substr(words)));
}

std::vector<Text> read_texts(const Arguments& arguments) {
    std::ifstream file(arguments.texts);
    std::vector<Text> texts;
    for (std::string row; std::getline(file, row);) {
        const auto json = nlohmann::json::parse(row);
        Text text{json.at("title").get<std::string>(), {}, {}};
        std::size_t size = 0;
        for (const std::string_view line :
             core::split(json.at("body").get_ref<const std::string&>(), '\n')) {
            std::string words = without_marks(line);
            if (words.empty()) continue;
            size += core::length(words);
            text.lines.push_back(std::move(words));
            if (arguments.cut == 0 || size < arguments.cut) continue;
            texts.push_back(text);
            text.lines.clear();
            size = 0;
        }
        if (!text.lines.empty() || arguments.cut == 0) texts.push_back(std::move(text));
    }
    return texts;
}

core::Block block(core::Role role, const std::string& words) {
    core::Block block;
    block.role = role;
    block.runs.push_back(core::text_run(words));
    return block;
}

core::Document document_of(const Text& text, const std::string& number) {
    core::Document document;
    document.meta.title = text.title;
    document.meta.number = number;
    document.meta.issuers = {"云岭省人民政府"};
    document.preface = {block(core::Role::Title, text.title), block(core::Role::Number, number)};
    for (const std::string& line : text.lines)
        document.body.push_back(block(core::Role::Paragraph, line));
    core::assign_ids(document);
    return document;
}

std::string number_of(std::size_t text) {
    return "云府规〔" + std::to_string(1990 + text / 9000) + "〕" +
           std::to_string(1 + text % 9000) + "号";
}

// Twenty-four editions a year of 40 documents, from 1990 on.
void fill(archive::WritableArchive& archive, const std::vector<Text>& texts,
          std::size_t documents) {
    constexpr std::size_t kInEdition = 40;
    for (std::size_t at = 0; at < documents; at += kInEdition) {
        const int issue = static_cast<int>(at / kInEdition);
        archive::NewEdition edition;
        edition.gazette = "云岭省人民政府公报";
        edition.number = {1990 + issue / 24 % 8000, core::IssueKind::Regular, 1 + issue % 24, {}};
        edition.date = core::date_from_days(7305 + issue * 15);
        edition.issued_at = core::start_of(edition.date);
        edition.pdf = "%PDF";
        edition.made_by = "search_bench";
        for (std::size_t i = at; i < std::min(at + kInEdition, documents); ++i)
            edition.records.push_back(
                {document_of(texts[i % texts.size()], number_of(i)), "省政府文件", 1, 2, 5});
        archive.put_edition(edition);
        if (documents > 5000 && issue % 100 == 0) std::fprintf(stderr, "\r%zu documents", at);
    }
}

// The number of the text a record came from, as fill() placed it.
std::size_t text_of(const archive::RecordSummary& record) {
    const int issue = (record.issue.year - 1990) * 24 + record.issue.number - 1;
    return static_cast<std::size_t>(issue) * 40 + static_cast<std::size_t>(record.order) - 1;
}

struct Tally {
    std::size_t queries = 0;
    std::size_t expected = 0;
    std::size_t found = 0;
    std::size_t wrong = 0;
    std::vector<double> ranking;  // counted and ranked, nothing fetched
    std::vector<double> relevance;
    std::vector<double> newest;
};

double at_fraction(std::vector<double> values, double fraction) {
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, static_cast<std::size_t>(
                                                  fraction * static_cast<double>(values.size())))];
}

// The median of five answers.
double milliseconds(const archive::Archive& archive, const archive::SearchRequest& request) {
    std::vector<double> times;
    for (int i = 0; i < 5; ++i) {
        const auto start = Clock::now();
        archive.search(request);
        times.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    return at_fraction(times, 0.5);
}

// Every page of the answer against the truth; times are taken of the first page.
void ask(const archive::Archive& archive, const Asked& asked, bool judge, Tally& tally) {
    archive::SearchRequest request;
    request.text = asked.typed;
    ++tally.queries;
    if (judge) {
        std::vector<std::size_t> found;
        std::int64_t total = 0;
        request.limit = 1000;
        do {
            const auto answer = archive.search(request);
            total = answer.total;
            for (const auto& hit : answer.hits) found.push_back(text_of(hit.record));
            request.offset += request.limit;
        } while (request.offset < total);
        std::sort(found.begin(), found.end());
        // When nothing holds the query, the ladder may answer with less; the truth is empty then.
        std::vector<std::size_t> right;
        std::set_intersection(found.begin(), found.end(), asked.answer.begin(), asked.answer.end(),
                              std::back_inserter(right));
        tally.expected += asked.answer.size();
        tally.found += right.size();
        const bool exact =
            asked.answer.empty() ||
            (found == asked.answer && total == static_cast<std::int64_t>(found.size()));
        if (!exact) {
            ++tally.wrong;
            std::printf("  not exact: %s \"%s\": truth %zu, found %zu, total %lld\n",
                        asked.kind.c_str(), asked.typed.c_str(), asked.answer.size(), found.size(),
                        static_cast<long long>(total));
        }
    }
    request.offset = 0;
    request.limit = 0;
    request.order = archive::SearchRequest::Order::Relevance;
    tally.ranking.push_back(milliseconds(archive, request));
    request.limit = 10;
    tally.relevance.push_back(milliseconds(archive, request));
    request.order = archive::SearchRequest::Order::Newest;
    tally.newest.push_back(milliseconds(archive, request));
}

void print_row(const std::string& name, const Tally& tally, bool judged) {
    const double recall = tally.expected == 0 ? 1
                                              : static_cast<double>(tally.found) /
                                                    static_cast<double>(tally.expected);
    std::printf("| %s | %zu | %zu | %s | %zu | %.2f / %.2f | %.2f / %.2f | %.2f / %.2f |\n",
                name.c_str(), tally.queries, tally.expected,
                judged ? std::to_string(recall).substr(0, 6).c_str() : "–", tally.wrong,
                at_fraction(tally.ranking, 0.5), at_fraction(tally.ranking, 0.99),
                at_fraction(tally.relevance, 0.5), at_fraction(tally.relevance, 0.99),
                at_fraction(tally.newest, 0.5), at_fraction(tally.newest, 0.99));
}

int report(const std::vector<std::string>& kinds, const std::map<std::string, Tally>& tallies,
           bool judged) {
    std::printf(
        "times in ms, p50 / p99: counted and ranked; the page of ten with snippets\n\n"
        "| class | queries | answers | recall | not exact | ranked | best ten | newest ten |\n"
        "|---|---|---|---|---|---|---|---|\n");
    Tally all;
    for (const std::string& kind : kinds) {
        const Tally& one = tallies.at(kind);
        print_row(kind, one, judged);
        all.queries += one.queries;
        all.expected += one.expected;
        all.found += one.found;
        all.wrong += one.wrong;
        all.ranking.insert(all.ranking.end(), one.ranking.begin(), one.ranking.end());
        all.relevance.insert(all.relevance.end(), one.relevance.begin(), one.relevance.end());
        all.newest.insert(all.newest.end(), one.newest.begin(), one.newest.end());
    }
    print_row("all", all, judged);
    return all.wrong == 0 && all.found == all.expected ? 0 : 1;
}

std::filesystem::path temporary_file() {
    std::string name = (std::filesystem::temp_directory_path() / "gongbao-bench-XXXXXX").string();
    const int file = mkstemp(name.data());
    if (file >= 0) std::fclose(fdopen(file, "r"));
    return name;
}

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

int run(const Arguments& arguments) {
    std::vector<Text> texts = read_texts(arguments);
    const std::size_t documents = std::max(arguments.documents, texts.size());
    bench::Scan scan;
    std::size_t size = 0;
    auto start = Clock::now();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        texts[i].number = number_of(i);
        const std::string words = core::plain_text(document_of(texts[i], texts[i].number));
        size += words.size();
        scan.add(words);
    }
    std::printf("%zu texts, %.1f MB, folded for the scan in %.1f s\n", texts.size(),
                static_cast<double>(size) / 1e6, seconds_since(start));

    const std::filesystem::path file = arguments.keep.empty() ? temporary_file() : arguments.keep;
    start = Clock::now();
    {
        const auto opened_writer = archive::open_archive_to_issue(file);
        auto& writer = *opened_writer;
        if (writer.revision() == 0) fill(writer, texts, documents);
    }
    std::printf("issued %zu documents in %.1f s; the archive has %.1f MB\n", documents,
                seconds_since(start), static_cast<double>(std::filesystem::file_size(file)) / 1e6);

    start = Clock::now();
    const std::vector<Asked> queries = bench::make_queries(texts, scan, arguments.each);
    std::printf("truth of %zu queries by scan in %.1f s\n\n", queries.size(), seconds_since(start));
    const auto opened_archive = archive::open_archive(file);
    const auto& archive = *opened_archive;
    const bool judge = documents == texts.size();
    std::vector<std::string> kinds;
    std::map<std::string, Tally> tallies;
    for (const Asked& asked : queries) {
        if (tallies.count(asked.kind) == 0) kinds.push_back(asked.kind);
        ask(archive, asked, judge, tallies[asked.kind]);
    }
    const int code = report(kinds, tallies, judge);
    if (arguments.keep.empty()) std::filesystem::remove(file);
    return judge ? code : 0;
}

}  // namespace

int main(int count, char** values) {
    const auto arguments = read_arguments(count, values);
    if (!arguments) {
        std::fprintf(stderr,
                     "search_bench TEXTS.jsonl [--each N] [--cut CHARACTERS] [--documents N] "
                     "[--keep FILE]\n");
        return 2;
    }
    try {
        return run(*arguments);
    } catch (const core::Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
}
