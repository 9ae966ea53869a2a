// SPDX-License-Identifier: Apache-2.0
// What a reader's search asks of an archive and what it is answered (search/search.hpp tells how).
//
// Threads: as the archive it belongs to (archive.hpp).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "archive/reader.hpp"

namespace gongbao::archive {

/// Text with the places to highlight, as byte ranges in order, not overlapping.
struct Highlighted {
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    std::string text;
    std::vector<Range> ranges;
};

struct SearchRequest {
    enum class Order { Relevance, Newest };
    std::string text;         ///< what the reader typed
    std::optional<int> year;  ///< year of the issue
    std::string section;      ///< "" any
    std::string issuer;       ///< "" any
    Order order = Order::Relevance;
    int offset = 0;
    int limit = 10;
};

struct SearchHit {
    RecordSummary record;
    Highlighted title;
    Highlighted snippet;  ///< the best passage of the text
};

struct SearchAnswer {
    /// Which reading of the query answered, tried in this order.
    enum class Step { None, Number, Title, Phrase, AllWords, AnyWord };
    Step step = Step::None;
    std::int64_t total = 0;       ///< exact
    std::vector<SearchHit> hits;  ///< the page asked for
};
const char* name_of(SearchAnswer::Step step);

class Searcher {
  public:
    virtual ~Searcher() = default;

    virtual SearchAnswer search(const SearchRequest& request) const = 0;
    /// Distinct values for narrowing a search, most frequent first.
    virtual std::vector<std::string> sections() const = 0;
    virtual std::vector<std::string> issuers() const = 0;
};

}  // namespace gongbao::archive
