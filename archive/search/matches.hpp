// SPDX-License-Identifier: Apache-2.0
// One reading of a query against the search index: how many records answer, and which, in order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "archive/archive.hpp"
#include "core/storage/database.hpp"

namespace gongbao::archive {

/// A MATCH expression with, for each of its phrases in order, its kind (see rank.hpp).
struct Expression {
    std::string match;
    std::string kinds;

    /// `term` as a phrase of that kind.
    static Expression phrase(std::u32string_view term, char kind);
    static Expression facet(const std::string& token, char kind);
};
/// `a operator b`, with the parentheses it needs; an empty side gives the other.
/// Requires: operation is "AND" or "OR".
Expression combine(const Expression& a, const char* operation, const Expression& b);
Expression combine_all(const std::vector<std::u32string>& terms, const char* operation);

std::int64_t count_matches(const core::Database& database, const Expression& expression);
bool has_match(const core::Database& database, const Expression& expression);

/// Rows [offset, offset + limit) of all that match.
///
/// By relevance, the newest 2,000 matches and the newest 2,000 with a word in the title are ranked
/// and stand first; the others follow, newest first. So the cost of a page does not grow
/// with the number of matches, and every match has its place in exactly one page.
std::vector<std::int64_t> matching_rows(const core::Database& database,
                                        const Expression& expression, SearchRequest::Order order,
                                        std::int64_t offset, std::int64_t limit);

}  // namespace gongbao::archive
