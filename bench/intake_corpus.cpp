// SPDX-License-Identifier: Apache-2.0
// How well intake reads real documents: takes in every row of a corpus (JSON lines, from a file or
// "-" for standard input), compares with the gold fields of the row and prints each miss.
//
//   intake_corpus pages   FILE [GOLD]   rows with html; gold fields from the row, or from GOLD by
//   url intake_corpus paras   FILE          rows with paras, put together as plain text
//   intake_corpus laws    FILE          rows with title, notes, body ("#" headings are 编 章 节)
//   intake_corpus reports FILE          rows with title, content
//   intake_corpus dates   FILE          prints a JSON line a row: its dates and the findings about them
//   intake_corpus show    FILE ROW      prints the structure of one row of any of these
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <regex>
#include <string>
#include <vector>

#include "core/report/error.hpp"
#include "core/text/text.hpp"
#include "editor/intake/intake.hpp"
#include "editor/intake/raw/white_space.hpp"
#include "editor/intake/raw/words_kept.hpp"

namespace {

using gongbao::core::Block;
using gongbao::core::Role;
using gongbao::editor::Manuscript;
using gongbao::editor::TakenIn;
using Json = nlohmann::json;

std::vector<Json> read_rows(const std::string& path) {
    std::vector<Json> rows;
    std::ifstream file;
    if (path != "-") file.open(path);
    std::istream& in = path == "-" ? std::cin : file;
    for (std::string line; std::getline(in, line);)
        if (!line.empty()) rows.push_back(Json::parse(line));
    return rows;
}

std::string text_of(const Json& row, const char* key) {
    return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string();
}

// "## 第一章 总则" is a heading of the printed text; tables of the mark-up stay as they are.
std::string law_text(const Json& row) {
    std::string text = text_of(row, "title") + "\n";
    std::string note;
    for (const Json& line : row["notes"])
        note += (note.empty() ? "" : "　") + line.get<std::string>();
    if (!note.empty()) text += "（" + note + "）\n";
    const std::string body = text_of(row, "body");
    for (std::string_view line : gongbao::core::split(body, '\n')) {
        while (line.starts_with('#')) line.remove_prefix(1);
        text += std::string(gongbao::core::trim(line)) + "\n";
    }
    return text;
}

Manuscript manuscript_of(const Json& row) {
    if (row.contains("html")) return {"page.html", text_of(row, "html")};
    if (row.contains("body")) return {"law.txt", law_text(row)};
    if (row.contains("content"))
        return {"report.txt", text_of(row, "title") + "\n" + text_of(row, "content")};
    std::string text;
    for (const Json& paragraph : row["paras"]) text += text_of(paragraph, "text") + "\n";
    return {"paras.txt", text};
}

std::string iso_of(const std::string& text) {
    const auto date = gongbao::core::parse_date(text.substr(0, text.find(' ')));
    return date ? gongbao::core::iso(*date) : text;
}

std::string iso_of(const std::optional<gongbao::core::Date>& date) {
    return date ? gongbao::core::iso(*date) : std::string();
}

std::string joined(const TakenIn& taken, const gongbao::core::Blocks& part, Role role) {
    (void)taken;
    std::string text;
    for (const Block& block : part)
        if (block.role == role) text += gongbao::editor::words_of(block.runs);
    return text;
}

class Score {
  public:
    void compare(const std::string& field, const std::string& row, const std::string& gold,
                 const std::string& found) {
        auto& [right, all] = counts_[field];
        ++all;
        if (gold == found)
            ++right;
        else
            std::printf("MISS %-11s %s\n   gold  %s\n   found %s\n", field.c_str(), row.c_str(),
                        gold.c_str(), found.c_str());
    }

    void print() const {
        for (const auto& [field, count] : counts_)
            std::printf(
                "%-12s %5zu of %5zu  %6.2f %%\n", field.c_str(), count.first, count.second,
                100.0 * static_cast<double>(count.first) / static_cast<double>(count.second));
    }

  private:
    std::map<std::string, std::pair<std::size_t, std::size_t>> counts_;
};

// The gold paragraphs tell addressees and signature by alignment: the first paragraph that ends
// with a colon; the right-aligned ones above the first date.
std::string gold_addressees(const Json& paras) {
    for (std::size_t i = 0; i < paras.size() && i < 8; ++i) {
        const std::string words = gongbao::editor::words_of(text_of(paras[i], "text"));
        if (text_of(paras[i], "align") == "left")
            return words.ends_with("：") || words.ends_with(":") ? words : std::string();
    }
    return {};
}

std::string gold_signature(const Json& paras) {
    std::string signature;
    for (const Json& paragraph : paras) {
        if (text_of(paragraph, "align") != "right") {
            signature.clear();
            continue;
        }
        const std::string words = gongbao::editor::words_of(text_of(paragraph, "text"));
        if (gongbao::core::parse_date(words)) return signature;
        signature += words;
    }
    return {};
}

void compare_page(const Json& row, const Json& gold, const TakenIn& taken, Score& score) {
    const std::string name = text_of(row, "title");
    const auto& meta = taken.document.meta;
    score.compare("title", name, name, meta.title);
    score.compare("number", name, text_of(row, "doc_number"), meta.number);
    score.compare("index_no", name, text_of(row, "index_no"), meta.index_number);
    if (!gold.contains("issuer")) return;
    score.compare("issuer", name, text_of(gold, "issuer"), gongbao::core::join(meta.issuers, "、"));
    score.compare("written", name, iso_of(text_of(gold, "date_written")), iso_of(meta.written));
    score.compare("published", name, iso_of(text_of(gold, "date_published")),
                  iso_of(meta.published));
    if (!gold.contains("paras")) return;
    score.compare("addressees", name, gold_addressees(gold["paras"]),
                  joined(taken, taken.document.preface, Role::Addressees));
    score.compare("signature", name, gold_signature(gold["paras"]),
                  joined(taken, taken.document.conclusions, Role::Signature));
}

void compare_paras(const Json& row, const TakenIn& taken, Score& score) {
    if (text_of(row, "kind") == "otherfile") return;
    const auto& meta = taken.document.meta;
    const std::string name = text_of(row, "title");
    const auto words = [](const std::string& text) { return gongbao::editor::words_of(text); };
    score.compare("title", name, words(name), words(meta.title));
    if (!text_of(row, "doc_number").empty())
        score.compare("number", name, words(text_of(row, "doc_number")), words(meta.number));
    if (!text_of(row, "issuer").empty() && !meta.issuers.empty())
        score.compare("issuer", name, words(text_of(row, "issuer")),
                      words(gongbao::core::join(meta.issuers, "")));
    if (!text_of(row, "date_written").empty())
        score.compare("written", name, iso_of(text_of(row, "date_written")), iso_of(meta.written));
}

void compare_law(const Json& row, const TakenIn& taken, Score& score) {
    static const std::regex kArticle(
        "(^|\n)[ 　]*第[一二三四五六七八九十百零〇千]+条(之[一二三四五六七八九十]+)?[ 　]");
    const std::string text = law_text(row);
    const auto gold = std::distance(std::sregex_iterator(text.begin(), text.end(), kArticle),
                                    std::sregex_iterator());
    long found = 0;
    gongbao::core::for_each_block(
        taken.document, [&](const Block& block) { found += block.role == Role::Article; });
    const std::string name = text_of(row, "title");
    score.compare("articles", name, std::to_string(gold), std::to_string(found));
    score.compare("title", name, gongbao::editor::words_of(name),
                  gongbao::editor::words_of(taken.document.meta.title));
}

void show(const TakenIn& taken) {
    const auto& meta = taken.document.meta;
    std::printf(
        "title      %s\nnumber     %s\nkind       %s\nissuers    %s\nwritten    %s\n"
        "adopted    %s\npromulg.   %s\npublished  %s\neffective  %s\nexpires    %s\n",
        meta.title.c_str(), meta.number.c_str(), meta.kind.c_str(),
        gongbao::core::join(meta.issuers, " | ").c_str(), iso_of(meta.written).c_str(),
        iso_of(meta.adopted).c_str(), iso_of(meta.promulgated).c_str(),
        iso_of(meta.published).c_str(), iso_of(meta.effective).c_str(),
        iso_of(meta.expires).c_str());
    gongbao::core::for_each_block(taken.document, [](const Block& block) {
        std::string lead;
        for (const auto& run : block.runs)
            if (run.marks.has(gongbao::core::Mark::Lead)) lead += run.text;
        std::printf("%-11s %-22s %s%s%s\n", gongbao::core::name_of(block.role), block.id.c_str(),
                    block.label.empty() ? "" : ("[" + block.label + "] ").c_str(),
                    lead.empty() ? "" : ("{" + lead + "} ").c_str(),
                    gongbao::core::excerpt(block.table ? gongbao::core::plain_text(block)
                                                       : gongbao::core::plain_text(block.runs),
                                           60)
                        .c_str());
    });
    for (const auto& finding : taken.findings) {
        std::printf("%s %s %s", gongbao::core::name_of(finding.level), finding.place.text().c_str(),
                    finding.message.id.c_str());
        for (const auto& [key, value] : finding.message.args)
            std::printf(" %s=%s", key.c_str(), value.c_str());
        std::printf(" | %s\n", finding.excerpt.c_str());
    }
}

// The row's dates, and what was found about its day of effect and its last day.
void print_dates(const Json& row, const TakenIn& taken) {
    const auto& meta = taken.document.meta;
    Json line = {{"title", text_of(row, "title")},
                 {"written", iso_of(meta.written)},
                 {"adopted", iso_of(meta.adopted)},
                 {"promulgated", iso_of(meta.promulgated)},
                 {"effective", iso_of(meta.effective)},
                 {"expires", iso_of(meta.expires)},
                 {"findings", Json::array()}};
    for (const auto& finding : taken.findings)
        if (finding.message.id.find("effective") != std::string::npos ||
            finding.message.id.find("expir") != std::string::npos ||
            finding.message.id.find("articles_differ") != std::string::npos)
            line["findings"].push_back(finding.message.id + " " + finding.excerpt);
    std::printf("%s\n", line.dump().c_str());
}

std::map<std::string, Json> gold_by_url(const std::string& path) {
    std::map<std::string, Json> gold;
    for (Json& row : read_rows(path))
        if (text_of(row, "source") == "ZhouYNF/platform-1") gold[text_of(row, "url")] = row;
    return gold;
}

int run(const std::string& mode, const std::string& path, const std::string& more) {
    const std::vector<Json> rows = read_rows(path);
    if (mode == "show") {
        show(gongbao::editor::take_in(manuscript_of(rows.at(std::stoul(more)))));
        return EXIT_SUCCESS;
    }
    const auto gold = more.empty() ? std::map<std::string, Json>{} : gold_by_url(more);
    Score score;
    std::map<std::string, std::size_t> findings;
    std::size_t bytes = 0;
    std::size_t failed = 0;
    const auto start = std::chrono::steady_clock::now();
    for (const Json& row : rows) {
        const Manuscript manuscript = manuscript_of(row);
        bytes += manuscript.bytes.size();
        try {
            const TakenIn taken = gongbao::editor::take_in(manuscript);
            for (const auto& finding : taken.findings) ++findings[finding.message.id];
            const auto found = gold.find(text_of(row, "url"));
            if (mode == "pages")
                compare_page(row, found == gold.end() ? row : found->second, taken, score);
            if (mode == "paras") compare_paras(row, taken, score);
            if (mode == "laws") compare_law(row, taken, score);
            if (mode == "dates") print_dates(row, taken);
        } catch (const gongbao::core::Error& error) {
            ++failed;
            std::printf("FAIL %s: %s", text_of(row, "title").c_str(), error.what());
            for (const auto& [key, value] : error.for_people().args)
                std::printf(" %s=%s", key.c_str(), value.c_str());
            std::printf("\n");
        }
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (mode == "dates") return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
    score.print();
    for (const auto& [id, count] : findings) std::printf("%6zu %s\n", count, id.c_str());
    std::printf("%zu rows, %zu failed (words not kept fail), %.1f MB in %.2f s\n", rows.size(),
                failed, static_cast<double>(bytes) / 1e6, took.count());
    return failed == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) {
        std::fprintf(stderr,
                     "usage: intake_corpus pages|paras|laws|reports|dates|show FILE [GOLD|ROW]\n");
        return 2;
    }
    return run(argv[1], argv[2], argc > 3 ? argv[3] : "");
}
