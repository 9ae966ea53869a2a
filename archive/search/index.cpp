// SPDX-License-Identifier: Apache-2.0
#include "archive/search/index.hpp"

#include <array>

#include "archive/search/functions.hpp"
#include "archive/search/tokens.hpp"
#include "core/digest.hpp"
#include "core/text.hpp"

namespace gongbao::archive {
namespace {

constexpr std::array<const char*, 4> kColumns{"title", "number", "text", "facets"};
constexpr int kMergePages = 64;
constexpr int kMergeSteps = 16;

// Names may be long and hold any character; their digest is a token of fixed form.
std::string facet(char kind, std::string_view value) {
    constexpr std::size_t kDigits = 20;
    return std::string{kFacetMark, kind} + core::sha256_hex(value).substr(0, kDigits);
}

std::string facets_of(const IndexedText& text) {
    std::string facets = year_facet(text.year) + title_facet(fold(text.title).text);
    if (!text.section.empty()) facets += section_facet(text.section);
    for (const std::string& issuer : text.issuers) facets += issuer_facet(issuer);
    return facets;
}

// FNV-1a over the token, then mixed with its place (the finalizer of SplitMix64).
IndexSum hash_of(std::string_view token, std::uint64_t column, std::uint64_t place) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char byte : token) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211u;
    hash ^= (column << 56) ^ (place * 0x9E3779B97F4A7C15u);
    hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9u;
    hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EBu;
    return hash ^ (hash >> 31);
}

IndexSum sum_of_column(std::string_view text, std::uint64_t column) {
    IndexSum sum = 0;
    std::uint64_t place = 0;
    const FoldedText folded = fold(text);
    for_each_token(folded.text, [&](std::size_t begin, std::size_t end) {
        const auto token = std::u32string_view(folded.text).substr(begin, end - begin);
        sum += hash_of(core::to_utf8(token), column, place++);
    });
    return sum;
}

IndexSum sum_of_facets(std::string_view facets) {
    IndexSum sum = 0;
    std::uint64_t place = 0;
    for (const std::string_view facet : core::split(facets.substr(1), kFacetMark))
        sum += hash_of(kFacetMark + std::string(facet), 3, place++);
    return sum;
}

}  // namespace

std::string year_facet(int year) { return std::string{kFacetMark, 'y'} + std::to_string(year); }
std::string section_facet(std::string_view section) { return facet('s', section); }
std::string issuer_facet(std::string_view issuer) { return facet('i', issuer); }
std::string title_facet(std::u32string_view folded) {
    return facet('t', core::to_utf8(without_blanks(folded)));
}

void add_to_index(core::Database& database, std::int64_t row, const IndexedText& text) {
    database
        .prepare("INSERT INTO search (rowid, title, number, text, facets) VALUES (?, ?, ?, ?, ?)")
        .bind(1, row)
        .bind(2, text.title)
        .bind(3, text.number)
        .bind(4, text.text)
        .bind(5, facets_of(text))
        .run();
}

void tidy_index(core::Database& database) {
    for (int step = 0; step < kMergeSteps; ++step) {
        const std::int64_t before = database.total_changes();
        core::Transaction transaction(database);
        database.prepare("INSERT INTO search (search, rank) VALUES ('merge', ?)")
            .bind(1, kMergePages)
            .run();
        transaction.commit();
        if (database.total_changes() - before < 2) return;  // as FTS5 tells that nothing is left
    }
}

IndexSum sum_of(const IndexedText& text) {
    return sum_of_column(text.title, 0) + sum_of_column(text.number, 1) +
           sum_of_column(text.text, 2) + sum_of_facets(facets_of(text));
}

std::unordered_map<std::int64_t, IndexSum> read_index_sums(core::Database& database,
                                                           const std::function<void()>& progress) {
    constexpr std::int64_t kTokensBetweenReports = 1 << 18;
    database.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_tokens USING fts5vocab(main, search, "
        "instance)");
    core::Statement rows =
        database.prepare("SELECT term, doc, col, \"offset\" FROM temp.search_tokens");
    std::unordered_map<std::int64_t, IndexSum> sums;
    for (std::int64_t count = 1; rows.step(); ++count) {
        std::uint64_t column = 0;
        const std::string_view name = rows.bytes(2);
        while (column < kColumns.size() && name != kColumns[column]) ++column;
        sums[rows.integer(1)] +=
            hash_of(rows.bytes(0), column, static_cast<std::uint64_t>(rows.integer(3)));
        if (count % kTokensBetweenReports == 0) progress();
    }
    return sums;
}

}  // namespace gongbao::archive
