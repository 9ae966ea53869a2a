// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/search_index.hpp"

#include <array>

#include "archive/search/tokens.hpp"
#include "archive/sqlite/places.hpp"
#include "archive/sqlite/search_functions.hpp"
#include "core/system/digest.hpp"
#include "core/text/text.hpp"

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
    std::string facets = year_facet(std::to_string(text.year)) + title_facet(fold(text.title).text);
    if (!text.section.empty()) facets += section_facet(text.section);
    for (const std::string& issuer : text.issuers) facets += issuer_facet(issuer);
    return facets;
}

// FNV-1a over the token.
IndexSum hash_of(std::string_view token) {
    std::uint64_t hash = 14695981039346656037u;
    for (const char byte : token) hash = (hash ^ static_cast<std::uint8_t>(byte)) * 1099511628211u;
    return hash;
}

void add_token(IndexedRow& row, std::string_view token, std::uint64_t column, std::uint64_t place) {
    row.sum += mixed(hash_of(token), column, place);
    if (column < row.tokens.size()) ++row.tokens[column];
}

void add_column(IndexedRow& row, std::string_view text, std::uint64_t column) {
    std::uint64_t place = 0;
    const FoldedText folded = fold(text);
    for_each_token(folded.text, [&](std::size_t begin, std::size_t end) {
        const auto token = std::u32string_view(folded.text).substr(begin, end - begin);
        add_token(row, core::to_utf8(token), column, place++);
    });
}

void add_facets(IndexedRow& row, std::string_view facets) {
    std::uint64_t place = 0;
    for (const std::string_view facet : core::split(facets.substr(1), kFacetMark))
        add_token(row, kFacetMark + std::string(facet), 3, place++);
}

// The bytes of the first sign of a token, by which the index keeps a second list.
std::string_view first_sign(std::string_view token) {
    std::size_t end = 1;
    while (end < token.size() && (static_cast<std::uint8_t>(token[end]) & 0xC0) == 0x80) ++end;
    return token.substr(0, end);
}

// Reads the index through one door after the other: all tokens, the list of first signs, the list
// of lengths, the totals.
class IndexReader {
  public:
    IndexReader(core::Database& database, const std::function<void()>& progress)
        : database_(database), progress_(progress) {}

    IndexContents read() {
        read_tokens();
        compare_lengths();
        compare_totals();
        return std::move(contents_);
    }

  private:
    using Places = std::unordered_map<std::int64_t, IndexSum>;

    void read_tokens() {
        constexpr std::int64_t kTokensBetweenReports = 1 << 18;
        database_.execute(
            "CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_tokens USING fts5vocab(main, search, "
            "instance)");
        core::Statement rows = database_.prepare(
            "SELECT term, doc, col, \"offset\" FROM temp.search_tokens");  // by rising term
        std::string sign;
        Places places;
        for (std::int64_t count = 1; rows.step(); ++count) {
            const std::string_view token = rows.bytes(0);
            if (first_sign(token) != sign) {
                compare_places(sign, places);
                sign = first_sign(token);
                places.clear();
            }
            const std::uint64_t column = column_named(rows.bytes(2));
            const auto place = static_cast<std::uint64_t>(rows.integer(3));
            add_token(contents_.rows[rows.integer(1)], token, column, place);
            places[rows.integer(1)] += mixed(0, column, place);
            if (count % kTokensBetweenReports == 0) progress_();
        }
        compare_places(sign, places);
    }

    static std::uint64_t column_named(std::string_view name) {
        std::uint64_t column = 0;
        while (column < kColumns.size() && name != kColumns[column]) ++column;
        return column;
    }

    // A search for one sign asks the list of first signs, and nothing else does.
    void compare_places(const std::string& sign, const Places& places) {
        if (sign.empty()) return;
        Places listed;
        core::Statement rows = database_.prepare(
            "SELECT rowid, gongbao_places(search) FROM search WHERE search MATCH ?");
        rows.bind(1, '"' + core::replace_all(sign, "\"", "\"\"") + "\" *");
        while (rows.step()) listed[rows.integer(0)] = static_cast<IndexSum>(rows.integer(1));
        for (const auto& [row, sum] : places)
            if (const auto it = listed.find(row); it == listed.end() || it->second != sum)
                contents_.torn.insert(row);
        for (const auto& [row, sum] : listed)
            if (!places.contains(row)) contents_.torn.insert(row);
    }

    void compare_lengths() {
        core::Statement rows = database_.prepare("SELECT id, sz FROM search_docsize");
        std::set<std::int64_t> seen;
        while (rows.step()) {
            seen.insert(rows.integer(0));
            const auto row = contents_.rows.find(rows.integer(0));
            std::string_view bytes = rows.bytes(1);
            bool same = row != contents_.rows.end();
            for (std::size_t column = 0; same && column < kColumns.size(); ++column)
                same = next_number(bytes) == row->second.tokens[column];
            if (!same || !bytes.empty()) contents_.torn.insert(rows.integer(0));
        }
        for (const auto& [row, found] : contents_.rows)
            if (!seen.contains(row)) contents_.torn.insert(row);
    }

    void compare_totals() {
        std::array<std::int64_t, 4> totals{};
        for (const auto& [id, row] : contents_.rows)
            for (std::size_t column = 0; column < totals.size(); ++column)
                totals[column] += row.tokens[column];
        core::Statement kept = database_.prepare("SELECT block FROM search_data WHERE id = 1");
        std::string_view bytes = kept.step() ? kept.bytes(0) : std::string_view();
        if (bytes.empty() && contents_.rows.empty()) return;
        bool same = next_number(bytes) == static_cast<std::int64_t>(contents_.rows.size());
        for (const std::int64_t total : totals) same = same && next_number(bytes) == total;
        contents_.totals_agree = same && bytes.empty();
    }

    // A varint of SQLite: seven bits a byte, the last of nine whole.
    static std::int64_t next_number(std::string_view& bytes) {
        constexpr int kLongest = 9;
        std::uint64_t number = 0;
        for (int i = 1; !bytes.empty(); ++i) {
            const auto byte = static_cast<std::uint8_t>(bytes.front());
            bytes.remove_prefix(1);
            if (i == kLongest) return static_cast<std::int64_t>((number << 8) | byte);
            number = (number << 7) | (byte & 0x7Fu);
            if (byte < 0x80) return static_cast<std::int64_t>(number);
        }
        return -1;
    }

    core::Database& database_;
    const std::function<void()>& progress_;
    IndexContents contents_;
};

}  // namespace

std::string year_facet(std::string_view year) {
    return std::string{kFacetMark, 'y'} + std::string(year);
}
std::string section_facet(std::string_view section) {
    return facet('s', section);
}
std::string issuer_facet(std::string_view issuer) {
    return facet('i', issuer);
}
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

IndexedRow row_of(const IndexedText& text) {
    IndexedRow row;
    add_column(row, text.title, 0);
    add_column(row, text.number, 1);
    add_column(row, text.text, 2);
    add_facets(row, facets_of(text));
    return row;
}

IndexContents read_index(core::Database& database, const std::function<void()>& progress) {
    return IndexReader(database, progress).read();
}

}  // namespace gongbao::archive
