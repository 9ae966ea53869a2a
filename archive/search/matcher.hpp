// SPDX-License-Identifier: Apache-2.0
// What the ladder of readings needs of a store of texts: how many records answer an expression,
// which, in order, and the words of each. Implemented by each store (sqlite/matches.hpp).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "archive/reader.hpp"
#include "archive/search/expression.hpp"
#include "archive/searcher.hpp"

namespace gongbao::archive {

class Matcher {
  public:
    virtual ~Matcher() = default;

    virtual std::int64_t count(const Expression& expression) const = 0;
    virtual bool has(const Expression& expression) const = 0;
    /// Rows [offset, offset + limit) of all that match, in that order.
    virtual std::vector<std::int64_t> rows(const Expression& expression, SearchRequest::Order order,
                                           std::int64_t offset, std::int64_t limit) const = 0;
    /// Those with that 发文字号, however written, newest first.
    virtual std::vector<std::int64_t> rows_with_number(std::string_view number) const = 0;

    virtual RecordSummary record(std::int64_t row) const = 0;
    /// Its plain text; empty when there is none.
    virtual std::string text(std::int64_t row) const = 0;
};

}  // namespace gongbao::archive
