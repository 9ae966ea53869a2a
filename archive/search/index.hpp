// SPDX-License-Identifier: Apache-2.0
// The rows of the search index: what is put in for a record, and what later proves that nothing
// was lost. The index is contentless: it holds tokens, the words stand in `record` and `plain`.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/database.hpp"

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
std::string year_facet(int year);
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
IndexSum sum_of(const IndexedText& text);
/// The sums of what the index holds, by row. Reads the whole index.
std::unordered_map<std::int64_t, IndexSum> read_index_sums(core::Database& database,
                                                           const std::function<void()>& progress);

}  // namespace gongbao::archive
