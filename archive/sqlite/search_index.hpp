// SPDX-License-Identifier: Apache-2.0
// The rows of the search index: what is put in for a record, and what later proves that nothing
// was lost. The index is contentless: it holds tokens, the words stand in `record` and `plain`.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/storage/database.hpp"

namespace gongbao::archive {

struct IndexedText {
    std::string title;
    std::string number;
    std::string text;
    int year = 0;  ///< of the issue
    std::string section;
    std::vector<std::string> issuers;
};

/// One token of the column `facets`, as a value to search for.
std::string year_facet(std::string_view year);
std::string section_facet(std::string_view section);
std::string issuer_facet(std::string_view issuer);
/// Of the title's letters and signs alone, so that 《…》 or a blank makes no difference.
/// Requires: folded is the text of fold().
std::string title_facet(std::u32string_view folded);

void add_to_index(core::Database& database, std::int64_t row, const IndexedText& text);

/// Merges the index's segments in short transactions, so that readers are never kept waiting and
/// searches stay fast. Called after each edition; nothing depends on how far it comes.
void tidy_index(core::Database& database);

/// A sum over all tokens with column and place: equal for the same tokens, in whatever order.
using IndexSum = std::uint64_t;
/// What the index knows of a row: the sum of its tokens, and how many each column has.
struct IndexedRow {
    IndexSum sum = 0;
    std::array<std::int64_t, 4> tokens{};
    friend bool operator==(const IndexedRow&, const IndexedRow&) = default;
};
IndexedRow row_of(const IndexedText& text);

/// What the index holds, read from each of its parts. A part that does not agree with the others
/// makes the row "torn".
struct IndexContents {
    std::unordered_map<std::int64_t, IndexedRow> rows;
    std::set<std::int64_t> torn;  ///< the list of first signs or of lengths says otherwise
    bool totals_agree = true;     ///< the counts that ranking uses
};
/// Reads the whole index.
IndexContents read_index(core::Database& database, const std::function<void()>& progress);

}  // namespace gongbao::archive
