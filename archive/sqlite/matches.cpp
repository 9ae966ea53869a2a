// SPDX-License-Identifier: Apache-2.0
#include "archive/sqlite/matches.hpp"

#include <algorithm>
#include <unordered_set>

#include "archive/search/fold.hpp"
#include "archive/sqlite/catalogue.hpp"
#include "archive/sqlite/match_text.hpp"
#include "core/document/citations.hpp"

namespace gongbao::archive {
namespace {

using core::Database;
using core::Statement;

constexpr std::int64_t kRanked = 2000;

struct Scored {
    std::int64_t row = 0;
    double score = 0;
};

std::vector<Scored> score_newest(const Database& database, const MatchText& expression,
                                 const std::string& match) {
    Statement rows = database.prepare(
        "SELECT rowid, gongbao_rank(search, ?) FROM search WHERE search MATCH ? "
        "ORDER BY rowid DESC LIMIT ?");
    rows.bind(1, expression.kinds).bind(2, match).bind(3, kRanked);
    std::vector<Scored> scored;
    while (rows.step()) scored.push_back({rows.integer(0), rows.real(1)});
    return scored;
}

// What is ranked, best first; `last` is the oldest row of the newest matches, below which the rest
// begins.
std::vector<Scored> rank_matches(const Database& database, const MatchText& expression,
                                 std::int64_t& last, bool& more) {
    std::vector<Scored> ranked = score_newest(database, expression, expression.match);
    more = static_cast<std::int64_t>(ranked.size()) == kRanked;
    last = ranked.empty() ? 0 : ranked.back().row;
    if (more) {
        const std::string in_title = "{title facets} : (" + expression.match + ")";
        for (const Scored& titled : score_newest(database, expression, in_title))
            if (titled.row < last) ranked.push_back(titled);
    }
    std::sort(ranked.begin(), ranked.end(), [](const Scored& a, const Scored& b) {
        return a.score != b.score ? a.score > b.score : a.row > b.row;
    });
    return ranked;
}

std::vector<std::int64_t> newest_rows(const Database& database, const MatchText& expression,
                                      std::int64_t offset, std::int64_t limit) {
    Statement rows = database.prepare(
        "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ? OFFSET ?");
    rows.bind(1, expression.match).bind(2, limit).bind(3, offset);
    std::vector<std::int64_t> found;
    while (rows.step()) found.push_back(rows.integer(0));
    return found;
}

// Matches older than `last` that are not among the ranked, skipping `offset` of them.
void add_unranked(const Database& database, const MatchText& expression,
                  const std::vector<Scored>& ranked, std::int64_t last, std::int64_t offset,
                  std::size_t limit, std::vector<std::int64_t>& page) {
    std::unordered_set<std::int64_t> known;
    for (const Scored& scored : ranked) known.insert(scored.row);
    Statement rows = database.prepare(
        "SELECT rowid FROM search WHERE search MATCH ? AND rowid < ? ORDER BY rowid DESC");
    rows.bind(1, expression.match).bind(2, last);
    while (page.size() < limit && rows.step()) {
        if (known.contains(rows.integer(0))) continue;
        if (offset > 0)
            --offset;
        else
            page.push_back(rows.integer(0));
    }
}

std::vector<std::int64_t> matching_rows(const Database& database, const MatchText& expression,
                                        SearchRequest::Order order, std::int64_t offset,
                                        std::int64_t limit) {
    offset = std::max<std::int64_t>(offset, 0);
    limit = std::clamp<std::int64_t>(limit, 0, kRanked);
    if (order == SearchRequest::Order::Newest)
        return newest_rows(database, expression, offset, limit);
    std::int64_t last = 0;
    bool more = false;
    const std::vector<Scored> ranked = rank_matches(database, expression, last, more);
    const auto count = static_cast<std::int64_t>(ranked.size());
    std::vector<std::int64_t> page;
    for (std::int64_t at = offset; at < std::min(offset + limit, count); ++at)
        page.push_back(ranked[static_cast<std::size_t>(at)].row);
    if (more && offset + limit > count)
        add_unranked(database, expression, ranked, last, std::max<std::int64_t>(offset - count, 0),
                     static_cast<std::size_t>(limit), page);
    return page;
}

}  // namespace

std::int64_t SqliteMatcher::count(const Expression& expression) const {
    Statement row = database_.prepare("SELECT count(*) FROM search WHERE search MATCH ?");
    row.bind(1, match_text(expression).match);
    row.step();
    return row.integer(0);
}

bool SqliteMatcher::has(const Expression& expression) const {
    Statement row = database_.prepare("SELECT 1 FROM search WHERE search MATCH ? LIMIT 1");
    row.bind(1, match_text(expression).match);
    return row.step();
}

std::vector<std::int64_t> SqliteMatcher::rows(const Expression& expression,
                                              SearchRequest::Order order, std::int64_t offset,
                                              std::int64_t limit) const {
    return matching_rows(database_, match_text(expression), order, offset, limit);
}

std::vector<std::int64_t> SqliteMatcher::rows_with_number(std::string_view number) const {
    return archive::rows_with_number(database_, number);
}

RecordSummary SqliteMatcher::record(std::int64_t row) const {
    return record_at(database_, row);
}

std::string SqliteMatcher::text(std::int64_t row) const {
    Statement stored = database_.prepare("SELECT text FROM plain WHERE record = ?");
    stored.bind(1, row);
    return stored.step() ? stored.text(0) : std::string();
}

std::vector<RecordSummary> list_with_title(const core::Database& database, std::string_view title) {
    constexpr std::int64_t kMost = 16;
    const std::string name = core::title_name(title);
    const SqliteMatcher matcher(database);
    std::vector<RecordSummary> records;
    for (const std::int64_t row : matcher.rows(Expression::title(fold(title).text),
                                               SearchRequest::Order::Newest, 0, kMost)) {
        RecordSummary record = matcher.record(row);
        if (core::title_name(record.title) == name) records.push_back(std::move(record));
    }
    return records;
}

}  // namespace gongbao::archive
